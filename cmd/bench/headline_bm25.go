package main

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"

	"gloss/app/headline"
)

// bm25 is Okapi BM25 over stems: the plain method that ours is measured against. It reads
// words its own way and shares nothing with the engine.
type bm25 struct {
	postings map[string][]posting
	lengths  []float64
	mean     float64
}

type posting struct {
	headline int
	count    float64
}

// The usual parameters.
const (
	bm25K = 1.2
	bm25B = 0.75
)

func stems(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !english.IsStopWord(w) {
			out = append(out, english.Stem(w, false))
		}
	}
	return out
}

func newBM25(list []headline.Headline) *bm25 {
	b := &bm25{postings: map[string][]posting{}, lengths: make([]float64, len(list))}
	for h := range list {
		words := stems(list[h].Title)
		b.lengths[h] = float64(len(words))
		b.mean += b.lengths[h] / float64(len(list))
		for _, s := range words {
			p := b.postings[s]
			if n := len(p); n > 0 && p[n-1].headline == h {
				p[n-1].count++
				continue
			}
			b.postings[s] = append(p, posting{h, 1})
		}
	}
	return b
}

// rank is the headlines with the highest scores, best first. Each of the text's words counts by the
// logarithm of how often it stands there, which goes better than counting it once or each time.
func (b *bm25) rank(text string) []int {
	counts := map[string]int{}
	for _, s := range stems(text) {
		counts[s]++
	}
	words := make([]string, 0, len(counts))
	for s := range counts {
		words = append(words, s)
	}
	slices.Sort(words)
	scores := make([]float64, len(b.lengths))
	for _, s := range words {
		p := b.postings[s]
		n := float64(len(p))
		idf := math.Log(1 + (float64(len(b.lengths))-n+0.5)/(n+0.5))
		for _, e := range p {
			norm := bm25K * (1 - bm25B + bm25B*b.lengths[e.headline]/b.mean)
			scores[e.headline] += math.Log(1+float64(counts[s])) * idf * e.count * (bm25K + 1) / (e.count + norm)
		}
	}
	order := make([]int, len(scores))
	for h := range order {
		order[h] = h
	}
	slices.SortStableFunc(order, func(g, h int) int { return cmp.Compare(scores[h], scores[g]) })
	return order[:10]
}
