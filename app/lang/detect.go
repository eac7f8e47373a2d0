package lang

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"slices"
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
	columns   []string         // codes of the languages that grams tells apart
	grams     *grams
}

// script is a set of ranges of characters and the language that a text in it is taken for.
type script struct {
	name   string
	ranges [][2]rune
	usual  string
	joins  string // a script that is written together with this one, and belongs to it then: Han in Japanese
}

type language struct {
	code, name, script string
	words              bool // of grammar are known
}

// samplePiece is how many bytes of a text are looked at in each of three places.
const samplePiece = 2 << 10

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
	return d, d.openGrams(fsys)
}

// openGrams reads languages.txt.
func (d *Detector) openGrams(fsys fs.FS) error {
	const file = "languages.txt"
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Errorf("language detector: %w", err)
	}
	ids := make([]int, len(d.columns))
	for i, code := range d.columns {
		if ids[i] = d.find(code); ids[i] < 0 {
			return fmt.Errorf("language detector: no row for %q", code)
		}
	}
	if d.grams, err = readGrams(b, ids); err != nil {
		return fmt.Errorf("language detector: %s: %w", file, err)
	}
	return nil
}

// add takes one line's columns: script, name, ranges, usual language, script that it may take with it; or language, code, name, script,
// words; or read or grams, codes.
func (d *Detector) add(c []string) error {
	switch {
	case c[0] == "read" && len(c) == 2:
		for _, code := range strings.Fields(c[1]) {
			d.read[code] = true
		}
		return nil
	case c[0] == "grams" && len(c) == 2:
		d.columns = strings.Fields(c[1])
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
		d.languages = append(d.languages, language{c[1], c[2], c[3], len(c) == 5})
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
// be told. The script with most of the letters decides first, then the grams of the text. Where the script's usual language is
// English it is the answer for a text that gives little evidence, such as a title, a list of names, or a table: another
// language must be clearly more likely, or show several of its words of grammar, and more than English does.
func (d *Detector) Detect(text string) (code, name string) {
	text = withoutCode(sample(text))
	sc, plain := d.script(text)
	if sc < 0 {
		return "und", ""
	}
	usual := d.find(d.scripts[sc].usual)
	v := d.vote(text, usual)
	if d.code(usual) == "en" && v.words >= enoughWords && v.kept() {
		return d.told(usual)
	}
	best := v.best(d, d.scripts[sc].name, usual)
	likely, margin := d.likely(text, sc, usual, v.shouts())
	if d.code(usual) == "en" && !(v.strong(best, plain) && likely != usual) && !v.clear(likely, margin, plain) {
		if !plain && v.foreign() {
			return "und", ""
		}
		likely = usual
	}
	if likely < 0 {
		likely = best
	}
	if likely < 0 || v.words >= enoughWords && v.has(likely)*minShare < v.words && d.read[d.languages[likely].code] {
		return "und", ""
	}
	return d.told(likely)
}

// sample is a bounded part of a text: all of a short one, of a longer one pieces from its beginning, its middle and its end.
func sample(text string) string {
	if len(text) <= 3*samplePiece {
		return text
	}
	middle, end := (len(text)-samplePiece)/2, len(text)-samplePiece
	return text[:samplePiece] + "\n" + text[middle:middle+samplePiece] + "\n" + text[end:]
}

// likely is the language of the script that the grams of the text speak most for, -1 where they know none, and by how much more than for the usual one:
// in tenths of a nat for a word in small letters, twice as much. Where all shouts, words in capitals count as others do.
func (d *Detector) likely(text string, script, usual int, shouts bool) (best, margin int) {
	sums := make([]int, len(d.grams.languages))
	eachWord(text, func(word []rune, capital bool) {
		if capital && !shouts {
			d.grams.add(sums, word, capitalWord)
		} else {
			d.grams.add(sums, word, smallWord)
		}
	})
	best, most, own, of := -1, 0, 0, 0
	for column, l := range d.grams.languages {
		if d.languages[l].script != d.scripts[script].name {
			continue
		}
		sum := sums[column]
		if d.read[d.languages[l].code] {
			sum += readBonus
		}
		if best < 0 || sum > most {
			best, most, own = l, sum, sums[column]
		}
		if l == usual {
			of = sums[column]
		}
	}
	return best, own - of
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

// Paragraph is Detect for one paragraph of a text in the language with the given English name (one that is not known stays that), which it keeps unless the paragraph gives clear evidence of
// another: a short one, names and a foreign phrase that is quoted do not. It is in another language when other is true; code and name say in which.
func (d *Detector) Paragraph(text, own string) (code, name string, other bool) {
	text = withoutCode(text[:min(len(text), samplePiece)])
	usual := d.named(own)
	if usual < 0 {
		return "", "", false
	}
	v := d.vote(text, usual)
	if v.words < fewWords && !d.spaceless(text) || d.code(usual) == "en" && v.kept() || !v.prose() {
		return "", "", false
	}
	sc, _ := d.script(text)
	if sc < 0 {
		return "", "", false
	}
	if d.languages[usual].script != d.scripts[sc].name {
		code, name = d.Detect(text)
		return code, name, name != "" && name != own
	}
	best, margin := d.likely(text, sc, usual, v.shouts())
	if best < 0 || best == usual || !v.otherwise(best, margin, d.languages[best].words) {
		return "", "", false
	}
	code, name = d.told(best)
	return code, name, true
}

// spaceless says whether the text is in a script that is written without spaces and long, so that it has few words.
func (d *Detector) spaceless(text string) bool {
	n := 0
	for _, r := range text {
		if r >= 0x0E00 && unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r) {
			n++
		}
	}
	return n >= fewLetters
}

// fewWords is how many words a paragraph has at least that is taken for one in another language than its text.
const fewWords = 6

// fewLetters is how many letters it has in a script without spaces.
const fewLetters = 20

// readBonus is by how much the languages that Gloss reads are thought likelier than others before a text is looked at, in the units of likely: what is pasted
// here is more often in Norwegian than in Danish.
const readBonus = 10

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

// named is the index of the language with the English name; -1 when there is none.
func (d *Detector) named(name string) int {
	return slices.IndexFunc(d.languages, func(l language) bool { return l.name == name })
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
