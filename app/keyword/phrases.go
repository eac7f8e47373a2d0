package keyword

import (
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// maxPhrases is how many phrases are given back at most.
const maxPhrases = 50

// ranked is a phrase with its score.
type ranked struct {
	*phrase
	score float64
}

// Phrases finds the phrases of two to four words that the document keeps using or puts in
// the right places, the best first. A phrase that lives only inside a longer one yields to it.
func (e *Extractor) Phrases(doc *text.Document, st *lang.Stemmer) []Phrase {
	return e.Read(doc, st).Phrases()
}

// Phrases is the document's phrases, as Extractor.Phrases has them.
func (w *Words) Phrases() []Phrase {
	if !w.e.lang.Supported() {
		return nil
	}
	return w.show(w.rank())
}

// rank scores the phrases and keeps the best.
func (w *Words) rank() []ranked {
	counts := w.counts(w.each)
	var best []ranked
	var f [len(phraseFeatures)]float64
	all := w.phrases()
	for i := range all {
		p := &all[i]
		if p.longer == p.count {
			continue
		}
		w.phraseFeatures(w.e.lang, counts, p, &f)
		best = keepBest(best, ranked{p, w.e.phrases.score(f[:])})
	}
	return best
}

// keepBest puts r where it belongs in the list of the best, behind its equals, and lets the last go when they are too many.
func keepBest(best []ranked, r ranked) []ranked {
	n := len(best)
	if n == maxPhrases {
		if best[n-1].score >= r.score {
			return best
		}
		n--
	} else {
		best = append(best, r)
	}
	for ; n > 0 && best[n-1].score < r.score; n-- {
		best[n] = best[n-1]
	}
	best[n] = r
	return best
}

// counts is how often each of the document's stems stands there, by the number of the stem; 0 for stop words.
func (s *scan) counts(groups []group) []int32 {
	out := make([]int32, len(s.stems))
	for _, g := range groups {
		out[g.stem] = g.count
	}
	return out
}

// show finds the places of the chosen phrases and how they are written.
func (s *scan) show(chosen []ranked) []Phrase {
	index := make(map[ngram]int, len(chosen))
	out := make([]Phrase, len(chosen))
	written := make([]spellings, len(chosen))
	for i, c := range chosen {
		index[c.key] = i
		out[i] = Phrase{Count: int(c.count), Score: c.score, Spans: make([]text.Span, 0, c.count)}
		written[i] = spellings{counts: make(map[ngram]int, 1), tokens: make(map[ngram]ngram, 1)}
	}
	s.runs(func(run []place, before, _ class) {
		s.ngrams(run, before, func(from, to int) {
			if i, ok := index[s.key(run[from:to])]; ok {
				out[i].Spans = append(out[i].Spans, text.Span{Start: run[from].Start, End: run[to-1].End})
				written[i].add(run[from:to], s.tells(run[from]))
			}
		})
	})
	for i := range out {
		out[i].Text = s.spelling(&written[i])
	}
	return out
}

// spellings counts how a phrase is written, by the surfaces of its words.
type spellings struct {
	counts map[ngram]int
	tokens map[ngram]ngram // of the first place of each
	best   ngram
	tells  bool // some place had capitals that tell something; the others no longer count
}

func (w *spellings) add(words []place, tells bool) {
	if w.tells && !tells {
		return
	}
	if tells && !w.tells {
		clear(w.counts)
		w.tells = true
	}
	k := none
	for i, p := range words {
		k[i] = p.surface
	}
	if w.counts[k] == 0 {
		at := none
		for i, p := range words {
			at[i] = p.token
		}
		w.tokens[k] = at
	}
	if w.counts[k]++; w.counts[k] > w.counts[w.best] {
		w.best = k
	}
}

// spelling is how the phrase is most often written, a space between two words, and with the links between them as they stand in its first place.
func (s *scan) spelling(w *spellings) string {
	var b strings.Builder
	at := w.tokens[w.best]
	for i := range w.best.len() {
		if i > 0 {
			s.writeBetween(&b, int(at[i-1]), int(at[i]))
		}
		b.WriteString(s.surfaces[w.best[i]].text)
	}
	return b.String()
}

// writeBetween writes what stands between two tokens of a phrase: a space, or links.
func (s *scan) writeBetween(b *strings.Builder, from, to int) {
	for t := from + 1; t <= to; t++ {
		if to == from+1 || s.doc.Tokens[t].Start > s.doc.Tokens[t-1].End {
			b.WriteByte(' ')
		}
		if t < to {
			b.WriteString(s.doc.Form(t))
		}
	}
}
