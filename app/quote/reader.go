package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/app/text"
)

// mark is a quotation: the tokens of its opening and closing marks, the first token of the
// paragraph where it opens and the one behind the paragraph where it closes.
type mark struct {
	open, close int
	first, last int
}

// reader looks at the tokens around the quotations of one document.
type reader struct {
	words *words
	doc   *text.Document
	names []Name
	marks []mark
	prev  attribution // of the quotation before, when it stands in the same paragraph
}

// findMarks pairs the quotation marks. A quotation that is not closed in its paragraph goes on in the next one if
// that begins with a mark, as printers have it; otherwise it is none.
func (r *reader) findMarks() {
	open := mark{open: -1}
	for _, p := range r.doc.Paragraphs {
		if p.First == p.Last || !r.doc.Reads(p.First) {
			continue
		}
		first, last := r.doc.Sentences[p.First].First, r.doc.Sentences[p.Last-1].Last
		if open.open >= 0 && !r.opens(first) {
			open.open = -1
		}
		for t := first; t < last; t++ {
			if r.doc.Tokens[t].Kind != text.Punct {
				continue
			}
			switch {
			case open.open < 0 && (r.opens(t) || r.char(t) == '"' && !r.closes(t)):
				open = mark{open: t, first: first}
			case open.open >= 0 && (r.closes(t) || r.char(t) == '"' && !r.opens(t)):
				if t > open.open+1 {
					open.close, open.last = t, last
					r.marks = append(r.marks, open)
				}
				open.open = -1
			}
		}
	}
}

// opens says whether token t can only be an opening mark. A straight one is when white space
// stands before it and none behind it.
func (r *reader) opens(t int) bool {
	c := r.char(t)
	before, behind := r.spaced(t)
	return c == '“' || c == '"' && before && !behind
}

// closes says whether token t can only be a closing mark.
func (r *reader) closes(t int) bool {
	c := r.char(t)
	before, behind := r.spaced(t)
	return c == '”' || c == '"' && behind && !before
}

// spaced says whether white space, or nothing, stands right before and right behind token t.
func (r *reader) spaced(t int) (before, behind bool) {
	s := r.doc.Tokens[t].Span
	b, _ := utf8.DecodeLastRuneInString(r.doc.Text[:s.Start])
	a, _ := utf8.DecodeRuneInString(r.doc.Text[s.End:])
	return s.Start == 0 || unicode.IsSpace(b), s.End == len(r.doc.Text) || unicode.IsSpace(a)
}

// char is the only character of token t, 0 when it has more than one.
func (r *reader) char(t int) rune {
	s := r.doc.Tokens[t].Span
	c, n := utf8.DecodeRuneInString(r.doc.Text[s.Start:])
	if n != s.Len() {
		return 0
	}
	return c
}

// is says whether token t of the paragraph of m is one of the characters.
func (r *reader) is(m mark, t int, chars ...rune) bool {
	if t < m.first || t >= m.last {
		return false
	}
	c := r.char(t)
	for _, want := range chars {
		if c == want {
			return true
		}
	}
	return false
}

// isWord says whether token t is a word of the paragraph.
func (r *reader) isWord(m mark, t int) bool {
	return t >= m.first && t < m.last && r.doc.Tokens[t].Kind == text.Word
}

// class is what the word at token t can be; 0 for what is no word.
func (r *reader) class(m mark, t int) class {
	if !r.isWord(m, t) {
		return 0
	}
	return r.words.class[lang.Fold(r.doc.Form(t))]
}

// passes says whether token t may stand between a speaker and the cue: "also", "later", "angrily".
func (r *reader) passes(m mark, t int) bool {
	if !r.isWord(m, t) {
		return false
	}
	folded := lang.Fold(r.doc.Form(t))
	if r.upper(t) && r.words.class[folded]&filler == 0 {
		return false
	}
	return r.words.class[folded]&filler != 0 || r.words.isAdverb(folded)
}

func (r *reader) upper(t int) bool {
	c, _ := utf8.DecodeRuneInString(r.doc.Form(t))
	return unicode.IsUpper(c)
}

// nameAt is the index of the name that begins in token t, -1 when none does, and the token behind it.
func (r *reader) nameAt(t int) (name, next int) {
	tok := r.doc.Tokens[t].Span
	i := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= tok.Start })
	if i == len(r.names) || r.names[i].Start >= tok.End {
		return -1, t
	}
	next = t + 1
	for next < len(r.doc.Tokens) && r.doc.Tokens[next].Start < r.names[i].End {
		next++
	}
	return i, next
}

// owns says whether token next is the possessive of the word before it: "Putin's spokesman".
func (r *reader) owns(next int) bool {
	return next < len(r.doc.Tokens) && r.doc.Tokens[next].Kind == text.Clitic
}

// only is the name of the one person who is named in the sentences before token t, nearest
// first; -1 when nobody is or more than one could be meant. What is quoted doesn't count.
func (r *reader) only(t int) int {
	at := r.doc.Tokens[t].Start
	end := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= at })
	first, sentence := end, r.doc.SentenceAt(at)
	for back := 0; back <= maxBack && sentence-back >= 0; back++ {
		found := -1
		start := r.doc.Sentences[sentence-back].Start
		for end > 0 && r.names[end-1].Start >= start {
			if end--; first-end > maxNames {
				return -1
			}
			n := r.names[end]
			if !n.Person || r.quoted(n.Span) {
				continue
			}
			if found >= 0 && r.names[found].Entity != n.Entity {
				return -1
			}
			found = end
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

const (
	maxBack  = 2  // sentences before its own in which a pronoun may look for a person
	maxNames = 50 // names that are looked at for it
)

// quoted says whether the span lies in quotation marks.
func (r *reader) quoted(s text.Span) bool {
	i := sort.Search(len(r.marks), func(i int) bool { return r.doc.Tokens[r.marks[i].close].Start > s.Start })
	return i < len(r.marks) && r.doc.Tokens[r.marks[i].open].Start < s.Start
}
