// Package quote takes a parsed document and the names of the people and organisations in
// it and gives back who said what.
package quote

import (
	"gloss/app/lang"
	"gloss/app/text"
)

// Name is one mention of a person or an organisation.
type Name struct {
	text.Span
	Entity int  // mentions of one entity have the same number
	Person bool // a pronoun can only stand for a person
}

// Quote is one quotation with its speaker.
type Quote struct {
	text.Span           // from the opening mark to the closing one, marks included
	Speaker   text.Span // one of the given names, or a noun phrase; zero when unknown
	Name      int       // the index of the given name that spoke; -1 when none of them
	Cue       text.Span // "said", "told"; zero when there is none
	Indirect  bool
}

// Finder finds quotations in documents of one language. It is only read from, by any number of goroutines.
type Finder struct {
	words words
}

// Open reads the language's cue words. The plain language has none: nothing is found in it.
func Open(l *lang.Language) (*Finder, error) {
	w, err := openWords(l)
	return &Finder{words: w}, err
}

// Find gives back the quotations whose speaker is told by a cue beside them, in order. names are in order and do not
// overlap. What stands in quotation marks without a cue (a title, an ironical word) is left out.
func (f *Finder) Find(doc *text.Document, names []Name) []Quote {
	if len(f.words.class) == 0 {
		return nil
	}
	r := &reader{words: &f.words, doc: doc, names: names}
	r.findMarks()
	var out []Quote
	for i := range r.marks {
		if q, ok := r.attribute(i); ok {
			out = append(out, q)
		}
	}
	return out
}
