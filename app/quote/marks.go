package quote

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// mark is what stands between quotation marks or behind a dash.
type mark struct {
	text.Span       // marks included, dashes not
	scope           // what may tell its speaker: from the paragraph where it opens to the one where it closes; of one that is nested, what it stands in
	open, close int // the tokens of the marks
	parts       []text.Span
	nested      bool
	speaker     *attribution // told already: that of a dialogue
	continued   bool         // in a dialogue
}

// opened is a mark that isn't closed yet.
type opened struct {
	token, first int // first of the paragraph
	close        string
	single       bool
	parts        []text.Span // of the paragraphs before
	from         int         // the byte where this paragraph's part begins
}

// closers are the marks that close what each one opens, where it can open something.
var closers = map[string]string{
	"“": "”", "„": "“”", "«": "»", "»": "«»", "”": "”", "\"": "\"", "``": "''", "‘": "’", "‚": "‘’", "'": "'", "‹": "›", "›": "‹",
}

// findMarks pairs the quotation marks. A quotation that is not closed in its paragraph goes on in the next one if
// that begins with a mark, as printers have it; otherwise it is none.
func (r *reader) findMarks() {
	var open []opened
	for _, p := range r.doc.Paragraphs {
		if p.First == p.Last || !r.doc.Reads(p.First) {
			r.strayed(open)
			open = nil
			continue
		}
		in := scope{r.doc.Sentences[p.First].First, r.doc.Sentences[p.Last-1].Last}
		r.strayed(open[min(1, len(open)):])
		kept := r.carry(open, in)
		if len(kept) == 0 {
			r.strayed(open[:min(1, len(open))])
		}
		open = kept
		t := in.first
		if len(open) > 0 {
			t++
		}
		for ; t < in.last; t++ {
			if r.doc.Tokens[t].Kind == text.Punct {
				open = r.pair(open, in, t)
			}
		}
		if len(open) > 0 {
			open[0].parts = append(open[0].parts, text.Span{Start: open[0].from, End: r.doc.Tokens[in.last-1].End})
		}
	}
	r.strayed(open)
	sort.Ints(r.stray)
}

// strayed keeps the marks that never close, single ones left out: those may be apostrophes.
func (r *reader) strayed(open []opened) {
	for _, o := range open {
		if !o.single {
			r.stray = append(r.stray, o.token)
		}
	}
}

// carry is what of the marks that are open at the end of the paragraph before goes on in the one that begins at in.first.
func (r *reader) carry(open []opened, in scope) []opened {
	if len(open) == 0 {
		return nil
	}
	form := r.doc.Form(in.first)
	if closers[form] != open[0].close || !r.opens(in, in.first) {
		return nil
	}
	open[0].from = r.doc.Tokens[in.first].Start
	return open[:1]
}

// maxOpen is how deep marks nest.
const maxOpen = 3

// pair closes a mark with token t, or opens one, or neither.
func (r *reader) pair(open []opened, in scope, t int) []opened {
	form := r.doc.Form(t)
	for i := len(open) - 1; i >= 0; i-- {
		if o := open[i]; contains(o.close, form) && r.closes(o, in, t) {
			r.shut(o, in, t)
			return open[:i]
		}
	}
	close, ok := closers[form]
	if len(open) == 0 && form == "”" && !r.opens(in, t) {
		r.stray = append(r.stray, t)
	}
	if !ok || len(open) == maxOpen || !r.opens(in, t) {
		return open
	}
	for _, o := range open {
		if o.close == close || contains(close, r.doc.Form(o.token)) {
			return open // opened again, without having been closed: it goes on
		}
	}
	return append(open, opened{token: t, first: in.first, close: close, single: isSingle(form), from: r.doc.Tokens[t].Start})
}

// contains says whether form is one of the marks.
func contains(marks, form string) bool {
	if marks == "''" || marks == "\"" || marks == "'" {
		return marks == form
	}
	for _, c := range marks {
		if string(c) == form {
			return true
		}
	}
	return false
}

// shut keeps what stands between o and token t, if anything does.
func (r *reader) shut(o opened, in scope, t int) {
	if t == o.token+1 {
		return
	}
	m := mark{scope: scope{o.first, in.last}, open: o.token, close: t, Span: r.span(o.token, t+1)}
	m.parts = append(o.parts, text.Span{Start: o.from, End: m.End})
	r.marks = append(r.marks, m)
}

// nest finds which marks stand within others: those are told of a speaker only there.
func (r *reader) nest() {
	var outer []int
	for i := range r.marks {
		m := &r.marks[i]
		for len(outer) > 0 && r.marks[outer[len(outer)-1]].close < m.open {
			outer = outer[:len(outer)-1]
		}
		if len(outer) > 0 {
			o := r.marks[outer[len(outer)-1]]
			m.nested, m.scope = true, scope{o.open + 1, o.close}
		} else {
			r.tops = append(r.tops, i)
		}
		outer = append(outer, i)
	}
}

func isSingle(form string) bool {
	return form == "‘" || form == "'" || form == "‚" || form == "‹" || form == "›"
}

// around are the characters right before and behind token t, a space where the text ends.
func (r *reader) around(t int) (before, behind rune) {
	s := r.doc.Tokens[t].Span
	before, behind = ' ', ' '
	if s.Start > 0 {
		before, _ = utf8.DecodeLastRuneInString(r.doc.Text[:s.Start])
	}
	if s.End < len(r.doc.Text) {
		behind, _ = utf8.DecodeRuneInString(r.doc.Text[s.End:])
	}
	return before, behind
}

// opens says whether the mark at token t can open a quotation. A straight one may not where only a closing one can stand, nor behind a number: that is an inch.
func (r *reader) opens(in scope, t int) bool {
	before, behind := r.around(t)
	spaced := unicode.IsSpace(before) || t == in.first
	switch r.doc.Form(t) {
	case "“", "„", "``", "‚", "‹":
		return true
	case "«":
		return spaced || !unicode.IsSpace(behind) && !unicode.IsPunct(behind)
	case "»", "”", "›":
		return (spaced || isOpener(before)) && !unicode.IsSpace(behind)
	case "\"":
		return !unicode.IsDigit(before) && (spaced || !unicode.IsSpace(behind) && !unicode.IsPunct(behind)) && (!spaced || !unicode.IsSpace(behind))
	case "'", "‘":
		return (spaced || isOpener(before)) && !unicode.IsSpace(behind)
	}
	return false
}

// isCloser says whether the token is a mark that can close a quotation.
func isCloser(form string) bool {
	switch form {
	case "”", "\"", "'", "’", "»", "«", "“", "''", "›", "‹", "‘":
		return true
	}
	return false
}

func isOpener(c rune) bool {
	switch c {
	case '(', '[', '"', '“', '„', '«', '—', '–', '‘', '\'':
		return true
	}
	return false
}

// closes says whether token t, a mark that can close o, does.
func (r *reader) closes(o opened, in scope, t int) bool {
	before, behind := r.around(t)
	switch r.doc.Form(t) {
	case "\"":
		return !(unicode.IsSpace(before) && !unicode.IsSpace(behind)) && !r.isInch(t)
	case "'", "’":
		return !unicode.IsSpace(before) && !unicode.IsLetter(behind) && !unicode.IsDigit(behind) && !r.possessive(in, t, before)
	}
	return true
}

// isInch says whether the straight mark at token t ends a height: 6'4".
func (r *reader) isInch(t int) bool {
	feet := strings.TrimRight(r.doc.Text[:r.doc.Tokens[t].Start], "0123456789")
	if len(feet) == r.doc.Tokens[t].Start {
		return false
	}
	for _, mark := range [...]string{"'", "’", "′"} {
		if before, ok := strings.CutSuffix(feet, mark); ok && before != "" && unicode.IsDigit(rune(before[len(before)-1])) {
			return true
		}
	}
	return false
}

// maxPossessive is how many tokens behind a plural's apostrophe are looked at for the mark that closes.
const maxPossessive = 60

// possessive says whether the single mark at token t is rather the apostrophe of a plural ("the voters' will"): a small word follows, and another mark closes.
func (r *reader) possessive(in scope, t int, before rune) bool {
	if before != 's' && before != 'S' || !r.isWord(in, t+1) || r.upper(t+1) || r.doc.Tokens[t+1].Start == r.doc.Tokens[t].End {
		return false
	}
	for u := t + 1; u < in.last && u < t+maxPossessive; u++ {
		if r.doc.Tokens[u].Kind != text.Punct {
			continue
		}
		if isSingle(r.doc.Form(u)) && r.opens(in, u) {
			return false
		}
		if c, _ := r.around(u); r.doc.Form(u) == r.doc.Form(t) && unicode.IsPunct(c) {
			return true
		}
	}
	return false
}

// quoted says whether the span lies in quotation marks.
func (r *reader) quoted(s text.Span) bool { return r.markAt(s.Start) >= 0 }

// markAt is the outermost mark that byte offset at lies in, -1 when it lies in none.
func (r *reader) markAt(at int) int {
	i := sort.Search(len(r.tops), func(i int) bool { return r.marks[r.tops[i]].End > at })
	if i < len(r.tops) && r.marks[r.tops[i]].Start <= at {
		return r.tops[i]
	}
	return -1
}
