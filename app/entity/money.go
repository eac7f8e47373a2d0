package entity

import (
	"strings"

	"gloss/app/text"
)

// money reads a sum: "$2bn", "US$5 million", "Rs 500 crore", "EUR 20m", "2,000 euros", "50 cents", "20p". Its value is the number
// and the ISO 4217 code; a bare $ is taken for US dollars.
func (p *amountScanner) money(a *amount, i int) int {
	a.typ, a.why = Money, "a sum of money"
	if next := p.signedSum(a, i); next > i {
		return next
	}
	if p.is(i, wSign) || p.is(i, wCode) && p.shout(i) {
		at := i + 1
		if p.form(at) == "." && p.joined(at) { // "Rs. 500"
			at++
		}
		if value, next := p.number(at); next > at && isDigit(p.form(at)[0]) {
			a.value = value + " " + p.word(i).value
			return next
		}
		return i
	}
	if next := p.namedSum(a, i); next > i {
		return next
	}
	return i
}

// signedSum reads a number that is written with its sign: "$2bn", "$1.2-billion", "$2-3 billion", "5€", "20p", "$US5 million"; of
// "$50-a-barrel" only the sum.
func (p *amountScanner) signedSum(a *amount, i int) int {
	form, parts := p.form(i), p.parts(i)
	if parts != nil {
		form = parts[0]
	}
	n, ok := numeralOf(form)
	if !ok && form == "$" && p.joined(i+1) {
		if n, ok = numeralOf(p.form(i + 1)); ok {
			n.before += "$"
			i++
		}
	}
	sign := p.part(n.before)
	switch {
	case !ok:
		return i
	case n.before == "" && parts == nil:
		return p.unitSum(a, n, i)
	case sign.class != wSign:
		return i
	}
	value, next := normal(n.digits), i+1
	if n.after != "" {
		scale := p.part(n.after)
		if scale.class != wScale {
			return i
		}
		value = shift(value, scale.value)
	}
	switch {
	case parts == nil && n.after == "":
		value, next = p.scaled(value, next)
	case len(parts) == 2 && p.part(parts[1]).class == wScale:
		value = shift(value, p.part(parts[1]).value)
	case len(parts) == 2 && n.after == "":
		high, ok := numeralOf(parts[1])
		if !ok || high.before != "" || high.after != "" && p.part(high.after).class != wScale || !below(value, normal(high.digits)) {
			return i
		}
		value += "-" + normal(high.digits)
		if high.after != "" {
			value = shift(value, p.part(high.after).value)
		}
		value, next = p.scaled(value, next)
	case len(parts) > 1:
		a.part = p.doc.PartsOf(i)[0]
	}
	a.value = value + " " + sign.value
	return next
}

// longestPence is the digits that a sum in pence has: "1080p" is none.
const longestPence = 3

// unitSum reads a number with the sign behind it: "5€", "75¢", "20p".
func (p *amountScanner) unitSum(a *amount, n numeral, i int) int {
	switch sign := p.part(n.after); {
	case n.after == "":
		return i
	case sign.class == wSign:
		a.value = normal(n.digits) + " " + sign.value
	case sign.class == wCent, sign.class == wPence && len(n.digits) <= longestPence:
		a.value = cents(n.digits) + " " + sign.value
	default:
		return i
	}
	return i + 1
}

// namedSum reads a number with the currency's name or code behind it.
func (p *amountScanner) namedSum(a *amount, i int) int {
	value, unit := p.numbers(i)
	if unit == i {
		return p.hyphenSum(a, i)
	}
	scaled := unit > i+1 || len(value) > 6
	if !p.is(unit, wMoney|wCents|wWon|wCode) && p.capital(unit) && p.is(unit+1, wMoney) {
		if of := p.entry(strings.ToLower(p.form(unit) + " " + p.form(unit+1))); of.value != "" {
			a.value = value + " " + of.value // "Canadian dollars"
		}
		return unit + 2
	}
	switch w := p.word(unit); {
	case w.class == wCents:
		a.value = cents(value) + " " + w.value
	case w.class == wWon && scaled, w.class == wCode && p.shout(unit):
		a.value = value + " " + w.value
	case w.class == wMoney && p.andCents(unit+1) > 0:
		a.value = plain(value, pad(p.andCents(unit+1))) + " " + w.value
		return unit + 2
	case w.class == wMoney && (scaled || w.alone == ""):
		a.value = value + " " + w.value
	default:
		return i
	}
	return unit + 1
}

// andCents is the cents of "five pounds fifty", when nothing goes on behind them; 0 for none.
func (p *amountScanner) andCents(i int) int {
	n := atoi(p.word(i).value)
	if !p.is(i, wNumber) || !p.is(i-2, wNumber) || n < 10 || i+1 < p.last && p.doc.Tokens[i+1].Kind != text.Punct {
		return 0
	}
	return n
}

// hyphenSum reads "50-euro".
func (p *amountScanner) hyphenSum(a *amount, i int) int {
	parts := p.parts(i)
	if len(parts) != 2 {
		return i
	}
	n, ok := numeralOf(parts[0])
	unit := p.part(parts[1])
	if !ok || n.before+n.after != "" || unit.class != wMoney || unit.alone != "" {
		return i
	}
	a.value = normal(n.digits) + " " + unit.value
	return i + 1
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
