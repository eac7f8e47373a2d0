package entity

import (
	"strings"

	"gloss/app/text"
)

// share reads "3.5%", "3.5 percent", "20-30 per cent", "half a percentage point", "25 basis points".
func (p *amountScanner) share(a *amount, i int) int {
	a.typ, a.why = Percent, "a share"
	at, minus := p.signed(i)
	value, next := p.joinedShare(at)
	if next == at {
		if value, next = p.numbers(at); next == at {
			return i
		}
		switch {
		case p.is(next, wPercent) && (len(p.form(next)) > 2 || !p.capital(next)) || p.form(next) == "%":
			next++
		case p.is(next, wPer) && p.is(next+1, wCents):
			next += 2
		case p.is(next, wPercentage) && p.is(next+1, wPoints):
			next += 2
		case p.is(next, wBasis) && p.is(next+1, wPoints):
			value, next = cents(value), next+2
		default:
			return i
		}
	}
	if minus {
		value = "-" + value
	}
	a.value = value
	return next
}

// joinedShare reads a share in one token, "3.5%", "50pc", "3-percent", "3-5%", or in three without gaps, "3–5%".
func (p *amountScanner) joinedShare(i int) (string, int) {
	form := p.form(i)
	if parts := p.parts(i); len(parts) == 2 {
		low, ok := numeralOf(parts[0])
		high, okHigh := numeralOf(parts[1])
		switch {
		case !ok || low.before+low.after != "":
		case p.part(parts[1]).class == wPercent:
			return normal(low.digits), i + 1
		case okHigh && high.before == "" && high.after == "%" && below(normal(low.digits), normal(high.digits)):
			return normal(low.digits) + "-" + normal(high.digits), i + 1
		}
		return "", i
	}
	n, ok := numeralOf(form)
	switch {
	case !ok || n.before != "":
	case n.after == "%" || p.part(n.after).class == wPercent:
		return normal(n.digits), i + 1
	case n.after == "" && p.is(i+1, wDash) && p.joined(i+1) && p.joined(i+2):
		if high, next := p.joinedShare(i + 2); next == i+3 && below(normal(n.digits), high) && !strings.Contains(high, "-") {
			return normal(n.digits) + "-" + high, next
		}
	}
	return "", i
}

// measure reads a number with its unit: "5km", "30 °C", "two million tonnes", "10-year-old", "6ft 2in", "100 km/h". Its value is the
// number and the unit's sign.
func (p *amountScanner) measure(a *amount, i int) int {
	a.typ, a.why = Quantity, "a measure"
	at, minus := p.signed(i)
	value, unit, next := p.joinedMeasure(at)
	if next == at && !minus {
		value, unit, next = p.hourAndHalf(at)
	}
	if next == at {
		value, unit, next = p.spacedMeasure(at)
	}
	if next == at || minus && !strings.HasPrefix(unit, "°") {
		return i
	}
	if p.is(next, wSlash) && p.word(next+1).value == "h" || p.is(next, wPer|wArticle) && p.word(next+1).value == "h" {
		if per := p.entry(unit + "/h"); per.class == wUnit {
			unit, next = per.value, next+2
		}
	}
	if minus {
		value = "-" + value
	}
	a.value = value + " " + unit
	if n, small, end := p.joinedMeasure(next); end > next && p.entry(unit+" "+small).class == wThen { // "6ft 2in"
		a.value, next = a.value+" "+n+" "+small, end
	} else if n, small, end := p.spacedMeasure(next); end > next && p.entry(unit+" "+small).class == wThen {
		a.value, next = a.value+" "+n+" "+small, end
	}
	return next
}

// joinedMeasure reads a number with its unit in one token: "5km", "30C", "10-year-old", "six-foot", "25-30km", "100m final".
func (p *amountScanner) joinedMeasure(i int) (value, unit string, next int) {
	if parts := p.parts(i); len(parts) > 1 {
		n, ok := numeralOf(parts[0])
		u := p.part(parts[1])
		unit, class := u.value, u.class
		if u.alone != "" {
			unit, class = u.alone, wUnit
		}
		if w := p.part(parts[0]); w.class == wNumber {
			n, ok = numeral{digits: w.value}, true
		}
		if high, is := numeralOf(parts[1]); ok && is && high.before == "" && high.after != "" && len(parts) == 2 && below(normal(n.digits), normal(high.digits)) {
			u = p.part(high.after)
			unit, class = u.value, u.class
			n.digits += "-" + high.digits
		}
		if ok && n.before+n.after == "" && class&(wUnit|wPeriod) != 0 {
			return n.digits, unit, i + 1
		}
		return "", "", i
	}
	n, ok := numeralOf(p.form(i))
	if !ok || n.before != "" || n.after == "" {
		return "", "", i
	}
	u := p.part(n.after)
	if only := p.words["0"+n.after]; only != nil {
		u = only
	}
	unit = u.value
	switch {
	case u.class == wUnit:
	case u.class == wDegree && n.after == strings.ToUpper(n.after):
	case u.class == wScale && u.alone != "" && (p.is(i+1, wExtent) || p.word(i-1).value == "the" && (i+1 == p.last || p.doc.Tokens[i+1].Kind == text.Punct)):
		unit = u.alone
	default:
		return "", "", i
	}
	return normal(n.digits), unit, i + 1
}

// hourAndHalf reads "an hour and a half".
func (p *amountScanner) hourAndHalf(i int) (value, unit string, next int) {
	if p.is(i, wArticle) && p.is(i+1, wUnit|wPeriod) {
		if value, next := p.andHalf("1", i+2); next == i+5 {
			return value, p.word(i + 1).value, next
		}
	}
	return "", "", i
}

// spacedMeasure reads a number and the unit behind it.
func (p *amountScanner) spacedMeasure(i int) (value, unit string, next int) {
	value, next = p.numbers(i)
	if next == i || value == "1" && p.is(next, wPeriod) {
		return "", "", i
	}
	square := ""
	if p.is(next, wSquare) {
		square = p.word(next).value + " "
		next++
	}
	if p.form(next) == "°" {
		if u := p.part("°" + p.form(next+1)); u.class == wUnit {
			return value, u.value, next + 2
		}
		return "", "", i
	}
	u := p.word(next)
	unit = u.value
	if u.alone != "" {
		unit = u.alone
	} else if u.class&(wUnit|wPeriod|wCentury) == 0 {
		return "", "", i
	}
	if u.class&(wPeriod|wCentury) == 0 && p.is(next+1, wCelsius) {
		next++
		unit = p.word(next).value
	}
	return value, square + unit, next + 1
}
