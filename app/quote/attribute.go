package quote

import "gloss/app/text"

// attribution says who spoke a quotation.
type attribution struct {
	subject
	cue text.Span
	end int // the token behind it, when it stands behind the quotation; else 0
}

// attribute finds the speaker of quotation i: behind it, before it, or, where it goes on
// with what was quoted just before, that one's.
func (r *reader) attribute(i int) (Quote, bool) {
	m := r.marks[i]
	a, ok := r.after(m)
	if !ok {
		a, ok = r.before(m)
	}
	continued := false
	if !ok && i > 0 {
		a, ok = r.goesOn(r.marks[i-1], m)
		continued = ok
	}
	r.prev = attribution{}
	if !ok {
		return Quote{}, false
	}
	r.prev = a
	q := Quote{Span: text.Span{Start: r.doc.Tokens[m.open].Start, End: r.doc.Tokens[m.close].End}, Name: a.name, Speaker: a.Span, Cue: a.cue, Pronoun: a.stands, Continued: continued}
	q.Parts = []text.Span{q.Span}
	return q, true
}

// settle says who a pronoun stands for; nobody when that is not certain.
func (r *reader) settle(m mark, a attribution) attribution {
	if a.pronoun == 0 {
		return a
	}
	a.stands = true
	if a.pronoun&one != 0 {
		a.name = r.only(m.open)
	}
	a.pronoun = 0
	return a
}

// after reads '"…," said Smith', '"…," according to Smith' and '"…," Smith said'.
func (r *reader) after(m mark) (attribution, bool) {
	t := m.close + 1
	if r.is(m, t, ',') {
		t++
	} else if !r.is(m, m.close-1, ',', '?', '!', '—', '–', '-', '…') {
		return attribution{}, false
	}
	switch k := r.class(m, t); {
	case k&say != 0:
		if s, ok := r.subjectAt(m, t+1); ok && !r.is(m, s.next, ':') && !r.joined(m, s.next) {
			return r.settle(m, attribution{s, r.doc.Tokens[t].Span, s.next}), true
		}
	case k&according != 0 && r.class(m, t+1)&to != 0:
		if s, ok := r.subjectAt(m, t+2); ok {
			cue := text.Span{Start: r.doc.Tokens[t].Start, End: r.doc.Tokens[t+1].End}
			return r.settle(m, attribution{s, cue, s.next}), true
		}
	default:
		s, ok := r.subjectAt(m, t)
		if !ok {
			return attribution{}, false
		}
		for _, next := range [...]int{s.next, s.far, r.afterAside(m, s)} {
			if cue := r.cueFrom(m, next); cue >= 0 && !r.is(m, cue+1, ':') {
				return r.settle(m, attribution{s, r.doc.Tokens[cue].Span, cue + 1}), true
			}
		}
	}
	return attribution{}, false
}

// joined says whether another speaker follows at token t: "said Smith and Jones".
func (r *reader) joined(m mark, t int) bool {
	if r.class(m, t)&and == 0 {
		return false
	}
	_, ok := r.subjectAt(m, t+1)
	return ok
}

// cueFrom is the cue at token t or behind the words that may stand before it; -1 when there is none.
func (r *reader) cueFrom(m mark, t int) int {
	for r.passes(m, t) || r.class(m, t)&aux != 0 {
		t++
	}
	if r.class(m, t)&(say|tell) != 0 {
		return t
	}
	return -1
}

// maxAside is how many tokens stand between two commas behind a name: "Smith, who lives here, said".
const maxAside = 15

// afterAside is the token behind the second of two commas that follow the subject; its own end when there are none.
func (r *reader) afterAside(m mark, s subject) int {
	if s.name < 0 || !r.is(m, s.next, ',') {
		return s.next
	}
	for t := s.next + 1; t <= s.next+maxAside && t < m.last && !r.is(m, t, '.', '"', '“', ':', ';'); t++ {
		if r.is(m, t, ',') {
			return t + 1
		}
	}
	return s.next
}

// maxTold is how many tokens stand between the cue and a quotation: "told reporters in Kabul on Monday:".
const maxTold = 9

// minDirect is how many tokens a quotation must have to be taken right behind a cue, without comma or colon.
const minDirect = 5

// before reads 'Smith said: "…"', 'Smith said, "…"' and 'Smith told reporters: "…"'.
func (r *reader) before(m mark) (attribution, bool) {
	t, reach := m.open-1, 0
	switch {
	case r.is(m, t, ':'):
		t, reach = t-1, maxTold
	case r.is(m, t, ','):
		t--
	case m.close-m.open <= minDirect:
		return attribution{}, false
	}
	cue := r.cueBefore(m, t, reach)
	if cue < 0 {
		return attribution{}, false
	}
	end := cue // of the subject
	for r.passes(m, end-1) || r.class(m, end-1)&aux != 0 {
		end--
	}
	if s, ok := r.subjectBefore(m, end); ok {
		return r.settle(m, attribution{s, r.doc.Tokens[cue].Span, 0}), true
	}
	return attribution{}, false
}

// cueBefore is the cue at token t, or up to reach tokens before it when only words stand between; one that needs a listener has at least that many between.
func (r *reader) cueBefore(m mark, t, reach int) int {
	for u := t; u >= m.first && r.isWord(m, u); u-- {
		switch k := r.class(m, u); {
		case k&tell != 0 && u < t && t-u <= maxTold:
			return u
		case k&say != 0 && t-u <= reach:
			return u
		case k&(verb|aux) != 0 || t-u > maxTold:
			return -1
		}
	}
	return -1
}

// maxClause is how many tokens of a clause are looked at for its subject.
const maxClause = 24

// subjectBefore is the subject of the clause that ends before token end: the whole clause
// must be the subject, so that nobody else can be meant.
func (r *reader) subjectBefore(m mark, end int) (subject, bool) {
	aside := r.is(m, end-1, ',')
	if aside {
		start := end - 2
		for start > m.first && start > end-maxAside && !r.is(m, start, ',', '.', '"', '”', ':', ';') {
			start--
		}
		if !r.is(m, start, ',') {
			return subject{}, false
		}
		end = start
	}
	start := end
	for start > m.first && start > end-maxClause && r.isClauseWord(m, start-1) {
		start--
	}
	for start < end && r.passes(m, start) {
		start++
	}
	if r.class(m, start-1)&and != 0 && r.isWord(m, start-2) && r.endsName(start-2) {
		return subject{}, false // "Smith and Jones said"
	}
	s, ok := r.subjectAt(m, start)
	return s, ok && (s.next == end || s.far == end) && (!aside || s.name >= 0)
}

// isClauseWord says whether token t does not begin a clause.
func (r *reader) isClauseWord(m mark, t int) bool {
	return r.isWord(m, t) && r.class(m, t)&clause == 0 || t > m.first && r.doc.Tokens[t].Kind == text.Clitic
}

// endsName says whether a name ends with token t.
func (r *reader) endsName(t int) bool {
	end := r.doc.Tokens[t].End
	for from := t; from >= 0 && from > t-maxSubject; from-- {
		if name, next := r.nameAt(from); name >= 0 {
			return next == t+1 || r.names[name].End >= end
		}
	}
	return false
}

// goesOn reads what follows the speaker of the quotation before: '"…," said Smith, "…"' and '"…," said Smith. "…."'.
func (r *reader) goesOn(before, m mark) (attribution, bool) {
	a := r.prev
	if a.end == 0 || a.Empty() || before.last <= m.open || m.open-a.end > maxAside {
		return a, false
	}
	for t := a.end; t < m.open-1; t++ {
		if r.is(m, t, '.', '!', '?', ';', ':') {
			return a, false
		}
	}
	whole := r.is(m, m.close-1, '.', '!', '?', ',', '…', '—')
	a.end = m.close + 1
	switch {
	case r.is(m, m.open-1, ','):
		return a, whole
	case r.is(m, m.open-1, '.'):
		a.cue, a.end = text.Span{}, 0
		return a, whole
	}
	return a, false
}
