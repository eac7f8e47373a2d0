// Package lang takes a folder of word tables and gives back a Language: its stemmer, stop
// words, abbreviations, background frequencies and the words that rules know.
package lang

import (
	"bufio"
	"bytes"
	"errors"
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
	fsys fs.FS  // holds the language's own folder, and the tables of all languages; nil for one without any
	stem func(string) string
	stop Table
	rank map[string]int
	tail Table // endings that lean on any word, with their sign: "-il", ":s"

	abbr    map[string]Abbreviation
	abbrMax int // bytes in the longest abbreviation

	elided, attributes Table
	elides             bool // some of its stop words stand before an apostrophe: "l'"
}

// Open reads the language with the given BCP 47 code out of its folder in fsys
// (fsys holds one folder a language, and beside them the tables that all share). A language must have stop words, and may lack any other
// table. The error names the file, and the line where there is one.
func Open(fsys fs.FS, code string) (*Language, error) {
	if !fs.ValidPath(code) {
		return nil, fmt.Errorf("language %q: %w", code, fs.ErrInvalid)
	}
	l := &Language{Code: code, fsys: fsys, stem: stemmers[code]}
	if l.stem == nil {
		return nil, fmt.Errorf("language %q: no stemmer", code)
	}
	if _, err := fs.Stat(fsys, code+"/stop.txt"); err != nil {
		return nil, fmt.Errorf("language %s: %w", code, err)
	}
	if err := l.readStop(); err != nil {
		return nil, err
	}
	if err := l.readAbbreviations(); err != nil {
		return nil, err
	}
	var err error
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
// rules, a word's stem is its folded form. PlainIn has the tables that all languages share.
func Plain() *Language { return PlainIn(nil) }

// PlainIn is Plain with the tables of fsys that stand in no language's folder.
func PlainIn(fsys fs.FS) *Language {
	return &Language{Code: plainCode, fsys: fsys, stem: func(s string) string { return s }}
}

const plainCode = "und"

// Supported says whether the language has tables of its own (Plain has not).
func (l *Language) Supported() bool { return l.Code != plainCode }

// readStop reads stop.txt: words, words with the apostrophe that stands for their last letter before another word ("l'"), and endings with the sign by
// which they lean on the word before them ("-il", ":s").
func (l *Language) readStop() (err error) {
	if l.stop, err = l.Table("stop.txt"); err != nil {
		return err
	}
	l.tail = Table{}
	for w := range l.stop {
		if strings.HasPrefix(w, "-") || strings.HasPrefix(w, ":") {
			l.tail[w] = nil
		}
		l.elides = l.elides || strings.HasSuffix(w, "'")
	}
	return nil
}

// IsStop says whether the folded (lower-case) form is a stop word, or a compound that ends in one that only leans on
// the word before it ("dit-il", "MTI-nek"): its parts are counted by themselves.
func (l *Language) IsStop(folded string) bool {
	if l.stop.Has(folded) {
		return true
	}
	if len(l.tail) == 0 {
		return false
	}
	at := strings.IndexByte(folded, '-')
	return at > 0 && l.tail.Has(folded[at:])
}

// HasElisions says whether words of grammar lose their last letter to the word behind them, as in French.
func (l *Language) HasElisions() bool { return l.elides }

// Elides says whether the form stands before an apostrophe in place of a word of grammar: the l of "l'eau".
func (l *Language) Elides(form string) bool { return l.elides && l.stop.Has(Fold(form)+"'") }

// Leans says whether the ending, with the sign before it, leans on the word before it: the ":s" of "EU:s".
func (l *Language) Leans(ending string) bool { return len(l.tail) > 0 && l.tail.Has(Fold(ending)) }

// Knows says whether the background table knows the folded word, by its stem.
func (l *Language) Knows(folded string) bool {
	_, ok := l.rank[l.stem(folded)]
	return ok
}

// manyRanks is how many stems a background table must hold for one that it lacks to be hardly a common word.
const manyRanks = 5000

// KnowsMost says whether the background table knows so many stems that a word which it does not know is probably a name.
func (l *Language) KnowsMost() bool { return len(l.rank) >= manyRanks }

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
// begin with # left out. What its folder lacks is read from the tables of all languages, and is empty where they lack it too. Plain
// has no files: it gives nothing.
func (l *Language) Lines(name string) ([]string, error) {
	if l.fsys == nil {
		return nil, nil
	}
	b, err := fs.ReadFile(l.fsys, l.Code+"/"+name)
	if errors.Is(err, fs.ErrNotExist) {
		b, err = fs.ReadFile(l.fsys, name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
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
