package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
)

// sentences splits the tokens from first on, all of the last paragraph, into sentences. UAX #29 sentences
// break after "Mr." and "U.S."; here a stop is judged by the word before it and the word after it.
func (d *Document) sentences(first int) {
	start, words := first, 0
	lower := d.lowerCase(first)
	for i := first; i < len(d.Tokens); i++ {
		if d.Tokens[i].Kind.counts() {
			words++
		}
		stop := d.stopAt(i)
		if stop == noStop || words == 0 {
			continue
		}
		next := d.closers(i + 1)
		if next == len(d.Tokens) {
			break
		}
		if d.label(start, i) || !d.ends(stop, i, next, lower) {
			i = next - 1
			continue
		}
		d.close(start, next)
		start, words, i = next, 0, next-1
	}
	d.close(start, len(d.Tokens))
}

func (d *Document) close(first, last int) {
	if first < last {
		d.Sentences = append(d.Sentences, Sentence{
			Span:  Span{d.Tokens[first].Start, d.Tokens[last-1].End},
			First: first, Last: last, Paragraph: len(d.Paragraphs), Lang: d.view,
		})
	}
}

// stop is what may end a sentence.
type stop uint8

const (
	noStop    stop = iota
	wordStop       // the stop of an abbreviation, an acronym or an initial
	plainStop      // a full stop or an ellipsis
	askStop        // a question or exclamation mark
	wideStop       // a stop of a script that puts no space after it
)

func (d *Document) stopAt(i int) stop {
	t := &d.Tokens[i]
	last := d.Text[t.End-1]
	if t.Kind == Word {
		if last == '.' {
			return wordStop
		}
		return noStop
	}
	if t.Kind != Punct {
		return noStop
	}
	switch d.Text[t.Start] {
	case '.':
		return plainStop
	case '?', '!':
		return askStop
	}
	if last < utf8.RuneSelf {
		return noStop
	}
	switch r := firstRune(t.Of(d.Text)); r {
	case '…':
		return plainStop
	case '؟', '۔', '।', '॥', '‽', '⁇', '⁈', '⁉', '՞', '։', '።', '፧', '။', '។':
		return askStop
	case '。', '！', '？', '．', '｡':
		return wideStop
	}
	return noStop
}

// closers is the first token at or after i that does not close what a stop before it ended: closing quotation
// marks and brackets, more stops, and notes like "[3]", all set without a space, and the closing marks that French sets off by one.
func (d *Document) closers(i int) int {
	for ; i < len(d.Tokens) && (d.Tokens[i].Start == d.Tokens[i-1].End || d.closesApart(i)); i++ {
		t := &d.Tokens[i]
		switch r := firstRune(t.Of(d.Text)); r {
		case '"', '\'', '’', '”', '»', '›', ')', ']', '}', '」', '』', '）', '】', '》', '.', '?', '!', '…':
		case '“', '‘': // closes in German and in Polish
			if i+1 < len(d.Tokens) && d.Tokens[i+1].Start == t.End {
				return i
			}
		case '[':
			if i+2 >= len(d.Tokens) || d.Tokens[i+1].Kind != Number || d.Form(i+2) != "]" || d.Tokens[i+2].Start != d.Tokens[i+1].End {
				return i
			}
			i += 2
		default:
			return i
		}
	}
	return i
}

// closesApart says whether token i is a closing guillemet behind a space, as French writes it: one that a space or nothing follows.
func (d *Document) closesApart(i int) bool {
	if r := firstRune(d.Form(i)); r != '»' && r != '›' {
		return false
	}
	return i+1 == len(d.Tokens) || d.Tokens[i+1].Start > d.Tokens[i].End || !d.Tokens[i+1].Kind.counts()
}

// label says whether the tokens from start to the stop i are only the number or letter of a list ("1.", "(a)"), which belongs to what follows.
func (d *Document) label(start, i int) bool {
	n := 0
	for j := start; j <= i; j++ {
		t := d.Tokens[j]
		if !t.Kind.counts() {
			continue
		}
		if n++; n > 1 || t.Len() > 3 || t.Kind != Number && len(strings.TrimSuffix(d.Form(j), ".")) > 1 {
			return false
		}
	}
	return d.Text[d.Tokens[i].Start] != '?' && d.Text[d.Tokens[i].Start] != '!'
}

// ends says whether the stop at token i, with its closing marks up to next, ends a sentence. lower says
// that the paragraph has no capitals, so that their lack says nothing.
func (d *Document) ends(s stop, i, next int, lower bool) bool {
	if s == wideStop {
		return true
	}
	spaced := d.Tokens[next].Start > d.Tokens[next-1].End
	first, opened := d.openers(next)
	if first < 0 {
		return spaced && opened
	}
	if !spaced {
		return s != wordStop && next == i+1 && d.runsOn(i, next)
	}
	if d.Text[d.Tokens[next].Start] == '.' { // a spaced ellipsis: ". . ."
		return false
	}
	if s == plainStop && i > 0 && first == i+1 && d.Tokens[i-1].Kind == Number && d.Tokens[first].Kind == Number && d.Language.Ordinals() {
		return false
	}
	form := d.Form(first)
	small := startsSmall(form)
	switch s {
	case wordStop:
		return !small && d.endsAbbreviation(i, next, first, opened)
	case askStop:
		return !small && !d.attributed(i, next, first)
	}
	return !small || opened && next == i+1 || lower
}

// openers is the first word or number at or after next, past opening marks; opened says that a quotation mark or bracket was
// among them. first is -1 when no word follows in the paragraph or another stop comes before it.
func (d *Document) openers(next int) (first int, opened bool) {
	for j := next; j < len(d.Tokens); j++ {
		t := &d.Tokens[j]
		if t.Kind.counts() {
			return j, opened
		}
		switch r := firstRune(t.Of(d.Text)); r {
		case '"', '“', '‘', '\'', '«', '„', '(', '[', '「', '『':
			opened = true
		case ',', ';', ':', ')', ']':
			return -1, false
		}
	}
	return -1, true
}

// runsOn says whether a sentence ends at i though no space follows: a small word before, a capitalised one after.
func (d *Document) runsOn(i, next int) bool {
	if i == 0 || d.Tokens[i-1].End != d.Tokens[i].Start {
		return false
	}
	before, after := d.Form(i-1), d.Form(next)
	last, n := utf8.DecodeLastRuneInString(before)
	head, m := utf8.DecodeRuneInString(after)
	second, _ := utf8.DecodeRuneInString(after[m:])
	return n < len(before) && unicode.IsLower(last) && unicode.IsUpper(head) && unicode.IsLower(second)
}

// endsAbbreviation judges the stop of an abbreviation, an acronym or an initial before a word that has no small letter first.
func (d *Document) endsAbbreviation(i, next, first int, opened bool) bool {
	form := d.Form(i)
	form = form[:len(form)-1]
	folded := lang.Fold(d.Form(first))
	starts := d.Tokens[first].Kind == Word && d.Language.IsStop(folded)
	a, ok := d.Language.Abbreviation(form)
	if r, n := utf8.DecodeRuneInString(form); n == len(form) && unicode.IsUpper(r) && !a.Capital {
		ok = false
	}
	if !ok {
		return starts || opened
	}
	switch a.Ends {
	case lang.Never, lang.WithNumber:
		return false
	case lang.AtCapital:
		return !a.GoesOnBefore(folded) && d.Tokens[first].Kind == Word
	}
	return starts || opened
}

// attributed says whether what follows a quotation that ends in a question or exclamation mark says who spoke it: `"Why?" Smith asked.`
func (d *Document) attributed(i, next, first int) bool {
	if next == i+1 || first != next {
		return false
	}
	for j := first + 1; j < len(d.Tokens) && j < first+4; j++ {
		if d.Tokens[j].Kind != Word {
			return false
		}
		if d.Language.Attributes(d.Form(j)) {
			return true
		}
	}
	return false
}

// startsSmall says whether a sentence can hardly begin with the form: its first letter is small, and no capital follows ("iPhone").
func startsSmall(form string) bool {
	for i, r := range form {
		switch {
		case i == 0 && !unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			return false
		}
	}
	return true
}

// lowerCase says whether the tokens from first on have no capital letter at a word's start.
func (d *Document) lowerCase(first int) bool {
	for i := first; i < len(d.Tokens); i++ {
		if unicode.IsUpper(firstRune(d.Form(i))) {
			return false
		}
	}
	return true
}
