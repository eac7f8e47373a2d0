package entity

import (
	"strconv"
	"strings"
)

// numeral is a number as written: what stands before the digits, the digits in plain form ("1200.5"), what stands behind.
type numeral struct{ before, digits, after string }

// numeralOf splits "US$5.2bn" or "1,200km"; false when there are no digits, or more than one run of them.
func numeralOf(form string) (numeral, bool) {
	start := strings.IndexAny(form, "0123456789")
	if start < 0 {
		return numeral{}, false
	}
	end, points, plain := start, 0, true
	for end < len(form) {
		c := form[end]
		if !isDigit(c) {
			if c != '.' && c != ',' || end+1 == len(form) || !isDigit(form[end+1]) {
				break
			}
			if c == '.' {
				points++
			} else {
				plain = false
			}
		}
		end++
	}
	digits := form[start:end]
	if !plain {
		digits = strings.ReplaceAll(digits, ",", "")
	}
	return numeral{form[:start], digits, form[end:]}, points < 2 && !strings.ContainsAny(form[end:], "0123456789")
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number reads the number that begins at token i, in digits or words, with its scales ("2.5 million", "two and a half million"):
// its normal form and the token after it. Signs and units that are written with the digits make it none.
func (p *amountScanner) number(i int) (string, int) {
	value, next := p.bare(i)
	if next == i {
		return "", i
	}
	value, next = p.andHalf(value, next)
	return p.scaled(value, next)
}

// numbers reads a number or a range of two ("3 to 5 million", "between 3 and 5", "25-30", "3–5"), whose normal form is "3-5".
func (p *amountScanner) numbers(i int) (string, int) {
	if low, high, ok := strings.Cut(p.form(i), "-"); ok && isPlain(low) && isPlain(high) {
		if a, b := normal(strings.ReplaceAll(low, ",", "")), normal(strings.ReplaceAll(high, ",", "")); below(a, b) {
			return p.scaled(a+"-"+b, i+1)
		}
		return "", i
	}
	low, next := p.number(i)
	if next == i || !p.is(next, wDash|wByYear) {
		return low, next
	}
	switch w := p.word(next); {
	case w.class == wDash && p.joined(next) && p.joined(next+1), w.value == "to", w.value == "and" && p.is(i-1, wBeforeYear) && p.word(i-1).value == "and":
		if high, end := p.bare(next + 1); end > next+1 && below(low, high) {
			return p.scaled(low+"-"+high, end)
		}
		if high, end := p.number(next + 1); end > next+1 && below(low, high) {
			return low + "-" + high, end
		}
	}
	return low, next
}

// isPlain says whether the form is digits, perhaps with points and commas.
func isPlain(form string) bool {
	return form != "" && isDigit(form[0]) && isDigit(form[len(form)-1]) && strings.Trim(form, "0123456789.,") == ""
}

// below says whether one plain decimal number is less than another.
func below(a, b string) bool {
	wholeA, fractionA, _ := strings.Cut(a, ".")
	wholeB, fractionB, _ := strings.Cut(b, ".")
	if len(wholeA) != len(wholeB) {
		return len(wholeA) < len(wholeB)
	}
	return wholeA < wholeB || wholeA == wholeB && fractionA < fractionB
}

// bare reads a number without the scales behind it.
func (p *amountScanner) bare(i int) (string, int) {
	form := p.form(i)
	if form == "" {
		return "", i
	}
	if n, ok := numeralOf(form); ok {
		if n.before != "" || n.after != "" && p.part(n.after).class != wScale {
			return "", i
		}
		if n.after != "" {
			return shift(n.digits, p.part(n.after).value), i + 1
		}
		return normal(n.digits), i + 1
	}
	return p.inWords(i)
}

// andHalf adds what stands behind a whole number: "½", "1/2", "and a half".
func (p *amountScanner) andHalf(value string, i int) (string, int) {
	switch {
	case strings.Contains(value, "."):
		return value, i
	case p.is(i, wFraction):
		return value + p.word(i).value[1:], i + 1
	case p.is(i, wByYear) && p.word(i).value == "and" && p.is(i+1, wArticle) && p.is(i+2, wHalf):
		return value + p.word(i + 2).value[1:], i + 3
	}
	return value, i
}

// scaled multiplies the value by the scales that begin at token i. A single letter is a scale only when it is written with the digits.
func (p *amountScanner) scaled(value string, i int) (string, int) {
	for p.is(i, wScale) && len(p.form(i)) > 1 && !(p.capital(i) && len(p.form(i)) < 4) {
		value = shift(value, p.word(i).value)
		i++
	}
	return value, i
}

// inWords reads "five", "twenty-five", "two hundred and fifty"; "half a", "a quarter of a", "a" before a scale; "½".
func (p *amountScanner) inWords(i int) (string, int) {
	switch w := p.word(i); {
	case w.class == wNumber:
		return p.composed(atoi(w.value), i+1)
	case w.class == wFraction:
		return w.value, i + 1
	case w.class == wHalf && p.is(i+1, wArticle):
		return w.value, i + 2
	case w.class == wArticle && p.is(i+1, wScale) && len(p.form(i+1)) > 1:
		return "1", i + 1
	case w.class == wArticle && p.word(i+1).value == "quarter" && p.is(i+2, wOf) && p.is(i+3, wArticle):
		return "0.25", i + 4
	}
	if n := p.tensAndUnits(i); n > 0 {
		return p.composed(n, i+1)
	}
	return "", i
}

// tensAndUnits is the number that a compound writes, as "twenty-five"; 0 for none.
func (p *amountScanner) tensAndUnits(i int) int {
	parts := p.parts(i)
	if len(parts) != 2 {
		return 0
	}
	tens, units := p.part(parts[0]), p.part(parts[1])
	if t, u := atoi(tens.value), atoi(units.value); tens.class == wNumber && units.class == wNumber && t >= 20 && u > 0 && u < 10 {
		return t + u
	}
	return 0
}

// composed goes on from a number below a hundred over "two thousand five hundred and twenty-five"; a scale that ends it is left to scaled.
func (p *amountScanner) composed(n, i int) (string, int) {
	total, last := 0, 1<<31
	for p.is(i, wScale) && len(p.word(i).value) <= 7 && len(p.form(i)) > 2 && strings.Trim(p.word(i).value, "0") == "1" {
		scale := atoi(p.word(i).value)
		at := i + 1
		if p.word(at).value == "and" {
			at++
		}
		more := p.tensAndUnits(at)
		if p.is(at, wNumber) {
			more = atoi(p.word(at).value)
		}
		if scale >= last || more >= scale {
			break
		}
		if more == 0 {
			if total == 0 {
				break
			}
			return itoa(total + n*scale), i + 1
		}
		total, n, last, i = total+n*scale, more, scale, at+1
	}
	return itoa(total + n), i
}

// signed is where the number begins that begins with token i, a minus or none, and whether there is one.
func (p *amountScanner) signed(i int) (at int, minus bool) {
	if p.is(i, wMinus|wDash) && p.joined(i+1) && !p.joined(i) || p.is(i, wMinus) && !p.joined(i+1) {
		return i + 1, true
	}
	return i, false
}

// shift multiplies a plain decimal number by a scale: a power of ten by moving the point, a dozen by adding up.
func shift(digits, scale string) string {
	if low, high, ok := strings.Cut(digits, "-"); ok {
		return shift(low, scale) + "-" + shift(high, scale)
	}
	if strings.Trim(scale, "0") != "1" {
		return times12(digits, scale)
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	zeros := len(scale) - 1
	if len(fraction) < zeros {
		fraction += strings.Repeat("0", zeros-len(fraction))
	}
	return plain(whole+fraction[:zeros], fraction[zeros:])
}

// times12 multiplies a short whole number by a small scale that is no power of ten; others stay as they are.
func times12(digits, scale string) string {
	if len(digits) > 6 || len(scale) > 3 || strings.Contains(digits, ".") {
		return digits
	}
	product := atoi(digits) * atoi(scale)
	return plain(itoa(product), "")
}

// plain joins the whole and the fraction of a number without needless zeros.
func plain(whole, fraction string) string {
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// normal is a number as written without needless zeros.
func normal(digits string) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	return plain(whole, fraction)
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
