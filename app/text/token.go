package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
)

// scanner appends the tokens of one paragraph after the other to a document.
type scanner struct {
	*Document
	segmenter
	end     int  // of the paragraph
	wrapped bool // its lines were broken by a machine: a hyphen before a break may be one that broke a word
	cut     Span // the UAX #29 word that the last unit was cut from
	quoted  bool // a single quotation mark is open in the paragraph
}

// tokens appends the tokens of p.
func (s *scanner) tokens(p Span, wrapped bool) {
	s.end, s.wrapped, s.quoted = p.End, wrapped, false
	for at := s.skip(p.Start); at < p.End; at = s.skip(at) {
		at = s.token(at)
	}
}

// skip is the next place at or after at that is no gap.
func (s *scanner) skip(at int) int {
	for at < s.end {
		b := s.in[at]
		if b < utf8.RuneSelf {
			if b > ' ' && b != 0x7F {
				return at
			}
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.in[at:s.end])
		if !(r == utf8.RuneError && n == 1) && !isGap(r) {
			return at
		}
		at += n
	}
	return at
}

// rune is the character at at; 0 at the end of the paragraph and for broken UTF-8.
func (s *scanner) rune(at int) (rune, int) {
	if at >= s.end {
		return 0, 0
	}
	if b := s.in[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	r, n := utf8.DecodeRuneInString(s.in[at:s.end])
	if r == utf8.RuneError && n == 1 {
		return 0, 0
	}
	return r, n
}

// before is the character that ends at at; a space at the paragraph's start.
func (s *scanner) before(at int) rune {
	if at == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s.in[:at])
	return r
}

// token appends the token that begins at at and is its end.
func (s *scanner) token(at int) int {
	r, n := s.rune(at)
	next, _ := s.rune(at + n)
	switch {
	case isWordRune(r):
		return s.word(at, kindOf(r))
	case r == '@', r == '#':
		if isWordRune(next) || next == '_' && r == '@' {
			return s.marked(at, next)
		}
	case r == '.' && isDigitOf(next) && !isWordRune(s.before(at)):
		return s.compound(at, at+1+s.run(at+1), Number)
	case isCurrency(r) && isDigitOf(next):
		return s.compound(at, s.amount(at+n), Number)
	case isApostrophe(r):
		if to, kind := s.elided(at, n); to > 0 {
			return s.compound(at, to, kind)
		}
	case r == '_': // an ExtendNumLet: UAX #29 would join it to the word that it stresses
		return s.marks(at)
	}
	return s.mark(at, r)
}

func isDigitOf(r rune) bool { return '0' <= r && r <= '9' }

// run is the length of the UAX #29 word at at.
func (s *scanner) run(at int) int {
	to, _ := s.unit(at)
	return to - at
}

// mark appends a punctuation mark or another sign; a run of one ASCII mark is one token.
func (s *scanner) mark(at int, r rune) int {
	if r < utf8.RuneSelf && !strings.ContainsRune(`()[]{}<>"$`, r) {
		return s.marks(at)
	}
	to, _ := s.wordEnd(at, s.end)
	s.follow(at, r)
	s.emit(at, s.trim(at, to), kindOf(r))
	return to
}

// marks appends the run of one ASCII mark, or of question and exclamation marks, at at.
func (s *scanner) marks(at int) int {
	b := s.in[at]
	asks := b == '?' || b == '!'
	to := at + 1
	for to < s.end && (s.in[to] == b || asks && (s.in[to] == '?' || s.in[to] == '!')) {
		to++
	}
	if b != '_' && to < s.end && s.in[to] >= utf8.RuneSelf { // a combining mark may follow
		to, _ = s.wordEnd(to-1, s.end)
		to = s.trim(at, to)
	}
	s.follow(at, rune(b))
	s.emit(at, to, kindOf(rune(b)))
	return to
}

// follow keeps account of single quotation marks: one before a word opens, one after a word closes.
func (s *scanner) follow(at int, r rune) {
	switch {
	case r == '‘', r == '\'' && !isWordRune(s.before(at)) && s.before(at) <= ' ':
		s.quoted = true
	case isApostrophe(r):
		s.quoted = false
	}
}

// trim is to less the invisible characters before it.
func (s *scanner) trim(at, to int) int {
	for to > at && s.in[to-1] >= utf8.RuneSelf {
		r, n := utf8.DecodeLastRuneInString(s.in[at:to])
		if !isInvisible(r) {
			break
		}
		to -= n
	}
	return to
}

func (s *scanner) emit(start, end int, k Kind) {
	n := int32(len(s.Parts))
	s.Tokens = append(s.Tokens, Token{Span: Span{start, end}, Kind: k, FirstPart: n, LastPart: n})
}

// marked appends a handle or a hashtag: "@bbc", "#vote"; "#1" is a number.
func (s *scanner) marked(at int, next rune) int {
	to := at + 1
	for {
		r, n := s.rune(to)
		if r != '_' && !isWordRune(r) && !unicode.IsMark(r) {
			break
		}
		to += n
	}
	kind := Word
	if isDigitOf(next) && s.in[at] == '#' {
		kind = Number
	}
	return s.finish(at, to, kind)
}

// word appends the word or number that begins at at, with all that is joined to it.
func (s *scanner) word(at int, kind Kind) int {
	if to := s.address(at); to > at {
		s.emit(at, to, Address)
		return to
	}
	if to := s.elision(at); to > at {
		s.emit(at, to, Word)
		return to
	}
	to, mids := s.unit(at)
	if to < s.end {
		switch b := s.in[to]; {
		case b == ' ' && !mids:
			if kind == Word {
				s.emit(at, to, Word)
				return to
			}
		case b == '@', b == '+', b == '-', b == '_', b == '.':
			if end := s.email(at); end > to {
				s.emit(at, end, Address)
				return end
			}
		case b >= utf8.RuneSelf || b == '$':
			if end := s.amountAfter(at, to); end > to {
				return s.compound(at, end, Number)
			}
		}
	}
	return s.compound(at, to, kind)
}

// compound appends the token that begins with [at, to) and goes on over hyphens, each part joined as
// far as it goes.
func (s *scanner) compound(at, to int, kind Kind) int {
	to = s.join(at, to)
	first, part := len(s.Parts), at
	for {
		r, n := s.rune(to)
		if !isHyphen(r) {
			break
		}
		next, _ := s.rune(to + n)
		if !isWordRune(next) {
			if end := s.broken(part, to, to+n); end > 0 {
				to = end
				continue
			}
			break
		}
		s.Parts = append(s.Parts, Span{part, to})
		part = to + n
		to, _ = s.unit(part)
		to = s.join(part, to)
	}
	if len(s.Parts) == first {
		return s.finish(at, to, kind)
	}
	body, whole := s.clitic(part, to)
	s.Parts = append(s.Parts, Span{part, body})
	s.Tokens = append(s.Tokens, Token{Span{at, body}, kind, int32(first), int32(len(s.Parts))})
	if whole > body {
		s.emit(body, whole, Clitic)
	}
	return whole
}

// finish appends the token [at, to) and the 's that it ends with.
func (s *scanner) finish(at, to int, kind Kind) int {
	body, whole := s.clitic(at, to)
	s.emit(at, body, kind)
	if whole > body {
		s.emit(body, whole, Clitic)
	}
	return whole
}

// clitic splits [at, to), which may be followed by an apostrophe: body is where the 's or the bare
// apostrophe of a plural begins, whole where it ends; equal when there is none.
func (s *scanner) clitic(at, to int) (body, whole int) {
	if b := s.in[to-1]; (b == 's' || b == 'S') && to-at > 2 {
		for _, mark := range [...]string{"'", "’"} {
			if body := to - 1 - len(mark); body > at && s.in[body:to-1] == mark {
				return body, to
			}
		}
	}
	r, n := s.rune(to)
	if r == ':' {
		return to, s.leaning(to)
	}
	if !isApostrophe(r) {
		return to, to
	}
	next, m := s.rune(to + n)
	if next == 's' || next == 'S' { // after a digit or a stop UAX #29 keeps it apart: "1990's", "U.S.'s"
		if after, _ := s.rune(to + n + m); !isWordRune(after) {
			return to, to + n + m
		}
		return to, to
	}
	last := s.in[to-1] | 0x20
	if s.quoted || last != 's' && last != 'x' && last != 'z' || next != ' ' {
		return to, to
	}
	if after, _ := s.rune(to + n + m); !isWordRune(after) {
		return to, to
	}
	return to, to + n
}

// join is the end of the part of a compound that begins with [at, to): stops of abbreviations, the ampersand
// of "AT&T", the signs between and after digits.
func (s *scanner) join(at, to int) int {
	for to < s.end {
		r, n := s.rune(to)
		next, _ := s.rune(to + n)
		last := s.in[to-1]
		switch {
		case r == '.':
			if !s.keepsStop(at, to) {
				return to
			}
			to++
			if r, _ := s.rune(to); !isWordRune(r) || !unicode.IsUpper(r) || !s.dotted(at, to-1) {
				return to
			}
			end, _ := s.unit(to) // "J.K." + "R."
			if end-to > 1 {
				return to
			}
			to = end
			continue
		case r == '&' && isWordRune(next) && !s.reference(to):
		case (r == '/' || r == ':') && isDigitByte(last) && isDigitOf(next):
		case (r == '%' || r == '‰') && isDigitByte(last):
			to += n
			continue
		default:
			return to
		}
		to, _ = s.unit(to + n)
	}
	return to
}

// reference says whether an HTML character reference begins at at ("&amp;").
func (s *scanner) reference(at int) bool {
	for i := at + 1; i < s.end && i < at+10; i++ {
		if s.in[i] == ';' {
			return i > at+2 // R&D; is none
		}
		if !isLetterByte(s.in[i]) {
			return false
		}
	}
	return false
}

// unit is the end of the UAX #29 word at at, cut where news text needs it cut: at a colon between letters, a
// semicolon between digits, a stop with no space after it ("the end.The next"), and before invisible characters
// and underscores at its end.
func (s *scanner) unit(at int) (to int, mids bool) {
	if s.cut.Start <= at && at < s.cut.End { // the rest of a word that was cut is not looked for again: linear time
		to, mids = s.cut.End, true
	} else if to, mids = s.wordEnd(at, s.end); mids {
		s.cut = Span{at, to}
	} else {
		return to, false
	}
	for i := at + 1; i < to; i++ {
		switch b := s.in[i]; {
		case b == ':', b == ';':
			return i, true
		case b == '.' && runOn(s.in[at:to], i-at):
			return i, true
		}
	}
	for to > at+1 && s.in[to-1] == '_' {
		to--
	}
	return max(s.trim(at, to), at+1), true
}

// runOn says whether the stop at i inside word ends a sentence whose next one follows without a space:
// small letters before it, a capital and a small letter after it.
func runOn(word string, i int) bool {
	a, n := utf8.DecodeLastRuneInString(word[:i])
	b, _ := utf8.DecodeLastRuneInString(word[:i-n])
	c, n := utf8.DecodeRuneInString(word[i+1:])
	d, _ := utf8.DecodeRuneInString(word[i+1+n:])
	return unicode.IsLower(a) && unicode.IsLower(b) && unicode.IsUpper(c) && unicode.IsLower(d)
}

// keepsStop says whether the stop at to belongs to the word [at, to): it is an acronym with stops, an
// initial, or an abbreviation that the language knows.
func (s *scanner) keepsStop(at, to int) bool {
	if r, _ := s.rune(to + 1); r == '.' {
		return false // an ellipsis
	}
	if s.dotted(at, to) {
		return true
	}
	form := s.in[at:to]
	if r, n := utf8.DecodeRuneInString(form); n == len(form) && unicode.IsUpper(r) {
		return s.initial(at, to)
	}
	a, ok := s.Language.Abbreviation(form)
	if !ok {
		return false
	}
	if a.Ends == lang.WithNumber {
		r, _ := s.rune(s.skip(to + 1))
		return unicode.IsDigit(r)
	}
	return true
}

// dotted says whether [at, to) is single letters, or capitals with one small letter, between stops: "U.S", "a.m", "Ph.D", "В.В".
func (s *scanner) dotted(at, to int) bool {
	stops, letters := 0, 0
	var last rune
	for _, r := range s.in[at:to] {
		switch {
		case r == '.':
			stops++
			letters = 0
		case !unicode.IsLetter(r), letters == 2, letters == 1 && (!unicode.IsUpper(last) || !unicode.IsLower(r)):
			return false
		default:
			letters++
		}
		last = r
	}
	return stops > 0
}

// initial says whether the stop at to makes the single capital before it an initial: a name or another initial follows.
func (s *scanner) initial(at, to int) bool {
	r, _ := s.rune(s.skip(to + 1))
	if !unicode.IsUpper(r) {
		return false
	}
	if s.in[at] != 'I' || len(s.Tokens) == 0 {
		return true
	}
	last := s.Tokens[len(s.Tokens)-1]
	return last.Kind != Word || unicode.IsUpper(firstRune(last.Of(s.in)))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
