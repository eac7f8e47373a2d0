package quote

import (
	"gloss/app/lang"
	"gloss/app/text"
)

// attribution says who spoke a quotation.
type attribution struct {
	subject
	cue    text.Span
	end    int  // the token behind it, when it stands behind the quotation; else 0
	stands bool // a pronoun, or nothing, stands for the speaker
	adds   bool // the cue says that who spoke before goes on: "added"
}

// attribute finds the speaker of quotation i: behind it, before it, within its clause, or, where it goes on
// with what was said just before, that one's. Without one it is kept where it has the form of speech.
func (r *reader) attribute(i int) {
	m := &r.marks[i]
	if m.nested && m.scope.last-m.scope.first < 3 {
		return
	}
	a, continued, ok := r.attributed(i, r.prev)
	if !m.nested {
		r.prev, r.last = attribution{}, m
	}
	if !ok {
		if !m.nested && r.isSpeech(m) {
			r.keep(m, attribution{subject: subject{name: -1}}, false)
		}
		return
	}
	if !continued {
		a = r.settle(m, a)
	}
	r.keep(m, a, continued)
	if !m.nested {
		r.prev = a
		if m.speaker == nil || a.cue != (text.Span{}) {
			r.tell(m.Span, a)
		}
	}
}

// attributed is who is told to have said what stands in mark i; continued says that it is who spoke before.
func (r *reader) attributed(i int, prev attribution) (a attribution, continued, ok bool) {
	m := &r.marks[i]
	if m.speaker != nil && m.continued {
		prev.cue = text.Span{}
		return prev, true, true
	}
	if m.speaker != nil {
		return *m.speaker, false, true
	}
	if a, ok := r.after(m); ok {
		return a, false, true
	}
	if !m.nested && r.last != nil {
		if a, ok := r.goesOn(r.last, m, prev); ok {
			return a, true, true
		}
	}
	if a, ok := r.before(m); ok {
		return a, false, true
	}
	if a, ok := r.inTold(m); ok {
		return a, false, true
	}
	a, ok = r.within(m)
	if !ok && !m.nested {
		a, ok = r.afterTold(m)
		continued = ok
	}
	return a, continued, ok
}

// keep lists the quotation.
func (r *reader) keep(m *mark, a attribution, continued bool) {
	r.found = append(r.found, Quote{Span: m.Span, Parts: m.parts, Speaker: a.Span, Name: a.name, Pronoun: a.stands, Cue: a.cue, Continued: continued})
}

// joint is the token behind the mark and the comma or dash that may follow it; not ok when what follows can't tell its speaker.
func (r *reader) joint(m *mark) (int, bool) {
	t := m.close + 1
	comma := r.is(m.scope, t, ',')
	if comma {
		t++
	}
	dash := r.isDash(m.scope, t)
	if dash {
		t++
	}
	end := r.lastInside(m)
	return t, comma || dash || r.is(m.scope, end, ',', '—', '–', '-', '…') || r.isStop(m.scope, end) && !r.is(m.scope, end, '.')
}

// lastInside is the last token inside the mark that closes no other mark.
func (r *reader) lastInside(m *mark) int {
	t := m.close - 1
	for t > m.open+1 && isCloser(r.doc.Form(t)) {
		t--
	}
	return t
}

// after reads '"…," said Smith', '"…," according to Smith', '"…," Smith said' and '"…" — Smith'.
func (r *reader) after(m *mark) (attribution, bool) {
	t, ok := r.joint(m)
	if r.isWord(m.scope, m.open-1) && r.class(m.scope, m.open-1)&clause == 0 && r.wordsIn(m.open, m.close) < minWithin {
		return attribution{}, false // a word or two that the sentence picks out
	}
	if !ok {
		if r.isDash(m.scope, m.close+1) {
			return r.signed(m, m.close+2)
		}
		return attribution{}, false
	}
	if a, ok := r.told(m.scope, t); ok {
		return a, true
	}
	if r.isDash(m.scope, t-1) {
		return r.signed(m, t)
	}
	return attribution{}, false
}

// told reads what tells a speaker from token t on.
func (r *reader) told(in scope, t int) (attribution, bool) {
	if a, ok := r.inverted(in, t); ok {
		return a, true
	}
	c, isCue := r.cueAt(in, r.overAux(in, t))
	switch {
	case isCue && c.kind&say != 0 && (c.first == t || r.class(in, t)&(aux|filler) != 0):
		if s, ok := r.speakerAt(in, c.next); ok && !r.is(in, s.next, ':') {
			return r.by(s, c, s.next), true
		}
		if r.words.rules[ruleDrop] && r.ends(in, c.next) {
			return r.by(subject{name: -1, pronoun: one, next: c.next}, c, c.next), true
		}
	case isCue && c.kind&source != 0 && c.first == t:
		if s, ok := r.speakerAt(in, c.next); ok {
			return r.by(s, c, s.next), true
		}
	}
	if a, ok := r.parted(in, t); ok {
		return a, true
	}
	s, ok := r.speakerAt(in, t)
	if !ok {
		return attribution{}, false
	}
	for _, next := range [...]int{s.next, s.far, r.afterAside(in, s)} {
		if c, ok := r.cueFrom(in, next); ok && !r.is(in, c.next, ':') {
			return r.by(s, c, c.next), true
		}
	}
	return attribution{}, false
}

// by makes an attribution of its parts.
func (r *reader) by(s subject, c cue, end int) attribution {
	return attribution{subject: s, cue: c.Span, end: end, adds: c.kind&add != 0}
}

// inverted reads a verb with its pronoun behind a hyphen: "dit-il", "a-t-il ajouté".
func (r *reader) inverted(in scope, t int) (attribution, bool) {
	if !r.isWord(in, t) {
		return attribution{}, false
	}
	parts := r.doc.PartsOf(t)
	if len(parts) < 2 {
		return attribution{}, false
	}
	word := func(s text.Span) class { return r.words.class[lang.Fold(s.Of(r.doc.Text))] }
	verb, who := word(parts[0]), parts[len(parts)-1]
	s := subject{Span: who, name: -1, pronoun: word(who) & pronoun, next: t + 1}
	switch {
	case s.pronoun == 0:
	case verb&say != 0:
		return attribution{subject: s, cue: parts[0], end: t + 1, adds: verb&add != 0}, true
	case verb&aux != 0:
		if c, ok := r.cueFrom(in, t+1); ok {
			return r.by(s, c, c.next), true
		}
	}
	return attribution{}, false
}

// parted reads a cue of two words with the speaker between them: "legger hun til".
func (r *reader) parted(in scope, t int) (attribution, bool) {
	if !r.isWord(in, t) {
		return attribution{}, false
	}
	for _, run := range r.runsAt(t) {
		if run.class&say == 0 || len(run.rest) != 1 {
			continue
		}
		if s, ok := r.subjectAt(in, t+1); ok && r.isWord(in, s.next) && lang.Fold(r.doc.Form(s.next)) == run.rest[0] {
			return attribution{subject: s, cue: r.doc.Tokens[t].Span, end: s.next + 1, adds: run.class&add != 0}, true
		}
	}
	return attribution{}, false
}

// signed reads the name of a speaker that alone stands behind a dash.
func (r *reader) signed(m *mark, t int) (attribution, bool) {
	s, ok := r.subjectAt(m.scope, t)
	if !ok || s.name < 0 || s.next != m.scope.last && !r.is(m.scope, s.next, ',') {
		return attribution{}, false
	}
	return attribution{subject: s, end: s.next}, true
}

// cueFrom is the cue at token t or behind the words that may stand before it.
func (r *reader) cueFrom(in scope, t int) (cue, bool) {
	c, ok := r.cueAt(in, r.overAux(in, t))
	return c, ok && c.kind&(say|tell) != 0
}

// afterAside is the token behind the last comma or bracket of what stands between the subject and its verb; its own end when there is none.
func (r *reader) afterAside(in scope, s subject) int {
	if s.name < 0 && r.class(in, r.tokenAt(s.Start))&det == 0 || !r.is(in, s.next, ',', '(') {
		return s.next
	}
	for t := s.next + 1; t <= s.next+maxAside && t < in.last && !r.isStop(in, t) && !r.is(in, t, '"', '“', ':', ';'); t++ {
		if r.is(in, t, ',', ')') {
			return t + 1
		}
	}
	return s.next
}

// maxTold is how many tokens stand between the cue and a quotation: "told reporters in Kabul on Monday:".
const maxTold = 9

// before reads 'Smith said: "…"', 'Smith said, "…"', 'Smith told reporters: "…"' and, in a headline, 'Smith: "…"'.
func (r *reader) before(m *mark) (attribution, bool) {
	t, reach := m.open-1, 0
	switch {
	case r.is(m.scope, t, ':'):
		t, reach = t-1, maxTold
		if a, ok := r.labelled(m, t); ok {
			return a, true
		}
	case r.is(m.scope, t, ','):
		t--
		if a, ok := r.sourced(m.scope, t+1); ok {
			return a, true
		}
	default:
		return attribution{}, false
	}
	c, ok := r.cueBefore(m.scope, t, reach)
	if !ok {
		return attribution{}, false
	}
	return r.subjectOf(m.scope, c, t+1)
}

// subjectOf finds the subject of a cue before it, behind it up to token end, or at the start of its sentence.
func (r *reader) subjectOf(in scope, c cue, end int) (attribution, bool) {
	at := r.beforeAux(in, c.first)
	if s, ok := r.subjectBefore(in, at); ok {
		return r.by(s, c, 0), true
	}
	if c.kind&say != 0 {
		if s, ok := r.speakerAt(in, c.next); ok && (s.next == end || s.far == end) {
			return r.by(s, c, 0), true
		}
	}
	if c.kind&saying != 0 || r.class(in, at-1)&and != 0 {
		if s, ok := r.sentenceSubject(in, at); ok {
			return r.by(s, c, 0), true
		}
	}
	return attribution{}, false
}

// labelled reads the name that alone stands from the start of the sentence to the colon behind token t.
func (r *reader) labelled(m *mark, t int) (attribution, bool) {
	if t < m.first {
		return attribution{}, false
	}
	s, ok := r.subjectAt(m.scope, r.sentence(m.scope, t).first)
	if !ok || s.name < 0 || s.next != t+1 {
		return attribution{}, false
	}
	return attribution{subject: s}, true
}

// sourced reads "according to Smith" where it ends right before the comma at token t.
func (r *reader) sourced(in scope, t int) (attribution, bool) {
	for u := t - 1; u >= in.first && u > t-maxSubject; u-- {
		if c, ok := r.cueAt(in, u); ok && c.kind&source != 0 {
			s, ok := r.speakerAt(in, c.next)
			return r.by(s, c, 0), ok && (s.next == t || s.far == t)
		}
	}
	return attribution{}, false
}

// cueBefore is the cue that ends with token t, or up to reach tokens before it when only words stand between; one that needs a listener has at least that many between.
func (r *reader) cueBefore(in scope, t, reach int) (cue, bool) {
	for u := t; u >= in.first && r.isWord(in, u) && t-u <= maxTold; u-- {
		c, ok := r.cueAt(in, u)
		switch k := r.class(in, u); {
		case ok && c.kind&tell != 0 && u < t:
			return c, true
		case ok && c.kind&say != 0 && t+1-c.next <= reach:
			return c, true
		case k&(verb|aux) != 0 && k&filler == 0:
			return cue{}, false
		}
	}
	return cue{}, false
}

// maxBetween is how many tokens stand between the cue of a quotation and its second part.
const maxBetween = 24

// goesOn reads what follows the speaker of the quotation before: '"…," said Smith, "…"' and '"…," said Smith. "…."'; and what follows a quotation at once.
func (r *reader) goesOn(before, m *mark, a attribution) (attribution, bool) {
	if a.Empty() && !a.stands || before.scope.last <= m.open || !r.isWhole(m) {
		return a, false
	}
	from := a.end
	if next := before.close + 1; next == m.open || next == m.open-1 && r.isStop(m.scope, next) {
		a.cue, a.end = text.Span{}, m.close+1
		return a, true
	}
	if from == 0 || m.open-from > maxBetween {
		return a, false
	}
	for t := from; t < m.open-1; t++ {
		if r.isStop(m.scope, t) || r.is(m.scope, t, ';', ':') {
			return a, false
		}
	}
	a.end = m.close + 1
	switch {
	case r.is(m.scope, m.open-1, ','):
		return a, true
	case r.is(m.scope, m.open-1, '.'):
		a.cue = text.Span{}
		return a, true
	}
	return a, false
}

// isWhole says whether what stands in the mark ends as a sentence or a clause does.
func (r *reader) isWhole(m *mark) bool {
	end := r.lastInside(m)
	return r.isStop(m.scope, end) || r.is(m.scope, end, ',', '—') || r.isStop(m.scope, m.close+1) || r.is(m.scope, m.close+1, ',')
}
