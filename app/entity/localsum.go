package entity

import "strings"

// localSum reads a sum of money, a share or a measure: "2 000 €", "$200", "3,2 millions de dollars", "5 млн руб.", "3,5 %", "30 °C", "10-årig".
func (p *amountScanner) localSum(a *amount, i int) int {
	if next := p.localSigned(a, i); next > i {
		return next
	}
	if parts := p.parts(i); len(parts) == 2 {
		n, ok := localNumeral(parts[0])
		if u := p.partKey(parts[1]); ok && n.before+n.after == "" && u.class&(wUnit|wPeriod) != 0 {
			a.typ, a.why, a.value = Quantity, "a measure", normal(n.digits)+" "+u.value
			return i + 1
		}
	}
	at, minus := p.signed(i)
	q := p.countedTo(at)
	if q.next == at {
		return i
	}
	if minus {
		q.value = "-" + q.value
	}
	const units = wPercent | wMoney | wCents | wSign | wCode | wMoneyScale | wUnit | wPeriod | wHours
	if q.after != "" {
		w := p.partKey(q.after)
		if !p.sumOf(a, q.value, w, minus) {
			return i
		}
		a.end = q.end
		return q.next
	}
	if q.end > 0 {
		return i
	}
	of := q.next
	if p.is(of, wOf) {
		of++
	}
	w, next := p.phrase(of, units)
	if next == of || of > q.next && w.class&wMoney == 0 && !p.is(q.next-1, wScale) || w.class&wCode != 0 && strings.ToUpper(p.form(of)) != p.form(of) {
		return i
	}
	if q.value == "1" && w.class&wPeriod != 0 || !p.sumOf(a, q.value, w, minus) {
		return i
	}
	if body, rest, end := p.cut(next - 1); rest != "" && body != "" {
		a.end = end
	}
	return next
}

// sumOf is the amount of so many of the unit, false when they make none.
func (p *amountScanner) sumOf(a *amount, value string, w *amountWord, minus bool) bool {
	switch c := w.class; {
	case c&wPercent != 0:
		a.typ, a.why, a.value = Percent, "a share", value
	case minus && !strings.HasPrefix(w.value, "°"):
		return false
	case c&(wMoney|wSign|wCode) != 0:
		a.typ, a.why, a.value = Money, "a sum of money", value+" "+w.value
	case c&wMoneyScale != 0:
		scale, code, _ := strings.Cut(w.value, " ")
		a.typ, a.why, a.value = Money, "a sum of money", shift(value, scale)+" "+code
	case c&wCents != 0:
		a.typ, a.why, a.value = Money, "a sum of money", cents(value)+" "+w.value
	case c&wHours != 0:
		a.typ, a.why, a.value = Quantity, "a measure", value+" h"
	case c&(wUnit|wPeriod) != 0:
		a.typ, a.why, a.value = Quantity, "a measure", value+" "+w.value
	default:
		return false
	}
	return true
}

// localSigned reads a sum behind its sign or code: "$200", "€ 5,5 millones", "EUR 20".
func (p *amountScanner) localSigned(a *amount, i int) int {
	sign, at := "", i
	n, next, _ := p.digitsAt(i)
	switch {
	case next > i && n.before != "":
		sign = n.before
	case p.is(i, wSign) || p.is(i, wCode) && strings.ToUpper(p.form(i)) == p.form(i):
		sign, at = p.form(i), i+1
		if n, next, _ = p.digitsAt(at); next == at || n.before != "" {
			return i
		}
	default:
		return i
	}
	w := p.partKey(sign)
	if w.class&(wSign|wCode) == 0 {
		return i
	}
	value := normal(n.digits)
	if scale := p.partKey(n.after); n.after != "" && scale.class&wScale != 0 {
		value = shift(value, scale.value)
	} else if n.after != "" {
		return i
	}
	for range mostScales {
		scale, end := p.phrase(next, wScale)
		if end == next {
			break
		}
		value, next = shift(value, scale.value), end
	}
	a.typ, a.why, a.value = Money, "a sum of money", value+" "+w.value
	return next
}
