package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
)

// class is a set of things that a word or a phrase can be.
type class uint32

const (
	country class = 1 << iota
	region
	capital
	city
	demonym
	group
	given
	knownOrg
	honorific
	office
	kin
	orgWord
	orgFirst
	placeWord
	placeFirst
	eventWord
	eventFirst
	particle
	joiner
	speech
	modifier
	alias
	calendar
	compound
	article
	orgLow     // opens the name of an organisation in small letters too
	orgCue     // before the name of an organisation
	atPlace    // before a place
	andWord    // between two of several
	common     // the end of a word that is rather no name
	ofSurname  // the end of a surname
	numClasses = iota
)

// classNames are the classes' names in name-words.txt and, after an @, in evidence.txt, in the order of the constants.
var classNames = [numClasses]string{"country", "region", "capital", "city", "demonym", "group", "given", "knownorg", "honorific", "office", "kin", "org", "orgfirst",
	"place", "placefirst", "event", "eventfirst", "particle", "join", "speech", "modifier", "alias", "calendar", "compound", "article", "orglow", "orgcue", "at", "and", "common", "surname"}

// lexicon knows names and the words around them. Keys are as fold makes them.
type lexicon struct {
	classes   map[string]class
	places    map[string]string     // key of any name of a place -> the name in the table
	orgs      map[string]string     // key of any name of an organisation -> its full name
	related   map[string][]Relation // key of a demonym or a capital -> its country
	hints     map[string]hint       // word, in lower case -> what it tells of a name
	cased     map[string]bool       // words as they are written that are names only with another: "HMS", "May"
	twins     map[string]string     // key of a country -> its name, where a part of another country has the same
	letters   map[rune]string       // letter with a mark -> what is written for it without
	spellings map[string]string     // part of a person's name -> the spelling that stands for all
	kinds     kinds
	longest   int // words in the longest name

	// Where the rules weigh the names by themselves.
	endings      *endings          // nil for none
	inner        map[string]bool   // words of the names of several words
	suffixes     map[string]class  // what the end of a word tells
	surnameFirst bool              // people's names begin with the surname
	proper       map[string]string // key of a city or a capital -> its name in the table
	genitive     bool              // the only ending of names is that of whose it is: "Norges Bank"
	surnames     bool              // what surnames end in is told, so that other words at the beginning of a sentence are none
	adjectives   bool              // what an institution is of stands before it as an adjective: "Московский университет"
}

// fold writes the key of a word to dst: lower case with straight apostrophes. A word in capitals of at
// most five letters keeps them, so that "US" is never "us", unless the whole sentence is in capitals.
func fold(dst []byte, word string, upper bool) []byte {
	if !upper && isAcronym(word) {
		return append(dst, word...)
	}
	for _, r := range word {
		switch {
		case r == '’':
			dst = append(dst, '\'')
		case 'A' <= r && r <= 'Z':
			dst = append(dst, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			dst = append(dst, byte(r))
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// isAcronym says whether the word is two to five capitals, with full stops or an ampersand or not.
func isAcronym(word string) bool {
	n := 0
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c >= 'A' && c <= 'Z':
			n++
		case c != '.' && c != '&':
			return false
		}
	}
	return n >= 2 && n <= 5 && len(word) <= 10
}

// leastShouted is how many letters a word in capitals has that may be written so for effect.
const leastShouted = 4

// shouted says whether a word of the phrase is in capitals and too long for an acronym: then shorter ones may be in capitals for effect as
// well ("SOUTH KOREAN").
func shouted(phrase string) bool {
	for w := range strings.FieldsSeq(phrase) {
		if len(w) > 5 && !isAcronym(w) && kindOf(w) == upper {
			return true
		}
	}
	return false
}

// foldPhrase is the key of a phrase: that of each word, with single spaces between.
func foldPhrase(phrase string) string {
	var room [64]byte // most phrases need no other
	b := room[:0]
	for w := range strings.FieldsSeq(phrase) {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = fold(b, w, len(w) >= leastShouted && isAcronym(w) && shouted(phrase))
	}
	if string(b) == phrase {
		return phrase
	}
	return string(b)
}

func openLexicon(l *lang.Language, rough bool) (*lexicon, error) {
	x := &lexicon{classes: map[string]class{}, places: map[string]string{}, orgs: map[string]string{}, related: map[string][]Relation{}, hints: map[string]hint{}, twins: map[string]string{}, cased: map[string]bool{},
		letters: map[rune]string{}, spellings: map[string]string{}, kinds: kinds{words: map[string]kind{}, names: map[string]Type{}, opens: map[string]int{}}}
	for _, t := range []struct {
		file string
		row  func(cells []string)
	}{
		{"cities.txt", func(c []string) { x.add(c[0], city) }},
		{"given.txt", func(c []string) { x.add(c[0], given); x.addHint(c) }},
		{"resolve.txt", x.addHint},
		{"kinds.txt", x.kinds.addKind},
		{"groups.txt", func(c []string) { x.add(c[0], group) }},
		{"places.txt", x.addPlace},
		{"orgs.txt", x.addOrg},
		{"name-words.txt", func(c []string) { x.add(c[0], classOf(column(c, 1))) }},
		{"amounts.txt", func(c []string) {
			switch column(c, 1) {
			case "month", "weekday":
				x.add(c[0], calendar)
			}
		}},
	} {
		lines, err := l.Lines(t.file)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			t.row(strings.Split(line, "\t"))
		}
	}
	x.addCased()
	if !rough {
		return x, nil
	}
	return x, x.openRough(l)
}

// addCased collects the words that paired looks at.
func (x *lexicon) addCased() {
	for w, h := range x.hints {
		if h&hull != 0 {
			x.cased[strings.ToUpper(w)] = true
		}
		if first, size := utf8.DecodeRuneInString(w); h&(man|woman) != 0 && x.classes[w]&calendar != 0 {
			x.cased[string(unicode.ToUpper(first))+w[size:]] = true
		}
	}
}

func column(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

func classOf(name string) class {
	for i, n := range classNames {
		if n == name {
			return 1 << i
		}
	}
	return 0
}

func (x *lexicon) add(name string, c class) string {
	key := foldPhrase(name)
	x.classes[key] |= c
	x.longest = max(x.longest, strings.Count(key, " ")+1)
	return key
}

// addPlace reads a row of places.txt: name, kind, other names, demonyms, capitals.
func (x *lexicon) addPlace(cells []string) {
	name, kind := cells[0], region
	if column(cells, 1) == "country" {
		kind = country
	}
	if x.classes[foldPhrase(name)]&country != 0 {
		x.twins[foldPhrase(name)] = name
	}
	x.places[x.add(name, kind)] = name
	for _, other := range list(column(cells, 2)) {
		x.places[x.add(other, kind)] = name
	}
	for _, d := range list(column(cells, 3)) {
		key := x.add(d, demonym)
		x.related[key] = append(x.related[key], Relation{name, "demonym"})
	}
	for i, c := range list(column(cells, 4)) {
		if c, more := strings.CutPrefix(c, "~"); more {
			x.related[foldPhrase(c)] = append(x.related[foldPhrase(c)], Relation{name, "capital"})
			continue
		}
		key := x.add(c, capital)
		x.related[key] = append(x.related[key], Relation{name, "capital"})
		if first := list(column(cells, 4))[0]; i > 0 && kind == country {
			x.places[key] = first
		}
	}
}

// addOrg reads a row of orgs.txt: short name, full name, other names.
func (x *lexicon) addOrg(cells []string) {
	name := column(cells, 1)
	x.orgs[x.add(cells[0], knownOrg)] = name
	x.orgs[x.add(name, knownOrg)] = name
	for _, other := range list(column(cells, 2)) {
		x.orgs[x.add(other, knownOrg)] = name
	}
}

// fullName is the name in the tables of a place or an organisation that goes by the key.
func (x *lexicon) fullName(key string, t Type) (string, bool) {
	switch t {
	case Location:
		name, ok := x.places[key]
		return name, ok
	case Org:
		name, ok := x.orgs[key]
		return name, ok
	}
	return "", false
}

// list is the entries of a cell that | parts.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
