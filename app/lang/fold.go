package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold is the form in lower case (by Unicode, whatever the locale), its typographic apostrophes and hyphens made
// straight, full-width letters and ligatures made plain, invisible characters left out, and a word joined that
// was broken by a hyphen at a line's end. A broken byte becomes U+FFFD. Folding twice changes nothing.
func Fold(form string) string {
	for i := 0; i < len(form); i++ {
		if b := form[i]; b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' || b < ' ' {
			return fold(form, i)
		}
	}
	return form
}

// fold is Fold of a form whose first i bytes are as they should be.
func fold(form string, i int) string {
	var b strings.Builder
	b.Grow(len(form))
	if bare := strings.TrimRight(form[:i], " "); strings.HasSuffix(bare, "-") {
		i = len(bare) - 1 // a line break may follow the hyphen
	}
	b.WriteString(form[:i])
	for i < len(form) {
		r, n := utf8.DecodeRuneInString(form[i:])
		if n == 1 && r == utf8.RuneError {
			b.WriteRune(r) // kept, it could make a character with a broken byte behind what is left out
			i++
			continue
		}
		if isHyphen(r) {
			if to := wordBreak(form[i+n:]); to > 0 {
				i += n + to
				continue
			}
		}
		i += n
		if s := ligature(r); s != "" {
			b.WriteString(s)
		} else if r = foldRune(r); r >= 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wordBreak is the length of the line break and the indentation that s begins with; 0 when there is none.
func wordBreak(s string) int {
	breaks := false
	for i, r := range s {
		switch {
		case r == '\r', r == '\n':
			breaks = true
		case r != ' ' && r != '\t' && !isInvisible(r):
			if breaks {
				return i
			}
			return 0
		}
	}
	if breaks {
		return len(s)
	}
	return 0
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '－' }

// isInvisible says whether r shows nothing: soft hyphen, zero-width and bidi characters.
func isInvisible(r rune) bool {
	return r == 0xAD || r == 0x61C || r == 0x180E || r == 0xFEFF ||
		0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x206F
}

// foldRune is the folded form of one character; negative when it is left out.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r == '’', r == 'ʼ', r == '＇':
		return '\''
	case isHyphen(r):
		return '-'
	case isInvisible(r):
		return -1
	case 0xFF01 <= r && r <= 0xFF5E: // full-width ASCII
		return foldRune(r - 0xFEE0)
	}
	return unicode.ToLower(r)
}

// ligature is the letters of a Latin ligature, as text copied out of a PDF has them; "" for any other character.
func ligature(r rune) string {
	if r < 0xFB00 || r > 0xFB06 {
		return ""
	}
	return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00]
}
