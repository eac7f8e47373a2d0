package entity

import (
	"strings"
	"unicode/utf8"
)

// endings are what a language puts behind a name or the word for a people, case endings above all, and what stands in their place in the
// form that the tables have.
type endings struct {
	rows    map[string][]base
	longest int // bytes
}

// base is what stands in the place of an ending.
type base struct {
	tail   string
	people bool // only in words for peoples
}

// Bounds of the words whose endings are looked at: bytes that are left of a word without its ending, and bytes of the word.
const (
	leastStem   = 3
	longestForm = 64
)

// addEnding reads a row of endings.txt: an ending and, with spaces between, what stands in its place, a stop for nothing. Below a line "people" the
// rows are for words for peoples only.
func (e *endings) addEnding(cells []string, people bool) {
	if len(cells) < 2 {
		return
	}
	for _, tail := range strings.Fields(cells[1]) {
		e.rows[cells[0]] = append(e.rows[cells[0]], base{strings.Trim(tail, "."), people})
	}
	e.longest = max(e.longest, len(cells[0]))
}

// bases calls each for what the word may be a form of, the longest ending first, until it says that it has enough.
func (e *endings) bases(word string, each func(form string, people bool) bool) bool {
	if e == nil || len(word) > longestForm {
		return false
	}
	for at := max(leastStem, len(word)-e.longest); at < len(word); at++ {
		if !utf8.RuneStart(word[at]) {
			continue
		}
		for _, b := range e.rows[word[at:]] {
			if each(word[:at]+b.tail, b.people) {
				return true
			}
		}
	}
	return false
}

// known is the first base of the word that the test knows, of those of its bases otherwise; "" when there is none.
func (e *endings) known(word string, test func(form string, people bool) bool) (found string) {
	try := func(form string, people bool) bool {
		if test(form, people) {
			found = form
		}
		return found != ""
	}
	if e.bases(word, try) {
		return found
	}
	e.bases(word, func(form string, people bool) bool {
		return e.bases(form, func(f string, p bool) bool { return try(f, p || people) })
	})
	return found
}

// ofNames are the classes of names that are written with a capital.
const ofNames = country | region | capital | city | given | knownOrg

// has says whether the tables have the word: as a name, or, if it is in small letters, as another word.
func (x *lexicon) has(word string, small bool) bool {
	c := x.classes[word]
	if small {
		c &^= ofNames
	}
	return c != 0
}

// base is the form that the tables have of a folded word, which is in small letters or not: by itself, else as a part of a name; the word itself when
// they have none.
func (x *lexicon) base(word string, small bool) string {
	if x.endings == nil || x.has(word, small) {
		return word
	}
	for _, test := range [...]func(form string, people bool) bool{
		func(form string, people bool) bool {
			return x.has(form, small) && (!people || x.classes[form]&(demonym|group) != 0)
		},
		func(form string, people bool) bool { return x.inner[form] && !people },
	} {
		if b := x.endings.known(word, test); b != "" {
			return b
		}
		if x.inner[word] {
			return word
		}
	}
	return word
}

// mostBases is how many words a scanner remembers the bases of.
const mostBases = 1 << 14

// base is the folded form that the tables have of the word.
func (s *scanner) base(form string) string {
	if b, ok := s.bases[form]; ok && s.mode != upperCase {
		return b
	}
	s.key = fold(s.key[:0], form, s.mode == upperCase)
	if len(form) > longestForm {
		return string(s.key)
	}
	b := s.r.lexicon.base(string(s.key), kindOf(form) == lower)
	if s.mode != upperCase {
		if len(s.bases) >= mostBases || s.bases == nil {
			s.bases = map[string]string{}
		}
		s.bases[strings.Clone(form)] = b
	}
	return b
}
