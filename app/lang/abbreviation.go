package lang

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ends says how an abbreviation that is written with a stop behaves at the end of a sentence.
type Ends uint8

const (
	Never      Ends = iota + 1 // "Mr.", "e.g.": a sentence never ends with it
	WithNumber                 // "No.", "pp.": an abbreviation only before a number; else its stop is a full stop
	AtCapital                  // "a.m.", "etc.": a sentence ends with it where a capital follows
	AtStopWord                 // "Inc.", "U.S.": a sentence ends with it only where a capitalised stop word follows
)

var endsNames = map[string]Ends{"never": Never, "number": WithNumber, "capital": AtCapital, "stopword": AtStopWord}

// Abbreviation is one line of abbreviations.txt.
type Abbreviation struct {
	Ends      Ends
	Capital   bool   // the table has it with a capital: "M.", not what "v." is in capitals
	followers string // words after which the sentence goes on though they have a capital, between spaces
}

// GoesOnBefore says whether a sentence goes on when the folded word follows the abbreviation,
// capital or not ("5 p.m. Eastern").
func (a Abbreviation) GoesOnBefore(folded string) bool {
	return a.followers != "" && strings.Contains(a.followers, " "+folded+" ")
}

// Abbreviation is what the language knows of a form (without its last stop) as an abbreviation. An entry in lower
// case stands for every case; one with capitals for itself and for all capitals.
func (l *Language) Abbreviation(form string) (Abbreviation, bool) {
	if len(form) > l.abbrMax {
		return Abbreviation{}, false
	}
	if a, ok := l.abbr[form]; ok {
		return a, true
	}
	folded := Fold(form)
	if folded == form {
		return Abbreviation{}, false
	}
	if a, ok := l.abbr[folded]; ok {
		return a, true
	}
	if form != strings.ToUpper(form) {
		return Abbreviation{}, false
	}
	r, n := utf8.DecodeRuneInString(folded)
	a, ok := l.abbr[string(unicode.ToUpper(r))+folded[n:]]
	return a, ok
}

// readAbbreviations reads abbreviations.txt: the abbreviation without its last stop, how it ends
// sentences, and the words that may follow with a capital.
func (l *Language) readAbbreviations() error {
	lines, err := l.Lines("abbreviations.txt")
	if err != nil {
		return err
	}
	l.abbr = make(map[string]Abbreviation, len(lines))
	for _, line := range lines {
		c := strings.Split(line, "\t")
		if len(c) < 2 || endsNames[c[1]] == 0 {
			return fmt.Errorf("language %s: abbreviations.txt: bad line %q", l.Code, line)
		}
		a := Abbreviation{Ends: endsNames[c[1]], Capital: Fold(c[0]) != c[0]}
		if len(c) > 2 {
			a.followers = " " + c[2] + " "
		}
		l.abbr[c[0]] = a
		l.abbrMax = max(l.abbrMax, len(c[0]))
	}
	return nil
}

// Ordinals says whether a number with a stop is an ordinal, so that its stop ends no sentence before another number ("2024. 05. 03."): the table
// has 0, which stands for every number.
func (l *Language) Ordinals() bool { return l.abbr["0"].Ends == WithNumber }

// Elided says whether the form, without its first apostrophe, is a word that begins with one: 'tis, 'em.
func (l *Language) Elided(form string) bool { return l.elided.Has(Fold(form)) }

// Attributes says whether the form is a verb that tells who spoke the quotation before it: said, asked.
func (l *Language) Attributes(form string) bool { return l.attributes.Has(form) }
