package keyword

import (
	"fmt"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
)

// StopWords are stop words of a reader's own: words that are to count no longer, and stop words that are to count. It is only read from.
type StopWords struct {
	lists map[string]stopList // by language; under "" those of the text's own, whatever that is
	used  int
}

// stopList says of folded words whether they are stop words from now on (true) or no longer (false).
type stopList map[string]bool

// StopWordProblem is a line of the reader's stop words that could not be used; the others were.
type StopWordProblem struct {
	Line int // from 1
	Text string
}

func (p StopWordProblem) String() string { return fmt.Sprintf("line %d: %s", p.Line, p.Text) }

// Bounds of a reader's stop words. What lies beyond is a StopWordProblem.
const (
	MaxStopWords   = 1 << 20 // bytes
	maxStopWord    = 64      // bytes of a word
	maxStopTrouble = 50      // problems that are told one by one
)

// ParseStopWords reads a reader's stop words, one a line: +word makes it one, in all forms of its stem; -word makes that form a word that counts.
// Of two lines for one word the later holds. A line [fr] begins those of one language (BCP 47; und stands for all that have no tables); before any such line
// they are of the text's own language. Blank lines and lines that begin with # are left out.
func ParseStopWords(lines string) (*StopWords, []StopWordProblem) {
	w := &StopWords{lists: map[string]stopList{}}
	var problems []StopWordProblem
	lines = strings.TrimPrefix(lines, "\uFEFF")
	section, more, read := "", 0, 0
	for n := 1; lines != ""; n++ {
		line, rest, _ := strings.Cut(lines, "\n")
		lines = rest
		trouble := ""
		if read += len(line) + 1; read > MaxStopWords {
			trouble, lines = fmt.Sprintf("here the limit of %d MB is reached; this line and those below are not used", MaxStopWords>>20), ""
		} else {
			trouble = w.line(strings.TrimSpace(line), &section)
		}
		switch {
		case trouble == "":
		case len(problems) < maxStopTrouble:
			problems = append(problems, StopWordProblem{n, trouble})
		default:
			more++
			problems[maxStopTrouble-1] = StopWordProblem{n, fmt.Sprintf("%s; %d other lines above it cannot be used either", trouble, more)}
		}
	}
	return w, problems
}

// unknownSection has its words put by: that they aren't used is told once, of the line that begins them.
const unknownSection = "?"

// line takes one line in, and says what is wrong with it.
func (w *StopWords) line(line string, section *string) (trouble string) {
	switch {
	case line == "" || line[0] == '#':
		return ""
	case line[0] == '[':
		return w.section(line, section)
	case *section == unknownSection:
		return ""
	case line[0] != '+' && line[0] != '-':
		return fmt.Sprintf("want +word or -word, got %s", quoted(line))
	}
	word := foldStop(strings.TrimSpace(line[1:]))
	switch {
	case word == "":
		return fmt.Sprintf("there is no word behind the %c", line[0])
	case len(word) > maxStopWord:
		return fmt.Sprintf("a word has %d bytes at most", maxStopWord)
	case strings.IndexFunc(word, unicode.IsSpace) >= 0:
		return fmt.Sprintf("%s is more than one word", quoted(word))
	case strings.IndexFunc(word, unicode.IsLetter) < 0:
		return fmt.Sprintf("%s has no letter", quoted(word))
	}
	if w.lists[*section] == nil {
		w.lists[*section] = stopList{}
	}
	w.lists[*section][word] = line[0] == '+'
	w.used++
	return ""
}

// section begins the words of a language.
func (w *StopWords) section(line string, section *string) (trouble string) {
	code, ok := strings.CutSuffix(line[1:], "]")
	base, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(code)), "-")
	if *section = base; ok && (base == "und" || lang.Stems(base)) {
		return ""
	}
	*section = unknownSection
	return fmt.Sprintf("%s is no language that has stop words; those below it are not used", quoted(line))
}

// quoted is a piece of a line as a message quotes it.
func quoted(s string) string {
	const most = 40 // runes
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// foldStop is a word as the classes of words know it.
func foldStop(word string) string { return strings.TrimRight(lang.Fold(word), ".") }

// Len is the number of lines that are used.
func (w *StopWords) Len() int { return w.used }

// of is what holds for a language; own says that it is the text's own. What the language's own section says goes first.
func (w *StopWords) of(code string, own bool) stopList {
	if w == nil {
		return nil
	}
	if !own || len(w.lists[""]) == 0 {
		return w.lists[code]
	}
	out := maps.Clone(w.lists[""])
	maps.Copy(out, w.lists[code])
	return out
}

// WithStopWords is the same Extractor with a reader's stop words, which may be nil; own says that its language is the text's own.
func (e *Extractor) WithStopWords(w *StopWords, own bool) *Extractor {
	list := w.of(e.lang.Code, own)
	if len(list) == 0 {
		return e
	}
	c, classes := *e, *e.classes
	c.classes = &classes
	classes.own, classes.ownKeys = list, map[string]bool{}
	st := e.lang.NewStemmer()
	for word, stops := range list {
		if stops {
			classes.ownKeys[classes.key(word, st.Stem(word))] = true
		}
	}
	return &c
}
