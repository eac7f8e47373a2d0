package paste

import (
	"strings"
	"unicode"

	"gloss/app/text"
)

// items reads a list: each line by itself, then what only all of them together prove, then
// the lines that stand for themselves (times, sources, sections) go to their headline.
func (s *Splitter) items(input string, lines []line, wrap wrapping) []Item {
	var entries []entry
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		for i+1 < len(lines) && (s.joined(input, lines, i+1, wrap) || continues(input, lines, i, wrap) && s.isPlain(input, lines[i+1])) {
			i++
			l.End = lines[i].End
		}
		if e := s.read(input, l); e.role == title || e.role == meta {
			entries = append(entries, e)
		}
	}
	s.prove(input, entries)
	s.labelLines(input, entries)
	return gather(input, entries)
}

// isPlain says whether the line is neither marked nor known to be anything but words of a title.
func (s *Splitter) isPlain(input string, l line) bool {
	e := s.read(input, l)
	return e.role == title && !e.bullet && e.number < 0
}

// each makes one item of each line, whatever it looks like.
func (s *Splitter) each(input string, lines []line) []Item {
	var entries []entry
	for _, l := range lines {
		e := s.read(input, l)
		if e.role != title {
			e = entry{title: l.Span, number: -1, bare: -1, timeStart: -1}
		}
		entries = append(entries, e)
	}
	s.prove(input, entries)
	return gather(input, entries)
}

// prove takes from the titles what a line by itself could not: an unknown source after a dash or bar, a bare number, a
// section before a colon, a time without a separator — where enough lines of the list have one.
func (s *Splitter) prove(input string, entries []entry) {
	titles, parts, numbers, times, next := 0, 0, 0, 0, -1
	labels := 0
	for i := range entries {
		e := &entries[i]
		if e.role != title {
			continue
		}
		titles++
		if s.outletLike(e.part.Of(input)) || e.source != "" {
			parts++
		}
		if e.label.Len() > 0 || e.section != "" {
			labels++
		}
		if e.timeStart >= 0 {
			times++
		}
		if e.bare >= 0 && (next < 0 || e.bare == next) {
			numbers++
			next = e.bare + 1
		}
	}
	most := func(n int) bool { return n >= 2 && n*2 >= titles }
	for i := range entries {
		e := &entries[i]
		if e.role == title {
			s.settle(input, e, most(parts), numbers >= 3 && numbers == titles, most(labels), most(times))
		}
	}
}

// settle applies what was proved to one line.
func (s *Splitter) settle(input string, e *entry, parts, numbers, labels, times bool) {
	if times && e.timeStart >= 0 {
		when := text.Span{Start: e.timeStart, End: e.title.End}.Of(input)
		if s.when(when) == published {
			e.published = clean(when)
		}
		e.title.End = e.timeStart
		e.title = trim(input, e.title, separators)
		e.part = text.Span{}
		s.takeBack(input, e)
	}
	if p := e.part.Of(input); e.source == "" && s.outletLike(p) && (parts || e.bar || s.namesOutlet(p)) {
		e.source = clean(p)
		e.title.End = e.partSep
		s.takeBack(input, e)
	}
	if numbers && e.bare >= 0 && e.bareEnd < e.title.End {
		e.title.Start = e.bareEnd
	}
	if labels && e.label.Len() > 0 && e.labelEnd < e.title.End && e.labelEnd > e.title.Start {
		e.section = clean(e.label.Of(input))
		e.title.Start = e.labelEnd
	}
}

// outletLike says whether the part may be the name of a source: up to five words, capitals first but for small words.
func (s *Splitter) outletLike(part string) bool {
	words := strings.Fields(part)
	if len(words) == 0 || len(words) > 5 || longer(part, 48) || strings.ContainsAny(part, "!?:;\"") {
		return false
	}
	capital, small := false, 0
	for i, w := range words {
		r := firstRune(w)
		switch {
		case unicode.IsUpper(r):
			capital = true
		case unicode.IsLower(r) && i > 0 && len(w) <= 3:
			small++
		case unicode.IsDigit(r) && i == 0, unicode.IsLower(r) && !s.lang.IsStop(w) && !strings.Contains(w, "."):
			return false
		}
	}
	return small <= 2 && (capital || !unicode.IsLower(firstRune(words[0])))
}

// namesOutlet says whether the last word is one that outlets' names end with: News, Times, Gazette.
func (s *Splitter) namesOutlet(part string) bool {
	words := strings.Fields(strings.ToLower(part))
	if len(words) < 2 {
		return false
	}
	cols := s.sources[words[len(words)-1]]
	return len(cols) > 0 && cols[0] == "ending"
}

// labelLines makes sections of the lines of one or two words that alternate with long ones, whatever the words.
func (s *Splitter) labelLines(input string, entries []entry) {
	short := func(i int) bool {
		e := entries[i]
		if e.role != title || e.bullet || e.number >= 0 {
			return false
		}
		h := s.measure(e.title.Of(input))
		return h.words <= 2 && h.last != '?' && h.last != '!' && !h.stop()
	}
	n, titles := 0, 0
	for i := range entries {
		if entries[i].role != title {
			continue
		}
		titles++
		if short(i) {
			if i > 0 && entries[i-1].role == title && short(i-1) {
				return
			}
			n++
		}
	}
	if n < 2 || n*4 < titles || n*2 > titles+1 {
		return
	}
	for i := range entries {
		if entries[i].role == title && short(i) {
			entries[i].role = meta
			entries[i].section = bare(entries[i].title.Of(input))
		}
	}
}

// gather makes items of the titles and gives them what stands on lines of their own. Such lines
// stand above their headline when the list begins with one, else below.
func gather(input string, entries []entry) []Item {
	var out []Item
	sectionsFirst, timesFirst := order(entries)
	var above entry
	for _, e := range entries {
		if e.role == meta {
			last := len(out) - 1
			if e.section != "" {
				if sectionsFirst || last < 0 {
					above.section = e.section
				} else if out[last].Section == "" {
					out[last].Section = e.section
				}
			}
			if timesFirst || last < 0 {
				above.source, above.published = or(e.source, above.source), or(e.published, above.published)
				continue
			}
			out[last].Source, out[last].Published = or(out[last].Source, e.source), or(out[last].Published, e.published)
			continue
		}
		it := Item{Title: clean(e.title.Of(input)), Span: e.title}
		it.Source, it.Published = or(e.source, above.source), or(e.published, above.published)
		it.Section = or(e.section, above.section)
		above.source, above.published = "", ""
		if !sectionsFirst {
			above.section = ""
		}
		out = append(out, it)
	}
	return out
}

// order says whether sections, and times and sources, stand above their headlines.
func order(entries []entry) (sections, times bool) {
	for i, e := range entries {
		if e.role == title {
			break
		}
		sections = sections || e.section != ""
		times = times || e.timed || e.source != ""
		if i > 4 {
			break
		}
	}
	if n := len(entries); n > 0 && entries[n-1].role == meta {
		last := entries[n-1]
		times = times && !last.timed && last.source == ""
		sections = sections && last.section == ""
	} else if n > 0 {
		for _, e := range entries {
			sections = sections || e.role == meta && e.section != "" && !e.timed && e.source == ""
		}
	}
	return sections, times
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
