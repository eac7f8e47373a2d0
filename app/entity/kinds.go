package entity

import (
	"bytes"
	"sort"
	"strings"

	"gloss/app/text"
)

// kind is what a word of kinds.txt tells of the name that it stands in or beside.
type kind uint16

const (
	headWord kind = 1 << iota
	stormWord
	ofName
	smallWord
	strikeWord
	lawWord
	lawOfName
	language
	tongue
	half
	workWord
	link
	weather
)

var kindNames = map[string]kind{"head": headWord, "storm": stormWord, "of": ofName,
	"small": smallWord, "strike": strikeWord, "law": lawWord, "lawof": lawOfName, "language": language, "tongue": tongue, "half": half, "work": workWord, "link": link, "weather": weather}

var kindTypes = map[string]Type{"event": Event, "misc": Misc, "norp": Group}

// kinds tells events, groups and other names apart, by known names and by the words in a name. Keys are as kindKey makes them.
type kinds struct {
	words map[string]kind // of one word or two
	names map[string]Type
	opens map[string]int // first word of a name or of several words -> the most atoms of one
}

// addKind reads a row of kinds.txt.
func (x *kinds) addKind(cells []string) {
	key := string(kindKey(nil, cells[0]))
	if t, ok := kindTypes[column(cells, 1)]; ok {
		x.names[key] = t
	}
	x.words[key] |= kindNames[column(cells, 1)]
	first, _, _ := strings.Cut(key, " ")
	first, _, _ = strings.Cut(first, "-")
	more := strings.Count(key, " ") + strings.Count(key, "-") + strings.Count(key, "'")
	x.opens[first] = max(x.opens[first], more+1)
}

// kindKey appends the phrase in small letters, each number as one #.
func kindKey[T string | []byte](dst []byte, phrase T) []byte {
	number := false
	for i := 0; i < len(phrase); i++ {
		c := phrase[i]
		digit := c >= '0' && c <= '9'
		switch {
		case digit && number:
			continue
		case digit:
			dst = append(dst, '#')
		case c >= 'A' && c <= 'Z':
			dst = append(dst, c+'a'-'A')
		default:
			dst = append(dst, c)
		}
		number = digit
	}
	return dst
}

// kindKey is the key of the atoms [i, j); good until the next.
func (s *scanner) kindKey(i, j int) []byte {
	s.low = kindKey(s.low[:0], s.phrase(i, j))
	return s.low
}

// kind is what the word of atom i tells, 0 where there is none.
func (s *scanner) kind(i int) kind {
	if i < 0 || i >= len(s.atoms) {
		return 0
	}
	return s.r.lexicon.kinds.words[string(s.kindKey(i, i+1))]
}

// kinds puts the events, groups and other names that the tables and the words in them show in the place of the names that were found.
func (s *scanner) kinds(found []Mention) []Mention {
	var more []Mention
	for i := 0; i < len(s.atoms); i++ {
		if k := s.atoms[i].kind; k == punct || k == possessive || k == number {
			continue
		}
		f, ok := s.kindAt(i, found)
		if !ok {
			continue
		}
		m := Mention{Span: text.Span{Start: s.atoms[f.first].Start, End: s.atoms[f.last-1].End}}
		m.become(f.typ, f.why)
		for len(more) > 0 && m.Contains(more[len(more)-1].Span) {
			more = more[:len(more)-1]
		}
		if len(more) == 0 || more[len(more)-1].End <= m.Start {
			more = append(more, m)
		}
		i = max(i, f.last-1)
	}
	if more == nil {
		return found
	}
	return overlay(found, more)
}

// kindFind is a name in the atoms [first, last) that a rule has found.
type kindFind struct {
	first, last int
	typ         Type
	why         string
	sure        bool // also where a person was found
}

// kindAt is the event, group or other name that begins at atom i, or whose telling word that is.
func (s *scanner) kindAt(i int, found []Mention) (f kindFind, ok bool) {
	k := s.kind(i)
	f, ok = s.knownKind(i)
	if !ok && k&(stormWord|weather) != 0 {
		f, ok = s.storm(i)
	}
	if !ok && s.mode == sentenceCase && k != 0 {
		switch capital := s.atoms[i].kind == title; {
		case capital && k&half != 0:
			f, ok = s.twoPeoples(i)
		case capital && k&(ofName|lawOfName) != 0 && s.linksOf(i+1):
			f, ok = s.behindOf(i, k)
		case capital && k&(headWord|lawWord) != 0:
			f, ok = s.headed(i, k)
		case !capital && k&(smallWord|strikeWord) != 0:
			f, ok = s.smallHead(i, k)
		case !capital && k&workWord != 0:
			return s.work(i, found)
		}
	}
	return f, ok && s.free(f, found)
}

// free says whether nothing that was found speaks against the name: one that holds it and more, or a person under the word that tells.
func (s *scanner) free(f kindFind, found []Mention) bool {
	span := text.Span{Start: s.atoms[f.first].Start, End: s.atoms[f.last-1].End}
	k := sort.Search(len(found), func(k int) bool { return found[k].End > span.Start })
	for ; k < len(found) && found[k].Start < span.End; k++ {
		m := &found[k]
		switch {
		case m.Contains(span) && m.Len() > span.Len(), !span.Contains(m.Span):
			return false
		case m.Type == Person && m.End == span.End && !f.sure:
			return false
		}
	}
	return true
}

var kindWhys = map[Type]string{Event: "a known event", Misc: "a known work, product, law or award", Group: "a known group"}

// knownKind is the longest known name at atom i; an event takes its year and its number with it, and the words with capitals before it.
func (s *scanner) knownKind(i int) (f kindFind, ok bool) {
	if !s.atoms[i].kind.name() {
		return f, false
	}
	first, _, _ := bytes.Cut(s.kindKey(i, i+1), []byte("-"))
	for j := min(len(s.atoms), i+s.r.lexicon.kinds.opens[string(first)]); j > i; j-- {
		t, known := s.r.lexicon.kinds.names[string(s.kindKey(i, j))]
		if !known || j < len(s.atoms) && s.atoms[j].joined && s.atoms[j].kind != possessive {
			continue
		}
		f = kindFind{i, j, t, kindWhys[t], true}
		if t != Event || s.mode != sentenceCase {
			return f, true
		}
		f.first, f.last = s.leftmost(i), s.numeral(j)
		return f, f.last == len(s.atoms) || !s.atoms[f.last].kind.name() || s.atoms[f.last].opens
	}
	return f, false
}

// storm is a storm with its name: "Hurricane Katrina", "Tropical Storm Bret".
func (s *scanner) storm(i int) (f kindFind, ok bool) {
	j := i + 1
	if s.kind(i)&weather != 0 {
		if s.kind(j)&stormWord == 0 {
			return f, false
		}
		j++
	}
	if j >= len(s.atoms) || !s.atoms[i].kind.name() || !s.atoms[j].kind.name() || s.atoms[j].joined {
		return f, false
	}
	if s.mode == sentenceCase && j+1 < len(s.atoms) && (s.atoms[j+1].kind.name() || s.atoms[j+1].joined && s.atoms[j+1].kind != possessive) {
		return f, false
	}
	return kindFind{i, j + 1, Event, "begins with “" + s.atoms[i].Of(s.doc.Text) + "”", true}, true
}

// twoPeoples is a compound that names two: "Anglo-Irish".
func (s *scanner) twoPeoples(i int) (f kindFind, ok bool) {
	if i+1 >= len(s.atoms) || !s.atoms[i+1].joined || s.atoms[i+1].class&demonym == 0 {
		return f, false
	}
	return kindFind{i, i + 2, Group, "people or things of two countries", true}, true
}

// linksOf says whether atom i is an "of" before a name.
func (s *scanner) linksOf(i int) bool { return i < len(s.atoms) && s.kind(i)&link != 0 }

// behindOf is a name that goes on behind "of": "Battle of the Bulge", "Treaty of Versailles".
func (s *scanner) behindOf(i int, k kind) (f kindFind, ok bool) {
	j := i + 2
	if j < len(s.atoms) && s.atoms[j].kind == lower && s.atoms[j].class&joiner != 0 {
		j++
	}
	from := j
	for j < len(s.atoms) && s.atoms[j].kind.name() {
		j++
	}
	t := Misc
	if k&ofName != 0 {
		t = Event
	}
	return kindFind{i, j, t, "begins with “" + s.atoms[i].Of(s.doc.Text) + "”", false}, j > from && !s.atoms[i].opens
}

// headed is a name that ends in the word for what it is: "Iraq War", "World War II", "Kyoto Protocol".
func (s *scanner) headed(i int, k kind) (f kindFind, ok bool) {
	last := s.numeral(i + 1)
	if last < len(s.atoms) && (s.atoms[last].kind.name() || s.atoms[last].joined && s.atoms[last].kind != possessive) {
		return f, false
	}
	f = kindFind{s.leftmost(i), last, Event, "ends in “" + s.atoms[i].Of(s.doc.Text) + "”", false}
	if k&headWord == 0 {
		f.typ = Misc
	}
	if f.first+1 < i {
		return f, true
	}
	c, known := s.atoms[f.first].class, s.r.lexicon.kinds.names[string(s.kindKey(f.first, f.first+1))] != ""
	person := c&given != 0 && c&(country|region|capital|city) == 0 && !known // "Doris Day", not "Easter Rising"
	return f, f.first < i && s.atoms[f.first].kind.name() && !person
}

// smallHead is an event whose last words have no capital: "Cuban missile crisis", "September 11 attacks".
func (s *scanner) smallHead(i int, k kind) (f kindFind, ok bool) {
	from := i
	if s.r.lexicon.kinds.words[string(s.kindKey(max(i-1, 0), i+1))]&smallWord != 0 && i > 0 {
		from--
	} else if k&smallWord == 0 {
		if i < 2 || s.atoms[i-1].kind != number || s.atoms[i-2].class&calendar == 0 {
			return f, false
		}
		return kindFind{i - 2, i + 1, Event, "a date and “" + s.atoms[i].Of(s.doc.Text) + "”", false}, true
	}
	first := s.leftmost(from)
	return kindFind{first, i + 1, Event, "ends in “" + s.atoms[i].Of(s.doc.Text) + "”", false}, first < from && s.atoms[from-1].kind.name()
}

// work is the title of a work behind the word for what it is: "the film Titanic".
func (s *scanner) work(i int, found []Mention) (f kindFind, ok bool) {
	if i+1 >= len(s.atoms) || i == 0 || s.atoms[i].joined || !s.atoms[i+1].kind.name() {
		return f, false
	}
	k := sort.Search(len(found), func(k int) bool { return found[k].Start >= s.atoms[i+1].Start })
	if k == len(found) || found[k].Start != s.atoms[i+1].Start {
		return f, false
	}
	last := i + 1
	for last < len(s.atoms) && s.atoms[last].End <= found[k].End {
		last++
	}
	return kindFind{i + 1, last, Misc, "“" + s.atoms[i].Of(s.doc.Text) + "” stands before it", false}, last > i+1
}

// leftmost is the first of the atoms with capitals, and years, that stand before atom i.
func (s *scanner) leftmost(i int) int {
	const most = 5
	first := i
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		a := &s.atoms[k]
		if a.kind != title && a.kind != upper && !s.isYear(k) && !(a.kind == lower && s.atoms[k+1].joined && k > 0) || a.opens && s.doc.Language.IsStop(string(s.word(k))) {
			break
		}
		first = k
	}
	return first
}

func (s *scanner) isYear(i int) bool {
	form := s.atoms[i].Of(s.doc.Text)
	return len(form) == 4 && (strings.HasPrefix(form, "19") || strings.HasPrefix(form, "20")) && s.atoms[i].kind == number
}

// numeral is the atom behind the number of an event at i ("LVI", "2022"), if one stands there.
func (s *scanner) numeral(i int) int {
	if i < len(s.atoms) && !s.atoms[i].joined && (s.isYear(i) || strings.Trim(s.atoms[i].Of(s.doc.Text), "IVXL") == "") {
		return i + 1
	}
	return i
}
