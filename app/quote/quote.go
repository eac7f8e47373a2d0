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

// Quote is one quotation with its speaker, or speech that is told without marks. All spans are in bytes.
type Quote struct {
	text.Span             // from the opening mark to the closing one, marks included; of indirect speech, what was said
	Parts     []text.Span // in order, inside Span: one, or one for each paragraph that the quotation runs over
	Speaker   text.Span   // the speaker as written beside it: a given name, a noun phrase or a pronoun; zero when nobody is
	Name      int         // the index of the given name that spoke; -1 when none of them, or it isn't certain which
	Pronoun   bool        // a pronoun stands for the speaker, or nothing does; without a Name nobody knows who it is
	Cue       text.Span   // "said", "told"; zero when there is none
	Indirect  bool        // speech without marks: "Smith said that …"
	Nested    bool        // it stands within another quotation of the list
	Continued bool        // it goes on with the quotation before: "…," said Smith. "…"
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
