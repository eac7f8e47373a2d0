package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// readFront takes a known section or a time off the front of the title.
func (s *Splitter) readFront(input string, e *entry) {
	t := e.title.Of(input)
	if strings.HasPrefix(t, "[") {
		if end := strings.IndexByte(t, ']'); end > 0 && end < 40 {
			s.takeFront(input, e, t[1:end], end+1, true, false)
			return
		}
	}
	head := t[:min(len(t), 60)]
	for at, r := range head {
		if at == 0 || r != ':' && !strings.ContainsRune(separators, r) {
			continue
		}
		size := utf8.RuneLen(r)
		spaced := at+size >= len(t) || isSpaceAt(t, at+size)
		if !spaced || r != ':' && !strings.ContainsRune(bars, r) && !isSpaceAt(t, at-1) {
			continue
		}
		s.takeFront(input, e, t[:at], at+size, strings.ContainsRune(bars, r), r == ':')
		return
	}
}

// takeFront takes what stands before a separator, where it is a section, a source or a time and a title is left after it.
func (s *Splitter) takeFront(input string, e *entry, front string, end int, bar, colon bool) {
	rest := trim(input, text.Span{Start: e.title.Start + end, End: e.title.End}, "")
	words := len(strings.Fields(rest.Of(input)[:min(rest.Len(), 80)]))
	if words < 2 {
		return
	}
	known := s.sections.Has(fold(front))
	switch m := s.when(front); {
	case (m == published || m == reading) && !known:
		if m == published {
			e.published = bare(front)
		}
		e.timed, e.title = true, rest
	case s.isSource(front) && front != "" && !colon:
		e.source, e.title = bare(front), rest
	case known && bar:
		e.section, e.title = bare(front), rest
	case known, bar && words >= 3 && len(strings.Fields(front)) <= 2:
		e.label = trim(input, text.Span{Start: e.title.Start, End: e.title.Start + len(front)}, "")
		e.labelEnd = rest.Start
	}
}

// readBack takes sources, sections and times off the end of the title, the last first.
func (s *Splitter) readBack(input string, e *entry) {
	for range 4 {
		if !s.takeBracket(input, e) && !s.takeBack(input, e) {
			break
		}
	}
	if e.timed {
		return
	}
	t := e.title.Of(input)
	from := last(t, 60)
	if at, m := s.timeAtEnd(t[from:]); m != noMoment && len(strings.Fields(t[from:from+at])) >= 3 {
		e.timeStart = e.title.Start + from + at
	}
}

// takeBracket takes "(Reuters)" or "(2 hours ago)" off the end.
func (s *Splitter) takeBracket(input string, e *entry) bool {
	t := e.title.Of(input)
	open := strings.LastIndexAny(t, "([")
	if open <= 0 || longer(t[open:], 60) || !strings.HasSuffix(t, ")") && !strings.HasSuffix(t, "]") {
		return false
	}
	return s.keepBack(input, e, open, t[open+1:len(t)-1], false)
}

// takeBack takes what stands after the last dash or bar off the end, if it is known; an unknown one is noted.
func (s *Splitter) takeBack(input string, e *entry) bool {
	t := e.title.Of(input)
	at, size := lastSeparator(t)
	if at <= 0 {
		return false
	}
	part := t[at+size:]
	r, _ := utf8.DecodeRuneInString(t[at:])
	bar := strings.ContainsRune(bars, r)
	if s.keepBack(input, e, at, part, bar) {
		return true
	}
	e.part = trim(input, text.Span{Start: e.title.Start + at + size, End: e.title.End}, "")
	e.partSep, e.bar = trim(input, text.Span{Start: e.title.Start, End: e.title.Start + at}, "").End, bar
	return false
}

// keepBack keeps a part after the title that is a time, a known source or, after a bar, a known section.
func (s *Splitter) keepBack(input string, e *entry, at int, part string, bar bool) bool {
	rest := trim(input, text.Span{Start: e.title.Start, End: e.title.Start + at}, separators+"(,")
	if rest.Empty() {
		return false
	}
	got := entry{}
	if strings.TrimSpace(part) != "" && !s.metaParts(part, &got) || got.section != "" && !bar && got.source == "" && !got.timed {
		return false
	}
	if got.source != "" {
		e.source = got.source
	}
	if got.section != "" {
		e.section = got.section
	}
	if got.published != "" {
		e.published = got.published
	}
	e.timed = e.timed || got.timed
	e.title, e.part = rest, text.Span{}
	return true
}

// lastSeparator is where the last dash, bar or dot with white space around it stands (a bar needs none), not
// further than 60 characters from the end; a tab or a run of three spaces serves as well.
func lastSeparator(t string) (at, size int) {
	from := last(t, 60)
	for at = len(t); at > from; at -= size {
		var r rune
		r, size = utf8.DecodeLastRuneInString(t[:at])
		begin := at - size
		switch {
		case r == utf8.RuneError:
		case r == '\t', r == '|':
			return begin, size
		case strings.ContainsRune(separators, r) && begin > 0 && isSpaceAt(t, begin-1) && (at == len(t) || isSpaceAt(t, at)):
			return begin, size
		case r == ' ' && begin >= 2 && t[begin-2:begin] == "  ":
			return begin, size
		}
	}
	return -1, 0
}

// isSpaceAt says whether the byte at i is white space, or the last byte of a no-break space.
func isSpaceAt(t string, i int) bool {
	return t[i] <= ' ' || t[i] == 0xa0 || unicode.IsSpace(firstRune(t[i:]))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
