package entity

import (
	"strings"
	"unicode/utf8"

	"gloss/app/text"
)

// hint is what a word of resolve.txt or given.txt tells of the name that it stands beside or in.
type hint uint16

const (
	he hint = 1 << iota
	she
	legal
	vessel
	hull
	at
	object
	younger
	man   // a given name that only men have
	woman // or only women
	realm
	called
	brings
	plays
)

var hintNames = map[string]hint{"he": he, "she": she, "legal": legal, "vessel": vessel, "hull": hull, "at": at, "object": object, "younger": younger,
	"m": man, "f": woman, "realm": realm, "called": called, "brings": brings, "plays": plays}

// addHint reads a row of resolve.txt, or of given.txt where it tells the sex.
func (x *lexicon) addHint(cells []string) {
	switch kind := column(cells, 1); kind {
	case "letter":
		for _, r := range column(cells, 2) {
			x.letters[r] = cells[0]
		}
	case "spelling":
		for _, s := range list(column(cells, 2)) {
			x.spellings[s] = cells[0]
		}
	default:
		if h := hintNames[kind]; h != 0 {
			x.hints[cells[0]] |= h
		}
	}
}

// plain is a word in lower case without the marks on its letters.
func (x *lexicon) plain(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			var b strings.Builder
			for _, r := range word {
				if s, ok := x.letters[r]; ok {
					b.WriteString(s)
				} else {
					b.WriteRune(r)
				}
			}
			return b.String()
		}
	}
	return word
}

// spelt is a part of a person's name as it is compared: plain, and of several spellings the one that stands for all.
func (x *lexicon) spelt(part string) string {
	part = x.plain(part)
	if s, ok := x.spellings[part]; ok {
		return s
	}
	return part
}

// hintOf is what the word tells, however it is written.
func (x *lexicon) hintOf(word string) hint {
	var room [32]byte
	if len(word) > len(room) {
		return x.hints[strings.ToLower(word)]
	}
	low := room[:len(word)]
	for i := range len(word) {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return x.hints[strings.ToLower(word)]
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		low[i] = c
	}
	return x.hints[string(low)]
}

// before is the last token that ends at or before the offset, in the same sentence; -1 when there is none.
func (d *resolver) before(offset int) int {
	i := d.tokenFrom(offset) - 1
	for i >= 0 && d.doc.Tokens[i].End > offset {
		i--
	}
	if i < 0 || i < d.doc.Sentences[max(0, d.doc.SentenceAt(offset))].First {
		return -1
	}
	return i
}

// form is the text of a token, "" where there is none.
func (d *resolver) form(token int) string {
	if token < 0 || token >= len(d.doc.Tokens) {
		return ""
	}
	return d.doc.Form(token)
}

// opens says whether nothing but punctuation stands before the offset in its sentence.
func (d *resolver) opens(offset int) bool {
	i := d.before(offset)
	return i < 0 || d.doc.Tokens[i].Kind == text.Punct
}

// sexOf is what the word before a mention tells of the sex of who is named: a title, a relative; 0 when nothing does.
func (d *resolver) sexOf(m *Mention) hint {
	return d.r.lexicon.hintOf(d.form(d.before(m.Start))) & (he | she)
}

// givenSex is what a given name tells of the sex of its bearer.
func (x *lexicon) givenSex(name string) hint {
	switch x.hints[name] & (man | woman) {
	case man:
		return he
	case woman:
		return she
	}
	return 0
}
