package text

import (
	"unicode"
	"unicode/utf8"
)

// ASCII classes of the word-break property (UAX #29, table 3), for the fast path.
const (
	other  uint8 = iota
	letter       // ALetter
	digit        // Numeric
	extend       // ExtendNumLet: the underscore
	mid          // MidLetter: the colon
	midNum       // MidNum: comma and semicolon
	midAny       // MidNumLet and Single_Quote: full stop and apostrophe
	space        // WSegSpace
	cr
	newline // LF and Newline
)

var ascii = func() (t [128]uint8) {
	for c := range t {
		switch b := byte(c); {
		case isLetterByte(b):
			t[c] = letter
		case isDigitByte(b):
			t[c] = digit
		}
	}
	t['_'], t[':'], t[','], t[';'], t['.'], t['\''] = extend, mid, midNum, midNum, midAny, midAny
	t[' '], t['\r'], t['\n'], t['\v'], t['\f'] = space, cr, newline, newline, newline
	return t
}()

func isLetterByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
func isDigitByte(b byte) bool  { return '0' <= b && b <= '9' }

// isInvisible says whether r shows nothing and says nothing of a word's end: soft hyphen, zero-width
// and bidi characters. Inside a word they belong to it; at its ends they are left out.
func isInvisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	}
	return 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x206F
}

// isGap says whether r can stand between tokens: white space, control characters and invisible ones.
func isGap(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || isInvisible(r)
}

// isHyphen says whether r joins the parts of a compound.
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// isApostrophe says whether r is an apostrophe, straight or typographic.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// isWordRune says whether a word or number can go on with r.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetterByte(byte(r)) || isDigitByte(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isCurrency(r rune) bool {
	return r == '$' || r >= utf8.RuneSelf && unicode.Is(unicode.Sc, r)
}

// kindOf says what a UAX #29 word is that begins with r.
func kindOf(r rune) Kind {
	if r < utf8.RuneSelf {
		switch b := byte(r); {
		case isLetterByte(b):
			return Word
		case isDigitByte(b):
			return Number
		case b == '$' || b == '+' || b == '<' || b == '=' || b == '>' || b == '^' || b == '|' || b == '~':
			return Symbol
		}
		return Punct
	}
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r):
		return Word
	case unicode.IsNumber(r):
		return Number
	case unicode.IsPunct(r):
		return Punct
	}
	return Symbol
}
