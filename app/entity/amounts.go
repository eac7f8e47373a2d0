package entity

import (
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// amounts finds dates, times, sums of money, shares and measures by pattern, with the words of amounts.txt.
type amounts struct{ words map[string]amountWord }

// amountWord is what a word is in an amount, and its normal form.
//
// alone is the unit that a scale or a currency is where the number has neither sign nor scale: "100 m", "200 pounds".
type amountWord struct{ class, value, alone string }

func openAmounts(l *lang.Language) (*amounts, error) {
	lines, err := l.Lines("amounts.txt")
	if err != nil {
		return nil, err
	}
	a := &amounts{words: make(map[string]amountWord, len(lines))}
	for _, line := range lines {
		c := strings.Split(line, "\t")
		a.words[c[0]] = amountWord{column(c, 1), column(c, 2), column(c, 3)}
	}
	return a, nil
}

// amountScanner reads the tokens of one sentence from left to right.
type amountScanner struct {
	*amounts
	doc  *text.Document
	last int // end of the sentence's tokens
	low  []byte
}

// find gives the amounts of the sentence, in order. Of what could begin at one token the first pattern that fits wins: a sum of
// money, a share, a date, a time, a measure.
func (a *amounts) find(doc *text.Document, s text.Sentence) []Mention {
	var out []Mention
	p := &amountScanner{amounts: a, doc: doc, last: s.Last}
	for i := s.First; i < s.Last; {
		m, next := p.at(i, s.First)
		if next > i {
			m.Confidence = 0.95
			out = append(out, m)
			i = next
			continue
		}
		i++
	}
	return out
}

// at is the amount that begins with token i, and the token after it; no further than i when there is none.
func (p *amountScanner) at(i, first int) (Mention, int) {
	t := p.doc.Tokens[i]
	if t.Kind != text.Number && t.Kind != text.Word {
		return Mention{}, i
	}
	if t.Kind == text.Word && p.word(i).class == "" && t.FirstPart == t.LastPart {
		return Mention{}, i
	}
	a, next := p.first(i, first)
	if next == i {
		return Mention{}, i
	}
	span := text.Span{Start: t.Start, End: p.doc.Tokens[next-1].End}
	if a.start > 0 {
		span.Start = a.start
	}
	return Mention{Span: span, Type: a.typ, Value: a.value, Why: []string{a.why}}, next
}

// first is what the first pattern that fits finds at token i.
func (p *amountScanner) first(i, first int) (a amount, next int) {
	if a, next = p.money(i); next > i {
		return a, next
	}
	if a, next = p.share(i); next > i {
		return a, next
	}
	if a, next = p.date(i, first); next > i {
		return a, next
	}
	if a, next = p.clock(i, first); next > i {
		return a, next
	}
	return p.measure(i)
}

// amount is what a pattern found; start, when not zero, is where it begins inside its first token.
type amount struct {
	typ        Type
	value, why string
	start      int
}

// word is what token i is in an amount; the zero value when it is none or past the end.
func (p *amountScanner) word(i int) amountWord {
	if i >= p.last {
		return amountWord{}
	}
	p.low = fold(p.low[:0], p.doc.Form(i), true)
	w, ok := p.words[string(p.low)]
	if n := len(p.low) - 1; !ok && n > 0 && p.low[n] == '.' {
		w = p.words[string(p.low[:n])]
	}
	return w
}

// is says whether token i has one of the classes.
func (p *amountScanner) is(i int, classes ...string) bool {
	c := p.word(i).class
	if c == "" {
		return false
	}
	for _, k := range classes {
		if c == k {
			return true
		}
	}
	return false
}

// form is the text of token i, "" past the end.
func (p *amountScanner) form(i int) string {
	if i < 0 || i >= p.last {
		return ""
	}
	return p.doc.Form(i)
}

// numeral is a number as written: what stands before the digits, the digits in plain form ("1200.5"), what stands behind.
type numeral struct{ before, digits, after string }

// numeralOf splits "US$5.2bn" or "1,200km"; false when there are no digits, or more than one run of them.
func numeralOf(form string) (numeral, bool) {
	start := strings.IndexAny(form, "0123456789")
	if start < 0 {
		return numeral{}, false
	}
	end := start
	var digits []byte
	for ; end < len(form); end++ {
		switch c := form[end]; {
		case c >= '0' && c <= '9':
			digits = append(digits, c)
		case c == '.' && end+1 < len(form) && isDigit(form[end+1]):
			digits = append(digits, '.')
		case c == ',' && end+1 < len(form) && isDigit(form[end+1]):
		default:
			return numeral{form[:start], string(digits), form[end:]}, !strings.ContainsAny(form[end:], "0123456789") && strings.Count(string(digits), ".") < 2
		}
	}
	return numeral{form[:start], string(digits), ""}, strings.Count(string(digits), ".") < 2
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number reads the plain number that begins at token i, in digits or words, with its scales ("2.5 million"): its normal form
// and the token after it. Signs and units that are written with the digits make it none.
func (p *amountScanner) number(i int) (string, int) {
	value, next := "", i
	if n, ok := numeralOf(p.form(i)); ok {
		if n.before != "" || n.after != "" && !p.scaleWord(n.after) {
			return "", i
		}
		value, next = n.digits, i+1
		if n.after != "" {
			value = shift(value, p.words[strings.ToLower(n.after)].value)
		}
	} else {
		value, next = p.numberWord(i)
	}
	if next == i {
		return "", i
	}
	return p.scaled(value, next)
}

func (p *amountScanner) scaleWord(s string) bool {
	return p.words[strings.ToLower(s)].class == "scale"
}

// scaled multiplies the value by the scales that begin at token i. A single letter is a scale only when it is written with the digits.
func (p *amountScanner) scaled(value string, i int) (string, int) {
	for p.is(i, "scale") && len(p.form(i)) > 1 {
		value = shift(value, p.word(i).value)
		i++
	}
	return value, i
}

// numberWord reads "five", "twenty-five", "half a", "a" before a scale.
func (p *amountScanner) numberWord(i int) (string, int) {
	switch w := p.word(i); w.class {
	case "number":
		return w.value, i + 1
	case "half":
		if p.is(i+1, "article") && p.is(i+2, "scale") {
			return w.value, i + 2
		}
	}
	if parts := p.doc.PartsOf(i); len(parts) == 2 {
		a, b := p.words[strings.ToLower(parts[0].Of(p.doc.Text))], p.words[strings.ToLower(parts[1].Of(p.doc.Text))]
		if a.class == "number" && b.class == "number" && strings.HasSuffix(a.value, "0") && len(a.value) == 2 && len(b.value) == 1 {
			return a.value[:1] + b.value, i + 1
		}
	}
	return "", i
}

// shift multiplies a plain decimal number by a scale: a power of ten by moving the point, a dozen by adding up.
func shift(digits, scale string) string {
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
