package entity

import (
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// local is how a language other than English writes dates and amounts: with endings, with units of several words, with a comma before the fraction.
type local struct {
	endings    *endings
	inner      map[string]bool // words of the entries of several words
	monthFirst bool
	ago        bool // a word stands behind what is counted back: "för två år sedan"
}

// openLocal reads what all languages but English share, and has the patterns be those of local.
func (a *amounts) openLocal(l *lang.Language, e *endings) error {
	lines, err := l.Lines("amounts-all.txt")
	if err != nil {
		return err
	}
	for _, line := range lines {
		if c := strings.Split(line, "\t"); a.words[c[0]] == nil {
			a.words[c[0]] = &amountWord{class: wordClassOf(column(c, 1)), value: column(c, 2)}
		}
	}
	a.local = &local{endings: e, inner: map[string]bool{}, monthFirst: a.words["*"] != nil}
	for key, w := range a.words {
		a.local.ago = a.local.ago || w.class&wAgo != 0
		if words := strings.Fields(key); len(words) > 1 {
			for _, w := range words {
				a.local.inner[w] = true
			}
		}
	}
	return nil
}

// mostForms is how many words an amountScanner remembers the forms of.
const mostForms = 1 << 14

// lookLocal finds what token i is in an amount, and the form of it that the tables have.
func (p *amountScanner) lookLocal(i int) {
	form := p.doc.Form(i)
	key, ok := p.memo[form]
	if !ok {
		key = p.keyOf(form)
		if len(p.memo) >= mostForms || p.memo == nil {
			p.memo = map[string]string{}
		}
		if len(form) <= longestForm {
			p.memo[strings.Clone(form)] = key
		}
	}
	w := p.words[key]
	if w == nil {
		w = noWord
	}
	p.known, p.keys = append(p.known, w), append(p.keys, key)
}

// keyOf is the form of a word that the tables have; an abbreviation's stop does not count.
func (p *amountScanner) keyOf(form string) string {
	if len(form) > longestForm {
		return ""
	}
	key := string(fold(p.low[:0], form, true))
	bare := strings.TrimSuffix(key, ".")
	known := func(f string, _ bool) bool { return p.words[f] != nil || p.local.inner[f] }
	switch {
	case known(key, false):
		return key
	case bare != "" && known(bare, false):
		return bare
	}
	if base := p.local.endings.known(key, known); base != "" {
		return base
	}
	return key
}

// key is the form of token i that the tables have, "" outside the sentence.
func (p *amountScanner) key(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.keys[i-p.first]
}

// mostWords is how many words an entry of amounts.txt has.
const mostWords = 3

// phrase is the longest entry of the tables that begins at token i and has one of the classes, and the token behind it; noWord when there is none.
func (p *amountScanner) phrase(i int, classes wordClass) (w *amountWord, next int) {
	if i < p.first || i >= p.last {
		return noWord, i
	}
	if p.local.inner[p.key(i)] {
		key := p.key(i)
		for j := i + 1; j < p.last && j < i+mostWords; j++ {
			key += " " + p.key(j)
			if e := p.words[key]; e != nil && e.class&classes != 0 {
				w, next = e, j+1
			}
		}
		if w != nil {
			return w, next
		}
	}
	if p.is(i, classes) {
		return p.word(i), i + 1
	}
	return noWord, i
}

// partKey is what a piece of a token is in an amount.
func (p *amountScanner) partKey(form string) *amountWord { return p.entry(p.keyOf(form)) }

// atLocal is at, outside English.
func (p *amountScanner) atLocal(i int) (Mention, int) {
	t := p.doc.Tokens[i]
	if t.Kind != text.Number && p.word(i).class == 0 && t.FirstPart == t.LastPart && !p.local.inner[p.key(i)] && !isRoman(p.form(i)) {
		return Mention{}, i
	}
	a := &p.found
	for _, pattern := range [...]func(*amountScanner, *amount, int) int{
		(*amountScanner).localDate, (*amountScanner).localClock, (*amountScanner).localYears, (*amountScanner).localSum,
	} {
		*a = amount{}
		next := pattern(p, a, i)
		if next <= i {
			continue
		}
		span := text.Span{Start: t.Start, End: p.doc.Tokens[next-1].End}
		if a.end > 0 {
			span.End = a.end
		}
		if next == p.last && next > i+1 && p.doc.Text[span.End-1] == '.' && p.form(next-1) != "." && !p.is(next-1, wYearWord|wMoney|wScale) {
			span.End--
		}
		return Mention{Span: span, Type: a.typ, Value: a.value, Why: []string{a.why}}, next
	}
	return Mention{}, i
}

// small says whether token i is a word without a capital, or the first of its sentence: there "mayo" is a month.
func (p *amountScanner) small(i int) bool {
	return kindOf(p.form(i)) == lower || i == p.first
}

// cut is the first part of a compound and the others, when those are no number: "3-án", "1990-talet", "15.30-kor"; else the form as it is.
func (p *amountScanner) cut(i int) (body, rest string, end int) {
	form := p.form(i)
	if i < p.first || i >= p.last {
		return "", "", 0
	}
	parts := p.doc.PartsOf(i)
	if len(parts) != 2 || isDigit(p.doc.Text[parts[1].Start]) {
		return form, "", 0
	}
	return parts[0].Of(p.doc.Text), parts[1].Of(p.doc.Text), parts[0].End
}

// isRoman says whether the form begins with a Roman number, in capitals, of two letters or more or a single V or X, with small letters behind it or none.
func isRoman(form string) bool {
	n := 0
	for n < len(form) && strings.IndexByte("IVX", form[n]) >= 0 {
		n++
	}
	rest := form[n:]
	return n > 0 && len(rest) <= 4 && strings.ToLower(rest) == rest && !strings.ContainsAny(rest, ".0123456789") && (n > 1 || form[0] != 'I')
}
