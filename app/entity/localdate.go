package entity

import "strings"

// localDate reads a day, a month or what is counted from today, outside English: "12 de mayo de 2024", "3. mai 2024", "2024. május 3-án", "lundi", "il
// y a deux ans". Values are as those of date.
func (p *amountScanner) localDate(a *amount, i int) int {
	a.typ, a.why = Date, dateWhy
	if _, next := p.phrase(i, wDate); next > i {
		return next
	}
	if body, _, end := p.cut(i); isDigit(first(body)) {
		if iso, ok := localNumericDate(body); ok {
			a.value, a.end = iso, end
			if p.local.monthFirst && end == 0 && p.form(i+1) == "." && p.joined(i+1) && i+2 < p.last {
				return i + 2
			}
			return i + 1
		}
	}
	if p.is(i, wWeekday) && p.small(i) {
		at := i + 1
		for n := 0; n < 2 && (p.form(at) == "," || p.is(at, wArticle)); n++ {
			at++
		}
		if next := p.localDay(a, at); next > at {
			return next
		}
		*a = amount{typ: Date, why: dateWhy}
		return i + 1
	}
	for _, pattern := range [...]func(*amountScanner, *amount, int) int{(*amountScanner).localDay, (*amountScanner).yearFirst, (*amountScanner).localMonth, (*amountScanner).localRelative} {
		*a = amount{typ: Date, why: dateWhy}
		if next := pattern(p, a, i); next > i {
			return next
		}
	}
	return i
}

func first(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// localNumericDate reads "2024-05-03", "03/05/2024", "3.5.2024": the day stands before the month where the year stands last.
func localNumericDate(form string) (string, bool) {
	if iso, ok := numericDate(form); !ok || iso == "" && strings.Trim(form, "0123456789/.-") != "" {
		return "", false
	}
	parts := strings.FieldsFunc(form, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts[0]) == 4 {
		return iso(atoi(parts[0]), atoi(parts[1]), atoi(parts[2])), true
	}
	if atoi(parts[1]) > 12 {
		return iso(atoi(parts[2]), atoi(parts[0]), atoi(parts[1])), true
	}
	return iso(atoi(parts[2]), atoi(parts[1]), atoi(parts[0])), true
}

// dayAt is the day of a month that token i writes, "3", "1er", "3." or the "3" of "3-án", and where it ends.
func (p *amountScanner) dayAt(i int) (day, next, end int) {
	body, _, end := p.cut(i)
	n, ok := localNumeral(body)
	if !ok || n.before != "" || len(n.digits) > 2 || n.after != "" && p.partKey(n.after).class&wOrdinal == 0 {
		return 0, i, 0
	}
	if day = atoi(n.digits); day < 1 || day > 31 {
		return 0, i, 0
	}
	if next = i + 1; end == 0 && p.form(next) == "." && p.joined(next) && next+1 < p.last && (p.is(next+1, wMonth|wDash|wRange) || p.local.monthFirst) {
		next++
	}
	return day, next, end
}

// daysAt is a day or two: "3 al 5", "3–5", "3.–5.", "3 по 5"; last is 0 when there is one only.
func (p *amountScanner) daysAt(i int) (day, last, next, end int) {
	if parts := p.parts(i); len(parts) == 2 && isPlain(parts[0]) && isPlain(parts[1]) && len(parts[0]) < 3 && len(parts[1]) < 3 {
		if day, last = atoi(parts[0]), atoi(parts[1]); day > 0 && day < last && last <= 31 {
			return day, last, i + 1, 0
		}
		return 0, 0, i, 0
	}
	if day, next, end = p.dayAt(i); day == 0 || end > 0 {
		return day, 0, next, end
	}
	at := next
	switch {
	case p.is(at, wDash) && p.joined(at) && p.joined(at+1):
		at++
	case p.is(at, wRange):
		if at++; p.is(at, wArticle) && !p.is(at, wNumber) {
			at++
		}
	default:
		return day, 0, next, end
	}
	if high, after, cut := p.dayAt(at); high > day {
		return day, high, after, cut
	}
	return day, 0, next, end
}

// localDay reads a day of a month, with the year or without: "12 de mayo de 2024", "3 мая 2024 года", "3–5 juni 2025".
func (p *amountScanner) localDay(a *amount, i int) int {
	day, last, at, end := p.daysAt(i)
	if day == 0 || end > 0 {
		return p.monthDay(a, i, 0)
	}
	if p.is(at, wOf) {
		at++
	}
	if !p.is(at, wMonth) || kindOf(p.form(at)) == upper {
		return p.monthDay(a, i, 0)
	}
	month := atoi(p.word(at).value)
	at++
	year := at
	if p.is(year, wOf) || p.form(year) == "," {
		year++
	}
	y, next, cut := p.yearAt(year)
	if y == 0 {
		return at
	}
	a.value, a.end = iso(y, month, day), cut
	if last > 0 {
		a.value += "/" + iso(y, month, last)
	}
	return p.yearWord(a, next)
}

// yearAt is the year that token i writes in four digits, with an ending behind a hyphen or without, and where it ends.
func (p *amountScanner) yearAt(i int) (year, next, end int) {
	body, rest, end := p.cut(i)
	if rest != "" && p.partKey(rest).class&wDecade != 0 {
		return 0, i, 0
	}
	if year = yearOf(body); year == 0 {
		return 0, i, 0
	}
	return year, i + 1, end
}

// yearWord takes the word for the year in behind a year ("года").
func (p *amountScanner) yearWord(a *amount, i int) int {
	if p.is(i, wYearWord) {
		a.end = 0
		return i + 1
	}
	return i
}

// monthDay reads a day behind its month, where the language has it so: "május 3-án", "június 3–5".
func (p *amountScanner) monthDay(a *amount, i, year int) int {
	if !p.local.monthFirst || !p.is(i, wMonth) {
		return i
	}
	day, last, next, end := p.daysAt(i + 1)
	if day == 0 || p.is(next, wUnit|wScale|wPercent|wMoney|wMonth) {
		return i
	}
	month := atoi(p.word(i).value)
	if a.end = end; year > 0 {
		a.value = iso(year, month, day)
		if last > 0 {
			a.value += "/" + iso(year, month, last)
		}
	}
	return next
}

// yearFirst reads a year, a month and perhaps a day, where the language has them so: "2024. május 3-án", "2024 májusában".
func (p *amountScanner) yearFirst(a *amount, i int) int {
	year := p.year(i)
	if !p.local.monthFirst || year == 0 {
		return i
	}
	at := i + 1
	if p.form(at) == "." && p.joined(at) {
		at++
	}
	if !p.is(at, wMonth) {
		return i
	}
	if next := p.monthDay(a, at, year); next > at {
		return next
	}
	a.value = iso(year, atoi(p.word(at).value), 0)
	return at + 1
}

// localMonth reads "mayo de 2024", "мае 2024 года", "septembre".
func (p *amountScanner) localMonth(a *amount, i int) int {
	if !p.is(i, wMonth) || !p.small(i) {
		return i
	}
	at := i + 1
	if p.is(at, wOf) {
		at++
	}
	if y, next, end := p.yearAt(at); y > 0 {
		a.value, a.end = iso(y, atoi(p.word(i).value), 0), end
		return p.yearWord(a, next)
	}
	if i == p.first && kindOf(p.form(i)) != lower {
		return i
	}
	return i + 1
}

// localRelative reads what is counted from today: "año pasado", "förra veckan", "il y a deux ans", "два года назад", "két éve".
func (p *amountScanner) localRelative(a *amount, i int) int {
	if p.is(i, wRelative) && p.is(i+1, wPeriod) {
		return i + 2
	}
	if p.is(i, wPeriod) && p.is(i+1, wRelative) {
		return i + 2
	}
	at, before := i, false
	if _, next := p.phrase(i, wAgoBefore); next > i {
		at, before = next, true
	}
	q := p.counted(at)
	if q.next == at || q.after != "" || q.end > 0 {
		return i
	}
	switch {
	case p.is(q.next, wAgoPeriod) && !before:
		return q.next + 1
	case !p.is(q.next, wPeriod|wHours) && !(p.is(q.next, wUnit) && p.is(q.next+1, wAgo)):
		return i
	case p.is(q.next+1, wAgo):
		return q.next + 2
	case before && !p.local.ago:
		return q.next + 1
	}
	return i
}
