package text

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// line is one line of a block, without its break.
type line struct {
	Span
	next int  // where the next line begins
	ends bool // its break ends a paragraph by itself (form feed, U+2029)
}

// nextLine is the line that begins at b.Start, inside b.
func nextLine(in string, b Span) line {
	for i := b.Start; i < b.End; i++ {
		c := in[i]
		if c > '\r' && c < utf8.RuneSelf {
			continue
		}
		switch c {
		case '\n':
			return line{Span{b.Start, i}, i + 1, false}
		case '\r':
			if i+1 < b.End && in[i+1] == '\n' {
				return line{Span{b.Start, i}, i + 2, false}
			}
			return line{Span{b.Start, i}, i + 1, false}
		case '\v', '\f':
			return line{Span{b.Start, i}, i + 1, true}
		case 0xC2:
			if i+1 < b.End && in[i+1] == 0x85 {
				return line{Span{b.Start, i}, i + 2, false}
			}
		case 0xE2:
			if i+2 < b.End && in[i+1] == 0x80 && (in[i+2] == 0xA8 || in[i+2] == 0xA9) {
				return line{Span{b.Start, i}, i + 3, in[i+2] == 0xA9}
			}
		}
	}
	return line{Span{b.Start, b.End}, b.End, true}
}

// indent is the number of gap bytes at the line's start; the whole line when it is blank.
func (l line) indent(in string) int {
	for i, r := range in[l.Start:l.End] {
		if !isGap(r) {
			return i
		}
	}
	return l.Len()
}

func (l line) blank(in string) bool { return l.indent(in) == l.Len() }

// nextParagraph is the first paragraph of b, blank lines before it left out, and where the rest of b begins. column is the
// block's WrapColumn: 0 makes every line a paragraph.
func nextParagraph(in string, b Span, column int) (p Span, next int) {
	l := nextLine(in, b)
	for l.next < b.End && l.blank(in) {
		l = nextLine(in, Span{l.next, b.End})
	}
	p = l.Span
	for column > 0 && !l.ends && l.next < b.End {
		n := nextLine(in, Span{l.next, b.End})
		if !wraps(in, l, n, column) {
			break
		}
		p.End, l = n.End, n
	}
	return p, l.next
}

// Paragraphs is the spans of the paragraphs of a block as Parse cuts them, blank lines left out.
func Paragraphs(in string, b Span) []Span {
	var out []Span
	column := WrapColumn(in, b)
	for at := b.Start; at < b.End; {
		p, next := nextParagraph(in, Span{at, b.End}, column)
		if !p.Empty() {
			out = append(out, p)
		}
		at = next
	}
	return out
}

// wraps says whether the break between two lines of a hard-wrapped block only wraps: the next line is no list
// entry, is not indented more, and its first word would not have fitted.
func wraps(in string, l, n line, column int) bool {
	from, to := l.indent(in), n.indent(in)
	if to == n.Len() || bullet(in[n.Start+to:n.End]) || to > from && !bullet(in[l.Start+from:l.End]) {
		return false
	}
	length, word := runes(in, l), firstWord(in, n)
	if r := firstRune(in[n.Start+to : n.End]); unicode.IsLower(r) {
		return length+1+word > column/2
	}
	return length+1+word >= column-column/12
}

// bullet says whether a line is an entry of a list: a bullet or a number, then a space.
func bullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '•', r == '·', r == '▪', r == '◦', r == '‣', r == '●', r == '■', r == '–', r == '—', r == '-', r == '*', r == '+', r == '>':
	case isDigitOf(r):
		for n < len(s) && n < 4 && isDigitByte(s[n]) {
			n++
		}
		if n == len(s) || s[n] != '.' && s[n] != ')' {
			return false
		}
		n++
	default:
		return false
	}
	return n < len(s) && (s[n] == ' ' || s[n] == '\t')
}

// wrapLines is how many lines WrapColumn looks at.
const wrapLines = 4000

// WrapColumn is the column at which the lines of a block are hard-wrapped, in characters; 0 when they are not. They are when, of the
// lines that another one follows at once, nearly all are so full that the next line's first word would not have fitted, and many are
// followed by a small letter, as no list of headlines and no verse is.
func WrapColumn(in string, b Span) int {
	type pair struct{ length, word int }
	var pairs []pair
	var lengths []int
	small := 0
	prev := line{}
	for at, n := b.Start, 0; at < b.End && n < wrapLines; {
		l := nextLine(in, Span{at, b.End})
		at = l.next
		indent := l.indent(in)
		if indent == l.Len() {
			prev = line{}
			continue
		}
		n++
		if !prev.Empty() && !bullet(in[l.Start+indent:l.End]) {
			p := pair{runes(in, prev), firstWord(in, l)}
			pairs, lengths = append(pairs, p), append(lengths, p.length)
			if unicode.IsLower(firstRune(in[l.Start+indent : l.End])) {
				small++
			}
		}
		prev = l
		if l.ends {
			prev = line{}
		}
	}
	if len(pairs) == 0 || small*3 < len(pairs) {
		return 0
	}
	slices.Sort(lengths)
	column := lengths[len(lengths)*19/20]
	if column < 30 || column > 130 || len(pairs) == 1 && column < 50 {
		return 0
	}
	full := 0
	for _, p := range pairs {
		if p.length+1+p.word > column-column/8 {
			full++
		}
	}
	if full*10 < len(pairs)*7 {
		return 0
	}
	return column
}

// runes is the length of a line in characters, white space at its end left out.
func runes(in string, l line) int {
	end := l.End
	for end > l.Start && (in[end-1] == ' ' || in[end-1] == '\t') {
		end--
	}
	return utf8.RuneCountInString(in[l.Start:end])
}

// firstWord is the length of a line's first word in characters.
func firstWord(in string, l line) int {
	n := 0
	for _, r := range in[l.Start+l.indent(in) : l.End] {
		if unicode.IsSpace(r) {
			break
		}
		n++
	}
	return n
}
