package quote

import "gloss/app/text"

// subject is who a cue says has spoken.
type subject struct {
	text.Span       // as written
	name      int   // -1 when it is none of the names
	deep      bool  // the name stands behind a preposition: it may be of what the head is of
	pronoun   class // 0 when it is none
	next      int   // the token behind it
	far       int   // the token behind what follows it: "Smith [of Labour]"
}

// maxSubject is how many words a subject has at most.
const maxSubject = 12

// subjectAt reads a noun phrase that begins at token t: a pronoun, a name with its titles,
// or a determiner and what follows it. Not ok when there is none.
func (r *reader) subjectAt(in scope, t int) (subject, bool) {
	if k := r.class(in, t); k&pronoun != 0 && (k&det == 0 || !r.isWord(in, t+1)) {
		return subject{Span: r.doc.Tokens[t].Span, name: -1, pronoun: k & pronoun, next: t + 1, far: t + 1}, true
	}
	s := subject{name: -1}
	end, phrase := t, false           // phrase: within a preposition's
	if r.class(in, end)&inside != 0 { // "сообщили [в министерстве]"
		end++
	}
	for r.class(in, end)&det != 0 && end < t+2 {
		end++
	}
	empty := end
	for end < min(t+maxSubject, in.last) && r.isWord(in, end) {
		if name, next := r.nameAt(end); name >= 0 && next <= in.last {
			s.name, end, s.deep = name, next, phrase
			if r.owns(next) {
				s.name = -1
				end++
			}
			continue
		}
		if s.name >= 0 && !s.deep && !r.afterName(in, end) || !r.inPhrase(in, t, end) {
			break
		}
		if r.class(in, end)&office == 0 {
			s.name = -1
		}
		phrase = phrase || r.class(in, end)&of != 0
		if end++; r.owns(end) {
			end++
		}
	}
	if end == empty {
		k := r.class(in, t) & pronoun
		if k == 0 {
			return subject{}, false
		}
		return subject{Span: r.doc.Tokens[t].Span, name: -1, pronoun: k, next: t + 1, far: t + 1}, true // "some [say]"
	}
	s.next, s.far = end, r.behind(in, end)
	s.Span = r.span(t, end)
	if s.name >= 0 {
		s.Span = r.names[s.name].Span
	} else if s.far > end && r.addsTo(in, end) {
		s.End = r.doc.Tokens[s.far-1].End
	}
	return s, true
}

// addsTo says whether the preposition at token t goes on what the speaker is called: "a spokesman [for the ministry]", but not "Ingrid Haugland [on the phone]".
func (r *reader) addsTo(in scope, t int) bool {
	if !r.upper(t-1) || r.words.rules[ruleCompound] {
		return true
	}
	t++
	for r.class(in, t)&det != 0 {
		t++
	}
	return r.isWord(in, t) && r.upper(t)
}

// afterName says whether the word at token t may go on a noun phrase behind a name: "Trump [supporters]", "Orbán Viktor [miniszterelnök]", or,
// where what looks like a name is none, "Première [ministre] Élisabeth Borne".
func (r *reader) afterName(in scope, t int) bool {
	if r.words.rules[ruleCompound] || r.class(in, t)&office != 0 || r.upper(t) {
		return true
	}
	if t+1 >= in.last || r.class(in, t)&^(adverb|past|runs) != 0 {
		return false
	}
	name, _ := r.nameAt(t + 1)
	return name >= 0 && r.names[name].Person
}

// inPhrase says whether the word at token t may go on a noun phrase that began at from.
func (r *reader) inPhrase(in scope, from, t int) bool {
	k := r.class(in, t) &^ (adverb | past | runs)
	if k&of != 0 { // "Secretary of State", "le ministre de la Défense Paul Dupont"
		return t > from && r.isWord(in, t+1) && r.leadsToName(in, t+1) && (r.upper(t-1) && r.upper(t+1) || !r.words.rules[ruleCompound])
	}
	if k&det != 0 && t > from {
		return r.class(in, t-1)&of != 0
	}
	if r.upper(t) && k&(filler|clause|aux|pronoun|det) == 0 {
		return true
	}
	const cues = say | bare | tell | call | saying | add
	if k&cues != 0 && k&^(cues|office) == 0 && t > from && r.isArticle(in, t-1) {
		return true // "the report", "a warning"
	}
	if k&^office != 0 || r.passes(in, t) {
		return false
	}
	return !r.words.lang.IsStop(r.doc.Form(t))
}

// leadsToName says whether a title that goes on at token t ends in a person's name: "[State] Antony Blinken".
func (r *reader) leadsToName(in scope, t int) bool {
	for end := t + 5; t < end && r.isWord(in, t) && (r.upper(t) || r.class(in, t)&det != 0 || !r.words.rules[ruleCompound]); t++ {
		if name, _ := r.nameAt(t); name >= 0 {
			return r.names[name].Person
		}
	}
	return false
}

// maxBehind is how many prepositions may follow a speaker.
const maxBehind = 2

// behind is the end of the prepositional phrases that begin at token t: "of Labour", "for the ministry in Kabul".
func (r *reader) behind(in scope, t int) int {
	for range maxBehind {
		if r.class(in, t)&of == 0 {
			break
		}
		end := t + 1
		for r.class(in, end)&det != 0 && end < t+3 {
			end++
		}
		start := end
		for end < start+maxSubject && r.isWord(in, end) && r.inPhrase(in, start, end) {
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

// speakerAt is subjectAt for one who may stand behind a cue: with a second one ("Smith and Jones"), or with the name behind an office ("the minister, John Smith").
func (r *reader) speakerAt(in scope, t int) (subject, bool) {
	s, ok := r.subjectAt(in, t)
	if !ok || s.pronoun != 0 {
		return s, ok
	}
	for _, next := range [...]int{s.next, s.far} {
		if s.name >= 0 && !s.deep || !r.is(in, next, ',') {
			continue
		}
		if b, ok := r.subjectAt(in, next+1); ok && b.name >= 0 && r.names[b.name].Person && r.ends(in, b.next) {
			return b, true
		}
	}
	if r.class(in, s.next)&and != 0 {
		if b, ok := r.subjectAt(in, s.next+1); ok && b.pronoun == 0 && (s.name >= 0 && b.name >= 0 || r.ends(in, b.next)) {
			return subject{Span: text.Span{Start: s.Start, End: b.End}, name: -1, next: b.next, far: b.far}, true
		}
	}
	return s, true
}

// ends says whether a clause ends before token t.
func (r *reader) ends(in scope, t int) bool {
	return t >= in.last || r.isStop(in, t) || r.is(in, t, ',', ';', ':', ')') || r.isDash(in, t)
}

// maxClause is how many tokens of a clause are looked at for its subject; maxAside how many stand between two commas behind a name.
const (
	maxClause = 24
	maxAside  = 15
)

// subjectBefore is the subject of the clause that ends before token end: the whole clause must be the subject, so that nobody else can be meant.
// Between the two, asides may stand: "Smith, 45, who lives here, [said]", "Smith (Labour) [said]".
func (r *reader) subjectBefore(in scope, end int) (subject, bool) {
	if !r.is(in, end-1, ',', ')') {
		return r.clauseSubject(in, end)
	}
	first := max(in.first, end-2*maxAside)
	for t := end - 2; t > first && !r.isStop(in, t) && !r.is(in, t, ';', ':'); t-- {
		if r.markAt(r.doc.Tokens[t].Start) >= 0 && in.first <= r.marks[r.markAt(r.doc.Tokens[t].Start)].open {
			break
		}
		if r.is(in, t, ',', '(') {
			if s, ok := r.clauseSubject(in, t); ok && (s.name >= 0 || s.pronoun == 0 && r.class(in, r.tokenAt(s.Start))&det != 0) {
				return s, true
			}
		}
	}
	return subject{}, false
}

// clauseSubject is the subject that fills the clause before token end.
func (r *reader) clauseSubject(in scope, end int) (subject, bool) {
	start := end
	for start > in.first && start > end-maxClause && r.isClauseWord(in, start-1) {
		start--
	}
	for start < end && r.passes(in, start) {
		start++
	}
	if r.class(in, start)&who != 0 && start+1 == end { // "shared by Rooney, who [believes]"
		return r.antecedent(in, start)
	}
	s, ok := r.subjectAt(in, start)
	if !ok || s.next != end && s.far != end {
		return r.behindPhrase(in, start, end)
	}
	if r.class(in, start-1)&and != 0 && s.pronoun == 0 { // "Smith and Jones [said]"
		if name := r.nameBefore(in, start-1); name >= 0 && r.first(in, name) {
			return subject{Span: text.Span{Start: r.names[name].Start, End: s.End}, name: -1, next: s.next, far: s.far}, true
		}
	}
	return s, true
}

// behindPhrase is the name or pronoun that ends a clause which begins with a preposition: "In his book Smith [writes]".
func (r *reader) behindPhrase(in scope, start, end int) (subject, bool) {
	if end-start < 2 || r.class(in, start)&of == 0 {
		return subject{}, false
	}
	if k := r.class(in, end-1) & (he | she); k != 0 {
		return subject{Span: r.doc.Tokens[end-1].Span, name: -1, pronoun: k, next: end, far: end}, true
	}
	name := r.nameBefore(in, end)
	if name < 0 {
		return subject{}, false
	}
	return subject{Span: r.names[name].Span, name: name, next: end, far: end}, true
}

// isClauseWord says whether token t does not begin a clause.
func (r *reader) isClauseWord(in scope, t int) bool {
	return r.isWord(in, t) && r.class(in, t)&clause == 0 || t > in.first && r.doc.Tokens[t].Kind == text.Clitic
}

// nameBefore is the name that ends right before token t, -1 when none does.
func (r *reader) nameBefore(in scope, t int) int {
	for from := t - 1; from >= in.first && from > t-maxSubject && r.isWord(in, from); from-- {
		if name, next := r.nameAt(from); name >= 0 {
			if next == t {
				return name
			}
			return -1
		}
	}
	return -1
}

// first says whether the name stands where a sentence's subject does, so that what is joined to it by "and" is no second clause.
func (r *reader) first(in scope, name int) bool {
	at := r.names[name].Start
	t := r.sentence(in, r.tokenAt(at)).first
	for end := t + maxSubject; t < end && r.doc.Tokens[t].Start < at && (r.upper(t) || r.class(in, t)&(det|clause) != 0) && r.isWord(in, t); {
		t++
	}
	return r.doc.Tokens[t].Start >= at
}

// antecedent is the person right before the relative pronoun at token t, unless something is that person's: "the head of Acme, who …".
func (r *reader) antecedent(in scope, t int) (subject, bool) {
	if r.is(in, t-1, ',') {
		t--
	}
	name := r.nameBefore(in, t)
	if name < 0 || !r.names[name].Person {
		return subject{}, false
	}
	if k := r.class(in, r.tokenAt(r.names[name].Start)-1); k&(of|det) != 0 && k&by == 0 {
		return subject{}, false
	}
	return subject{Span: r.names[name].Span, name: name, next: t, far: t}, true
}

// maxStart is how many tokens of a sentence are looked at for its subject.
const maxStart = 60

// sentenceSubject is the subject with which the sentence of token t begins, for a verb further on that has none of its own: "Smith left and [said]".
func (r *reader) sentenceSubject(in scope, t int) (subject, bool) {
	s := r.sentence(in, t)
	at := s.first
	t = min(t, at+maxStart)
	for at < t && (r.passes(in, at) || r.class(in, at)&clause != 0) {
		at++
	}
	for range 2 {
		if who, ok := r.subjectAt(s, at); ok && who.next < t && !r.is(in, who.next, ',') {
			return who, who.name >= 0 || who.pronoun != 0 || r.class(in, at)&det != 0
		}
		for at < t && !r.is(in, at, ',') { // behind "In response,"
			at++
		}
		at++
	}
	return subject{}, false
}

// tokenAt is the token that holds byte offset at, or the first one behind it.
func (r *reader) tokenAt(at int) int {
	lo, hi := 0, len(r.doc.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; r.doc.Tokens[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
