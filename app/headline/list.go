package headline

import (
	"fmt"
	"strings"

	"gloss/app/lang"
	"gloss/app/paste"
)

// list is a list of headlines while it is read.
type list struct {
	columns   lang.Table     // names of columns: the field that they fill
	seen      map[string]int // by folded title: place in headlines
	headlines []Headline
	problems  []Problem
}

func (l *list) problem(line int, format string, args ...any) {
	l.problems = append(l.problems, Problem{line, fmt.Sprintf(format, args...)})
}

// add adds a headline whose fields are raw, or fills what an equal title before it left open.
func (l *list) add(line int, h Headline) {
	h.Title = collapse(h.Title)
	switch {
	case h.Title == "":
		l.problem(line, "no title")
		return
	case len(h.Title) > maxTitle:
		l.problem(line, "a title of %d bytes, the limit is %d", len(h.Title), maxTitle)
		return
	}
	h.URL = webAddress(h.URL)
	h.Source, h.Section, h.Published = collapse(h.Source), collapse(h.Section), collapse(h.Published)
	key := lang.Fold(h.Title)
	at, ok := l.seen[key]
	if !ok {
		l.seen[key] = len(l.headlines)
		l.headlines = append(l.headlines, h)
		return
	}
	old := &l.headlines[at]
	for _, f := range []struct {
		old *string
		new string
	}{{&old.URL, h.URL}, {&old.Source, h.Source}, {&old.Section, h.Section}, {&old.Published, h.Published}} {
		if *f.old == "" {
			*f.old = f.new
		}
	}
}

// set fills the field of the column, if it is open, with a value that may hold markup.
func (l *list) set(h *Headline, column, value string) {
	var field *string
	switch l.field(column) {
	case "title":
		field = &h.Title
	case "url":
		field = &h.URL
	case "source":
		field = &h.Source
	case "section":
		field = &h.Section
	case "published":
		field = &h.Published
	default:
		return
	}
	if *field == "" {
		*field = strings.TrimSpace(plainText(value))
	}
}

// field is which field a column of that name fills, "" when none.
func (l *list) field(column string) string {
	column = lang.Fold(strings.TrimSpace(column))
	if c := l.columns[column]; len(c) > 0 {
		return c[0]
	}
	return ""
}

// plain reads lines of text: what stands there is text, never markup.
func (l *list) plain(input string, s *paste.Splitter) {
	line, at := 1, 0
	for _, it := range s.List(input) {
		if it.Span.Start > at {
			line += strings.Count(input[at:it.Span.Start], "\n")
			at = it.Span.Start
		}
		l.add(line, Headline{Title: it.Title, Source: it.Source, Section: it.Section, Published: it.Published})
	}
}

// collapse is the text with each run of white space and control characters made one space.
func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r == 0xa0 || r == 0x2028 || r == 0x2029 }), " ")
}

// webAddress is the URL if it is one of the web, else "".
func webAddress(url string) string {
	scheme, rest, ok := strings.Cut(url, "://")
	scheme = strings.ToLower(scheme)
	if !ok || rest == "" || scheme != "http" && scheme != "https" {
		return ""
	}
	if strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '"' || r == '<' || r == '>' || r == '\\' }) {
		return ""
	}
	return url
}
