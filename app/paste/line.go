package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// line is one non-blank line of the input, without the white space around it.
type line struct {
	text.Span
	blanks int // blank lines directly above
	width  int // runes from the first to the last that show
}

// linesOf finds the non-blank lines. A line ends with LF, CR, CRLF, or one of the separators U+2028
// and U+2029. White space, control characters, bidi controls and the BOM alone make no line.
func linesOf(input string) []line {
	var out []line
	blanks, cur := 0, line{}
	shows := false
	flush := func() {
		if shows {
			cur.blanks = blanks
			out = append(out, cur)
			blanks = 0
		} else {
			blanks++
		}
		cur, shows = line{}, false
	}
	pending := 0 // white space since the last rune that shows
	for at := 0; at < len(input); {
		r, size := utf8.DecodeRuneInString(input[at:])
		switch {
		case isBreak(r):
			flush()
			pending = 0
			if r == '\r' && strings.HasPrefix(input[at+1:], "\n") {
				size = 2
			}
		case isInvisible(r):
			pending++
		default:
			if !shows {
				cur.Start, shows, pending = at, true, 0
			}
			cur.width += pending + 1
			cur.End, pending = at+size, 0
		}
		at += size
	}
	if shows {
		flush()
	}
	return out
}

// longer says whether s has more than n characters.
func longer(s string, n int) bool {
	return len(s) > n && (len(s) > utf8.UTFMax*n || utf8.RuneCountInString(s) > n)
}

// last is where the last n characters of s begin.
func last(s string, n int) int {
	at := len(s)
	for ; at > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}

func isBreak(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }

// isInvisible says whether the rune leaves a line blank: white space, controls, format characters. A byte that is
// not UTF-8 shows (as U+FFFD).
func isInvisible(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}

// isRule says whether the line is a rule: no letter or digit, three or more signs ("-----", "* * *").
func isRule(line string) bool {
	if len(line) > 400 {
		return false
	}
	n := 0
	for _, r := range line {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.So, r) || r == utf8.RuneError {
			return false
		}
		if !isInvisible(r) {
			n++
		}
	}
	return n >= 3
}

// trim cuts what does not show, and the given signs, from both ends of the span.
func trim(input string, s text.Span, signs string) text.Span {
	cut := func(r rune) bool {
		return isInvisible(r) || isBreak(r) || strings.ContainsRune(signs, r) && r != utf8.RuneError
	}
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(input[s.Start:s.End])
		if !cut(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(input[s.Start:s.End])
		if !cut(r) {
			break
		}
		s.End -= size
	}
	return s
}

// clean collapses white space to single spaces, leaves out control and bidi characters (not the joiners, which emoji and Persian
// need) and replaces what is not UTF-8.
func clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case r == '\u200c' || r == '\u200d' || !isInvisible(r) && !isBreak(r):
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold is the form in which a short line is looked up: clean, lower case, straight apostrophes, the
// signs around it gone. A line too long to be in any table gives "".
func fold(s string) string {
	if longer(s, 100) {
		return ""
	}
	s = strings.Map(func(r rune) rune {
		if r == '\u2019' {
			return '\''
		}
		return unicode.ToLower(r)
	}, clean(s))
	return strings.TrimFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != utf8.RuneError
	})
}
