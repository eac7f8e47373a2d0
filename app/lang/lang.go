// Package lang takes a folder of word tables and gives back a Language: its stemmer, stop
// words, abbreviations, background frequencies and the words that rules know.
package lang

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"unicode/utf8"
)

// Language is all that the engine knows of one language. It is read once, then only
// read from, by any number of goroutines.
type Language struct {
	Code string // BCP 47: "en"; "und" for the plain one
	fsys fs.FS  // the language's own folder; nil for the plain one
	stem func(string) string
	stop Table
	rank map[string]int

	abbr    map[string]Abbreviation
	abbrMax int // bytes in the longest abbreviation

	elided, attributes Table
}

// Open reads the language with the given BCP 47 code out of its folder in fsys
// (fsys holds one folder a language). The error names the file, and the line where there is one.
func Open(fsys fs.FS, code string) (*Language, error) {
	sub, err := fs.Sub(fsys, code)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", code, err)
	}
	l := &Language{Code: code, fsys: sub, stem: stemmers[code]}
	if l.stem == nil {
		return nil, fmt.Errorf("language %q: no stemmer", code)
	}
	if l.stop, err = l.Table("stop.txt"); err != nil {
		return nil, err
	}
	if err := l.readAbbreviations(); err != nil {
		return nil, err
	}
	if l.elided, err = l.Table("elided.txt"); err != nil {
		return nil, err
	}
	if l.attributes, err = l.Table("attribution.txt"); err != nil {
		return nil, err
	}
	ranks, err := l.Lines("background.txt")
	if err != nil {
		return nil, err
	}
	l.rank = make(map[string]int, len(ranks))
	for i, s := range ranks {
		l.rank[s] = i
	}
	return l, nil
}

// Plain is the language of a text whose language is not supported: no stop words, no
// rules, a word's stem is its folded form.
func Plain() *Language {
	return &Language{Code: "und", stem: func(s string) string { return s }}
}

// Supported says whether the language has tables of its own (Plain has not).
func (l *Language) Supported() bool { return l.fsys != nil }

// IsStop says whether the folded (lower-case) form is a stop word.
func (l *Language) IsStop(folded string) bool { return l.stop.Has(folded) }

// Knows says whether the background table knows the folded word, by its stem.
func (l *Language) Knows(folded string) bool {
	_, ok := l.rank[l.stem(folded)]
	return ok
}

// Rank is the place of a stem in the background table, the commonest being 0;
// false when the table does not know it.
func (l *Language) Rank(stem string) (int, bool) {
	r, ok := l.rank[stem]
	return r, ok
}

// IDF is how rare a stem is in the language at large: 0 for the commonest, about 1 for one that the background table does not know. By Zipf's law
// a word's frequency falls as 1/rank, so the logarithm of the rank serves as inverse document frequency (rounded to 4 decimals, the same on any machine).
func (l *Language) IDF(stem string) float64 {
	n := len(l.rank)
	if n == 0 {
		return 1
	}
	r, ok := l.rank[stem]
	if !ok {
		r = n
	}
	return math.Round(1e4*math.Log(float64(r+2))/math.Log(float64(n+2))) / 1e4
}

// Table is a set of words, each with the columns that follow it in its file.
type Table map[string][]string

// Has says whether the word is in the table. A nil Table is empty.
func (t Table) Has(word string) bool { _, ok := t[word]; return ok }

// Lines reads one of the language's files: one entry a line, blank lines and lines that
// begin with # left out. The plain language has no files: it gives nothing.
func (l *Language) Lines(name string) ([]string, error) {
	if l.fsys == nil {
		return nil, nil
	}
	b, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return nil, fmt.Errorf("language %s: %w", l.Code, err)
	}
	var out []string
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), " \r")
		if !utf8.ValidString(line) {
			return nil, fmt.Errorf("language %s: %s:%d: not UTF-8", l.Code, name, n)
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, line)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("language %s: %s: %w", l.Code, name, err)
	}
	return out, nil
}

// Table reads one of the language's files as a Table: the first tab-separated column is the word.
func (l *Language) Table(name string) (Table, error) {
	lines, err := l.Lines(name)
	if err != nil {
		return nil, err
	}
	t := make(Table, len(lines))
	for _, line := range lines {
		c := strings.Split(line, "\t")
		t[c[0]] = c[1:]
	}
	return t, nil
}
