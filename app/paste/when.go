package paste

import (
	"strings"
	"unicode"
)

// moment says what a time phrase tells.
type moment uint8

const (
	noMoment moment = iota
	published
	reading // how long it takes to read or to watch, no time of publication
	weekday // a weekday alone: a time only on a line of its own
)

// Kinds of words in paste-times.txt; a word of another kind ("at", "GMT", "updated") may stand in a phrase and tells nothing.
const (
	timeUnit    = "unit"    // minutes, h
	timeAgo     = "ago"     // ago
	timeBefore  = "before"  // the same where it opens the phrase: "hace 3 horas", "il y a 2 heures", "för 2 timmar sedan"
	timeSpan    = "span"    // a unit and ago in one: Hungarian "3 órája"
	timeClock   = "clock"   // a time of the day follows: "kl. 14.30"
	timeRead    = "read"    // read, watch
	timeMonth   = "month"   // January, Jan
	timeWeekday = "weekday" // Monday
	timeDay     = "day"     // yesterday: enough by itself
	timeOne     = "one"     // a, an
)

// phrase counts what the words of a time phrase are.
type phrase struct {
	numbers, units, ago, read, months, weekdays, days, ones, clocks int

	exact   bool // a clock or a date in digits
	compact bool // a number and its unit in one word: 3h
}

// when says whether the whole of s is a time phrase: "2 hours ago", "12 Jan 2026", "Updated 10:12
// GMT", "5 min read". Every word must belong to one, and together they must say a time.
func (s *Splitter) when(words string) moment {
	p, ok := s.phraseOf(words)
	if !ok {
		return noMoment
	}
	return p.moment()
}

// phraseOf counts the words; false when one of them belongs to no time phrase.
func (s *Splitter) phraseOf(words string) (p phrase, ok bool) {
	if longer(words, 80) {
		return p, false
	}
	for _, w := range strings.FieldsFunc(words, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",()[]•·|–—", r)
	}) {
		if !s.addTime(&p, w) {
			return p, false
		}
	}
	return p, true
}

// moment says what the counted words tell together.
func (p phrase) moment() moment {
	switch {
	case p.read > 0 && p.numbers > 0 && p.months == 0 && p.ago == 0:
		return reading
	case p.ago > 0 && p.units > 0 && p.numbers+p.ones > 0, p.months > 0 && p.numbers > 0, p.days > 0, p.exact, p.clocks > 0 && p.numbers > 0,
		p.weekdays > 0 && p.numbers > 0, p.compact && p.units == p.numbers && p.read == 0:
		return published
	case p.weekdays > 0:
		return weekday
	}
	return noMoment
}

// addTime adds one word of a time phrase; false when it is none.
func (s *Splitter) addTime(p *phrase, word string) bool {
	word = strings.ToLower(strings.Trim(word, ".:;-"))
	if word == "" {
		return true
	}
	digits := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(":./-", r) })
	switch {
	case digits < 0: // digits and their separators only
		p.numbers++
		p.exact = p.exact || isClock(word) || isDate(word)
		return len(word) <= 10
	case digits > 0: // 2h, 3rd, 10am, 2026-01-12T10:12:00Z
		number, rest := word[:digits], word[digits:]
		p.numbers++
		p.exact = p.exact || isClock(number) || isDate(number)
		units := p.units
		if at := strings.IndexFunc(rest, unicode.IsDigit); at > 0 && s.timeKind(rest[:at]) == timeUnit { // 14h30
			p.exact = true
			rest = rest[:at]
		}
		ok := p.exact && isDate(number) || s.addTime(p, rest)
		p.compact = p.compact || p.units > units
		return ok
	}
	cols, ok := s.times[word]
	if !ok || len(cols) == 0 {
		return false
	}
	switch cols[0] {
	case timeUnit:
		p.units++
	case timeAgo, timeBefore:
		p.ago++
	case timeSpan:
		p.units++
		p.ago++
	case timeClock:
		p.clocks++
	case timeRead:
		p.read++
	case timeMonth:
		p.months++
	case timeWeekday:
		p.weekdays++
	case timeDay:
		p.days++
	case timeOne:
		p.ones++
	}
	return true
}

// isClock says whether the word is like 9:30 or 10:12:45.
func isClock(w string) bool {
	i := strings.IndexByte(w, ':')
	return i >= 1 && i <= 2 && len(w)-i >= 3 && !strings.ContainsAny(w, "/-")
}

// isDate says whether the word is like 2026-01-12, 12/01/2026 or 12.01.26.
func isDate(w string) bool {
	w = strings.TrimRight(w, "./-:")
	for _, sep := range []string{"-", "/", "."} {
		if strings.Count(w, sep) == 2 && len(w) >= 6 {
			return true
		}
	}
	return false
}

// timeAtEnd is where a time phrase without any separator begins at the end of the title ("Rail strike called off 2 hours
// ago"), or len(title). It is the shortest that tells how long ago, or the longest date.
func (s *Splitter) timeAtEnd(title string) (int, moment) {
	found, kind := len(title), noMoment
	at := len(title)
	for range 6 {
		i := strings.LastIndexFunc(title[:at], unicode.IsSpace)
		if i < 0 {
			break
		}
		at = i
		tail := strings.TrimSpace(title[at:])
		p, ok := s.phraseOf(tail)
		if !ok {
			break
		}
		m := p.moment()
		if m != published && m != reading || p.numbers+p.ones == 0 || !s.startsTime(tail) {
			continue
		}
		found, kind = at, m
		if p.ago > 0 || p.read > 0 {
			break
		}
	}
	return s.opened(title, found), kind
}

// opened is where the time phrase at at begins, with the word before it that opens such phrases.
func (s *Splitter) opened(title string, at int) int {
	before := strings.TrimSpace(title[:at])
	if i := strings.LastIndexFunc(before, unicode.IsSpace); i >= 0 && at < len(title) && s.timeKind(before[i+1:]) == timeBefore {
		return i
	}
	return at
}

// timeKind is the kind of a word of time phrases, "" when it is none.
func (s *Splitter) timeKind(word string) string {
	if cols := s.times[fold(word)]; len(cols) > 0 {
		return cols[0]
	}
	return ""
}

// startsTime says whether the first word is a number, a month, "an", or one that opens a phrase — not a small word that may belong to the title before it.
func (s *Splitter) startsTime(tail string) bool {
	first, _, _ := strings.Cut(tail, " ")
	if unicode.IsDigit(firstRune(first)) {
		return true
	}
	kind := s.timeKind(first)
	return kind == timeMonth || kind == timeOne || kind == timeBefore || kind == timeClock
}
