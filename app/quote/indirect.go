package quote

import (
	"sort"

	"gloss/app/text"
)

// maxReach is how many words stand between a cue and "that": "said on Monday in Kabul that".
const maxReach = 8

// indirect lists what sentence i tells without marks that somebody said.
func (r *reader) indirect(i int) {
	s := r.doc.Sentences[i]
	in := scope{s.First, s.Last}
	if in.last-in.first < 3 || r.quoted(r.doc.Tokens[in.first].Span) || r.doc.Form(in.last - 1)[0] == '?' || r.hasStray(in) {
		return
	}
	a, from, to, ok := r.toldFirst(in)
	if !ok {
		a, from, to, ok = r.toldBehind(in)
	}
	if !ok {
		a, from, to, ok = r.toldAfter(in)
	}
	if !ok || to <= from || r.wordsIn(from, to) < 2 || r.markAt(r.doc.Tokens[from].Start) >= 0 {
		return
	}
	span := r.span(from, to)
	a = r.settle(&mark{Span: span}, a)
	r.found = append(r.found, Quote{Span: span, Parts: []text.Span{span}, Speaker: a.Span, Name: a.name, Pronoun: a.stands, Cue: a.cue, Indirect: true})
	r.tell(span, a)
	r.toldIn, r.toldBy, r.toldAt = i, a, span
}

// hasStray says whether a mark stands in the scope that nothing closes or opens, so that nobody knows what is said there.
func (r *reader) hasStray(in scope) bool {
	i := sort.SearchInts(r.stray, in.first)
	return i < len(r.stray) && r.stray[i] < in.last
}

// toldFirst reads "According to Smith, …" and, where the cue stands behind the speaker, "Kovács szerint …".
func (r *reader) toldFirst(in scope) (a attribution, from, to int, ok bool) {
	t := in.first
	for r.passes(in, t) || r.class(in, t)&clause != 0 {
		t++
	}
	if c, isCue := r.cueAt(in, t); isCue && c.kind&source != 0 {
		s, ok := r.sourceOf(in, c)
		if !ok {
			return a, 0, 0, false
		}
		from = s.next
		if !r.is(in, from, ',') && !r.words.rules[ruleVerbNext] {
			from = s.far
		}
		if r.is(in, from, ',') {
			from++
		} else if !r.words.rules[ruleVerbNext] {
			return a, 0, 0, false
		}
		to = r.contentEnd(in, from)
		return r.by(s, c, 0), from, to, !r.is(in, to, ':')
	}
	for u := t; u < in.last && u < t+maxSubject; u++ {
		if c, isCue := r.cueAt(in, u); isCue && c.kind&behind != 0 {
			s, ok := r.clauseSubject(in, c.first)
			return r.by(s, c, 0), c.next, r.contentEnd(in, c.next), ok
		}
	}
	return a, 0, 0, false
}

// sourceOf is who stands behind "according to", or, as a possessive, within what means that: "по её словам".
func (r *reader) sourceOf(in scope, c cue) (subject, bool) {
	if k := c.kind & pronoun; k != 0 {
		return subject{Span: c.Span, name: -1, pronoun: k, next: c.next, far: c.next}, true
	}
	return r.speakerAt(in, c.next)
}

// toldAfter reads "Smith said that …" and "Smith said …".
func (r *reader) toldAfter(in scope) (a attribution, from, to int, ok bool) {
	for t := in.first; t < in.last; t++ {
		if i := r.markAt(r.doc.Tokens[t].Start); i >= 0 {
			t = min(r.marks[i].close, in.last)
			continue
		}
		c, isCue := r.cueAt(in, t)
		if !isCue || c.kind&(say|tell) == 0 {
			continue
		}
		if from, ok = r.content(in, c); !ok {
			continue
		}
		if a, ok = r.subjectOf(in, c, -1); ok {
			return a, from, r.contentEnd(in, from), true
		}
	}
	return a, 0, 0, false
}

// content is the token where what the cue tells begins; not ok when it tells nothing.
func (r *reader) content(in scope, c cue) (int, bool) {
	for t := c.next; t < in.last && t < c.next+maxReach; t++ {
		if r.class(in, t)&that != 0 && (t > c.next || c.kind&say != 0) {
			return t + 1, true
		}
		if r.is(in, t, ',') && r.class(in, t+1)&that != 0 {
			return t + 2, true
		}
		if !r.isWord(in, t) && r.doc.Tokens[t].Kind != text.Number || r.class(in, t)&verb != 0 {
			break
		}
		if t == c.next && c.kind&tell == 0 && r.class(in, t)&of == 0 && !r.passes(in, t) {
			break
		}
	}
	k := r.class(in, c.next)
	switch {
	case c.kind&say == 0 || k&(nothing|that|of|aux) != 0 || !r.isWord(in, c.next) && (c.next >= in.last || r.doc.Tokens[c.next].Kind != text.Number):
		return 0, false
	case c.kind&bare == 0 && (k&(he|she|one|other) == 0 || len(r.words.lang.Code) == 0):
		return 0, false
	}
	return c.next, r.hasVerb(in, c.next+1)
}

// hasVerb says whether a verb stands at token t or a clause's length behind it, so that a clause begins there.
func (r *reader) hasVerb(in scope, t int) bool {
	for end := min(in.last, t+maxClause); t < end; t++ {
		if r.class(in, t)&(verb|aux|past) != 0 {
			return true
		}
	}
	return false
}

// contentEnd is the token behind what is told from token from on: the end of the sentence, or where another cue or what stands in marks by itself begins.
func (r *reader) contentEnd(in scope, from int) int {
	for t := from; t < in.last; t++ {
		if i := r.markAt(r.doc.Tokens[t].Start); i >= 0 {
			if t = r.marks[i].close; t >= in.last {
				return r.marks[i].open
			}
			continue
		}
		if r.is(in, t, ';', ':') {
			return t
		}
		if r.is(in, t, ',') && t+1 < in.last {
			if i := r.markAt(r.doc.Tokens[t+1].Start); i >= 0 {
				return t
			}
		}
		if r.is(in, t, ',') || r.class(in, t)&and != 0 {
			if c, ok := r.cueAt(in, r.overAux(in, t+1)); ok && c.kind&(say|tell|saying) != 0 && t > from {
				if r.class(in, t-1)&and == 0 && !r.is(in, t-1, ',') {
					return t
				}
				return t - 1
			}
		}
	}
	end := in.last
	for end > from && (r.isStop(in, end-1) || r.is(in, end-1, ',')) {
		end--
	}
	return end
}

// toldBehind reads "…, Smith said.", "…, said Smith on Monday." and "…, according to Smith."
func (r *reader) toldBehind(in scope) (a attribution, from, to int, ok bool) {
	commas := 0
	for t := in.last - 1; t > in.first && commas < 3; t-- {
		if !r.is(in, t, ',') || r.markAt(r.doc.Tokens[t].Start) >= 0 {
			continue
		}
		commas++
		if a, ok := r.told(in, t+1); ok && r.isTeller(a, in) && r.closesSentence(in, a.end) && r.wordsIn(in.first, t) > 1 {
			return a, in.first, t, true
		}
	}
	return a, 0, 0, false
}

// isTeller says whether the words of a tell who said what stands before them, and not what somebody did: "…, has announced a deal".
func (r *reader) isTeller(a attribution, in scope) bool {
	k := r.class(in, r.tokenAt(a.cue.Start))
	return a.name >= 0 || a.pronoun != 0 || a.Start < a.cue.Start || k&say == 0 || k&bare != 0
}

// closesSentence says whether nothing but when, where and to whom, or who the speaker is, stands from token t on.
func (r *reader) closesSentence(in scope, t int) bool {
	if in.last-t > maxAside || r.isWord(in, t) && !r.passes(in, t) && r.class(in, t)&of == 0 {
		return false
	}
	for ; t < in.last; t++ {
		if r.is(in, t, ',') && r.class(in, t+1)&who != 0 {
			return true
		}
		if r.class(in, t)&(verb|aux) != 0 && r.class(in, t)&filler == 0 || r.markAt(r.doc.Tokens[t].Start) >= 0 {
			return false
		}
	}
	return true
}
