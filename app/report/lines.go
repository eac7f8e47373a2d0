package report

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"gloss/app/lang"
	"gloss/app/text"
)

// Line is one place in its context (KWIC, key word in context). White space is collapsed to a space.
type Line struct {
	Left  string  `json:"left"` // what stands before it in its paragraph
	Hit   string  `json:"hit"`
	Right string  `json:"right"`
	Place float64 `json:"place"` // 0 to 1: where in the article it begins, rounded to 4 decimals
	Start int     `json:"start"`
	End   int     `json:"end"`
}

// The orders of SortLines.
const (
	ByPosition = "position"
	ByLeft     = "left"  // by the words before, the nearest first
	ByRight    = "right" // by the words behind
)

// Lines shows each span, in bytes of s, with at most width characters of its paragraph on either side, cut between words (UAX #29). Spans that do not
// lie in s on character bounds are left out. Place is a share of all of s.
func Lines(s string, spans []Pair, width int) []Line {
	return lines(s, spans, width, text.Span{End: len(s)})
}

// Lines is the function Lines for spans of the report, in its own unit: Place is a share of the article. input is the text that the report is of.
func (r *Report) Lines(input string, spans []Pair, width int) []Line {
	if r.Offsets != OffsetsUTF16 {
		return lines(input, spans, width, text.Span{Start: r.Article.Start, End: r.Article.End})
	}
	units := text.NewUTF16Index(input)
	in := make([]Pair, len(spans))
	for i, p := range spans {
		in[i] = Pair{units.ByteAt(p[0]), units.ByteAt(p[1])}
	}
	out := lines(input, in, width, text.Span{Start: units.ByteAt(r.Article.Start), End: units.ByteAt(r.Article.End)})
	for i := range out {
		out[i].Start, out[i].End = units.At(out[i].Start), units.At(out[i].End)
	}
	return out
}

func lines(s string, spans []Pair, width int, article text.Span) []Line {
	out := make([]Line, 0, len(spans))
	paragraphs := text.Paragraphs(s, text.Span{End: len(s)})
	places := Dispersion(spans, article.Start, article.End)
	for i, p := range spans {
		if p[0] < 0 || p[1] <= p[0] || p[1] > len(s) || !runeStart(s, p[0]) || !runeStart(s, p[1]) {
			continue
		}
		around := paragraphAt(paragraphs, p)
		out = append(out, Line{
			Left: oneLine(before(s[around.Start:p[0]], width)), Hit: oneLine(s[p[0]:p[1]]), Right: oneLine(behind(s[p[1]:around.End], width)),
			Place: places[i], Start: p[0], End: p[1],
		})
	}
	return out
}

func runeStart(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }

// paragraphAt is the paragraph of the span, stretched to hold it.
func paragraphAt(paragraphs []text.Span, p Pair) text.Span {
	i, found := slices.BinarySearchFunc(paragraphs, p[0], func(s text.Span, at int) int { return cmp.Compare(s.Start, at) })
	if !found {
		i--
	}
	out := text.Span{Start: p[0], End: p[1]}
	if i >= 0 && paragraphs[i].End > p[0] {
		out = text.Span{Start: paragraphs[i].Start, End: max(paragraphs[i].End, p[1])}
	}
	return out
}

// window is how many bytes of a line's side are looked at: they hold more than width characters, so that a word that it cuts is left out.
func window(width int) int { return utf8.UTFMax * (max(width, 0) + 1) }

// before is the last words of s that have no more than width characters.
func before(s string, width int) string {
	from := max(0, len(s)-window(width))
	for from > 0 && from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	s = s[from:]
	for _, at := range append([]int{0}, wordEnds(s)...) {
		if rest := s[at:]; utf8.RuneCountInString(rest) <= width {
			return rest
		}
	}
	return ""
}

// behind is the first words of s that have no more than width characters.
func behind(s string, width int) string {
	to := min(len(s), window(width))
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	fits := 0
	for _, at := range wordEnds(s[:to]) {
		if utf8.RuneCountInString(s[:at]) <= width {
			fits = at
		}
	}
	return s[:fits]
}

// wordEnds is where the words of UAX #29 end, marks and spaces being words, too.
func wordEnds(s string) []int {
	var out []int
	for it := words.FromString(s); it.Next(); {
		out = append(out, it.End())
	}
	return out
}

// oneLine is s with each run of white space collapsed to a space, those at its ends, too.
func oneLine(s string) string {
	space := false
	return strings.Map(func(r rune) rune {
		was := space
		if space = unicode.IsSpace(r); !space {
			return r
		}
		if was {
			return -1
		}
		return ' '
	}, s)
}

// SortLines puts the lines into an order, in place: by position, or by the words on one side, case folded; ties by position. The error names the
// orders when by is none of them.
func SortLines(list []Line, by string) error {
	key := func(Line) []string { return nil }
	switch by {
	case ByPosition:
	case ByLeft:
		key = func(l Line) []string {
			w := wordsOf(l.Left)
			slices.Reverse(w)
			return w
		}
	case ByRight:
		key = func(l Line) []string { return wordsOf(l.Right) }
	default:
		return fmt.Errorf("no order %q: want %s, %s or %s", by, ByPosition, ByLeft, ByRight)
	}
	type keyed struct {
		Line
		key []string
	}
	all := make([]keyed, len(list))
	for i, l := range list {
		all[i] = keyed{l, key(l)}
	}
	sort.SliceStable(all, func(i, k int) bool {
		return cmp.Or(slices.Compare(all[i].key, all[k].key), cmp.Compare(all[i].Start, all[k].Start)) < 0
	})
	for i, k := range all {
		list[i] = k.Line
	}
	return nil
}

// wordsOf is the words of a line's side, folded, without marks.
func wordsOf(s string) []string {
	return strings.FieldsFunc(lang.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '-'
	})
}
