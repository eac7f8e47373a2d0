package entity

import (
	"strings"

	"gloss/app/text"
)

// roughFind is a name in the atoms [first, last) that a rule has found, how sure that is, and by how much its type goes before the others, in the
// votes of Resolve.
type roughFind struct {
	first, last int
	typ         Type
	why         string
	sure        float64
	votes       int16
}

// How sure the rules are of what they find.
const (
	sureTable = 0.95 // the tables have the name
	sureWord  = 0.9  // a word in it or beside it says what it is
	sureShape = 0.7  // several words with capitals
	sureGuess = 0.55 // one word with a capital
)

// roughNames finds the names of the sentence where nobody has weighed the evidence of the language: from left to right, the known names, those that a
// word for what they are opens or ends, and the words with capitals, whose type what stands in them and beside them tells.
func (s *scanner) roughNames() []Mention {
	s.foldAtoms()
	var out []Mention
	for i := 0; i < len(s.atoms); {
		f, next := s.roughAt(i)
		if f.last > f.first {
			out = append(out, s.roughMention(f))
		}
		i = max(next, f.last, i+1)
	}
	return out
}

func (s *scanner) roughMention(f roughFind) Mention {
	m := Mention{Span: text.Span{Start: s.atoms[f.first].Start, End: s.atoms[f.last-1].End}, Type: f.typ, Confidence: f.sure, Why: []string{f.why}}
	for t := range m.votes {
		m.votes[t] = -f.votes
	}
	m.votes[voteIndex(f.typ)] = 0
	return m
}

// roughAt is the name that begins at atom i, and where to go on when there is none.
func (s *scanner) roughAt(i int) (f roughFind, next int) {
	a := &s.atoms[i]
	switch {
	case a.kind == lower:
		if f, ok := s.peopleAt(i); ok {
			return f, f.last
		}
		if a.class&orgLow != 0 {
			if f, ok := s.openedBy(i); ok {
				return f, f.last
			}
		}
		return f, i + 1
	case !a.kind.name(), a.joined && i > 0 && s.atoms[i-1].kind == lower, s.oneLetter(i):
		return f, i + 1
	}
	known, ok := s.tableAt(i)
	if s.mode == upperCase {
		return known, i + 1
	}
	if end := s.title(i); end > i && (!ok || known.last <= end) {
		return f, end
	}
	if ended, is := s.endedBy(i); is && ended.last > known.last {
		if ended.last == i+1 && i+1 < len(s.atoms) && s.atoms[i+1].class&given != 0 { // "Kommunalrådet Karin …"
			return f, i + 1
		}
		return ended, ended.last
	}
	if ok && s.standsAs(known) {
		return known, known.last
	}
	if a.class&(orgFirst|orgLow|placeFirst) != 0 {
		if f, ok := s.openedBy(i); ok {
			return f, f.last
		}
	}
	if a.class&orgCue != 0 || s.opensOnly(i) || s.articleOf(i) {
		return f, i + 1
	}
	return s.run(i)
}

// articleOf says whether atom i is an article with a capital before a known name, or before a word for an institution: "– Le Sénat a adopté".
func (s *scanner) articleOf(i int) bool {
	if s.atoms[i].class&article == 0 || i+1 == len(s.atoms) || !s.atoms[i+1].kind.name() {
		return false
	}
	_, known := s.tableAt(i + 1)
	return known || s.atoms[i+1].class&(orgFirst|orgLow) != 0
}

// oneLetter says whether atom i is a word of one letter ("I", "В", "À"), or an elision ("L'"), and no initial.
func (s *scanner) oneLetter(i int) bool {
	form := s.atoms[i].Of(s.doc.Text)
	return s.atoms[i].kind == initial && !strings.HasSuffix(form, ".") || strings.HasSuffix(form, "'") || strings.HasSuffix(form, "’")
}

// title is the end of the title or the office that begins at atom i ("Statsminister", "Премьер-министр"); i when there is none.
func (s *scanner) title(i int) int {
	for j := min(len(s.atoms), i+4); j > i; j-- {
		if s.r.lexicon.classes[string(s.phrase(i, j))]&(honorific|office|kin) != 0 && !s.joinedAt(j) {
			return j
		}
	}
	return i
}

func (s *scanner) joinedAt(i int) bool {
	return i < len(s.atoms) && s.atoms[i].joined && s.atoms[i].kind != possessive
}

// opensOnly says whether the capital of atom i is that of a sentence's first word and says nothing.
func (s *scanner) opensOnly(i int) bool {
	a := &s.atoms[i]
	if !a.opens || a.kind != title {
		return false
	}
	low := strings.ToLower(a.Of(s.doc.Text))
	if i+1 < len(s.atoms) && (a.class&given != 0 && s.atoms[i+1].kind.name() || a.class == 0 && s.atoms[i+1].class&speech != 0) {
		return false
	}
	if i+1 < len(s.atoms) && a.class&^ofSurname == 0 && s.atoms[i+1].class&(country|capital|region) != 0 && s.atoms[i+1].class&given == 0 {
		return true // "Megegyezett Magyarország"
	}
	if i+1 < len(s.atoms) && s.r.lexicon.surnameFirst && s.atoms[i+1].class&given != 0 {
		return false
	}
	if next := i + 1; a.class == 0 && next < len(s.atoms) && s.atoms[next].class&(particle|joiner) == particle|joiner {
		return true // "Vecinos de …"
	}
	if s.r.lexicon.surnames && a.class == 0 && !(i+1 < len(s.atoms) && s.atoms[i+1].class&(given|ofSurname) != 0) {
		return true
	}
	return s.doc.Language.IsStop(low) || a.class&^(ofNames|ofSurname) != 0 || s.doc.Language.Knows(low) || s.r.amounts.words[low] != nil
}

// peopleAt is the word for a people, a religion or the like in small letters at atom i: "iranien", "sud-africain".
func (s *scanner) peopleAt(i int) (f roughFind, ok bool) {
	for j := min(len(s.atoms), i+3); j > i; j-- {
		if j > i+1 && !s.atoms[i+1].joined {
			continue
		}
		if c := s.r.lexicon.classes[string(s.phrase(i, j))]; c&(demonym|group) != 0 && !s.joinedAt(j) {
			return roughFind{i, j, Group, tableWhy(c & (demonym | group)), sureTable, mostVotes}, true
		}
	}
	return f, false
}

// tableWhy is the reason that the tables give.
func tableWhy(c class) string {
	for _, r := range reasons {
		if r.where == slotOnly && c&r.class != 0 && !strings.Contains(r.phrase, "%s") {
			return r.phrase
		}
	}
	return namedElsewhere
}

// tableAt is the longest name of the tables that begins at atom i.
func (s *scanner) tableAt(i int) (f roughFind, ok bool) {
	const names = country | region | capital | city | knownOrg | demonym | group
	for j := min(len(s.atoms), i+s.r.lexicon.longest+2); j > i; j-- {
		c := s.r.lexicon.classes[string(s.phrase(i, j))]
		if j == i+1 && c == 0 && s.atoms[i].kind == upper {
			c = s.atoms[i].class // a word in capitals for effect
		}
		if c&names == 0 || s.joinedAt(j) && s.atoms[j].kind.name() {
			continue
		}
		f = roughFind{first: i, last: j, sure: sureTable, votes: mostVotes}
		switch {
		case c&knownOrg != 0 && c&(country|region) == 0:
			f.typ, c = Org, knownOrg
		case c&(country|region|capital|city) != 0:
			f.typ, c = Location, c&(country|region|capital|city)
		default:
			f.typ, c = Group, c&(demonym|group)
		}
		f.why = tableWhy(c)
		return f, true
	}
	return f, false
}

// standsAs says whether a name of the tables stands by itself and is no part of a longer one: no word with a capital goes on with it, unless it begins
// another name or the known one has an ending, and none stands before it that could be a given name.
func (s *scanner) standsAs(f roughFind) bool {
	one := f.last == f.first+1 || f.typ == Group
	if !one || s.atoms[f.first].kind == upper || f.last == len(s.atoms) || !s.atoms[f.last].kind.name() || s.joinedAt(f.last) {
		return true
	}
	next := &s.atoms[f.last]
	if s.atoms[f.first].class&given != 0 && next.kind == title && next.class&(ofNames&^given) == 0 || next.kind == initial {
		return false
	}
	if f.typ == Group {
		return s.r.lexicon.classes[string(s.phrase(f.first, f.last))]&given == 0 && next.class&given == 0
	}
	return s.hasEnding(f.first) && !(s.r.lexicon.genitive && next.kind == title && next.class == 0) || next.class&(ofNames|honorific|office|demonym|orgFirst) != 0 || f.first > 0 && s.atoms[f.first-1].class&atPlace != 0
}
