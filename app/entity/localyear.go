package entity

import "strings"

// localYears reads years, spans of years, decades and centuries outside English: "1936-1939", "в 1998 году", "1990-talet", "siglo XIX".
func (p *amountScanner) localYears(a *amount, i int) int {
	a.typ = Date
	for _, pattern := range [...]func(*amountScanner, *amount, int) int{
		(*amountScanner).localCentury, (*amountScanner).localDecade, (*amountScanner).localSpan, (*amountScanner).localYear,
	} {
		a.value, a.end = "", 0
		if next := pattern(p, a, i); next > i {
			return next
		}
	}
	return i
}

// localCentury reads "siglo XIX", "XIXe siècle", "XIX веке", "19. században".
func (p *amountScanner) localCentury(a *amount, i int) int {
	a.why = "a century"
	switch {
	case p.is(i, wCentury) && isRoman(p.form(i+1)):
		return i + 2
	case isRoman(p.form(i)) && p.is(i+1, wCentury):
		return i + 2
	}
	if n, next, end := p.dayAt(i); n > 0 && n < 22 && end == 0 {
		if next == i+1 && p.form(next) == "." && p.joined(next) {
			next++
		}
		if next > i+1 && p.is(next, wCentury) {
			return next + 1
		}
	}
	return i
}

// localDecade reads "1990-talet", "años 90", "années 1990", "1990-е годы", "1990-es évek".
func (p *amountScanner) localDecade(a *amount, i int) int {
	a.why = "a decade"
	round := func(s string) bool {
		return (len(s) == 2 || yearOf(s) > 0) && s[len(s)-1] == '0' && strings.Trim(s, "0123456789") == ""
	}
	body, rest, _ := p.cut(i)
	switch {
	case rest != "" && round(body) && p.partKey(rest).class&wDecade != 0:
		return i + 1
	case rest != "" && round(body) && p.is(i+1, wDecadeWord|wYearWord):
		return i + 2
	case p.is(i, wPeriod) && p.word(i).alone != "" && round(p.form(i+1)):
		return i + 2
	}
	return i
}

// localSpan reads "1936-1939", "1941–1945 годов".
func (p *amountScanner) localSpan(a *amount, i int) int {
	a.why = "a span of years"
	from, to, next := "", "", i+1
	if parts := p.parts(i); len(parts) == 2 {
		from, to = parts[0], parts[1]
	} else if p.is(i+1, wDash) && p.joined(i+1) && p.joined(i+2) {
		from, to, next = p.form(i), p.form(i+2), i+3
	} else if low, high, ok := strings.Cut(p.form(i), "/"); ok {
		from, to = low, high
	}
	first, second := yearOf(from), yearOf(to)
	if first >= 1400 && len(to) == 2 && strings.Trim(to, "0123456789") == "" && first%100+1 == atoi(to) {
		second = first + 1
	}
	if first < 1400 || second <= first || p.countsLocal(next) {
		return i
	}
	a.value = itoa(first) + "/" + itoa(second)
	return p.yearWord(a, next)
}

// countsLocal says whether token i is what a number before it counts or measures.
func (p *amountScanner) countsLocal(i int) bool {
	return p.is(i, wUnit|wScale|wPercent|wMoney|wSign|wPeriod) && !p.is(i, wYearWord)
}

// localYear takes four digits for a year behind a word that goes with years, before one, in brackets, or with an ending of years, unless they count something.
func (p *amountScanner) localYear(a *amount, i int) int {
	a.why = "a year"
	y, next, end := p.yearAt(i)
	if y < 1400 || p.countsLocal(next) {
		return i
	}
	_, rest, _ := p.cut(i)
	switch {
	case p.is(next, wYearWord):
		a.value = itoa(y)
		return next + 1
	case rest != "" && p.partKey(rest).class&wYearSuffix != 0,
		rest == "" && p.form(i-1) == "(" && p.form(next) == ")",
		rest == "" && p.is(i-1, wBeforeYear) && !p.counted1(next):
		a.value, a.end = itoa(y), end
		return next
	}
	return i
}

// counted1 says whether a word in small letters that is no word of grammar follows, so that four digits before it may count it.
func (p *amountScanner) counted1(i int) bool {
	f := p.form(i)
	return i < p.last && kindOf(f) == lower && !p.doc.Language.IsStop(f) && p.word(i).class == 0
}

// localClock reads a time of day outside English: "15h30", "15 h 30", "à 15 heures", "kl. 15.30", "15:30-kor".
func (p *amountScanner) localClock(a *amount, i int) int {
	a.typ, a.why = Time, "a time"
	if p.is(i, wClock) {
		a.value = p.word(i).value
		return i + 1
	}
	body, rest, end := p.cut(i)
	clock, cue := p.is(i-1, wClockWord) || p.is(i-1, wOrdinal) && p.is(i-2, wClockWord), p.is(i-1, wAtTime|wClockWord)
	cue = cue || p.form(i-1) == "." && p.is(i-2, wClockWord)
	suffix := rest != "" && p.partKey(rest).class&(wTimeSuffix|wYearSuffix) != 0
	h, m, colon := strings.Cut(body, ":")
	if !colon {
		h, m, colon = strings.Cut(body, ".")
		colon = colon && len(m) == 2
		cue = cue && colon || clock
	}
	next := i + 1
	if hour, minute, ok := hourOf(h, m); ok && colon {
		if p.is(next, wHours) && rest == "" {
			next++
		} else if !cue && !suffix {
			return i
		}
		a.value, a.end = pad(hour)+":"+pad(minute), end
		return next
	}
	return p.hoursAt(a, i, body, rest, clock || cue || p.is(i-1, wAtTime))
}

// hourOf is an hour and minutes, as digits write them.
func hourOf(h, m string) (hour, minute int, ok bool) {
	if h == "" || len(h) > 2 || len(m) != 2 || strings.Trim(h+m, "0123456789") != "" {
		return 0, 0, false
	}
	hour, minute = atoi(h), atoi(m)
	return hour, minute, hour < 24 && minute < 60
}

// hoursAt reads an hour with the word for it: "15h30", "15 h 30", "15 heures", "15 órakor"; cue says that a word before it goes with times.
func (p *amountScanner) hoursAt(a *amount, i int, body, rest string, cue bool) int {
	n, ok := localNumeral(body)
	h, minutes, joined := strings.Cut(body, "h")
	if joined && rest == "" && p.word(i).class == 0 && p.partKey("h").class&wHours != 0 {
		if minutes == "" {
			minutes = "00"
		}
		if hour, minute, ok := hourOf(h, minutes); ok {
			a.value = pad(hour) + ":" + pad(minute)
			return i + 1
		}
	}
	if !ok || n.before+n.after != "" || rest != "" || len(n.digits) > 2 {
		return i
	}
	hour := atoi(n.digits)
	next := i + 1
	switch {
	case hour > 24 || strings.Contains(n.digits, "."):
		return i
	case p.is(next, wHoursAt):
		next++
	case p.is(next, wHours) && isMinute(p.form(next+1)) && (cue || len(p.form(next)) == 1):
		a.value = pad(hour) + ":" + p.form(next+1)
		if next += 2; p.is(next, wUnit) && p.word(next).value == "min" {
			next++
		}
		return next
	case p.is(next, wHours) && cue:
		next++
	case p.is(i-1, wClockWord):
	default:
		return i
	}
	a.value = pad(hour) + ":00"
	return next
}

func isMinute(form string) bool {
	return len(form) == 2 && form < "60" && strings.Trim(form, "0123456789") == ""
}
