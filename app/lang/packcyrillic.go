package lang

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A table in Cyrillic letters is packed with a byte for each of them, as code page 1251 has them, in place of UTF-8's two; a character that is neither
// one of these letters nor ASCII stands behind a sign, in UTF-8. General compression then makes a twelfth less of it.

// cyrillicHead is the first line of a table so packed.
const cyrillicHead = "%cyrillic\n"

const (
	otherLetter   = 0x01 // stands before a character in UTF-8
	firstCyrillic = 0xC0 // А; the others follow up to я
	bigYo         = 0xA8
	smallYo       = 0xB8
)

// packCyrillic gives the table packed; false when it is not mostly in Cyrillic letters.
func packCyrillic(table []byte) ([]byte, bool) {
	if !utf8.Valid(table) || bytes.IndexByte(table, otherLetter) >= 0 {
		return nil, false
	}
	out := []byte(cyrillicHead)
	for _, r := range string(table) {
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case 'А' <= r && r <= 'я':
			out = append(out, byte(r-'А'+firstCyrillic))
		case r == 'Ё':
			out = append(out, bigYo)
		case r == 'ё':
			out = append(out, smallYo)
		default:
			out = utf8.AppendRune(append(out, otherLetter), r)
		}
	}
	return out, len(out)*4 < len(table)*3
}

// unpackCyrillic is the inverse of packCyrillic.
func unpackCyrillic(data []byte) ([]byte, error) {
	var out strings.Builder
	for i := len(cyrillicHead); i < len(data); i++ {
		switch b := data[i]; {
		case b == otherLetter:
			r, n := utf8.DecodeRune(data[i+1:])
			if r == utf8.RuneError {
				return nil, errPacked
			}
			out.WriteRune(r)
			i += n
		case b < utf8.RuneSelf:
			out.WriteByte(b)
		case b >= firstCyrillic:
			out.WriteRune('А' + rune(b-firstCyrillic))
		case b == bigYo:
			out.WriteRune('Ё')
		case b == smallYo:
			out.WriteRune('ё')
		default:
			return nil, errPacked
		}
	}
	return []byte(out.String()), nil
}
