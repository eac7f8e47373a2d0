package entity

import (
	"strings"
	"unicode/utf8"

	"gloss/app/lang"
)

// openRough reads what only the rules for languages without evidence ask for: endings, given names in Latin letters, what the ends of words
// tell, and the words within names.
func (x *lexicon) openRough(l *lang.Language) error {
	lines, err := l.Lines("given-latin.txt")
	if err != nil {
		return err
	}
	for _, line := range lines {
		cells := strings.Split(line, "\t")
		x.add(cells[0], given)
		x.addHint(cells)
	}
	if lines, err = l.Lines("orgs-latin.txt"); err != nil {
		return err
	}
	for _, line := range lines {
		x.addOrg(strings.Split(line, "\t"))
	}
	if lines, err = l.Lines("cities-latin.txt"); err != nil {
		return err
	}
	for _, line := range lines {
		x.add(line, city)
	}
	if lines, err = l.Lines("endings.txt"); err != nil {
		return err
	}
	if len(lines) > 0 {
		x.endings = &endings{rows: make(map[string][]base, len(lines))}
	}
	people := false
	for _, line := range lines {
		x.genitive = x.genitive || line == "people" && len(x.endings.rows) == 1
		people = people || line == "people"
		x.endings.addEnding(strings.Split(line, "\t"), people)
	}
	if lines, err = l.Lines("kinds.txt"); err != nil {
		return err
	}
	for _, line := range lines { // names of events are known in any capitals of any letters
		x.kinds.addKind(strings.Split(strings.ToLower(line), "\t"))
	}
	return x.openRoughWords(l)
}

// openRoughWords reads from name-words.txt what is no word of a name, and collects the words of the names.
func (x *lexicon) openRoughWords(l *lang.Language) error {
	lines, err := l.Lines("name-words.txt")
	if err != nil {
		return err
	}
	x.suffixes = map[string]class{}
	for _, line := range lines {
		word, kind, _ := strings.Cut(line, "\t")
		if end, ok := strings.CutPrefix(word, "-"); ok {
			x.suffixes[end] |= classOf(kind)
			x.surnames = x.surnames || classOf(kind) == ofSurname
			x.adjectives = x.adjectives || classOf(kind) == modifier
			delete(x.classes, word)
		}
		x.surnameFirst = x.surnameFirst || kind == "surnamefirst"
	}
	x.inner = map[string]bool{}
	var rows [][]string
	for _, file := range []string{"places.txt", "orgs.txt", "cities.txt"} {
		if lines, err = l.Lines(file); err != nil {
			return err
		}
		for _, line := range lines {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	x.proper = map[string]string{}
	for _, row := range rows {
		x.addInner(row)
		for _, name := range append(list(column(row, 4)), row[0]) {
			x.proper[foldPhrase(name)] = name
		}
	}
	for _, row := range rows {
		x.addForms(row)
	}
	return nil
}

// addInner collects the words of the names of several words in a row.
func (x *lexicon) addInner(cells []string) {
	eachLong(cells, func(name string) {
		for _, w := range wordsOf(foldPhrase(name)) {
			x.inner[w] = true
		}
	})
}

// eachLong calls each for the names of several words in a row of places.txt, orgs.txt or cities.txt.
func eachLong(cells []string, each func(name string)) {
	for _, cell := range cells {
		for _, name := range list(cell) {
			if strings.ContainsAny(name, " -") {
				each(name)
			}
		}
	}
}

// wordsOf is the words of a name, those of compounds one by one.
func wordsOf(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
}

// addForms has the names of several words known also by the forms of their words that the tables have ("Sverige Television").
func (x *lexicon) addForms(cells []string) {
	eachLong(cells, func(name string) {
		key, plain := foldPhrase(name), foldPhrase(name)
		for _, w := range wordsOf(name) {
			if b := x.base(foldPhrase(w), kindOf(w) == lower); b != foldPhrase(w) {
				plain = strings.Replace(plain, foldPhrase(w), b, 1)
			}
		}
		if plain == key {
			return
		}
		x.classes[plain] |= x.classes[key]
		if full, ok := x.orgs[key]; ok {
			x.orgs[plain] = full
		}
		if full, ok := x.places[key]; ok {
			x.places[plain] = full
		}
		x.related[plain] = x.related[key]
	})
}

// beforeSuffix is how many letters stand before the end of a word that tells something, less one.
const beforeSuffix = 2

// suffixClass is what the end of a folded word tells, the longest that does.
func (x *lexicon) suffixClass(word string) class {
	if len(x.suffixes) == 0 || len(word) > longestForm {
		return 0
	}
	at := 0
	for n := 0; at < len(word); n++ {
		if n > beforeSuffix {
			if c := x.suffixes[word[at:]]; c != 0 {
				return c
			}
		}
		_, size := utf8.DecodeRuneInString(word[at:])
		at += size
	}
	return 0
}

// roughClasses is what the tables know of the word: of a form of it, where they lack it as it is written, and else what its end tells.
func (s *scanner) roughClasses(form string) class {
	b := s.base(form)
	c := s.r.lexicon.classes[b]
	small := kindOf(form) == lower
	if c == 0 && !small {
		low := b
		if isAcronym(form) && len(form) >= leastShouted {
			low = strings.ToLower(form)
			c = s.r.lexicon.classes[low]
		}
		if c == 0 {
			c = s.r.lexicon.suffixClass(low)
		}
	}
	if small {
		c &^= ofNames
	}
	return c
}
