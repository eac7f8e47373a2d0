// Package entity takes a parsed document and gives back the names, dates and amounts in
// it: each place where one stands (Mention) and each thing that is named (Entity).
package entity

import (
	"fmt"
	"sync"

	"gloss/app/lang"
	"gloss/app/text"
)

// Recognizer finds names, dates and amounts. It is read once, then only read from, by any
// number of goroutines.
type Recognizer struct {
	lexicon  *lexicon
	evidence *evidence
	model    *Model // nil where the evidence of the tables is all there is
	amounts  *amounts
	rough    bool      // nobody has weighed the evidence of the language: its names are found by roughNames
	reader   Own       // nil when there is none
	scanners sync.Pool // of *scanner, which keep their buffers
}

// scan gives a scanner for the document; give it back with done.
func (r *Recognizer) scan(doc *text.Document) *scanner {
	s, ok := r.scanners.Get().(*scanner)
	if !ok || s.stemmer == nil || s.doc.Language != doc.Language {
		s = &scanner{r: r, stemmer: doc.Language.NewStemmer()}
	}
	s.doc = doc
	return s
}

func (r *Recognizer) done(s *scanner) { r.scanners.Put(s) }

// Rules is what the report calls the scorer that needs no learnt model.
const Rules = "rules"

// ModelName names what weighs the names: a learnt model's name, or Rules.
func (r *Recognizer) ModelName() string {
	if r.model != nil {
		return r.model.name
	}
	return Rules
}

// Rough says whether the names are found by rules that nobody has weighed, as for all languages that no evidence is learnt for.
func (r *Recognizer) Rough() bool { return r.rough && r.model == nil }

// Open reads the tables of the language. For a language without tables of its own the Recognizer finds nothing.
// The error names the table.
func Open(l *lang.Language) (*Recognizer, error) {
	if !l.Supported() {
		return &Recognizer{}, nil
	}
	ev, err := openEvidence(l)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	rough := len(ev.rows) == 0
	lex, err := openLexicon(l, rough)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	am, err := openAmounts(l)
	if err != nil {
		return nil, fmt.Errorf("amounts: %w", err)
	}
	if rough {
		if err := am.openLocal(l, lex.endings); err != nil {
			return nil, fmt.Errorf("amounts: %w", err)
		}
	}
	return &Recognizer{lexicon: lex, evidence: ev, amounts: am, rough: rough}, nil
}

// Recognize finds the mentions in the sentences [first, last) of the document, each
// sentence by itself: what other sentences teach is Resolve's part.
func (r *Recognizer) Recognize(doc *text.Document, first, last int) []Mention {
	found, _ := r.recognize(doc, first, last, false)
	return found
}

// RecognizeAll is Recognize, and beside the mentions gives the unsure ones: what is more likely no name than one, but nearly. They are
// for Unsure alone, once the mentions are resolved.
func (r *Recognizer) RecognizeAll(doc *text.Document, first, last int) (found, unsure []Mention) {
	return r.recognize(doc, first, last, true)
}

func (r *Recognizer) recognize(doc *text.Document, first, last int, all bool) (found, unsure []Mention) {
	if r.lexicon == nil {
		return r.obeyed(doc, first, last, nil), nil
	}
	s := r.scan(doc)
	defer r.done(s)
	for i := first; i < last; i++ {
		if !doc.Reads(i) {
			continue
		}
		s.read(doc.Sentences[i])
		if r.rough {
			found = s.merge(found, s.datelines(s.kinds(s.roughNames())), r.amounts.find(doc, doc.Sentences[i]))
			continue
		}
		found = s.merge(found, s.datelines(s.kinds(s.decode())), r.amounts.find(doc, doc.Sentences[i]))
		if all {
			unsure = append(unsure, s.unsure()...)
		}
	}
	return r.obeyed(doc, first, last, found), unsure
}

// Type says what an entity is.
type Type string

const (
	Person   Type = "PER"
	Location Type = "LOC"
	Org      Type = "ORG"
	Group    Type = "NORP"
	Event    Type = "EVENT"
	Misc     Type = "MISC"
	Date     Type = "DATE"
	Time     Type = "TIME"
	Money    Type = "MONEY"
	Percent  Type = "PERCENT"
	Quantity Type = "QUANTITY"
)

// Name says whether the type is a name (not a date or an amount).
func (t Type) Name() bool {
	switch t {
	case Date, Time, Money, Percent, Quantity:
		return false
	}
	return true
}

// Mention is one place in the text where an entity is named. Mentions are in order and never overlap.
type Mention struct {
	text.Span
	Type       Type
	Value      string  // normal form of a date or an amount, "" when it has none
	Confidence float64 // 0 to 1, rounded to 4 decimals
	Why        []string
	votes      [numTypes]int16 // what speaks for each type of name, as evidence adds up
	own        *ownName        // the line of the reader's lexicon that marks it, nil for none
	dateline   bool            // it only says where the report was written
	shouted    bool            // its sentence is in capitals or in title case, so that its bounds are a guess
}

// Entity is one thing that is named, with all the places that name it.
type Entity struct {
	Name       string // the fullest proper name, white space collapsed
	Type       Type
	Aliases    []string
	Related    []Relation
	Value      string // normal form of a date or an amount
	Salience   float64
	Confidence float64
	Mentions   []int // indices into the mentions, in order
}

// Relation links an entity to another name: "demonym" (Iranian, Iran) or "capital" (Tehran, Iran).
type Relation struct{ Name, Relation string }
