package entity

import (
	"strings"
	"unicode/utf8"
)

// isThin says whether the rune is a space that stands between groups of three digits.
func isThin(r rune) bool { return r == ' ' || r == '\u00A0' || r == '\u202F' || r == '\u2009' }

// localNumeral splits "1.234,56", "3,5%", "€200"; false when there are no digits, or more than one run of them.
func localNumeral(form string) (numeral, bool) {
	start := strings.IndexAny(form, "0123456789")
	if start < 0 || len(form) > longestForm {
		return numeral{}, false
	}
	end := start
	for end < len(form) {
		if isDigit(form[end]) {
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(form[end:])
		if r != '.' && r != ',' && r != '\'' && r != '’' && !isThin(r) || end+n >= len(form) || !isDigit(form[end+n]) {
			break
		}
		end += n
	}
	digits, ok := plainDigits(form[start:end])
	return numeral{form[:start], digits, form[end:]}, ok && !strings.ContainsAny(form[end:], "0123456789")
}

// plainDigits is a number in plain form ("1234.56"). Of points and commas the last one that stands once only is that before the fraction, but for a
// point with three digits behind it; false where neither reading fits.
func plainDigits(form string) (string, bool) {
	form = strings.Map(func(r rune) rune {
		if isThin(r) || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, form)
	at := strings.LastIndexAny(form, ".,")
	if at < 0 {
		return form, true
	}
	mark := form[at : at+1]
	whole, fraction := form[:at], form[at+1:]
	grouped := strings.ContainsAny(whole, ".,")
	switch {
	case strings.Contains(whole, mark): // "1.234.567"
		if strings.Trim(form, "0123456789"+mark) != "" || len(fraction) != 3 {
			return "", false
		}
		return strings.ReplaceAll(form, mark, ""), true
	case !grouped && len(fraction) == 3 && len(whole) <= 3 && whole != "0" && (mark == "." || fraction == "000"):
		return whole + fraction, true
	}
	return strings.NewReplacer(".", "", ",", "").Replace(whole) + "." + fraction, true
}

// digitsAt reads the digits that begin at token i, over groups of three with a space between, with what is written before and after them; end is where they end
// when that is within the last token, else 0.
func (p *amountScanner) digitsAt(i int) (n numeral, next, end int) {
	body, _, cut := p.cut(i)
	n, ok := localNumeral(body)
	if !ok {
		return n, i, 0
	}
	next = i + 1
	if strings.ContainsAny(body, ".,") || len(n.digits) > 3 || n.after != "" || cut > 0 {
		return n, next, cut
	}
	for next < p.last {
		gap := p.doc.Text[p.doc.Tokens[next-1].End:p.doc.Tokens[next].Start]
		r, size := utf8.DecodeRuneInString(gap)
		body, _, cut := p.cut(next)
		if size != len(gap) || !isThin(r) || len(body) < 3 || strings.Trim(body[:3], "0123456789") != "" {
			break
		}
		more, ok := localNumeral(body)
		whole, _, _ := strings.Cut(more.digits, ".")
		if !ok || len(whole) != 3 {
			break
		}
		n.digits, n.after, end = n.digits+more.digits, more.after, cut
		next++
		if n.after != "" || cut > 0 || whole != more.digits {
			break
		}
	}
	return n, next, end
}

// quantity is a number with its scales, as written at some tokens: its normal form, the word written with its last digits ("%" of "3,5%"), and where it
// ends, as digitsAt has it.
type quantity struct {
	value, after string
	next, end    int
}

// mostScales is how many scales stand behind a number: "2 mille milliards".
const mostScales = 3

// counted reads the number that begins at token i, in digits or in words, with its scales; next is i when there is none.
func (p *amountScanner) counted(i int) quantity {
	q := quantity{next: i}
	if n, next, end := p.digitsAt(i); next > i {
		if n.before != "" {
			return q
		}
		q = quantity{normal(n.digits), n.after, next, end}
		if w := p.partKey(n.after); n.after != "" && w.class&wScale != 0 {
			q.value, q.after = shift(q.value, w.value), ""
		}
	} else if value, next := p.worded(i); next > i {
		q.value, q.next = value, next
	}
	for n := 0; n < mostScales && q.next > i && q.after == "" && q.end == 0; n++ {
		w, next := p.phrase(q.next, wScale)
		if next == q.next || len(w.value) == 0 {
			break
		}
		q.value, q.next = shift(q.value, w.value), next
	}
	return q
}

// worded reads a number in words: "cinco", "vingt-cinq", "medio" before a scale, "mil".
func (p *amountScanner) worded(i int) (string, int) {
	w := p.word(i)
	switch {
	case w.class&wNumber != 0 && w.value != "":
		return w.value, i + 1
	case w.class&wHalf != 0 && p.is(i+1, wScale|wHours|wUnit|wPeriod):
		return w.value, i + 1
	case w.class&wArticle != 0 && p.is(i+1, wScale):
		return "1", i + 1
	case w.class&wScale != 0 && len(p.form(i)) > 2 && len(w.value) <= len("1000"):
		return w.value, i + 1
	}
	if parts := p.parts(i); len(parts) == 2 {
		tens, units := p.partKey(parts[0]), p.partKey(parts[1])
		if t, u := atoi(tens.value), atoi(units.value); tens.class&wNumber != 0 && units.class&wNumber != 0 && t >= 20 && u > 0 && u < 10 {
			return itoa(t + u), i + 1
		}
	}
	return "", i
}

// countedTo reads a number or a range of two: "3-5", "40 y el 50", "3 à 5", whose normal form is "3-5".
func (p *amountScanner) countedTo(i int) quantity {
	if parts := p.parts(i); len(parts) == 2 {
		low, ok := localNumeral(parts[0])
		high, is := localNumeral(parts[1])
		if ok && is && low.before+low.after+high.before == "" && below(normal(low.digits), normal(high.digits)) {
			q := quantity{normal(low.digits) + "-" + normal(high.digits), high.after, i + 1, 0}
			if w, next := p.phrase(q.next, wScale); next > q.next && q.after == "" {
				q.value, q.next = shift(q.value, w.value), next
			}
			return q
		}
	}
	low := p.counted(i)
	if low.next == i || low.after != "" || low.end > 0 {
		return low
	}
	at := low.next
	switch {
	case p.is(at, wDash) && p.joined(at) && p.joined(at+1):
		at++
	case p.is(at, wRange):
		if at++; p.is(at, wArticle) && !p.is(at, wNumber) {
			at++
		}
	default:
		return low
	}
	high := p.counted(at)
	if high.next == at {
		return low
	}
	plainHigh, _, _ := p.digitsAt(at)
	if digits := normal(plainHigh.digits); plainHigh.digits != "" && below(low.value, digits) && high.value != digits && !p.is(low.next-1, wScale) {
		low.value = shift(low.value, "1"+strings.Repeat("0", len(high.value)-len(digits))) // "3–5 miljoner"
	}
	if !below(low.value, high.value) {
		return low
	}
	high.value = low.value + "-" + high.value
	return high
}
