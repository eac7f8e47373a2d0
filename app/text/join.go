package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mailMax is the longest local part of an e-mail address in bytes (RFC 5321, 4.5.3.1.1).
const mailMax = 64

// address is the end of the URL that begins at at, or at when there is none.
func (s *scanner) address(at int) int {
	switch s.in[at] | 0x20 {
	case 'h', 'f', 'w':
	default:
		return at
	}
	rest := s.in[at:s.end]
	for _, scheme := range [...]string{"https://", "http://", "ftp://", "www."} {
		if len(rest) > len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
			if r, _ := s.rune(at + len(scheme)); isWordRune(r) || r == '[' {
				return s.urlEnd(at + len(scheme))
			}
		}
	}
	return at
}

// urlEnd is the end of the URL that goes on at at: all up to white space or a quotation mark, less the
// punctuation of the sentence around it.
func (s *scanner) urlEnd(at int) int {
	to, open := at, 0
	for to < s.end {
		r, n := s.rune(to)
		if n == 0 || isGap(r) || strings.ContainsRune(`<>"“”«»`, r) {
			break
		}
		if r == ')' {
			if open == 0 {
				break
			}
			open--
		} else if r == '(' {
			open++
		}
		to += n
	}
	for to > at {
		r, n := utf8.DecodeLastRuneInString(s.in[at:to])
		if !strings.ContainsRune(".,;:!?'’*_([…", r) {
			break
		}
		to -= n
	}
	return to
}

// email is the end of the e-mail address that begins at at, or at when there is none.
func (s *scanner) email(at int) int {
	i := at
	for i < s.end && i-at < mailMax && (isLetterByte(s.in[i]) || isDigitByte(s.in[i]) || strings.IndexByte("._%+-", s.in[i]) >= 0) {
		i++
	}
	if i >= s.end || s.in[i] != '@' {
		return at
	}
	to, dot := i+1, false
	for j := i + 1; j < s.end; j++ {
		b := s.in[j]
		if isLetterByte(b) || isDigitByte(b) {
			dot = dot || s.in[j-1] == '.' && j-1 > i+1
			to = j + 1
		} else if b != '.' && b != '-' || s.in[j-1] == '.' || s.in[j-1] == '@' {
			break
		}
	}
	if !dot {
		return at
	}
	return to
}

// amount is the end of the number that begins at at after a currency sign: "2,000", "1.5m".
func (s *scanner) amount(at int) int {
	to, _ := s.unit(at)
	return to
}

// amountAfter is the end of the amount in [at, to) and the currency sign after it: "US$5m", "5€"; to when there is none.
func (s *scanner) amountAfter(at, to int) int {
	r, n := s.rune(to)
	if !isCurrency(r) {
		return to
	}
	next, _ := s.rune(to + n)
	switch {
	case isDigitOf(next) && to-at <= 3 && strings.ToUpper(s.in[at:to]) == s.in[at:to]:
		return s.amount(to + n)
	case isDigitByte(s.in[to-1]) && !isWordRune(next):
		return to + n
	}
	return to
}

// elisionMax is the longest word before an elision's apostrophe in bytes, with room to spare.
const elisionMax = 12

// elision is the end of the word of grammar at at that lost its last letter to the word behind its apostrophe ("l'eau", "qu'il", "d'«eau»"), or at
// when there is none.
func (s *scanner) elision(at int) int {
	if !s.Language.HasElisions() {
		return at
	}
	for to := at; to < s.end && to-at <= elisionMax; {
		r, n := s.rune(to)
		if !isApostrophe(r) {
			if !isWordRune(r) {
				return at
			}
			to += n
			continue
		}
		next, _ := s.rune(to + n)
		if (isWordRune(next) || strings.ContainsRune("«‹“\"", next)) && s.Language.Elides(s.in[at:to]) {
			return to + n
		}
		return at
	}
	return at
}

// leaning is the end of the ending that leans on the word before it by the colon at to ("EU:s"), or to when there is none.
func (s *scanner) leaning(to int) int {
	end := to + 1
	for end < s.end && end-to <= elisionMax {
		r, n := s.rune(end)
		if !isWordRune(r) {
			break
		}
		end += n
	}
	if end == to+1 || !s.Language.Leans(s.in[to:end]) {
		return to
	}
	return end
}

// elided is the end of the word or decade that begins with the apostrophe of n bytes at at: "'tis", "'90s"; 0 when the
// apostrophe is a quotation mark.
func (s *scanner) elided(at, n int) (int, Kind) {
	if isWordRune(s.before(at)) {
		return 0, Punct
	}
	from := at + n
	r, _ := s.rune(from)
	if !isWordRune(r) {
		return 0, Punct
	}
	to, _ := s.unit(from)
	form := s.in[from:to]
	if isDigitOf(r) {
		decade := len(form) == 3 && form[2] == 's'
		year := len(form) == 2 && isDigitByte(form[1]) && n > 1 // ’24, but never a straight mark: it may open a quotation
		if (decade || year) && isDigitByte(form[1]) {
			return to, Number
		}
		return 0, Punct
	}
	if s.Language.Elided(form) {
		return to, Word
	}
	return 0, Punct
}

// broken is the end of the word whose first half [at, to) stands before a hyphen and a line break, the hyphen ending at
// after; 0 when no word is broken there. Two known words that make an unknown one are a compound, not a broken word.
func (s *scanner) broken(at, to, after int) int {
	if !s.wrapped {
		return 0
	}
	next := after
	for next < s.end && s.in[next] <= ' ' {
		next++
	}
	if !strings.ContainsAny(s.in[after:next], "\r\n") {
		return 0
	}
	r, _ := s.rune(next)
	if !unicode.IsLower(r) {
		return 0
	}
	end, mids := s.unit(next)
	if mids && s.in[end-1] < utf8.RuneSelf {
		end = next + strings.IndexFunc(s.in[next:end]+" ", func(r rune) bool { return !unicode.IsLetter(r) })
	}
	a, b := strings.ToLower(s.in[at:to]), strings.ToLower(s.in[next:end])
	if !s.Language.Knows(a+b) && s.Language.Knows(a) && s.Language.Knows(b) {
		return 0
	}
	return end
}
