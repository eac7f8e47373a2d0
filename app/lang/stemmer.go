package lang

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

var stemmers = map[string]func(string) string{
	"en": func(folded string) string { return english.Stem(folded, true) },
}

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
func (s *Stemmer) Stem(form string) string {
	if st, ok := s.memo[form]; ok {
		return st
	}
	st := s.lang.stem(Fold(form))
	s.memo[strings.Clone(form)] = st
	return st
}

// Fold is the form in lower case with a typographic apostrophe made straight.
func Fold(form string) string {
	return strings.ReplaceAll(strings.ToLower(form), "’", "'")
}
