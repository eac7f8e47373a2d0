package main

import (
	"fmt"
	"time"

	"gloss/app/headline"
	"gloss/cmd/internal/fit"
)

// article is a labelled article.
type article = fit.Story

func readArticles(file string) ([]article, error) { return fit.ReadStories(file) }

// linkPeers are figures of ANSWERS.md, measured on the same kind of data before this project: MRR@10 and R@10 among 2,000, the same
// among 20,000 of another set (Reuters titles), which ours are not to be compared with.
var linkPeers = [][]string{
	{"MiniSearch (published)", ".615", ".800", "", ""},
	{"lunr (published)", ".628", ".820", "", ""},
	{"FlexSearch (published)", ".548", ".800", "", ""},
	{"bleve (published)", ".575", ".830", "", ""},
	{"BM25 over stems (published)", ".719", ".915", "", ""},
}

// asked is how many articles are asked for their own headline.
const asked = 150

// linkBench measures with weights that were not fitted to what they are measured on.
type linkBench struct {
	*fit.Links
	folds [fit.Folds]*headline.Linker
}

// linkMeasures are the tables of the headline part.
func linkMeasures(data string) ([]table, error) {
	l, err := fit.OpenLinks(data)
	if err != nil {
		return nil, err
	}
	b := &linkBench{Links: l}
	_, folds := l.Calibrate()
	for k := range folds {
		b.folds[k] = l.Linker.With(folds[k])
	}
	return []table{b.haystacks(), b.levels(), b.reliability(), b.tenArticles()}, nil
}

// query is the body of story i, scored by weights that have not seen it.
func (b *linkBench) query(stories []fit.Story, i int) *headline.Query {
	return b.Query(b.folds[i%fit.Folds], stories[i].Body)
}

// found is the mean reciprocal rank and the share of own headlines among the first ten.
type found struct{ mrr, recall float64 }

// add counts an own headline that stands at the place, from 0; -1 for none.
func (f *found) add(place int) {
	if place >= 0 && place < 10 {
		f.mrr += 1 / float64(place+1) / asked
		f.recall += 1.0 / asked
	}
}

func (f found) cells() []string { return []string{decimals(f.mrr), decimals(f.recall)} }

// decimals is a share to three decimals, as the published figures are written.
func decimals(x float64) string { return fmt.Sprintf("%.3f", x)[1-int(x):] }

// haystacks asks for the own headline among 2,000 and 20,000.
func (b *linkBench) haystacks() table {
	ours, peer := []string{"Gloss (cross-validated)"}, []string{"BM25 over stems, in this run"}
	var build, ask time.Duration
	for _, n := range []int{2000, 20000} {
		list := b.Haystack(b.BBC, n)
		start := time.Now()
		ix := b.Linker.Index(list)
		build = time.Since(start)
		bm := newBM25(list)
		var own, bare found
		ask = 0
		for k := range asked {
			i := k * len(b.BBC) / asked
			q := b.query(b.BBC, i)
			start = time.Now()
			links := ix.Link(q)
			ask += time.Since(start)
			own.add(place(links, func(l headline.Link) bool { return list[l.Headline].Title == b.BBC[i].Title }))
			bare.add(place(bm.rank(b.BBC[i].Body), func(h int) bool { return list[h].Title == b.BBC[i].Title }))
		}
		ours, peer = append(ours, own.cells()...), append(peer, bare.cells()...)
	}
	return table{
		name: "headline",
		head: []string{"own headline among", "2,000: MRR@10", "R@10", "20,000: MRR@10", "R@10"},
		rows: append([][]string{ours, peer}, linkPeers...),
		note: fmt.Sprintf("The own headlines of %d BBC articles, body only; the haystack is the articles' headlines and then others. Published: as our notes have it, over the same articles. 20,000 headlines are indexed in %d ms; "+
			"one article is compared with all of them, reasons included, in %.1f ms.", asked, build.Milliseconds(), float64(ask.Microseconds())/1000/asked),
	}
}

// place is where the first that is right stands, -1 when none is.
func place[T any](list []T, right func(T) bool) int {
	for i, v := range list {
		if right(v) {
			return i
		}
	}
	return -1
}
