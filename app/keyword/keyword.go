// Package keyword takes a parsed document and gives back what it keeps talking about:
// single words counted by stem (Keyword) and phrases of two to four words (Phrase).
package keyword

import (
	"gloss/app/lang"
	"gloss/app/text"
)

// Keyword is a group of words with one stem. Words that share one by accident, as far as the language's tables know them, are groups of their own.
type Keyword struct {
	Stem  string // the key of the group, never shown
	Form  string // the commonest surface form, folded unless it is always written with a capital
	Count int
	Score float64     // 0 to 1, rounded to 4 decimals; the list is ordered by it
	Forms []Form      // commonest first
	Spans []text.Span // in order, a possessive 's left out
}

// Form is one surface form of a keyword.
type Form struct {
	Form  string
	Count int
}

// Phrase is a run of two to four words that belongs together.
type Phrase struct {
	Text  string // the commonest surface form, white space collapsed
	Count int
	Score float64
	Spans []text.Span
}

// Extractor finds the keywords and phrases of documents in one language. It is only read
// from, by any number of goroutines.
type Extractor struct {
	lang    *lang.Language
	classes *classes
	words   Weights
	phrases Weights
}

// Open reads the word classes and the weights of the language. The plain language has
// neither: its words are ranked by frequency and place, and it has no phrases.
func Open(l *lang.Language) (*Extractor, error) {
	e := &Extractor{lang: l, words: plainWeights}
	var err error
	if e.classes, err = openClasses(l); err != nil || !l.Supported() {
		return e, err
	}
	if e.words, err = openWeights(l, "keyword-weights.txt", wordFeatures[:]); err != nil {
		return nil, err
	}
	if e.phrases, err = openWeights(l, "phrase-weights.txt", phraseFeatures[:]); err != nil {
		return nil, err
	}
	return e, nil
}

// Key is what a form is counted under: its stem, unless the language's tables know that it shares that by accident.
func (e *Extractor) Key(form string, st *lang.Stemmer) string {
	return e.classes.key(foldStop(form), st.Stem(form))
}

// Words is the words of one document, read for both lists.
type Words struct {
	*scan
	e    *Extractor
	each []group // in the order of their first places
}

// Read reads the words of the document. st must be of the document's language.
func (e *Extractor) Read(doc *text.Document, st *lang.Stemmer) *Words {
	s := e.scan(doc, st)
	return &Words{scan: s, e: e, each: s.groups()}
}

// WithWeights is the same Extractor with other weights, for fitting them.
func (e *Extractor) WithWeights(words, phrases Weights) *Extractor {
	c := *e
	c.words, c.phrases = words, phrases
	return &c
}
