package entity

import (
	"strconv"
	"strings"

	"gloss/app/text"
)

const dateWhy = "a date"

// date reads a date that begins at token i. Its value is in ISO 8601 when the year is written, else "".
func (p *amountScanner) date(i, first int) (amount, int) {
	a := amount{typ: Date, why: dateWhy}
	if p.is(i, "date") {
		return a, i + 1
	}
	if iso, ok := numericDate(p.form(i)); ok {
		a.value = iso
		return a, i + 1
	}
	if p.capital(i) && p.is(i, "weekday") {
		next := i + 1
		at := next
		if p.form(at) == "," {
			at++
		}
		if at >= p.last {
			return a, next
		}
		if d, end := p.date(at, first); end > at && !p.is(at, "weekday") && d.typ == Date && (p.capital(at) && p.is(at, "month") || p.dayMonth(at)) {
			return d, end
		}
		return a, next
	}
	if v, next := p.monthFirst(i, first); next > i {
		a.value = v
		return a, next
	}
	if p.dayMonth(i) {
		return p.dayFirst(i)
	}
	return p.relativeOrYear(i, first)
}

// capital says whether token i is a word that begins with a capital: "May" is a month, "may" is none.
func (p *amountScanner) capital(i int) bool {
	f := p.form(i)
	return f != "" && f[0] >= 'A' && f[0] <= 'Z'
}

// day is the day of a month that token i writes, "5" or "5th", 0 for none.
func (p *amountScanner) day(i int) int {
	n, ok := numeralOf(p.form(i))
	if !ok || n.before != "" || len(n.digits) > 2 {
		return 0
	}
	if d := atoi(n.digits); d >= 1 && d <= 31 && (n.after == "" || p.ordinal(n)) {
		return d
	}
	return 0
}

// ordinal says whether the number is written as in "5th".
func (p *amountScanner) ordinal(n numeral) bool { return p.words[n.after].class == "ordinal" }

// year is the year that token i writes in four digits, 0 for none.
func (p *amountScanner) year(i int) int {
	f := p.form(i)
	if len(f) != 4 || strings.Trim(f, "0123456789") != "" {
		return 0
	}
	if y := atoi(f); y >= 1000 && y < 2100 {
		return y
	}
	return 0
}

// monthFirst reads "May 5, 2019", "May 5", "May 2019", "September".
func (p *amountScanner) monthFirst(i, first int) (string, int) {
	if !p.is(i, "month") || !p.capital(i) {
		return "", i
	}
	month := atoi(p.word(i).value)
	if d := p.day(i + 1); d > 0 && !p.is(i+2, "unit", "scale", "percent", "money") {
		at := i + 2
		if p.form(at) == "," {
			at++
		}
		if y := p.year(at); y > 0 {
			return iso(y, month, d), at + 1
		}
		return "", i + 2
	}
	at := i + 1
	if p.form(at) == "," || p.is(at, "of") {
		at++
	}
	if y := p.year(at); y > 0 {
		return iso(y, month, 0), at + 1
	}
	if p.ambiguous(i) && !(i > first && p.is(i-1, "before-year", "by-year", "of", "relative", "part")) {
		return "", i
	}
	return "", i + 1
}

// ambiguous says whether the month's name is short, and so perhaps a common word, a given name or no month, or stands in a name: then it needs a word before it that goes with dates.
func (p *amountScanner) ambiguous(i int) bool {
	f := p.form(i)
	return len(f) <= 5 || p.capital(i+1) || p.capital(i-1)
}

// dayMonth says whether "5 May", "5th May" or "5th of May" begins at token i.
func (p *amountScanner) dayMonth(i int) bool {
	if p.day(i) == 0 {
		return false
	}
	if p.is(i+1, "of") {
		i++
	}
	return p.is(i+1, "month") && p.capital(i+1)
}

func (p *amountScanner) dayFirst(i int) (amount, int) {
	a := amount{typ: Date, why: dateWhy}
	d := p.day(i)
	if p.is(i+1, "of") {
		i++
	}
	month, at := atoi(p.word(i+1).value), i+2
	if p.form(at) == "," {
		at++
	}
	if y := p.year(at); y > 0 {
		a.value = iso(y, month, d)
		return a, at + 1
	}
	return a, i + 2
}

// relativeOrYear reads what is counted from today ("last year", "two weeks ago"), decades, centuries and years alone.
func (p *amountScanner) relativeOrYear(i, first int) (amount, int) {
	a := amount{typ: Date, why: dateWhy}
	switch {
	case p.is(i, "day"):
		return a, i + 1
	case p.is(i, "relative") && p.is(i+1, "period", "season", "weekday", "month", "century") && (!p.is(i+1, "month", "weekday") || p.capital(i+1)):
		return a, i + 2
	case p.is(i, "relative") && p.is(i+1, "daypart"):
		a.typ, a.why = Time, "a time"
		return a, i + 2
	case p.is(i, "season") && p.year(i+1) > 0:
		return a, i + 2
	}
	if v, next := p.number(i); next > i && v != "" && p.is(next, "period") && p.is(next+1, "ago") {
		return a, next + 2
	}
	if n, ok := numeralOf(p.form(i)); ok && n.before == "" {
		switch {
		case n.after == "s" && len(n.digits) == 4 && n.digits[3] == '0' && !strings.Contains(n.digits, "."):
			a.why = "a decade"
			return a, i + 1
		case p.ordinal(n) && p.is(i+1, "century"):
			a.why = "a century"
			return a, i + 2
		}
	}
	if part, ok := p.decadePart(i); ok {
		a.start, a.why = part.Start, "a decade"
		return a, i + 1
	}
	return p.yearAlone(i, first)
}

// decadePart is the "1990s" of "mid-1990s".
func (p *amountScanner) decadePart(i int) (text.Span, bool) {
	parts := p.doc.PartsOf(i)
	if len(parts) != 2 || p.words[strings.ToLower(parts[0].Of(p.doc.Text))].class != "part" {
		return text.Span{}, false
	}
	n, ok := numeralOf(parts[1].Of(p.doc.Text))
	return parts[1], ok && n.before == "" && n.after == "s" && len(n.digits) == 4
}

// yearAlone takes four digits for a year behind a word that goes with years, unless they count something.
func (p *amountScanner) yearAlone(i, first int) (amount, int) {
	y := p.year(i)
	if y == 0 || i == first {
		return amount{}, i
	}
	if p.is(i+1, "unit", "scale", "percent", "money", "period", "per") || p.plural(i+1) {
		return amount{}, i
	}
	firm := p.is(i-1, "before-year", "part", "season") && y >= 1400
	loose := p.is(i-1, "by-year", "of", "relative") && y >= 1900
	if !firm && !loose {
		return amount{}, i
	}
	return amount{typ: Date, why: "a year", value: p.form(i)}, i + 1
}

// plural says whether token i is a word in lower case that ends as plurals do: "in 2,000 villages".
func (p *amountScanner) plural(i int) bool {
	f := p.form(i)
	return len(f) > 3 && p.doc.Tokens[i].Kind == text.Word && f[len(f)-1] == 's' && !p.capital(i)
}

// numericDate reads "2019-05-06", "2019/05/06", "25/12/2019"; where day and month could be either, there is no value.
func numericDate(form string) (string, bool) {
	parts := strings.FieldsFunc(form, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 || len(form) < 8 || len(form) > 10 {
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

// atoi is the number that the digits write; 0 for anything else.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func itoa(n int) string { return strconv.Itoa(n) }
