package entity

import (
	"unicode/utf8"

	"gloss/app/text"
)

// Clues that stand for the edges of a sentence.
const (
	edgeBefore = "%^"
	edgeAfter  = "%$"
)

// maxAtoms is how many atoms a name can have; less where capitals say little, to keep the work linear.
var maxAtoms = [...]int{sentenceCase: 10, titleCase: 7, upperCase: 7}

// clues gives the clues of atom i: the word, its shape and place, its endings, its classes. The bytes are good until emit returns.
func (s *scanner) clues(i int, emit func(clue []byte)) {
	a := &s.atoms[i]
	emit(s.word(i))
	emit(s.shape(a))
	switch {
	case a.kind.name():
		emit(s.rank(a))
		s.affixes(a.Of(s.doc.Text), 4, emit)
	case a.kind == lower:
		s.affixes(a.Of(s.doc.Text), 3, emit)
	}
	for c := 0; a.class>>c != 0; c++ {
		if a.class&(1<<c) != 0 {
			s.key = append(append(s.key[:0], '@'), classNames[c]...)
			emit(s.key)
		}
	}
}

// word is the folded form of atom i.
func (s *scanner) word(i int) []byte { return s.folded[s.ends[i].Start:s.ends[i].End] }

// foldAtoms folds the words of the sentence into one buffer, as they stand in a phrase, so
// that each run of atoms is a slice of it.
func (s *scanner) foldAtoms() {
	s.folded, s.ends = s.folded[:0], s.ends[:0]
	for i := range s.atoms {
		a := &s.atoms[i]
		if i > 0 {
			if a.joined || a.Start == s.atoms[i-1].End {
				s.folded = append(s.folded, s.doc.Text[s.atoms[i-1].End:a.Start]...)
			} else {
				s.folded = append(s.folded, ' ')
			}
		}
		start := len(s.folded)
		if s.r.rough {
			s.folded = append(s.folded, s.base(a.Of(s.doc.Text))...)
			s.ends = append(s.ends, text.Span{Start: start, End: len(s.folded)})
			continue
		}
		s.folded = fold(s.folded, a.Of(s.doc.Text), s.mode == upperCase)
		s.ends = append(s.ends, text.Span{Start: start, End: len(s.folded)})
	}
}

// phrase is the folded text of atoms [i, j).
func (s *scanner) phrase(i, j int) []byte { return s.folded[s.ends[i].Start:s.ends[j-1].End] }

const kindSigns = "xXUI9',"

// shape is a clue like "%Xs1": kind, mode of the sentence, where it stands, and the length of a short word in capitals.
func (s *scanner) shape(a *atom) []byte {
	k := append(s.key[:0], '%', kindSigns[a.kind], "stu"[s.mode])
	if a.opens {
		k = append(k, '1')
	}
	if a.joined {
		k = append(k, '-')
	}
	if a.kind == upper {
		k = append(k, byte('0'+min(a.Len(), 7)))
	}
	s.key = k
	return k
}

// rank is a clue like "%r2s1": how common the word is in the language at large, the mode of the sentence, whether it opens one.
func (s *scanner) rank(a *atom) []byte {
	band := byte('9')
	if r, ok := s.doc.Language.Rank(s.stemmer.Stem(a.Of(s.doc.Text))); ok {
		band = '0'
		for limit := 100; limit < r; limit *= 4 {
			band++
		}
	}
	s.key = append(s.key[:0], '%', 'r', band, "stu"[s.mode])
	if a.opens {
		s.key = append(s.key, '1')
	}
	return s.key
}

// affixes gives the folded last letters of a word, two to longest of them, and the first three if longest is more than three, where the word is longer than they are.
func (s *scanner) affixes(form string, longest int, emit func([]byte)) {
	s.low = fold(s.low[:0], form, true)
	at := len(s.low)
	for n := 1; n <= longest && at > 0; n++ {
		_, size := utf8.DecodeLastRune(s.low[:at])
		at -= size
		if n >= 2 && at > 0 {
			s.key = append(append(s.key[:0], '~'), s.low[at:]...)
			emit(s.key)
		}
	}
	if longest <= 3 {
		return
	}
	at = 0
	for range 3 {
		_, size := utf8.DecodeRune(s.low[at:])
		at += size
	}
	if at < len(s.low) {
		s.key = append(append(append(s.key[:0], '~'), s.low[:at]...), '~')
		emit(s.key)
	}
}

// spanClues gives the clues of the atoms [i, j) as one name: its shape, the phrase itself and the phrase's classes.
func (s *scanner) spanClues(i, j int, emit func(clue []byte)) {
	k := append(s.key[:0], '=', "stu"[s.mode])
	for n := i; n < j && n < i+6; n++ {
		a := &s.atoms[n]
		if a.joined && a.kind != possessive {
			k = append(k, '-')
		}
		if a.kind == lower {
			k = append(k, s.word(n)...)
		} else {
			k = append(k, kindSigns[a.kind])
		}
	}
	s.key = k
	emit(k)
	if n := j - i; n >= 2 && n <= 4 {
		phrase := s.phrase(i, j)
		s.key = append(append(s.key[:0], '_'), phrase...)
		emit(s.key)
		cl := s.r.lexicon.classes[string(phrase)]
		for c := 0; cl>>c != 0; c++ {
			if cl&(1<<c) != 0 {
				s.key = append(append(s.key[:0], '@', '@'), classNames[c]...)
				emit(s.key)
			}
		}
	}
}

// runs calls each for every run of atoms [i, j) that begins at i and could be a name.
func (s *scanner) runs(i int, each func(j int)) {
	if !s.begins(i) {
		return
	}
	links := 0
	for j := i + 1; j <= len(s.atoms) && j-i <= maxAtoms[s.mode]; j++ {
		a := &s.atoms[j-1]
		switch {
		case a.kind.name(), a.kind == number && j-1 > i:
			links = 0
			each(j)
		case j-1 == i: // a particle in lower case begins the name
		case s.links(j - 1):
			if links++; links > 2 {
				return
			}
		default:
			return
		}
	}
}

// begins says whether a name can begin with atom i: one with a capital, or a particle before one that has.
func (s *scanner) begins(i int) bool {
	a := &s.atoms[i]
	if a.kind.name() {
		return true
	}
	return a.kind == lower && (a.class&particle != 0 || i+1 < len(s.atoms) && s.atoms[i+1].joined) && i+1 < len(s.atoms) && s.atoms[i+1].kind.name()
}

// links says whether atom i can stand inside a name that goes on after it.
func (s *scanner) links(i int) bool {
	a := &s.atoms[i]
	switch a.kind {
	case possessive:
		return true
	case lower:
		return a.joined || a.class&(particle|joiner) != 0
	case punct:
		switch a.Of(s.doc.Text) {
		case "&", "'", "’", `"`, "“", "”", "+", "/":
			return true
		}
	}
	return false
}
