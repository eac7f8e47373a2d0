package entity

import "strings"

// mostRun is how many atoms a name has that the rules find.
const mostRun = 12

// openedBy is the name that the word for what it is opens at atom i: "Ministerio de Asuntos Exteriores", "Banque centrale européenne", "rivière".
func (s *scanner) openedBy(i int) (f roughFind, ok bool) {
	last, links, firm := i+1, 0, 0
	for j := i + 1; j < len(s.atoms) && j < i+mostRun; j++ {
		a := &s.atoms[j]
		switch {
		case a.kind.name():
			if links == 0 && a.class&given != 0 && a.class&^given == 0 && s.atoms[i].class&orgLow == 0 {
				return f, false // "Grupo Pedro …" is rarer than a person behind a word
			}
			last, links, firm = j+1, 0, firm+1
		case a.class&andWord != 0:
			if firm == 0 || !s.goesOn(j+1) {
				j = len(s.atoms)
			}
			links++
		case a.class&(modifier|demonym) != 0:
			last, links, firm = j+1, 0, firm+1
		case a.kind == lower && a.class&(joiner|particle|article) != 0, a.kind == possessive && links > 0:
			if links++; links > 2 {
				j = len(s.atoms)
			}
		default:
			j = len(s.atoms)
		}
	}
	if firm == 0 {
		return f, false
	}
	head := &s.atoms[i]
	f = roughFind{i, last, Org, "begins with “" + head.Of(s.doc.Text) + "”", sureWord, mostVotes}
	if head.class&placeFirst != 0 && head.class&(orgFirst|orgLow) == 0 {
		f.typ = Location
	}
	return f, true
}

// goesOn says whether the word behind an "and" goes on with the name before that, and is not another: "Ministerio de Economía y Hacienda".
func (s *scanner) goesOn(i int) bool {
	return i < len(s.atoms) && s.atoms[i].kind == title && s.atoms[i].class&(ofNames|orgFirst|orgLow|orgWord|placeWord|honorific|office|demonym) == 0
}

// endedBy is the name that begins at atom i and that the word for what it is ends, with a capital or not: "Uppsala universitet", "Московская
// область", "Magyar Nemzeti Bank", "Utrikesdepartementet".
func (s *scanner) endedBy(i int) (f roughFind, ok bool) {
	const heads = orgWord | placeWord
	end, place, firm := i, false, false
	for j := i; j < len(s.atoms) && j < i+mostRun; j++ {
		a := &s.atoms[j]
		head := a.class&heads != 0
		switch {
		case a.kind.name() && (j == i || !a.opens):
			told := s.r.lexicon.classes[string(s.word(j))]&heads != 0 // not by its end only
			if head && (told && j > i || !told && s.atoms[i].class&given == 0) && !s.joinedAt(j+1) {
				end, place = j+1, a.class&orgWord == 0
			}
			firm = firm || s.belongs(j)
		case a.kind == lower && head && firm:
			end, place = j+1, a.class&orgWord == 0
			j = len(s.atoms)
		case a.kind == lower && (a.class&modifier != 0 || a.class&joiner != 0 && (a.class&andWord == 0 || s.goesOn(j+1)) || a.joined):
		default:
			j = len(s.atoms)
		}
	}
	if end == i || s.atoms[i].opens && s.doc.Language.IsStop(strings.ToLower(s.atoms[i].Of(s.doc.Text))) {
		return f, false
	}
	f = roughFind{i, end, Org, "ends in “" + s.atoms[end-1].Of(s.doc.Text) + "”", sureWord, mostVotes}
	if place {
		f.typ = Location
	}
	if end == i+1 && place { // "Haugland" is a surname, too
		f.sure, f.votes = sureGuess, 2
	}
	return f, true
}

// belongs says whether atom i is what an institution in small letters behind it is of: an adjective, or in languages that have no such one a name.
func (s *scanner) belongs(i int) bool {
	a := &s.atoms[i]
	if s.r.lexicon.adjectives {
		return a.class&(modifier|demonym) != 0
	}
	low := strings.ToLower(a.Of(s.doc.Text))
	return a.class&given == 0 && !s.doc.Language.IsStop(low) && (!a.opens || a.class != 0 || !s.doc.Language.Knows(low))
}

// run is the words with capitals from atom i on as one name, of the type that what stands in it and beside it tells.
func (s *scanner) run(i int) (f roughFind, next int) {
	j := s.runEnd(i)
	if low := strings.ToLower(s.atoms[i].Of(s.doc.Text)); j == i+1 && s.atoms[i].kind == title && s.plainWord(i, low) {
		return f, j
	}
	f = roughFind{first: i, last: j}
	f.typ, f.why, f.sure, f.votes = s.runType(i, j)
	return f, j
}

// plainWord says whether the one word with a capital at atom i, in small letters low, is rather a common one: a word of grammar, or one that the language
// knows and that no table and no title makes a name.
func (s *scanner) plainWord(i int, low string) bool {
	if s.doc.Language.IsStop(low) {
		return true
	}
	return s.atoms[i].class&(ofNames|orgFirst|orgLow|orgWord|ofSurname) == 0 && s.classBefore(i)&(honorific|office|kin|orgCue|placeFirst) == 0 && s.doc.Language.Knows(low)
}

// runEnd is the end of the words with capitals from atom i on, with particles between them.
func (s *scanner) runEnd(i int) int {
	j := i + 1
	for j < len(s.atoms) && j < i+mostRun {
		a := &s.atoms[j]
		switch {
		case a.kind == initial, a.kind == title && !a.opens, a.kind == upper:
			if j > i && !a.joined && s.startsOther(j) {
				return j
			}
			j++
		case a.kind == lower && a.joined && j+1 < len(s.atoms) && s.atoms[j+1].joined && s.atoms[j+1].kind.name(): // "Ростов-на-Дону"
			j += 2
		case a.kind == lower && a.class&particle != 0 && s.capitalFrom(j) > j:
			j = s.capitalFrom(j) + 1
		case a.kind == punct && a.Of(s.doc.Text) == "&" && j+1 < len(s.atoms) && s.atoms[j+1].kind.name():
			j += 2
		default:
			return j
		}
	}
	return j
}

// hasEnding says whether the tables have the word of atom i in another form.
func (s *scanner) hasEnding(i int) bool {
	return string(s.word(i)) != string(fold(s.low[:0], s.atoms[i].Of(s.doc.Text), false))
}

// capitalFrom is the atom with a capital that one to three particles from atom i lead to; i when there is none.
func (s *scanner) capitalFrom(i int) int {
	for j := i; j < len(s.atoms) && j < i+4; j++ {
		a := &s.atoms[j]
		if a.kind == title && j > i {
			return j
		}
		if a.kind != lower || a.class&(particle|article) == 0 {
			return i
		}
	}
	return i
}

// startsOther says whether a name of the tables in several words or in capitals, or a title, begins at atom i, so that it is no part of the name before it.
func (s *scanner) startsOther(i int) bool {
	if s.title(i) > i && s.atoms[i].class&given == 0 {
		return true
	}
	f, ok := s.tableAt(i)
	return ok && (f.last > i+1 || s.atoms[i].kind == upper && f.typ != Group || f.typ == Location && s.hasEnding(i))
}

// runType tells what the words with capitals [i, j) name.
func (s *scanner) runType(i, j int) (t Type, why string, sure float64, votes int16) {
	first, last := &s.atoms[i], &s.atoms[j-1]
	before, after := s.classBefore(i), class(0)
	if j < len(s.atoms) {
		after = s.atoms[j].class
	}
	word := func(k int) string { return "“" + s.atoms[k].Of(s.doc.Text) + "”" }
	switch {
	case last.class&orgWord != 0:
		return Org, "ends in " + word(j-1), sureWord, mostVotes
	case last.class&placeWord != 0 && j > i+1 && first.class&given == 0, j > i+1 && first.class&placeFirst != 0 && s.atoms[i+1].joined:
		return Location, "with " + word(i) + " and " + word(j-1), sureShape, 4
	case before&(orgCue|orgFirst) != 0:
		return Org, word(i-1) + " stands before it", sureWord, mostVotes
	case before&(honorific|office|kin) != 0 && first.kind != upper:
		return Person, word(i-1) + " stands before it", sureWord, mostVotes
	}
	for k := i; k < j; k++ {
		if s.atoms[k].class&given != 0 && (k == i || k < i+3 && j > i+1) {
			return Person, word(k) + " is a given name", s.sureOf(i, j), 6
		}
	}
	switch {
	case first.kind == initial || j > i+1 && strings.Contains(first.Of(s.doc.Text), "."):
		return Person, "begins with initials", sureShape, 6
	case before&placeFirst != 0:
		return Location, word(i-1) + " stands before it", sureWord, mostVotes
	case first.kind == upper:
		return Org, "written in capitals", sureShape, 4
	case first.class&(country|region|capital|city) != 0 && j > i+1:
		return Org, "begins with " + word(i), sureShape, 3
	case j > i+1 && (first.class&placeFirst != 0 || first.class&modifier != 0 && s.r.lexicon.adjectives || s.atoms[i+1].kind == lower && s.atoms[i+1].joined):
		return Location, "begins with " + word(i), sureShape, 3
	case first.class&(orgFirst|orgLow) != 0 && j == i+1:
		return Org, "a word for an institution, with a capital", sureShape, 3
	case (before|after)&speech != 0:
		return Person, "a word for what people say stands beside it", sureShape + 0.1, 6
	case before&atPlace != 0 && j == i+1:
		return Location, "after " + word(i-1), sureShape, 2
	case first.class&atPlace != 0 && j == i+1:
		return Location, "ends as places do where something is", sureShape, 2
	case j > i+1 && before&article != 0:
		return Org, "several words with capitals behind an article", sureGuess, 2
	case j > i+1:
		return Person, "several words with capitals, with nothing else to go by", sureShape, 3
	case first.opens:
		return Person, "written like a name at the beginning of a sentence, with nothing else to go by", sureGuess, 1
	case before&(particle|joiner) == particle|joiner:
		return Location, "after " + word(i-1), sureGuess, 1
	case before&article != 0:
		return Location, "written like a name behind an article, with nothing else to go by", sureGuess, 1
	}
	return Misc, "written like a name in the middle of a sentence, with nothing else to go by", sureGuess, 1
}

// sureOf is how sure a given name in it makes the name [i, j).
func (s *scanner) sureOf(i, j int) float64 {
	if j > i+1 {
		return sureWord
	}
	return sureShape
}

// classBefore is the classes of the word before atom i, over a "de" and the like that stand between them.
func (s *scanner) classBefore(i int) class {
	if i == 0 || s.atoms[i-1].kind == punct {
		return 0
	}
	c := s.atoms[i-1].class
	if s.atoms[i-1].kind == lower && c&joiner != 0 && i > 1 {
		c |= s.atoms[i-2].class & placeFirst
	}
	return c
}
