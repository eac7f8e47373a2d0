package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// role is what a line is in a list.
type role uint8

const (
	title  role = iota
	header      // "Related stories"
	menu        // "Share", "Advertisement", a rule
	meta        // a source, section or time on a line of its own
	marker      // a bullet or number on a line of its own
)

// entry is one line of a list, read by itself. What only the other lines can prove
// stands in the fields below "unproved"; see prove.
type entry struct {
	role                       role
	title                      text.Span
	source, section, published string
	timed                      bool // a time, or a reading time, stood there
	bullet                     bool
	author                     bool // "By Jane Doe", which is neither a headline nor kept
	number                     int  // of "3." or "3)"; -1 when there is none

	// unproved
	bare      int       // a number before the title without a full stop or a bracket, -1 when there is none
	bareEnd   int       // where the title begins after it
	part      text.Span // what stands after the last dash or bar
	partSep   int       // where the title ends before that
	bar       bool      // the separator was a bar
	label     text.Span // a section before a colon or an unknown one before a bar
	labelEnd  int       // where the title begins after it
	timeStart int       // where a time without a separator begins, -1 when there is none
}

const separators = "|·•›»–—-‒―"
const bars = "|·•›»"

// read reads one line of a list.
func (s *Splitter) read(input string, l line) entry {
	e := entry{title: l.Span, number: -1, bare: -1, timeStart: -1}
	body := l.Of(input)
	switch {
	case isRule(body):
		e.role = menu
		return e
	case s.isHeader(body):
		e.role = header
		return e
	}
	s.readMarker(input, &e)
	if e.title.Empty() {
		e.title, e.role = l.Span, marker
		return e
	}
	rest := e.title.Of(input)
	if s.readMeta(rest, &e) {
		e.role = meta
		return e
	}
	if s.isMenu(rest) {
		e.role = menu
		return e
	}
	s.readFront(input, &e)
	s.readBack(input, &e)
	if e.timed && e.source == "" && e.section == "" && !e.bullet && e.number < 0 && len(strings.Fields(e.title.Of(input))) <= 2 {
		e.role, e.source = meta, bare(e.title.Of(input)) // an outlet that no table knows, and a time
	}
	return e
}

// readMarker takes a bullet or a number off the front of the title.
func (s *Splitter) readMarker(input string, e *entry) {
	t := e.title.Of(input)
	r, size := utf8.DecodeRuneInString(t)
	next, _ := utf8.DecodeRuneInString(t[size:])
	switch {
	case strings.ContainsRune("•●○◦▪▫■□‣⁃►▶▸▹➤➔→⇒✓✔★☆◆◇·»›✦❖🔹🔸📰👉", r) && r != utf8.RuneError,
		strings.ContainsRune("*-–—+>o", r) && (unicode.IsSpace(next) || len(t) == size):
		e.bullet = true
		e.title = trim(input, text.Span{Start: e.title.Start + size, End: e.title.End}, "")
		return
	}
	s.readNumber(input, e)
}

func (s *Splitter) readNumber(input string, e *entry) {
	t := e.title.Of(input)
	open := len(t) > 0 && (t[0] == '(' || t[0] == '#' || t[0] == '[')
	from := 0
	if open {
		from = 1
	}
	at, n := from, 0
	for at < len(t) && at < from+3 && t[at] >= '0' && t[at] <= '9' {
		n = n*10 + int(t[at]-'0')
		at++
	}
	if at == from {
		return
	}
	end := at
	if end < len(t) && strings.IndexByte(".):]", t[end]) >= 0 {
		end++
	}
	rest := t[end:]
	spaced := rest == "" || rest[0] == ' ' || rest[0] == '\t' || strings.HasPrefix(rest, "\u00a0")
	title := trim(input, text.Span{Start: e.title.Start + end, End: e.title.End}, "")
	switch {
	case spaced && (end > at || t[0] == '#' || rest == ""):
		e.number, e.title = n, title
	case spaced:
		e.bare, e.bareEnd = n, trim(input, title, "-–—:").Start
	}
}

// readMeta says whether every part of the line is a time, a source or a section, and keeps them.
func (s *Splitter) readMeta(l string, e *entry) bool {
	if longer(l, 100) {
		return false
	}
	got := entry{}
	if s.when(l) == weekday {
		e.published, e.timed = bare(l), true
		return true
	}
	if !s.metaParts(l, &got) {
		return false
	}
	e.source, e.section, e.published, e.timed, e.author = got.source, got.section, got.published, got.timed, got.author
	return e.timed || e.author || e.source != "" || e.section != ""
}

func (s *Splitter) metaParts(l string, e *entry) bool {
	parts := splitAny(l, "|·•›»")
	if len(parts) <= 1 {
		if s.metaPart(l, e) {
			return true
		}
		parts = splitAny(strings.ReplaceAll(l, " - ", "–"), "–—/")
	}
	if len(parts) <= 1 {
		parts = strings.SplitN(l, ",", 2)
	}
	if len(parts) == 1 {
		return false
	}
	for _, p := range parts {
		if strings.TrimSpace(p) != "" && !s.metaParts(p, e) {
			return false
		}
	}
	return true
}

// metaPart keeps one part of a meta line; false when it is nothing known.
func (s *Splitter) metaPart(part string, e *entry) bool {
	switch m := s.when(part); {
	case m == published:
		if e.published == "" {
			e.published = bare(part)
		}
		e.timed = true
		return true
	case m == reading:
		e.timed = true
		return true
	case s.isSource(part):
		e.source = bare(part)
		return true
	case s.sections.Has(fold(part)):
		e.section = bare(part)
		return true
	}
	if s.byline(part) == bylineName || isAddress(part) {
		e.author = true
		return true
	}
	return s.isMenu(part)
}

// isAddress says whether the part is a link written out.
func isAddress(part string) bool {
	part = strings.TrimSpace(part)
	return (strings.HasPrefix(part, "http://") || strings.HasPrefix(part, "https://") || strings.HasPrefix(part, "www.")) &&
		!strings.ContainsFunc(part, unicode.IsSpace)
}

// bare is the part clean and without the signs around it.
func bare(part string) string { return strings.Trim(clean(part), " ()[],;:"+separators) }

// isSource says whether the part names a known outlet or is a domain.
func (s *Splitter) isSource(part string) bool {
	f := fold(part)
	if s.sources.Has(f) {
		return true
	}
	dot := strings.LastIndexByte(f, '.')
	return dot > 2 && len(f)-dot >= 3 && len(f)-dot <= 6 && !strings.ContainsFunc(f, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-'
	}) && !strings.ContainsAny(f[dot:], "0123456789-")
}

// isMenu says whether the line is wholly made of menu entries and share buttons.
func (s *Splitter) isMenu(l string) bool {
	if longer(l, 200) {
		return false
	}
	if strings.HasPrefix(l, "©") || s.menu.Has(uncounted(fold(l))) || s.startsMenu(l) {
		return true
	}
	parts := splitAny(l, "|·•/,›»–—\t")
	if len(parts) == 1 {
		parts = strings.Fields(l)
	}
	if len(parts) == 1 {
		return false
	}
	any := false
	for _, p := range parts {
		f := uncounted(fold(p))
		if f == "" {
			continue
		}
		if !s.menu.Has(f) && !s.sections.Has(f) {
			return false
		}
		any = true
	}
	return any
}

// uncounted leaves a count out of a folded menu entry: "12 comments", "comments (3", "1.2k shares".
func uncounted(f string) string {
	words := strings.Fields(f)
	kept := words[:0]
	for _, w := range words {
		if r := firstRune(strings.TrimLeft(w, "(")); !unicode.IsDigit(r) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// startsMenu says whether the line begins like an invitation to sign up, share or follow, whatever follows in it.
func (s *Splitter) startsMenu(l string) bool {
	words := strings.Fields(l)
	if len(words) > 16 {
		return false
	}
	for n := 2; n <= 3 && n < len(words); n++ {
		if cols := s.menu[fold(strings.Join(words[:n], " "))]; len(cols) > 0 && cols[0] == menuStart {
			return true
		}
	}
	return false
}

// menuStart is the kind of rows in paste-menu.txt that begin a line.
const menuStart = "start"

func splitAny(l, signs string) []string {
	return strings.FieldsFunc(l, func(r rune) bool { return strings.ContainsRune(signs, r) })
}
