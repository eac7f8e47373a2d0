package paste

import (
	"strings"
	"unicode"

	"gloss/app/text"
)

// Kinds of words in paste-bylines.txt and what byline says of a line.
const (
	bylineBy   = "by"   // by, reporting by: a name follows
	bylineRole = "role" // correspondent, editor: ends an author's line
)

type bylineKind uint8

const (
	noByline   bylineKind = iota
	bylineName            // "By Jane Doe"
	bylinePart            // a source, a date, a place and a date, a name and a role
)

// head finds the title and the byline at the top of the lines and gives back the lines of the body, never none.
func (s *Splitter) head(input string, lines []line, wrap wrapping) (title, byline text.Span, body []line) {
	first := s.skipTop(input, lines, wrap)
	lines = lines[first:]
	at := 0
	if n := s.titleLines(input, lines, wrap); n > 0 {
		title = text.Span{Start: lines[0].Start, End: lines[n-1].End}
		at = n
	}
	byline, n := s.bylineLines(input, lines[at:], !title.Empty())
	at += n
	if !title.Empty() && byline.Empty() {
		at = s.pastMenu(input, lines, at)
	}
	return title, byline, lines[at:]
}

// skipTop is how many menu lines and sections stand above the title. A single one with neither a title nor prose under it is a title
// itself (a poem may be called "Home").
func (s *Splitter) skipTop(input string, lines []line, wrap wrapping) int {
	at := 0
	for at < len(lines) && (s.sections.Has(fold(lines[at].Of(input))) || s.isMenu(lines[at].Of(input)) || isRule(lines[at].Of(input))) {
		at++
	}
	if at == len(lines) || at == 1 && s.titleLines(input, lines[at:], wrap) == 0 && !s.proseFollows(input, lines[at:], wrap) {
		return 0
	}
	return at
}

// pastMenu is the index of the first line from at on that is no menu line, or at when there is none.
func (s *Splitter) pastMenu(input string, lines []line, at int) int {
	for i := at; i < len(lines); i++ {
		if l := lines[i].Of(input); !s.isMenu(l) && !isRule(l) {
			return i
		}
	}
	return at
}

// titleLines is how many lines the title takes at the top of the lines, 0 when the first line is none: a title is short, ends
// without a full stop, and something follows it that is a body.
func (s *Splitter) titleLines(input string, lines []line, wrap wrapping) int {
	if len(lines) < 2 {
		return 0
	}
	n := paragraphLast(input, lines, 0, wrap) + 1
	if n > 3 || n == len(lines) {
		return 0
	}
	l := text.Span{Start: lines[0].Start, End: lines[n-1].End}.Of(input)
	h := s.measure(l)
	if h.words == 0 || h.words > 25 || h.stop() && !(h.titleCase() && h.words <= 14) || strings.ContainsRune(",;:", h.last) ||
		unicode.IsLower(h.first) && !innerCapital(l) || s.isLabelled(l) || h.columns > 1 || h.code > 1 {
		return 0
	}
	if e := s.read(input, lines[0]); e.bullet || e.number >= 0 || s.byline(l) != noByline {
		return 0
	}
	rest := lines[n:]
	by, m := s.bylineLines(input, rest, true)
	rest = rest[m:]
	if s.isHeader(l) && !s.proseFollows(input, rest, wrap) || h.last == '?' && s.asksAgain(input, rest) {
		return 0
	}
	if !by.Empty() || s.bodyFollows(input, rest[s.pastMenu(input, rest, 0):], wrap) {
		return n
	}
	return 0
}

// asksAgain says whether one of the next lines is a question by itself, as in an interview or a list of questions and answers.
func (s *Splitter) asksAgain(input string, lines []line) bool {
	for _, l := range lines[:min(8, len(lines))] {
		if h := s.measure(l.Of(input)); h.last == '?' && h.breaks == 0 && h.words <= sentenceWords {
			return true
		}
	}
	return false
}

// bodyFollows says whether the lines begin like a body under a title: with a sentence, or, after a blank line, with a block of lines.
func (s *Splitter) bodyFollows(input string, lines []line, wrap wrapping) bool {
	return s.proseFollows(input, lines, wrap) || lines[0].blanks > 0 && len(lines) > 1 && lines[1].blanks == 0
}

// proseFollows says whether the lines begin with a sentence.
func (s *Splitter) proseFollows(input string, lines []line, wrap wrapping) bool {
	last := paragraphLast(input, lines, 0, wrap)
	h := s.measure(text.Span{Start: lines[0].Start, End: lines[last].End}.Of(input))
	return h.words >= sentenceWords || h.words >= 6 && (h.stop() || h.breaks > 0 || h.last == '?' || h.last == '!')
}

// bylineLines finds the byline at the top of the lines: up to six lines, share buttons between them passed over. It
// gives back how many lines to leave out; at least one line is left.
func (s *Splitter) bylineLines(input string, lines []line, titled bool) (text.Span, int) {
	var span text.Span
	n := 0
	for i := 0; i < len(lines)-1 && i < 6; i++ {
		l := lines[i].Of(input)
		switch kind := s.byline(l); {
		case kind == bylineName, kind == bylinePart && (titled || !span.Empty()),
			titled && s.isName(l) && i+2 < len(lines) && s.byline(lines[i+1].Of(input)) != noByline:
			if span.Empty() {
				span.Start = lines[i].Start
			}
			span.End = lines[i].End
			n = i + 1
		case s.isMenu(l) || isRule(l):
			if !span.Empty() && i == n && i < len(lines)-1 && !s.isRestMenu(input, lines[i:]) {
				n = i + 1
			}
		default:
			return span, n
		}
	}
	return span, n
}

// isRestMenu says whether the next six lines, or all there are, are menu lines.
func (s *Splitter) isRestMenu(input string, lines []line) bool {
	for _, l := range lines[:min(6, len(lines))] {
		if !s.isMenu(l.Of(input)) {
			return false
		}
	}
	return true
}

// byline says what kind of byline the whole line is.
func (s *Splitter) byline(l string) bylineKind {
	if longer(l, 140) {
		return noByline
	}
	h := s.measure(l)
	if h.words == 0 || h.words > 16 || h.stop() && h.words > 6 {
		return noByline
	}
	if name, ok := s.cutBy(l); ok {
		if h.words <= 12 && s.isAuthor(name) {
			return bylineName
		}
		return noByline
	}
	if s.when(l) != noMoment {
		return bylinePart
	}
	parts := splitAny(strings.ReplaceAll(l, " - ", "|"), "|·•–—,/")
	known := 0
	for i, p := range parts {
		f := fold(p)
		switch {
		case f == "":
		case s.when(p) != noMoment, s.isSource(p), s.hasRole(f) && (len(parts) > 1 || s.isName(p)):
			known++
		case i+1 < len(parts) && s.when(p+" "+parts[i+1]) != noMoment:
		case !s.isName(p):
			return noByline
		}
	}
	if known == 0 {
		return noByline
	}
	return bylinePart
}

// cutBy cuts "By" and its like off the front.
func (s *Splitter) cutBy(l string) (string, bool) {
	words := strings.Fields(l)
	for n := min(3, len(words)-1); n > 0; n-- {
		cols := s.bylines[fold(strings.Join(words[:n], " "))]
		if len(cols) > 0 && cols[0] == bylineBy {
			return strings.Join(words[n:], " "), true
		}
	}
	return "", false
}

// isAuthor says whether what stands after "By" begins with a name: "Jane Doe and …", "The Associated Press", not "the Way, …".
func (s *Splitter) isAuthor(rest string) bool {
	name := rest
	if at := strings.IndexAny(rest, ",|·•–—(/&;"); at > 0 {
		name = rest[:at]
	}
	name = strings.TrimSpace(name)
	if s.isSource(name) {
		return true
	}
	first, _, _ := strings.Cut(name, " ")
	words := strings.Fields(name)
	return !s.lang.IsStop(strings.ToLower(first)) && s.isName(strings.Join(words[:min(len(words), 2)], " ")) && len(words) <= 8
}

// hasRole says whether the last word of the folded part is a role: "political correspondent".
func (s *Splitter) hasRole(folded string) bool {
	words := strings.Fields(folded)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	cols := s.bylines[words[len(words)-1]]
	return len(cols) > 0 && cols[0] == bylineRole
}

// isName says whether the part is one to four words with capitals first and nothing else.
func (s *Splitter) isName(p string) bool {
	words := strings.Fields(p)
	if len(words) == 0 || len(words) > 4 || longer(p, 60) {
		return false
	}
	for _, w := range words {
		r := firstRune(w)
		if !unicode.IsUpper(r) && !s.lang.IsStop(w) {
			return false
		}
	}
	return unicode.IsUpper(firstRune(words[0]))
}
