package lang

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// stemmers are the Snowball algorithms by language (https://snowballstem.org/algorithms/); stop words are stemmed too.
var stemmers = map[string]func(string) string{
	"en": all(english.Stem),
	"es": all(spanish.Stem),
	"fr": all(french.Stem),
	"hu": all(hungarian.Stem),
	"no": all(norwegian.Stem),
	"ru": func(folded string) string { return russian.Stem(strings.ReplaceAll(folded, "ё", "е"), true) }, // written with dots or without
	"sv": all(swedish.Stem),
}

func all(stem func(word string, stopWords bool) string) func(string) string {
	return func(folded string) string { return stem(folded, true) }
}

// A stemmer forgets all when it knows memoMax forms, and never keeps a form longer than memoLen bytes: a
// worker lives for many texts, and a megabyte without a space is no word.
const (
	memoMax = 1 << 16
	memoLen = 64
)

// Stemmer folds and stems words and remembers what it found: a stem costs eight to ten
// times less the second time. One goroutine may use it at a time.
type Stemmer struct {
	lang *Language
	memo map[string]string
}

// NewStemmer makes an empty Stemmer for the language.
func (l *Language) NewStemmer() *Stemmer {
	return &Stemmer{lang: l, memo: make(map[string]string, 1024)}
}

// Stem is the key under which all forms of a word are counted. It is never shown to a person.
// The stop of an abbreviation does not count: "Gov." and "Gov" have one stem.
func (s *Stemmer) Stem(form string) string {
	if st, ok := s.memo[form]; ok {
		return st
	}
	form = strings.Clone(form) // neither key nor stem may pin the input
	if len(form) > memoLen {
		return s.stem(form)
	}
	if len(s.memo) >= memoMax {
		clear(s.memo)
	}
	st := s.stem(form)
	s.memo[form] = st
	return st
}

// stem is Stem without the memo. Snowball's work grows with the square of a word's length, so a
// form that is too long to be a word is only folded.
func (s *Stemmer) stem(form string) string {
	folded := Fold(form)
	if len(folded) > memoLen {
		return folded
	}
	if bare := strings.TrimRight(folded, "."); bare != "" {
		folded = bare
	}
	if strings.Contains(folded, ".") { // an acronym or a domain has no endings
		return folded
	}
	return s.lang.stem(folded)
}

// Stems says whether there is a stemmer for the language with the BCP 47 code: the languages that may have tables.
func Stems(code string) bool { return stemmers[code] != nil }
