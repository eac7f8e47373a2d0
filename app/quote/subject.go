package quote

import "gloss/app/text"

// subject is who a cue says has spoken.
type subject struct {
	text.Span
	name    int // -1 when it is none of the names
	pronoun class
	stands  bool // it is a pronoun, and settled
	next    int  // the token behind it
	far     int  // the token behind what follows it: "Smith [of Labour]"
}

// maxSubject is how many words a subject has at most.
const maxSubject = 12

// subjectAt reads a noun phrase that begins at token t: a pronoun, a name with its titles,
// or a determiner and what follows it. Not ok when there is none.
func (r *reader) subjectAt(m mark, t int) (subject, bool) {
	if k := r.class(m, t); k&(one|other) != 0 && k&det == 0 {
		return subject{Span: r.doc.Tokens[t].Span, name: -1, pronoun: k, next: t + 1, far: t + 1}, true
	}
	s := subject{name: -1}
	end := t
	if r.class(m, t)&det != 0 {
		end++
	}
	empty := end
	for end < min(t+maxSubject, m.last) && r.isWord(m, end) {
		if name, next := r.nameAt(end); name >= 0 && next <= m.last {
			if s.name, end = name, next; r.owns(next) {
				s.name = -1
				end++
			}
			continue
		}
		if !r.inPhrase(m, t, end) {
			break
		}
		s.name = -1
		if end++; r.owns(end) {
			end++
		}
	}
	if end == empty {
		return subject{}, false
	}
	s.next, s.far = end, r.behind(m, end)
	s.Span = text.Span{Start: r.doc.Tokens[t].Start, End: r.doc.Tokens[end-1].End}
	if s.name >= 0 {
		s.Span = r.names[s.name].Span
	} else if s.far > end {
		s.End = r.doc.Tokens[s.far-1].End
	}
	return s, true
}

// inPhrase says whether the word at token t may go on a noun phrase that began at from.
func (r *reader) inPhrase(m mark, from, t int) bool {
	k := r.class(m, t)
	if k&of != 0 { // "Secretary of State"
		return t > from && r.upper(t-1) && r.isWord(m, t+1) && r.upper(t+1) && r.leadsToName(m, t+1)
	}
	if r.upper(t) && k&(filler|clause|aux|one|other|det) == 0 {
		return true
	}
	if k != 0 || r.passes(m, t) {
		return false
	}
	return !r.words.lang.IsStop(r.doc.Form(t))
}

// leadsToName says whether a title that goes on at token t ends in a name: "[State] Antony Blinken".
func (r *reader) leadsToName(m mark, t int) bool {
	for end := t + 4; t < end && r.isWord(m, t) && r.upper(t); t++ {
		if name, _ := r.nameAt(t); name >= 0 {
			return r.names[name].Person
		}
	}
	return false
}

// maxBehind is how many prepositions may follow a speaker.
const maxBehind = 2

// behind is the end of the prepositional phrases that begin at token t: "of Labour", "for the ministry in Kabul".
func (r *reader) behind(m mark, t int) int {
	for range maxBehind {
		if r.class(m, t)&of == 0 {
			break
		}
		end := t + 1
		if r.class(m, end)&det != 0 {
			end++
		}
		start := end
		for end < start+maxSubject && r.isWord(m, end) && r.inPhrase(m, start, end) {
			if end++; r.owns(end) {
				end++
			}
		}
		if end == start {
			break
		}
		t = end
	}
	return t
}
