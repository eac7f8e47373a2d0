package text

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// segmenter finds the words of UAX #29 one by one. Words of ASCII, nearly all of an English
// text, are found by a table; the rest by the uax29 package, with the same result.
type segmenter struct {
	in    string
	valid int // the input is known to be whole UTF-8 from the last word up to here
	slow  *words.Iterator[string]
}

// wordEnd is the end of the word that begins at at (a word boundary, with whole UTF-8) and
// does not reach past end. mids says whether the word holds a mark between its letters or digits, so
// that the caller may look closer.
func (s *segmenter) wordEnd(at, end int) (to int, mids bool) {
	if to, mids, ok := asciiWord(s.in[at:end]); ok {
		return at + to, mids
	}
	if s.slow == nil {
		s.slow = words.FromString("")
	}
	s.slow.SetText(s.in[at:s.wholeTo(at, end)])
	s.slow.Next()
	return at + s.slow.End(), true
}

// wholeTo is the end of the valid UTF-8 that begins at at, at most end.
func (s *segmenter) wholeTo(at, end int) int {
	s.valid = max(s.valid, at)
	for s.valid < end {
		if s.in[s.valid] < utf8.RuneSelf {
			s.valid++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.in[s.valid:end])
		if r == utf8.RuneError && n == 1 {
			break
		}
		s.valid += n
	}
	return min(s.valid, end)
}

// asciiWord is the length of the first UAX #29 word of s, as far as it can be told from ASCII; not ok when a
// character beyond ASCII may have a say.
func asciiWord(s string) (n int, mids, ok bool) {
	if s[0] >= utf8.RuneSelf {
		return 0, false, false
	}
	n = 1
	switch last := ascii[s[0]]; last {
	case letter, digit, extend:
		return asciiRun(s, last)
	case space:
		for n < len(s) && s[n] == ' ' {
			n++
		}
	case cr:
		if n < len(s) && s[n] == '\n' {
			n++
		}
		return n, false, true // WB3a: nothing extends a line break
	case newline:
		return n, false, true
	}
	return n, false, n == len(s) || s[n] < utf8.RuneSelf
}

// asciiRun is asciiWord for a word that begins with a letter, a digit or an underscore.
func asciiRun(s string, last uint8) (n int, mids, ok bool) {
	for n = 1; n < len(s); n++ {
		c := s[n]
		if c >= utf8.RuneSelf {
			return 0, false, false
		}
		class := ascii[c]
		switch class {
		case letter, digit: // WB5, 8, 9, 10, 13b
			last = class
			continue
		case extend: // WB13a
			last, mids = class, true
			continue
		case mid, midNum, midAny: // WB6, 7, 11, 12: one mark between two letters, or two digits
			joins := last == letter && class != midNum || last == digit && class != mid
			if !joins {
				return n, mids, true
			}
			if n+1 == len(s) {
				return n, mids, true
			}
			if s[n+1] >= utf8.RuneSelf {
				return 0, false, false
			}
			if ascii[s[n+1]] != last {
				return n, mids, true
			}
			mids = true
			continue
		}
		return n, mids, true
	}
	return n, mids, true
}
