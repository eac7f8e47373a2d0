package entity

import "strings"

// money reads a sum: "$2bn", "US$5 million", "2,000 euros", "50 cents". Its value is the number and the ISO 4217 code; a
// bare $ is taken for US dollars.
func (p *amountScanner) money(i int) (amount, int) {
	a := amount{typ: Money, why: "a sum of money"}
	if n, ok := numeralOf(p.hyphenless(i)); ok && n.before != "" {
		sign := p.words[strings.ToLower(n.before)]
		if sign.class != "sign" {
			return amount{}, i
		}
		value, next := normal(n.digits), i+1
		if n.after != "" {
			if !p.scaleWord(n.after) {
				return amount{}, i
			}
			value = shift(value, p.words[strings.ToLower(n.after)].value)
		} else {
			value, next = p.scaled(value, next)
		}
		a.value = value + " " + sign.value
		return a, next
	}
	value, next := p.number(i)
	if next == i {
		return amount{}, i
	}
	scaled := next > i+1 || len(value) > 6
	unit := next
	if !p.is(unit, "money", "cents", "won") && p.capital(unit) && p.is(unit+1, "money") {
		if of := p.words[strings.ToLower(p.form(unit)+" "+p.form(unit+1))]; of.value != "" {
			a.value = normal(value) + " " + of.value // "Canadian dollars"
		}
		return a, unit + 2
	}
	switch w := p.word(unit); {
	case w.class == "cents":
		a.value = cents(value) + " " + w.value
		return a, unit + 1
	case w.class == "won" && scaled, w.class == "money" && (scaled || w.alone == ""):
		a.value = normal(value) + " " + w.value
	default:
		return amount{}, i
	}
	return a, unit + 1
}

// hyphenless is the text of token i, with the hyphen out of "$1.2-billion".
func (p *amountScanner) hyphenless(i int) string {
	if len(p.doc.PartsOf(i)) == 2 {
		return strings.ReplaceAll(p.form(i), "-", "")
	}
	return p.form(i)
}

// cents is the hundredth of a whole number.
func cents(digits string) string {
	if strings.Contains(digits, ".") {
		return normal(digits)
	}
	for len(digits) < 3 {
		digits = "0" + digits
	}
	return plain(digits[:len(digits)-2], digits[len(digits)-2:])
}

// share reads "3.5%", "3.5 percent", "20-30 per cent", "2 percentage points".
func (p *amountScanner) share(i int) (amount, int) {
	a := amount{typ: Percent, why: "a share"}
	if f := p.form(i); strings.HasSuffix(f, "%") {
		if n, ok := numeralOf(f); ok && n.before == "" {
			a.value = normal(n.digits)
			return a, i + 1
		}
		return amount{}, i
	}
	value, next := p.number(i)
	if next == i {
		if value = numericRange(p.form(i)); value == "" {
			return amount{}, i
		}
		next = i + 1
	} else {
		value = normal(value)
	}
	a.value = value
	switch {
	case p.is(next, "percent") || p.form(next) == "%":
		return a, next + 1
	case p.is(next, "per") && p.is(next+1, "cents"):
		return a, next + 2
	case p.is(next, "percentage") && p.is(next+1, "points"):
		return a, next + 2
	}
	return amount{}, i
}

// numericRange is the form when it is two short numbers with a hyphen, as in "20-30 percent".
func numericRange(form string) string {
	a, b, ok := strings.Cut(form, "-")
	if !ok || a == "" || b == "" || strings.Trim(a+b, "0123456789.") != "" {
		return ""
	}
	return form
}

// clock reads a time of day: "10:30", "3 p.m. EST", "10am", "noon", "three o'clock". Its value is hours and minutes of 24.
func (p *amountScanner) clock(i, first int) (amount, int) {
	a := amount{typ: Time, why: "a time"}
	if w := p.word(i); w.class == "clock" {
		a.value = w.value
		return a, i + 1
	}
	hour, minute, half, ok := p.hourMinute(i)
	if !ok {
		return amount{}, i
	}
	next := i + 1
	switch {
	case half >= 0:
	case p.is(next, "meridiem") && hour <= 12:
		half = atoi(p.word(next).value)
		next++
	case p.is(next, "oclock"):
		next++
	case minute < 0, !p.is(next, "zone") && !(i > first && p.is(i-1, "at-time", "by-year", "before-year")):
		return amount{}, i
	}
	if half >= 0 {
		hour = hour%12 + half
	}
	if p.is(next, "zone") && p.capital(next) {
		next++
	}
	a.value = pad(hour) + ":" + pad(max(minute, 0))
	return a, next
}

// hourMinute reads "10:30", "10", "10am", "three"; minute is -1 when none is written, half is 0 for am, 12 for pm, -1 for neither.
func (p *amountScanner) hourMinute(i int) (hour, minute, half int, ok bool) {
	f := p.form(i)
	half, minute = -1, -1
	if n := len(f) - 2; n > 0 {
		if w := p.words[strings.ToLower(f[n:])]; w.class == "meridiem" {
			f, half = f[:n], atoi(w.value)
		}
	}
	if w := p.word(i); w.class == "number" {
		f = w.value
	}
	h, m, colon := strings.Cut(f, ":")
	if !colon {
		h, m, colon = strings.Cut(f, ".")
	}
	if h == "" || len(h) > 2 || strings.Trim(h+m, "0123456789") != "" || colon && len(m) != 2 {
		return 0, 0, 0, false
	}
	if colon {
		minute = atoi(m)
	}
	hour = atoi(h)
	return hour, minute, half, hour < 24 && minute < 60 && (half < 0 || hour >= 1 && hour <= 12)
}

// measure reads a number with its unit: "5km", "30 °C", "two million tonnes", "10-year-old". Its value is the number and the unit's sign.
func (p *amountScanner) measure(i int) (amount, int) {
	a := amount{typ: Quantity, why: "a measure"}
	if parts := p.doc.PartsOf(i); len(parts) >= 2 {
		n, ok := numeralOf(parts[0].Of(p.doc.Text))
		unit := p.words[strings.ToLower(parts[1].Of(p.doc.Text))]
		if ok && n.before == "" && n.after == "" {
			return p.unit(a, normal(n.digits), unit, i+1, i)
		}
	}
	if n, ok := numeralOf(p.form(i)); ok && n.before == "" && n.after != "" {
		if unit := p.words[strings.ToLower(n.after)]; unit.class == "unit" {
			return p.unit(a, normal(n.digits), unit, i+1, i)
		}
	}
	value, next := p.number(i)
	if next == i || value == "1" && p.is(next, "period") {
		return amount{}, i
	}
	square := ""
	if p.is(next, "square") {
		square = p.form(next) + " "
		next++
	}
	if p.form(next) == "°" {
		unit := p.words["°"+strings.ToLower(p.form(next+1))]
		if unit.class == "unit" {
			return p.unit(a, normal(value), unit, next+2, i)
		}
		return amount{}, i
	}
	unit := p.word(next)
	if unit.alone != "" {
		unit = amountWord{class: "unit", value: unit.alone}
	}
	if unit.class == "unit" && p.is(next+1, "celsius") {
		unit.value = p.word(next + 1).value
		next++
	}
	unit.value = square + unit.value
	return p.unit(a, normal(value), unit, next+1, i)
}

// unit puts the value together when the unit is one.
func (p *amountScanner) unit(a amount, value string, unit amountWord, next, none int) (amount, int) {
	switch unit.class {
	case "unit", "period", "century":
		a.value = value + " " + unit.value
		return a, next
	}
	return amount{}, none
}
