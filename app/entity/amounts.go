package entity

import (
	"strings"
	"sync"

	"gloss/app/lang"
	"gloss/app/text"
)

// amounts finds dates, times, sums of money, shares and measures by pattern, with the words of amounts.txt.
type amounts struct {
	words    map[string]*amountWord
	local    *local    // how the language writes numbers and dates, nil for English
	scanners sync.Pool // of *amountScanner, which keep their buffers
}

// amountWord is what a word is in an amount, and its normal form.
//
// alone is the unit that a scale or a currency is where the number has neither sign nor scale: "100 m", "200 pounds".
type amountWord struct {
	class        wordClass
	value, alone string
}

// noWord is what a word is that no amount has.
var noWord = &amountWord{}

func openAmounts(l *lang.Language) (*amounts, error) {
	lines, err := l.Lines("amounts.txt")
	if err != nil {
		return nil, err
	}
	a := &amounts{words: make(map[string]*amountWord, len(lines))}
	for _, line := range lines {
		c := strings.Split(line, "\t")
		a.words[c[0]] = &amountWord{wordClassOf(column(c, 1)), column(c, 2), column(c, 3)}
	}
	return a, nil
}

// amountScanner reads the tokens of one sentence from left to right.
type amountScanner struct {
	*amounts
	doc         *text.Document
	first, last int           // the sentence's tokens
	known       []*amountWord // what each of them is in an amount
	keys        []string      // outside English, the forms of theirs that the tables have
	memo        map[string]string
	found       amount
	low         []byte
}

// find gives the amounts of the sentence, in order. Of what could begin at one token the first pattern that fits wins: a sum of
// money, a share, a date, a time, a measure.
func (a *amounts) find(doc *text.Document, s text.Sentence) []Mention {
	p, ok := a.scanners.Get().(*amountScanner)
	if !ok {
		p = &amountScanner{amounts: a}
	}
	defer a.scanners.Put(p)
	p.doc, p.first, p.last, p.known, p.keys = doc, s.First, s.Last, p.known[:0], p.keys[:0]
	for i := s.First; i < s.Last; i++ {
		if a.local != nil {
			p.lookLocal(i)
			continue
		}
		p.known = append(p.known, p.look(i))
	}
	var out []Mention
	for i := s.First; i < s.Last; {
		m, next := p.at(i)
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

// look finds what token i is in an amount; an abbreviation's stop does not count.
func (p *amountScanner) look(i int) *amountWord {
	p.low = fold(p.low[:0], p.doc.Form(i), true)
	w := p.words[string(p.low)]
	if n := len(p.low) - 1; w == nil && n > 0 && p.low[n] == '.' {
		w = p.words[string(p.low[:n])]
	}
	if w == nil {
		return noWord
	}
	return w
}

// at is the amount that begins with token i, and the token after it; no further than i when there is none.
func (p *amountScanner) at(i int) (Mention, int) {
	t := p.doc.Tokens[i]
	if p.local != nil {
		return p.atLocal(i)
	}
	if t.Kind != text.Number && p.word(i).class == 0 && t.FirstPart == t.LastPart && !(t.Kind == text.Word && isDigit(p.doc.Text[t.End-1])) {
		return Mention{}, i
	}
	a := &p.found
	next := p.begin(a, i)
	if next == i {
		return Mention{}, i
	}
	span := text.Span{Start: t.Start, End: p.doc.Tokens[next-1].End}
	if next == p.last && p.is(next-1, wUnit) && p.doc.Text[span.End-1] == '.' {
		span.End-- // the sentence's, not the abbreviation's
	}
	if a.part.Len() > 0 {
		span = a.part
	}
	return Mention{Span: span, Type: a.typ, Value: a.value, Why: []string{a.why}}, next
}

// begin writes to a what the first pattern that fits finds at token i.
func (p *amountScanner) begin(a *amount, i int) int {
	for _, pattern := range patterns {
		*a = amount{}
		if next := pattern(p, a, i); next > i {
			return next
		}
	}
	return i
}

var patterns = [...]func(*amountScanner, *amount, int) int{
	(*amountScanner).money, (*amountScanner).share, (*amountScanner).date, (*amountScanner).clock, (*amountScanner).measure,
}

// amount is what a pattern found; part, when not empty, is the part of its one token that it covers.
type amount struct {
	typ        Type
	value, why string
	part       text.Span
	end        int // outside English, where it ends if that is within its last token, else 0
}

// word is what token i is in an amount; noWord outside the sentence too.
func (p *amountScanner) word(i int) *amountWord {
	if i < p.first || i >= p.last {
		return noWord
	}
	return p.known[i-p.first]
}

// part is what a piece of a token is in an amount.
func (p *amountScanner) part(form string) *amountWord { return p.entry(strings.ToLower(form)) }

// entry is the word of amounts.txt.
func (p *amountScanner) entry(key string) *amountWord {
	if w := p.words[key]; w != nil {
		return w
	}
	return noWord
}

// is says whether token i has one of the classes.
func (p *amountScanner) is(i int, classes wordClass) bool { return p.word(i).class&classes != 0 }

// form is the text of token i, "" outside the sentence.
func (p *amountScanner) form(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.doc.Form(i)
}

// parts is the forms of the parts of a compound, nil when token i is none.
func (p *amountScanner) parts(i int) []string {
	if i < p.first || i >= p.last {
		return nil
	}
	var out []string
	for _, s := range p.doc.PartsOf(i) {
		out = append(out, s.Of(p.doc.Text))
	}
	return out
}

// joined says whether token i stands behind the one before it without a gap.
func (p *amountScanner) joined(i int) bool {
	return i > p.first && i < p.last && p.doc.Tokens[i-1].End == p.doc.Tokens[i].Start
}

// capital says whether token i is a word that begins with a capital: "May" is a month, "may" is none.
func (p *amountScanner) capital(i int) bool {
	f := p.form(i)
	return f != "" && f[0] >= 'A' && f[0] <= 'Z'
}

// shout says whether token i is all capitals, as "USD", "GMT" and "BC" are.
func (p *amountScanner) shout(i int) bool {
	f := p.form(i)
	return f != "" && strings.Trim(f, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.") == ""
}
