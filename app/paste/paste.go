// Package paste takes what a person pasted and gives back where its title, byline, body
// and trailing list of headlines stand.
//
// It reads lines. Each line gets a few features (how many words, a final stop, title case,
// a bullet, a blank line above, …), each feature a weight, and the trailing list is the best-scoring
// suffix of lines. What a word-bound rule knows ("Related stories", "hours ago") comes from the
// language's tables; without them the shape of the lines alone decides.
package paste

import (
	"fmt"

	"gloss/app/lang"
	"gloss/app/text"
)

// Split says where the parts of a paste stand, in bytes of the input. A zero Span means there is
// none. The parts are in the order of the fields, do not overlap, and lie on rune boundaries.
type Split struct {
	Title, Byline text.Span
	// Body runs from its first to its last line. Menu lines, share buttons and list headers between
	// it and the list belong to neither. It is empty only when nothing is left for it.
	Body text.Span
	// Headlines are the lines of the list at the end, cleaned; empty when there is no list.
	Headlines []Item
}

// Item is one headline of a list. Its fields hold clean text: bullets and numbers gone,
// source, section and time moved to their fields, white space collapsed.
type Item struct {
	Title, Source, Section, Published string
	Span                              text.Span // where the title stood in the list
}

// Tail says what a person has decided of the last lines: Auto finds a list of headlines, Text says that
// there is none, a positive number that the last N non-blank lines are headlines.
type Tail int

const (
	Auto Tail = 0
	Text Tail = -1
)

// Splitter knows one language's list headers, menu words, sections, sources, time words and
// bylines. It is only read from, by any number of goroutines.
type Splitter struct {
	lang     *lang.Language
	headers  lang.Table // words of a list's header; see isHeader
	menu     lang.Table // whole lines of menus and share buttons
	labels   lang.Table // what stands before a colon where a line is no headline
	sections lang.Table
	sources  lang.Table
	times    lang.Table // word -> kind; see when
	bylines  lang.Table // word -> place in a byline; see byline
}

// Open reads the language's tables. The plain language has none: its splitter goes by shape alone.
func Open(l *lang.Language) (*Splitter, error) {
	s := &Splitter{lang: l}
	for _, t := range []struct {
		name string
		into *lang.Table
	}{
		{"paste-headers.txt", &s.headers},
		{"paste-menu.txt", &s.menu},
		{"paste-labels.txt", &s.labels},
		{"paste-sections.txt", &s.sections},
		{"paste-sources.txt", &s.sources},
		{"paste-times.txt", &s.times},
		{"paste-bylines.txt", &s.bylines},
	} {
		var err error
		if *t.into, err = l.Table(t.name); err != nil {
			return nil, fmt.Errorf("paste: %w", err)
		}
	}
	return s, nil
}

// Split finds the parts of the input. It takes time linear in the input's length. A list of headlines
// with no article above it is not cut: it is the text, and there is nothing to relate it to.
func (s *Splitter) Split(input string, tail Tail) Split {
	lines := linesOf(input)
	wrap := findWrap(input, lines)
	body, list := lines, []line(nil)
	switch {
	case tail > 0:
		at := max(0, len(lines)-int(min(tail, Tail(len(lines)))))
		body, list = s.trimEnd(input, lines[:at]), lines[at:]
	case tail == Auto:
		if at, ok := s.tail(input, lines, wrap); ok {
			body, list = s.trimEnd(input, lines[:at]), lines[at:]
		}
	}
	var out Split
	if len(body) > 0 {
		out.Title, out.Byline, body = s.head(input, body, wrap)
		out.Body = text.Span{Start: body[0].Start, End: body[len(body)-1].End}
	}
	if tail > 0 {
		out.Headlines = s.each(input, list)
	} else {
		out.Headlines = s.items(input, list, wrap)
	}
	return out
}

// List reads a plain-text list of headlines: bullets and numbers, sources after a dash or a
// bar, section labels before a headline or on a line of their own, time lines after it or beside it.
func (s *Splitter) List(input string) []Item {
	lines := linesOf(input)
	return s.items(input, lines, findWrap(input, lines))
}

// trimEnd leaves out the menu lines, share buttons and list headers at the end; not where
// nothing else would be left.
func (s *Splitter) trimEnd(input string, lines []line) []line {
	n := len(lines)
	for n > 0 && s.between(lines[n-1].Of(input)) {
		n--
	}
	if n == 0 {
		return lines
	}
	return lines[:n]
}

// between says whether the line is one that may stand between a body and a list and belong to neither.
func (s *Splitter) between(line string) bool {
	return s.isMenu(line) || s.isHeader(line) || isRule(line)
}
