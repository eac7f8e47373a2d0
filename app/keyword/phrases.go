package keyword

import (
	"cmp"
	"slices"
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// maxPhrases is how many phrases are given back at most.
const maxPhrases = 50

// ranked is a phrase with its score.
type ranked struct {
	phrase
	score float64
}

// Phrases finds the phrases of two to four words that the document keeps using or puts in
// the right places, the best first. A phrase that lives only inside a longer one yields to it.
func (e *Extractor) Phrases(doc *text.Document, st *lang.Stemmer) []Phrase {
	if !e.lang.Supported() {
		return nil
	}
	s := e.scan(doc, st)
	return s.show(e.rank(s))
}

// rank scores the phrases and keeps the best.
func (e *Extractor) rank(s *scan) []ranked {
	all := s.phrases()
	groups := s.groupsByStem()
	out := make([]ranked, 0, len(all))
	var f [len(phraseFeatures)]float64
	for i := range all {
		p := &all[i]
		if p.longer == p.count {
			continue
		}
		s.phraseFeatures(e.lang, groups, p, &f)
		out = append(out, ranked{*p, e.phrases.score(f[:])})
	}
	slices.SortStableFunc(out, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return out[:min(len(out), maxPhrases)]
}

// groupsByStem is the groups of the document's words by the number of their stem.
func (s *scan) groupsByStem() []group {
	out := make([]group, len(s.stems))
	for _, g := range s.groups() {
		out[g.stem] = g
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
		written[i].counts = make(map[ngram]int, 1)
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
		out[i].Text = s.spelling(written[i].best)
	}
	return out
}

// spellings counts how a phrase is written, by the surfaces of its words.
type spellings struct {
	counts map[ngram]int
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
	if w.counts[k]++; w.counts[k] > w.counts[w.best] {
		w.best = k
	}
}

// spelling is the words with the given surfaces, a space between two.
func (s *scan) spelling(k ngram) string {
	words := make([]string, k.len())
	for i := range words {
		words[i] = s.surfaces[k[i]].text
	}
	return strings.Join(words, " ")
}
