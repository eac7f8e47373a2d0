// Package quote takes a parsed document and the names of the people and organisations in
// it and gives back who said what.
package quote

import (
	"slices"

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

// Open reads the language's cue words. A language without them finds nothing. The error tells what of quote.txt is wrong.
func Open(l *lang.Language) (*Finder, error) {
	w, err := openWords(l)
	return &Finder{words: w}, err
}

// Find gives back the quotations, in order of their start; of two that start together the longer one is first. A quotation is what stands in marks, or
// behind the dash of a dialogue, and has a cue that tells its speaker or the length and form of speech: a title, a nickname or an ironical word has neither.
// Speech told without marks is indirect. Only nested ones overlap others, and lie within them. names are in order and don't overlap.
// The rules follow what newspapers do (see Pareti and others 2013, "Automatically Detecting and Attributing Indirect Quotations", for the kinds).
func (f *Finder) Find(doc *text.Document, names []Name) []Quote {
	if len(f.words.class) == 0 {
		return nil
	}
	r := &reader{words: &f.words, doc: doc, names: names, toldIn: -1}
	r.classify()
	r.sexes()
	r.findMarks()
	r.findDashes()
	next := 0 // of the marks
	for i, s := range doc.Sentences {
		if !doc.Reads(i) {
			continue
		}
		r.indirect(i)
		for ; next < len(r.marks) && r.marks[next].open < s.Last; next++ {
			r.attribute(next)
		}
	}
	return r.list()
}

// list is what was found, in order.
func (r *reader) list() []Quote {
	slices.SortStableFunc(r.found, func(a, b Quote) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var open []text.Span // those that the next one may lie in
	out := r.found[:0]
	for _, q := range r.found {
		for len(open) > 0 && open[len(open)-1].End <= q.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			if outer := open[len(open)-1]; !outer.Contains(q.Span) || outer == q.Span {
				continue
			}
			q.Nested = true
		}
		open = append(open, q.Span)
		out = append(out, q)
	}
	return out
}
