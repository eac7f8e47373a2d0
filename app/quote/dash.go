package quote

import "sort"

// findDashes finds the speech of paragraphs that begin with a dash: "— …, — сказал Иванов. — …", "—… —dijo García—. …", "– …, säger Svensson. …".
func (r *reader) findDashes() {
	if r.words.rules[ruleDash] {
		for _, p := range r.doc.Paragraphs {
			if p.First == p.Last || !r.doc.Reads(p.First) {
				continue
			}
			in := scope{r.doc.Sentences[p.First].First, r.doc.Sentences[p.Last-1].Last}
			if r.isDash(in, in.first) && in.last-in.first > 2 {
				r.dialogue(in)
			}
		}
	}
	sort.SliceStable(r.marks, func(a, b int) bool { return r.marks[a].open < r.marks[b].open })
	r.nest()
}

// dialogue keeps the parts of a paragraph that are spoken, with what tells their speaker.
func (r *reader) dialogue(in scope) {
	from, known := in.first+1, false
	for from < in.last {
		a, to, ok := r.speechEnd(in, from)
		if !ok {
			if known {
				r.speech(in, from, r.unspoken(in, from), &attribution{}, true)
			} else if r.firstPerson(in) {
				r.speech(in, from, in.last, &attribution{subject: subject{name: -1}}, false)
			}
			return
		}
		r.speech(in, from, to, &a, false)
		known = true
		if from = r.resumes(in, a.end); from < 0 {
			return
		}
	}
}

// speech keeps the tokens [from, to) as a mark.
func (r *reader) speech(in scope, from, to int, a *attribution, continued bool) {
	if to <= from {
		return
	}
	m := mark{scope: in, open: from - 1, close: to, Span: r.span(from, to), speaker: a, continued: continued}
	m.parts = append(m.parts, m.Span)
	r.marks = append(r.marks, m)
}

// speechEnd is the token behind the speech that begins at token from, and what tells its speaker behind it.
func (r *reader) speechEnd(in scope, from int) (attribution, int, bool) {
	for t := from + 1; t < in.last; t++ {
		dash := r.isDash(in, t)
		if !dash && !r.is(in, t, ',') && !r.isStop(in, t) {
			continue
		}
		if a, ok := r.told(in, t+1); ok && (dash || !r.is(in, t, '.')) {
			if dash {
				return a, t, true
			}
			return a, t + 1, true
		}
	}
	return attribution{}, 0, false
}

// resumes is the token where speech goes on behind what tells the speaker, which ends before token t; -1 when it doesn't.
func (r *reader) resumes(in scope, t int) int {
	for ; t < in.last; t++ {
		if r.isDash(in, t) {
			for t++; r.is(in, t, '.', ',', ';', ':'); t++ {
			}
			return t
		}
		if r.isStop(in, t) && !r.isDash(in, t+1) {
			if r.words.rules[ruleResume] {
				return t + 1
			}
			return -1
		}
	}
	return -1
}

// unspoken is where what follows the speaker of a dialogue is no speech any more: the sentence that tells who says something.
func (r *reader) unspoken(in scope, from int) int {
	for t := from; t < in.last; t++ {
		if c, ok := r.cueAt(in, t); ok && c.kind&(say|tell|source) != 0 {
			return max(from, r.sentence(in, t).first)
		}
	}
	return in.last
}

// firstPerson says whether a paragraph that begins with a dash has the form of speech: whole sentences, of somebody who speaks of himself. Lists have dashes too.
func (r *reader) firstPerson(in scope) bool {
	if !r.isStop(in, in.last-1) || r.wordsIn(in.first, in.last) < minOuter {
		return false
	}
	for t := in.first; t < in.last; t++ {
		if r.class(in, t)&me != 0 {
			return true
		}
	}
	return false
}
