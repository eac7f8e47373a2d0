package keyword

import (
	"math/bits"
	"sort"

	"gloss/app/text"
)

// NGram is a run of two to four words that stands in the document more than once, just as it is written but for capitals.
type NGram struct {
	Text  string // white space collapsed
	Count int
	Spans []text.Span
}

const (
	MaxNGrams = 50 // that NGrams gives back at most
	repeated  = 2  // how often one must stand there
)

// NGrams finds the runs of two to four words, with no stop word at either end and none of the reader's own within, that stand in the document more
// than once: by count, then by the first place, 50 at most. One that stands only inside a longer one yields to it. What it keeps grows with what
// is repeated, not with the document.
func (w *Words) NGrams() []NGram {
	p := &plain{scan: w.scan, index: map[ngram]int32{}, seen: newCounter(len(w.places))}
	p.each(func(key ngram, _, _ int) { p.seen.add(key) })
	p.each(p.add)
	for _, f := range p.found {
		p.tellShorter(f.key, f.count)
	}
	return p.best()
}

// plain gathers n-grams by the folded forms of their words.
type plain struct {
	*scan
	seen  counter
	index map[ngram]int32
	found []repeatedNGram
}

type repeatedNGram struct {
	key           ngram
	count, longer int32 // longer: of the commonest one that holds it
}

// each calls fn with each n-gram: the folded forms of its words, its first place, and how many words it has.
func (p *plain) each(fn func(key ngram, from, words int)) {
	words := make([]int, 0, 64)
	flush := func() {
		for from := range words {
			if p.stops(words[from]) {
				continue
			}
			for n := minWords; n <= min(maxWords, len(words)-from); n++ {
				if !p.stops(words[from+n-1]) {
					fn(p.foldsOf(words[from:from+n]), words[from], n)
				}
			}
		}
		words = words[:0]
	}
	last := place{sentence: -1}
	for i, w := range p.places {
		if w.part {
			continue
		}
		if !p.follows(last, w) {
			flush()
		}
		if last = w; w.surface < 0 || p.surfaces[w.surface].class&hidden != 0 {
			flush()
		} else {
			words = append(words, i)
		}
	}
	flush()
}

func (p *plain) stops(place int) bool { return p.surfaces[p.places[place].surface].class&stop != 0 }

func (p *plain) foldsOf(places []int) ngram {
	k := none
	for i, at := range places {
		k[i] = p.surfaces[p.places[at].surface].fold
	}
	return k
}

// add counts an n-gram of which there may be another.
func (p *plain) add(key ngram, _, _ int) {
	if !p.seen.repeats(key) {
		return
	}
	n, ok := p.index[key]
	if !ok {
		n = int32(len(p.found))
		p.index[key] = n
		p.found = append(p.found, repeatedNGram{key: key})
	}
	p.found[n].count++
}

// tellShorter makes known to the n-grams inside key how often it stands.
func (p *plain) tellShorter(key ngram, count int32) {
	n := key.len()
	for words := minWords; words < n; words++ {
		for from := 0; from+words <= n; from++ {
			k := none
			copy(k[:], key[from:from+words])
			if i, ok := p.index[k]; ok {
				p.found[i].longer = max(p.found[i].longer, count)
			}
		}
	}
}

// best is the n-grams that are given back.
func (p *plain) best() []NGram {
	order := make([]int32, 0, len(p.found))
	for i, f := range p.found {
		if f.count >= repeated && f.longer < f.count {
			order = append(order, int32(i))
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return p.found[order[a]].count > p.found[order[b]].count })
	order = order[:min(len(order), MaxNGrams)]
	out, rank, written := make([]NGram, len(order)), make(map[int32]int, len(order)), make([]spellings, len(order))
	for i, n := range order {
		rank[n] = i
		out[i] = NGram{Count: int(p.found[n].count), Spans: make([]text.Span, 0, p.found[n].count)}
		written[i] = spellings{counts: make(map[ngram]int, 1), tokens: make(map[ngram]ngram, 1)}
	}
	var here [maxWords]place
	p.each(func(key ngram, from, words int) {
		if !p.seen.repeats(key) {
			return
		}
		i, ok := rank[p.index[key]]
		if !ok {
			return
		}
		run := here[:0]
		for at := from; len(run) < words; at++ { // parts of compounds stand between
			if !p.places[at].part {
				run = append(run, p.places[at])
			}
		}
		out[i].Spans = append(out[i].Spans, text.Span{Start: run[0].Start, End: run[words-1].End})
		written[i].add(run, p.tells(run[0]))
	})
	for i := range out {
		out[i].Text = p.spelling(&written[i])
	}
	return out
}

// counter counts n-grams by a hash, so that those which stand once, nearly all of them, need not be kept; it may count too many, never too few.
type counter []uint8

// newCounter has room for the n-grams of so many places.
func newCounter(places int) counter { return make(counter, 1<<bits.Len(uint(4*places+1))) }

// at is where the n-gram is counted: FNV-1a over its words (Fowler, Noll, Vo), its upper half folded in.
func (c counter) at(key ngram) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range key {
		h = (h ^ uint64(uint32(w))) * 1099511628211
	}
	return (h ^ h>>32) & uint64(len(c)-1)
}

func (c counter) add(key ngram) {
	if at := c.at(key); c[at] < repeated {
		c[at]++
	}
}

func (c counter) repeats(key ngram) bool { return c[c.at(key)] == repeated }
