package entity

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReaderLexicon is the reader's own names: what to mark, as what, and what never to mark. It goes before all that the
// Recognizer finds by itself. It is built once, then only read from.
type ReaderLexicon struct {
	units map[string]int32  // number of a piece of a name, folded
	edges map[[2]int32]node // the tree of names, by node and unit; the root is node 0
	names map[ownKey]*ownName
	count int
}

type node int32

// ownKey is where a name ends in the tree, and how it is written; "" stands for any capitals.
type ownKey struct {
	at   node
	form string
}

// ownName is one line of a reader's lexicon.
type ownName struct {
	name, canonical string
	typ             Type // "" says that the name is never to be marked
	line            int
}

// LexiconProblem is a line of a reader's lexicon that could not be used; the others were.
type LexiconProblem struct {
	Line int // from 1
	Text string
}

func (p LexiconProblem) String() string { return fmt.Sprintf("line %d: %s", p.Line, p.Text) }

// Bounds of a reader's lexicon. What lies beyond is a LexiconProblem.
const (
	MaxLexicon    = 4 << 20 // bytes
	maxOwnName    = 200     // bytes of a name
	maxOwnTrouble = 50      // problems that are told one by one
)

// ParseLexicon reads a reader's lexicon: one name a line, name<TAB>TYPE[<TAB>canonical name]. A line without a tab may have semicolons, commas or
// several spaces in its place (cellsOf). A leading ! says that the name is never to be marked; a line that begins with # is a comment. TYPE is one of
// PER, LOC, ORG, NORP, EVENT, MISC, or one of the words, in any capitals. A name in lower case is found in any capitals, another one as it is
// written. A canonical name is marked too, unless it has a line of its own.
func ParseLexicon(input string, words TypeWords) (*ReaderLexicon, []LexiconProblem) {
	x := &ReaderLexicon{units: map[string]int32{}, edges: map[[2]int32]node{}, names: map[ownKey]*ownName{}}
	var problems []LexiconProblem
	var canonical []*ownName
	input = strings.TrimPrefix(input, "\uFEFF")
	more, read := 0, 0
	for n := 1; input != ""; n++ {
		line, rest, _ := strings.Cut(input, "\n")
		input = rest
		own, trouble := words.parse(strings.TrimSuffix(line, "\r"), n)
		if read += len(line) + 1; read > MaxLexicon {
			own, trouble, input = nil, fmt.Sprintf("here the limit of %d MB is reached; this line and those below are not used", MaxLexicon>>20), ""
		}
		if own != nil {
			if trouble = x.add(own); trouble == "" {
				x.count++
			}
			if trouble == "" && own.canonical != "" {
				canonical = append(canonical, own)
			}
		}
		switch {
		case trouble == "":
		case len(problems) < maxOwnTrouble:
			problems = append(problems, LexiconProblem{n, trouble})
		default:
			more++
			problems[maxOwnTrouble-1] = LexiconProblem{n, fmt.Sprintf("%s; %d other lines above it cannot be used either", trouble, more)}
		}
	}
	for _, own := range canonical { // one that has a line of its own is refused, and keeps that
		x.add(&ownName{name: own.canonical, canonical: own.canonical, typ: own.typ, line: own.line})
	}
	return x, problems
}

// Len is the number of lines that are used.
func (x *ReaderLexicon) Len() int {
	return x.count
}

// short is a name as a message quotes it.
func short(name string) string {
	const most = 40 // runes
	if r := []rune(name); len(r) > most {
		name = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", name)
}

// isOfWord says whether the rune is one of a word: a letter, a digit or a mark on one.
func isOfWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// add puts a name into the tree, and says what is wrong when it is there already and means something else.
func (x *ReaderLexicon) add(own *ownName) (trouble string) {
	at := node(0)
	var w ownWalk
	for i := 0; i < len(own.name); {
		i = w.next(own.name, i)
		u, ok := x.units[string(w.unit)]
		if !ok {
			u = int32(len(x.units))
			x.units[string(w.unit)] = u
		}
		edge := [2]int32{int32(at), u}
		if at, ok = x.edges[edge]; !ok {
			at = node(len(x.edges) + 1)
			x.edges[edge] = at
		}
	}
	key := ownKey{at, string(w.form)}
	if strings.ToLower(key.form) == key.form {
		key.form = ""
	}
	if old := x.names[key]; old != nil {
		if old.typ == own.typ && old.canonical == own.canonical {
			return ""
		}
		return fmt.Sprintf("%s is on line %d already", short(own.name), old.line)
	}
	x.names[key] = own
	return ""
}

// ownWalk steps through a text by units: a run of letters and digits, white space, any other character.
type ownWalk struct {
	unit []byte // the last one, folded: lower case, a single space, straight apostrophes
	form []byte // all so far, with their capitals
}

// next reads the unit that begins at i and is its end.
func (w *ownWalk) next(s string, i int) int {
	w.unit = w.unit[:0]
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case unicode.IsSpace(r):
		for n > 0 && unicode.IsSpace(r) {
			i += n
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		w.unit, w.form = append(w.unit, ' '), append(w.form, ' ')
		return i
	case r == '’':
		w.unit, w.form = append(w.unit, '\''), append(w.form, '\'')
		return i + n
	case !isOfWord(r):
		w.unit, w.form = append(w.unit, s[i:i+n]...), append(w.form, s[i:i+n]...)
		return i + n
	}
	for n > 0 && isOfWord(r) {
		w.unit = utf8.AppendRune(w.unit, unicode.ToLower(r))
		w.form = append(w.form, s[i:i+n]...)
		i += n
		r, n = utf8.DecodeRuneInString(s[i:])
	}
	return i
}
