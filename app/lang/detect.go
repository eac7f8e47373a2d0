package lang

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Detector tells the language of a text by its script and by the share of a few words of grammar.
// It is read once, then only read from, by any number of goroutines.
type Detector struct {
	scripts   []script
	languages []language
	read      map[string]bool  // codes of the languages that Gloss has tables for
	words     map[string][]int // folded word -> the languages that have it
}

// script is a set of ranges of characters and the language that a text in it is taken for.
type script struct {
	name   string
	ranges [][2]rune
	usual  string
	joins  string // a script that is written together with this one, and belongs to it then: Han in Japanese
}

type language struct{ code, name, script string }

// detectBytes is how much of a text is looked at: more would not change the answer.
const detectBytes = 32 << 10

// OpenDetector reads detect.txt in fsys, the folder that holds one folder a language. The error names the line.
func OpenDetector(fsys fs.FS) (*Detector, error) {
	const file = "detect.txt"
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("language detector: %w", err)
	}
	d := &Detector{words: make(map[string][]int), read: make(map[string]bool)}
	sc := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := d.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("language detector: %s:%d: %w", file, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("language detector: %s: %w", file, err)
	}
	return d, nil
}

// add takes one line's columns: script, name, ranges, usual language, script that it may take with it; or language, code, name, script,
// words; or read, codes.
func (d *Detector) add(c []string) error {
	switch {
	case c[0] == "read" && len(c) == 2:
		for _, code := range strings.Fields(c[1]) {
			d.read[code] = true
		}
		return nil
	case c[0] == "script" && (len(c) == 4 || len(c) == 5):
		s := script{name: c[1], usual: c[3]}
		if len(c) == 5 {
			s.joins = c[4]
		}
		for _, r := range strings.Fields(c[2]) {
			from, to, _ := strings.Cut(r, "-")
			a, err := strconv.ParseUint(from, 16, 32)
			if err != nil {
				return err
			}
			b, err := strconv.ParseUint(to, 16, 32)
			if err != nil {
				return err
			}
			s.ranges = append(s.ranges, [2]rune{rune(a), rune(b)})
		}
		d.scripts = append(d.scripts, s)
		return nil
	case c[0] == "language" && (len(c) == 4 || len(c) == 5):
		id := len(d.languages)
		d.languages = append(d.languages, language{c[1], c[2], c[3]})
		if len(c) == 5 {
			for _, w := range strings.Fields(c[4]) {
				d.words[w] = append(d.words[w], id)
			}
		}
		return nil
	}
	return fmt.Errorf("neither a script nor a language: %q", c[0])
}

// Detect is the language of a text: code is its BCP 47 code where Gloss has tables for it, else "und"; name is its English name, "" when it cannot
// be told. The script with most of the letters decides first, then the words of grammar. Where the script's usual language is
// English it is the answer for a text that gives little evidence, such as a title, a list of names, or a table: another
// language must show several of its words, and clearly more than English does.
func (d *Detector) Detect(text string) (code, name string) {
	if len(text) > detectBytes {
		text = text[:detectBytes]
	}
	sc, plain := d.script(text)
	if sc < 0 {
		return "und", ""
	}
	usual := d.find(d.scripts[sc].usual)
	v := d.vote(text, usual)
	best := v.best(d, d.scripts[sc].name, usual)
	if d.code(usual) == "en" && !v.strong(best, plain) {
		if !plain && v.foreign() {
			return "und", ""
		}
		best = usual
	}
	if best < 0 {
		return "und", ""
	}
	return d.told(best)
}

// told is the code of language i, "und" for one that is not read, and its name.
func (d *Detector) told(i int) (code, name string) {
	l := &d.languages[i]
	if d.read[l.code] {
		return l.code, l.name
	}
	return "und", l.name
}

// Reads says whether there are tables for the language with the code.
func (d *Detector) Reads(code string) bool { return d.read[code] }

// Name is the English name of the language with a BCP 47 code, "" when it is not known.
func (d *Detector) Name(code string) string {
	if i := d.find(Base(code)); i >= 0 {
		return d.languages[i].name
	}
	return ""
}

// Paragraph is Detect for one paragraph of a text in the language with the given English name, which it keeps unless the paragraph gives clear evidence of
// another: a short one, names and a foreign phrase that is quoted do not. It is in another language when other is true; code and name say in which.
func (d *Detector) Paragraph(text, own string) (code, name string, other bool) {
	if len(text) > detectBytes {
		text = text[:detectBytes]
	}
	usual := -1
	for i, l := range d.languages {
		if l.name == own {
			usual = i
		}
	}
	sc, plain := d.script(text)
	if sc < 0 {
		return "", "", false
	}
	v := d.vote(text, usual)
	best := v.best(d, d.scripts[sc].name, usual)
	if best < 0 || best == usual || v.words < fewWords || !v.strong(best, plain) {
		return "", "", false
	}
	code, name = d.told(best)
	return code, name, true
}

// fewWords is how many words a paragraph has at least that is taken for one in another language than its text.
const fewWords = 6

// code is the code of language i, "und" when i is negative.
func (d *Detector) code(i int) string {
	if i < 0 {
		return "und"
	}
	return d.languages[i].code
}

// find is the index of the language with the code; -1 when there is none.
func (d *Detector) find(code string) int {
	for i, l := range d.languages {
		if l.code == code {
			return i
		}
	}
	return -1
}

// script is the script that most of the letters of text are in, -1 when it is one that the detector does not know; a text
// without letters counts as the first script's. plain says that nearly all letters are ASCII.
func (d *Detector) script(text string) (best int, plain bool) {
	counts := make([]int, len(d.scripts)+1)
	letters, ascii := 0, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < utf8.RuneSelf {
			ascii++
		}
		counts[d.scriptOf(r)]++
	}
	for i, s := range d.scripts {
		if from := d.scriptNamed(s.joins); from >= 0 && counts[i]*10 > counts[from] {
			counts[i] += counts[from]
		}
	}
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	if best == len(d.scripts) {
		return -1, false
	}
	return best, letters-ascii <= letters/50
}

// scriptOf is the index of the script that r is in; their number when it is in none.
func (d *Detector) scriptOf(r rune) int {
	for i, s := range d.scripts {
		for _, g := range s.ranges {
			if g[0] <= r && r <= g[1] {
				return i
			}
		}
	}
	return len(d.scripts)
}

func (d *Detector) scriptNamed(name string) int {
	for i, s := range d.scripts {
		if s.name == name {
			return i
		}
	}
	return -1
}
