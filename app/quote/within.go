package quote

import (
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

const (
	minWithin = 3  // words of a quotation within a clause
	minWhole  = 3  // words of speech without a cue that is a sentence with its stop inside the marks
	minOuter  = 6  // and with the stop behind the marks
	minLong   = 10 // words of what no title, nickname or ironical word is as long as
	maxWithin = 40 // tokens between a cue and what it tells in marks
)

// within reads words in marks that a clause of saying holds: 'Smith said the plan was "a complete waste of time"'. The nearest cue before them in the sentence counts.
func (r *reader) within(m *mark) (attribution, bool) {
	if r.wordsIn(m.open, m.close) < minWithin || r.isTitle(m) {
		return attribution{}, false
	}
	first := r.sentence(m.scope, m.open).first
	for t := m.open - 1; t >= first && t > m.open-maxWithin; t-- {
		if i := r.markAt(r.doc.Tokens[t].Start); i >= 0 && !m.nested {
			t = r.marks[i].open
			continue
		}
		c, ok := r.cueAt(m.scope, t)
		if !ok || c.kind&source != 0 {
			continue
		}
		return r.clauseOf(m, c)
	}
	return attribution{}, false
}

// inTold is the speaker of words in marks within what is told without marks: '"…" and …, Smith said'.
func (r *reader) inTold(m *mark) (attribution, bool) {
	if m.nested || r.toldIn < 0 || !r.toldAt.Contains(m.Span) || r.wordsIn(m.open, m.close) < minWithin || r.isTitle(m) {
		return attribution{}, false
	}
	a := r.toldBy
	a.end = 0
	return a, true
}

// clauseOf finds the subject of the cue in whose clause the mark stands.
func (r *reader) clauseOf(m *mark, c cue) (attribution, bool) {
	if c.kind&(call|behind) != 0 && c.kind&(say|tell) == 0 {
		if c.next == m.open {
			return attribution{}, false // "a band called …"
		}
		if r.class(m.scope, c.next)&by != 0 { // "described by Jobs as"
			s, ok := r.subjectAt(m.scope, c.next+1)
			return r.by(s, c, 0), ok
		}
	}
	return r.subjectOf(m.scope, c, -1)
}

// isTitle says whether what stands in the mark has the capitals of a title: on all its words but those of grammar, not on all its letters.
func (r *reader) isTitle(m *mark) bool {
	small := false
	for t := m.open + 1; t < m.close; t++ {
		if r.doc.Tokens[t].Kind != text.Word {
			if r.isStop(m.scope, t) {
				return false
			}
			continue
		}
		form := r.doc.Form(t)
		for _, c := range form {
			small = small || unicode.IsLower(c)
		}
		if c, _ := utf8.DecodeRuneInString(form); unicode.IsLower(c) && !r.words.lang.IsStop(form) {
			return false
		}
	}
	return small
}

// isSpeech says whether a quotation without a cue has the form of speech: a sentence that stands by itself, or more words than anything else in marks has.
func (r *reader) isSpeech(m *mark) bool {
	words := r.wordsIn(m.open, m.close)
	if words < minWhole || r.isTitle(m) {
		return false
	}
	if words >= minLong {
		return true
	}
	t := m.open + 1
	if !r.upper(t) || m.open > m.first && !r.isStop(m.scope, m.open-1) && !r.closesStop(m, m.open-1) {
		return false
	}
	if r.isStop(m.scope, m.close-1) || r.is(m.scope, m.close-1, ',', '…', '—') {
		return true
	}
	return words >= minOuter && (m.close+1 >= m.last || r.isStop(m.scope, m.close+1) || r.is(m.scope, m.close+1, ','))
}

// closesStop says whether token t closes a mark that a stop stands right before.
func (r *reader) closesStop(m *mark, t int) bool {
	i := r.markAt(r.doc.Tokens[t].Start)
	return i >= 0 && r.marks[i].close == t && r.isStop(m.scope, t-1)
}

// afterTold is the speaker of the sentence before, where that tells without marks what somebody says and the quotation is a sentence of its own behind it.
func (r *reader) afterTold(m *mark) (attribution, bool) {
	before := r.doc.SentenceAt(r.doc.Tokens[m.open].Start) - 1
	if m.open == m.first || !r.isStop(m.scope, m.open-1) || !r.isStop(m.scope, m.close-1) || r.wordsIn(m.open, m.close) < minWhole || r.isTitle(m) {
		return attribution{}, false
	}
	if before < 0 || r.doc.Sentences[before].First < m.first || r.doc.Sentences[before].Last != m.open {
		return attribution{}, false
	}
	a := r.toldBy
	a.cue, a.end = text.Span{}, 0
	return a, r.toldIn == before && !a.Empty()
}
