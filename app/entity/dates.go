package entity

import (
	"strconv"
	"strings"

	"gloss/app/text"
)

const dateWhy = "a date"

// date reads a date that begins at token i. Its value is in ISO 8601, a day, a month, a year or an interval of days or years, as far as
// the year is written; else "".
func (p *amountScanner) date(a *amount, i int) int {
	a.typ, a.why = Date, dateWhy
	if p.is(i, wDate) {
		return i + 1
	}
	if iso, ok := numericDate(p.form(i)); ok {
		a.value = iso
		return i + 1
	}
	if p.capital(i) && p.is(i, wWeekday|wShortWeekday) {
		at := i + 1
		if p.form(at) == "," {
			at++
		}
		if v, next := p.calendarDay(at); next > at {
			a.value = v
			return next
		}
		if p.is(i, wWeekday) {
			return i + 1
		}
		return i
	}
	for _, pattern := range [...]func(*amountScanner, int) (string, int){(*amountScanner).calendarDay, (*amountScanner).monthAlone} {
		if v, next := pattern(p, i); next > i {
			a.value = v
			return next
		}
	}
	if parts := p.doc.PartsOf(i); len(parts) == 2 && p.part(parts[0].Of(p.doc.Text)).class == wPart && p.part(parts[1].Of(p.doc.Text)).class == wMonth {
		a.part = parts[1] // "mid-June"
		return i + 1
	}
	if next := p.relative(a, i); next > i {
		return next
	}
	a.part = text.Span{}
	return p.years(a, i)
}

// day is the day of a month that token i writes, "5", "5th" or "fifth", 0 for none.
func (p *amountScanner) day(i int) int {
	if p.is(i, wNth) && !p.capital(i) {
		return atoi(p.word(i).value)
	}
	return p.dayOf(p.form(i))
}

func (p *amountScanner) dayOf(form string) int {
	n, ok := numeralOf(form)
	if !ok || n.before != "" || len(n.digits) > 2 {
		return 0
	}
	if d := atoi(n.digits); d >= 1 && d <= 31 && (n.after == "" || p.ordinal(n)) {
		return d
	}
	return 0
}

// ordinal says whether the number is written as in "5th".
func (p *amountScanner) ordinal(n numeral) bool { return p.entry(n.after).class == wOrdinal }

// days reads a day or two, "5", "5-10", "5–10", "5 and 6"; last is 0 when there is one only.
func (p *amountScanner) days(i int) (day, last, next int) {
	if parts := p.parts(i); len(parts) == 2 {
		if day, last = p.dayOf(parts[0]), p.dayOf(parts[1]); day > 0 && last > day {
			return day, last, i + 1
		}
		return 0, 0, i
	}
	if day = p.day(i); day == 0 {
		return 0, 0, i
	}
	if p.is(i+1, wDash) && p.joined(i+1) && p.joined(i+2) || p.word(i+1).value == "and" || p.word(i+1).value == "to" {
		if last = p.day(i + 2); last > day {
			return day, last, i + 3
		}
	}
	return day, 0, i + 1
}

// calendarDay reads "May 5, 2019", "May 5-10", "5 May", "5th of May, 2019", "5-10 May 2019".
func (p *amountScanner) calendarDay(i int) (string, int) {
	month, at := 0, i
	var day, last int
	if p.is(i, wMonth) && p.capital(i) {
		month = atoi(p.word(i).value)
		day, last, at = p.days(i + 1)
		if day > 0 && last == 0 && p.is(i+1, wNth) && day < 4 { // "In May first …"
			return "", i
		}
		if last > 0 && p.is(at, wMonth) && p.capital(at) { // "May 5 to 10 June"
			last, at = 0, i+2
		}
		if day > 0 && p.is(at, wUnit|wScale|wPercent|wMoney) {
			return "", i
		}
	} else if day, last, at = p.days(i); day > 0 {
		of := p.is(at, wOf)
		if of {
			at++
		}
		if !p.is(at, wMonth) || !p.capital(at) || p.is(i, wNth) && !of {
			return "", i
		}
		month = atoi(p.word(at).value)
		at++
	}
	if day == 0 {
		return "", i
	}
	year := at
	if p.form(year) == "," {
		year++
	}
	y := p.year(year)
	switch {
	case y == 0:
		return "", at
	case last > 0:
		return iso(y, month, day) + "/" + iso(y, month, last), year + 1
	}
	return iso(y, month, day), year + 1
}

// monthAlone reads "May 2019", "May of 2019", "September".
func (p *amountScanner) monthAlone(i int) (string, int) {
	if !p.is(i, wMonth) || !p.capital(i) {
		return "", i
	}
	at := i + 1
	if p.form(at) == "," || p.is(at, wOf) {
		at++
	}
	if y := p.year(at); y > 0 {
		return iso(y, atoi(p.word(i).value), 0), at + 1
	}
	if p.ambiguous(i) && !p.dated(i) {
		return "", i
	}
	return "", i + 1
}

// ambiguous says whether the month's name is short, and so perhaps a common word, a given name or no month, or stands in a name: then it needs a word before it that goes with dates.
func (p *amountScanner) ambiguous(i int) bool {
	f := p.form(i)
	return len(f) <= 5 || p.capital(i+1) || p.capital(i-1)
}

// dated says whether the word before token i goes with dates; "and" and "to" only between two months.
func (p *amountScanner) dated(i int) bool {
	if v := p.word(i - 1).value; v == "and" && !p.is(i-1, wBeforeYear) || v == "to" {
		return p.is(i-2, wMonth)
	}
	return p.is(i-1, wBeforeYear|wByYear|wOf|wRelative|wPart)
}

// relative reads what is counted from today, or from another day: "last year", "the past five years", "two weeks ago", "a week earlier".
func (p *amountScanner) relative(a *amount, i int) int {
	a.typ, a.why = Date, dateWhy
	switch w := p.word(i); w.class {
	case wDay:
		return i + 1
	case wTonight:
		a.typ, a.why = Time, "a time"
		return i + 1
	case wRelative:
		switch {
		case p.is(i+1, wPeriod|wSeason|wCentury), p.is(i+1, wMonth|wWeekday) && p.capital(i+1):
			return i + 2
		case p.is(i+1, wDaypart):
			a.typ, a.why = Time, "a time"
			return i + 2
		}
		if value, next := p.number(i + 1); next > i+1 && value != "1" && p.is(next, wPeriod) {
			return next + 1
		}
	case wArticle:
		if p.is(i+1, wPeriod) && p.is(i+2, wAgo) {
			return i + 3
		}
	}
	if _, next := p.number(i); next > i && p.is(next, wPeriod) && p.is(next+1, wAgo) {
		return next + 2
	}
	return i
}

// numericDate reads "2019-05-06", "2019/05/06", "25/12/2019"; where day and month could be either, there is no value.
func numericDate(form string) (string, bool) {
	if len(form) < 8 || len(form) > 10 || !isDigit(form[0]) {
		return "", false
	}
	parts := strings.FieldsFunc(form, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 {
		return "", false
	}
	var n [3]int
	for i, s := range parts {
		if strings.Trim(s, "0123456789") != "" {
			return "", false
		}
		n[i] = atoi(s)
	}
	switch {
	case len(parts[0]) == 4 && n[1] >= 1 && n[1] <= 12 && n[2] >= 1 && n[2] <= 31:
		return iso(n[0], n[1], n[2]), true
	case len(parts[2]) != 4 || n[0] < 1 || n[1] < 1 || n[0] > 31 || n[1] > 31 || n[0] > 12 && n[1] > 12:
		return "", false
	case n[0] > 12:
		return iso(n[2], n[1], n[0]), true
	case n[1] > 12:
		return iso(n[2], n[0], n[1]), true
	}
	return "", true
}

// iso is a date in ISO 8601; without a day when it is 0.
func iso(year, month, day int) string {
	s := strconv.Itoa(year) + "-" + pad(month)
	if day > 0 {
		s += "-" + pad(day)
	}
	return s
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
