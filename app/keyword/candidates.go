package keyword

import (
	"slices"
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// Candidate is a keyword or a phrase by its stems, parted by spaces, with what its score is made of.
type Candidate struct {
	Stems    string
	Features []float64
}

// Candidates is all that Keywords and Phrases would rank, in the order of the first places: what weights are fitted on.
func (e *Extractor) Candidates(doc *text.Document, st *lang.Stemmer) (words, phrases []Candidate) {
	s := e.Read(doc, st)
	var w [len(wordFeatures)]float64
	for _, g := range s.each {
		s.wordFeatures(e.lang, &g, &w)
		words = append(words, Candidate{s.stems[g.stem], slices.Clone(w[:])})
	}
	counts := s.counts(s.each)
	var f [len(phraseFeatures)]float64
	for _, p := range s.scan.phrases() {
		if p.longer == p.count {
			continue
		}
		s.phraseFeatures(e.lang, counts, &p, &f)
		stems := make([]string, p.key.len())
		for i := range stems {
			stems[i] = s.stems[p.key[i]]
		}
		phrases = append(phrases, Candidate{strings.Join(stems, " "), slices.Clone(f[:])})
	}
	return words, phrases
}

// Features names what the scores of keywords and of phrases are made of, in the order of their weights.
func Features() (words, phrases []string) { return wordFeatures[:], phraseFeatures[:] }
