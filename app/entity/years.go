package entity

import (
	"strings"

	"gloss/app/text"
)

// years reads centuries, decades, parts of a year, years before and after Christ, spans of years and years alone.
func (p *amountScanner) years(a *amount, i int) int {
	a.typ = Date
	for _, pattern := range [...]func(*amountScanner, *amount, int) int{
		(*amountScanner).century, (*amountScanner).decade, (*amountScanner).partOfYear, (*amountScanner).era, (*amountScanner).yearsTo, (*amountScanner).yearAlone,
	} {
		if next := pattern(p, a, i); next > i {
			return next
		}
	}
	return i
}

// year is the year that token i writes in four digits, 0 for none.
func (p *amountScanner) year(i int) int { return yearOf(p.form(i)) }

func yearOf(form string) int {
	if len(form) != 4 || strings.Trim(form, "0123456789") != "" {
		return 0
	}
	if y := atoi(form); y >= 1000 && y < 2100 {
		return y
	}
	return 0
}

// century reads "19th century", "twentieth century", "19th-century".
func (p *amountScanner) century(a *amount, i int) int {
	a.why = "a century"
	if parts := p.parts(i); len(parts) == 2 {
		if n, ok := numeralOf(parts[0]); p.part(parts[1]).class == wCentury && (ok && p.ordinal(n) || p.part(parts[0]).class == wNth) {
			return i + 1
		}
		return i
	}
	if n, ok := numeralOf(p.form(i)); p.is(i+1, wCentury) && (ok && n.before == "" && p.ordinal(n) || p.is(i, wNth)) {
		return i + 2
	}
	return i
}

// decade reads "1990s", "1990's", "’90s", the "1990s" of "mid-1990s", the "80s" of "of the 80s".
func (p *amountScanner) decade(a *amount, i int) int {
	a.why = "a decade"
	form := p.form(i)
	parts := p.doc.PartsOf(i)
	if len(parts) == 2 && p.part(parts[0].Of(p.doc.Text)).class == wPart {
		form = parts[1].Of(p.doc.Text)
		a.part = parts[1]
	}
	n, ok := numeralOf(form)
	round := ok && len(n.digits) > 1 && n.digits[len(n.digits)-1] == '0' && !strings.Contains(n.digits, ".")
	switch {
	case round && len(n.digits) == 4 && n.before == "" && n.after == "s",
		round && len(n.digits) == 2 && n.after == "s" && (n.before == "'" || n.before == "’"),
		round && len(n.digits) == 2 && n.before == "" && n.after == "s" && p.is(i-2, wOf):
		return i + 1
	case round && yearOf(form) > 0 && i+1 < p.last && p.doc.Tokens[i+1].Kind == text.Clitic && p.is(i-1, wByYear):
		return i + 2
	case a.part.Len() > 0 && yearOf(form) > 0:
		a.why, a.value = "a year", form
		return i + 1
	}
	a.part = text.Span{}
	return i
}

// partOfYear reads "summer 2019", "Q3 2015", "third quarter of 2015", "first half of 2015".
func (p *amountScanner) partOfYear(a *amount, i int) int {
	a.why = dateWhy
	n, at := "", i+1
	switch w := p.word(i); {
	case w.class == wSeason:
	case w.class == wQuarter:
		n = "-Q" + w.value
	case p.rank(i) > 0 && p.word(i+1).value == "quarter" && p.rank(i) < 5 && p.is(i+2, wOf):
		n, at = "-Q"+itoa(p.rank(i)), i+2
	case p.rank(i) > 0 && p.is(i+1, wHalf) && p.is(i+2, wOf):
		at = i + 2
	default:
		return i
	}
	if p.is(at, wOf) {
		at++
	}
	if p.year(at) == 0 {
		return i
	}
	a.value = p.form(at) + n
	return at + 1
}

// rank is the number of "third" and "3rd", 0 for none.
func (p *amountScanner) rank(i int) int {
	if p.is(i, wNth) {
		return atoi(p.word(i).value)
	}
	if n, ok := numeralOf(p.form(i)); ok && n.before == "" && p.ordinal(n) {
		return atoi(n.digits)
	}
	return 0
}

// era reads "AD 79", "79 AD", "44 BC".
func (p *amountScanner) era(a *amount, i int) int {
	a.why = "a year"
	number, era := i, i+1
	if p.is(i, wEra) {
		number, era = i+1, i
	}
	f := p.form(number)
	if !p.is(era, wEra) || !p.shout(era) || f == "" || len(f) > 4 || strings.Trim(f, "0123456789") != "" {
		return i
	}
	if p.word(era).value == "after" {
		a.value = strings.Repeat("0", 4-len(f)) + f
	}
	return i + 2
}

// yearsTo reads "1939-1945", "1939–45", "2015/16". With two digits behind it, it is the next year, or a word goes before it that goes with years.
func (p *amountScanner) yearsTo(a *amount, i int) int {
	a.why = "a span of years"
	from, to, ok := strings.Cut(p.form(i), "-")
	if !ok {
		from, to, ok = strings.Cut(p.form(i), "/")
	}
	next := i + 1
	if !ok && p.is(i+1, wDash) && p.joined(i+1) && p.joined(i+2) {
		to, next = p.form(i+2), i+3
	}
	first, second := yearOf(from), yearOf(to)
	if first < 1400 || p.counts(next) {
		return i
	}
	if len(to) == 2 && strings.Trim(to, "0123456789") == "" {
		if second = first - first%100 + atoi(to); second != first+1 && !p.dated(i) {
			return i
		}
	}
	if second <= first {
		return i
	}
	a.value = itoa(first) + "/" + itoa(second)
	return next
}

// counts says whether token i is what a number before it counts or measures.
func (p *amountScanner) counts(i int) bool {
	return p.is(i, wUnit|wScale|wPercent|wMoney|wPeriod|wPer) || p.plural(i)
}

// plural says whether token i is a word in lower case that ends as plurals do: "in 2,000 villages".
func (p *amountScanner) plural(i int) bool {
	f := p.form(i)
	return len(f) > 3 && p.doc.Tokens[i].Kind == text.Word && f[len(f)-1] == 's' && !p.capital(i)
}

// yearAlone takes four digits for a year behind a word that goes with years, or in brackets, unless they count something.
func (p *amountScanner) yearAlone(a *amount, i int) int {
	a.why = "a year"
	y := p.year(i)
	if y == 0 || p.counts(i+1) {
		return i
	}
	firm := (p.is(i-1, wBeforeYear|wPart|wSeason) || p.form(i-1) == "(" && p.form(i+1) == ")") && y >= 1400
	loose := p.is(i-1, wByYear|wOf|wRelative|wArticle) && y >= 1900
	if !firm && !loose {
		return i
	}
	a.value = p.form(i)
	return i + 1
}
