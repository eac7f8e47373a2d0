package entity

import (
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// An atom is what a name is made of: a token, a part of a hyphenated compound, or a possessive 's.
type atom struct {
	text.Span
	kind   atomKind
	joined bool // no gap before it: a later part of a compound, or an 's
	opens  bool // first word of the sentence, or of what is quoted in it
	class  class
}

type atomKind uint8

const (
	lower      atomKind = iota // a word in lower case
	title                      // a word with a capital: "Tehran", "McDonald", "al-Qaida"'s second part
	upper                      // a word in capitals of two letters or more
	initial                    // a letter with a full stop: "J."
	number                     // begins with a digit or a sign
	possessive                 // the clitic 's, or the apostrophe of a plural
	punct
)

// name says whether a name can begin or end with the atom.
func (k atomKind) name() bool { return k == title || k == upper || k == initial }

// mode is how a sentence uses capitals.
type mode uint8

const (
	sentenceCase mode = iota
	titleCase         // every long word has a capital: they say little
	upperCase         // all in capitals: they say nothing
)

// read makes the atoms of a sentence.
func (s *scanner) read(sentence text.Sentence) {
	s.atoms = s.atoms[:0]
	for i := sentence.First; i < sentence.Last; i++ {
		t := s.doc.Tokens[i]
		parts := s.doc.PartsOf(i)
		if len(parts) == 0 || s.givenName(parts) {
			s.addAtom(t.Span, t.Kind, false)
			continue
		}
		for j, p := range parts {
			s.addAtom(p, t.Kind, j > 0)
		}
	}
	s.mode = s.modeOf()
	opening := true
	for i := range s.atoms {
		a := &s.atoms[i]
		form := a.Of(s.doc.Text)
		if a.kind == punct || a.kind == number {
			opening = opening || form == `"` || form == "“" || form == ":"
			continue
		}
		a.opens, opening = opening, false
		a.class = s.classesOf(form)
	}
	s.shouts = s.mode != sentenceCase && !s.saysMore()
}

// givenName says whether a compound after a capitalised word is the rest of a person's name that is written with a small last part, as
// Korean ones are ("Ban Ki-moon", "Kim Jong-un"), and not a name with a common word after it ("South Korea-led").
func (s *scanner) givenName(parts []text.Span) bool {
	const longest = 7 // bytes of a syllable or two
	if len(parts) != 2 || parts[0].Len() > longest || parts[1].Len() > longest || len(s.atoms) == 0 || s.atoms[len(s.atoms)-1].kind != title {
		return false
	}
	first, last := parts[0].Of(s.doc.Text), parts[1].Of(s.doc.Text)
	if kindOf(first) != title || kindOf(last) != lower || s.classesOf(first)&(country|region|capital|city|demonym) != 0 {
		return false
	}
	for n := 0; n < len(last); n++ { // the word, or one of its endings, as "-ed"
		key := last
		if n > 0 {
			key = "-" + last[n:]
		}
		if s.r.lexicon.classes[key]&compound != 0 {
			return false
		}
	}
	return true
}

func (s *scanner) addAtom(p text.Span, kind text.Kind, joined bool) {
	a := atom{Span: p, joined: joined}
	switch kind {
	case text.Punct, text.Symbol, text.Address:
		a.kind = punct
	case text.Clitic:
		a.kind, a.joined = possessive, true
	default:
		a.kind = kindOf(p.Of(s.doc.Text))
	}
	s.atoms = append(s.atoms, a)
}

func kindOf(form string) atomKind {
	first, size := utf8.DecodeRuneInString(form)
	if !unicode.IsLetter(first) {
		for _, r := range form {
			if unicode.IsLetter(r) && unicode.IsUpper(r) && first != '$' && first != '£' && first != '€' {
				return title // "76ers" is a number, "49Ers" and "@BBC" may be names
			}
		}
		return number
	}
	capitals, small := 0, 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		}
	}
	switch {
	case capitals == 0:
		return lower
	case capitals == 1 && small == 0 && (size == len(form) || form[size:] == "."):
		return initial
	case small == 0:
		return upper
	}
	return title
}

// modeOf looks at the words of four letters or more, which a headline in title case gives capitals.
func (s *scanner) modeOf() mode {
	long, capitals, allUpper, words := 0, 0, 0, 0
	for i := range s.atoms {
		a := &s.atoms[i]
		if a.kind > upper || a.Len() < 2 {
			continue
		}
		words++
		if a.kind == upper {
			allUpper++
		}
		if a.Len() >= 4 {
			long++
			if a.kind != lower {
				capitals++
			}
		}
	}
	switch {
	case words >= 2 && allUpper*10 >= words*9:
		return upperCase
	case long >= 4 && capitals*10 >= long*9:
		return titleCase
	}
	return sentenceCase
}

// saysMore says whether a short word in lower case is one that title case would give a capital ("met", where "of" and "the" tell nothing).
func (s *scanner) saysMore() bool {
	for i := range s.atoms {
		a := &s.atoms[i]
		if a.kind == lower && a.Len() == 3 && !a.joined && a.class&joiner == 0 && !s.doc.Language.IsStop(a.Of(s.doc.Text)) {
			return true
		}
	}
	return false
}

// classesOf looks a word up. A word in capitals of four letters or more may be one that is written so for effect.
func (s *scanner) classesOf(form string) class {
	if s.r.rough {
		return s.roughClasses(form)
	}
	s.key = fold(s.key[:0], form, s.mode == upperCase)
	c, ok := s.r.lexicon.classes[string(s.key)]
	if !ok && len(form) >= 4 && isAcronym(form) {
		s.key = fold(s.key[:0], form, true)
		c = s.r.lexicon.classes[string(s.key)]
	}
	return c
}
