package headline

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// plainText is the text of a value that may hold markup: elements left out, then entities decoded,
// once. What an entity spells is text: "&lt;b&gt;" is "<b>".
func plainText(s string) string {
	if strings.IndexByte(s, '<') >= 0 {
		s = stripElements(s)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = decodeEntities(s)
	}
	return s
}

// stripElements leaves out what stands in angle brackets and begins like an element.
func stripElements(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		shut := strings.IndexByte(s[open:], '>')
		if shut < 0 {
			break
		}
		b.WriteString(s[:open])
		if c := s[open+1]; !isLetter(c) && c != '/' && c != '!' {
			b.WriteByte('<')
			s = s[open+1:]
			continue
		}
		s = s[open+shut+1:]
	}
	b.WriteString(s)
	return b.String()
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// entities are those that stand in headlines; others are left as they are.
var entities = map[string]rune{
	"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'', "nbsp": ' ', "ndash": '–', "mdash": '—', "hellip": '…',
	"lsquo": '‘', "rsquo": '’', "ldquo": '“', "rdquo": '”', "laquo": '«', "raquo": '»', "pound": '£', "euro": '€', "eacute": 'é',
}

// longestEntity is how many bytes stand between & and ; at most.
const longestEntity = 8

func decodeEntities(s string) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(s, '&')
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		s = s[at:]
		end := strings.IndexByte(s[:min(len(s), longestEntity+2)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = entity(s[1:end])
		}
		if ok {
			b.WriteRune(r)
			s = s[end+1:]
		} else {
			b.WriteByte('&')
			s = s[1:]
		}
	}
	b.WriteString(s)
	return b.String()
}

// entity is the character that the name between & and ; stands for.
func entity(name string) (rune, bool) {
	number, numeric := strings.CutPrefix(name, "#")
	if !numeric {
		r, ok := entities[name]
		return r, ok
	}
	base := 10
	if strings.HasPrefix(number, "x") || strings.HasPrefix(number, "X") {
		number, base = number[1:], 16
	}
	n, err := strconv.ParseUint(number, base, 31)
	return rune(n), err == nil && n > 0 && utf8.ValidRune(rune(n))
}
