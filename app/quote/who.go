package quote

import (
	"sort"
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// spoken is that somebody spoke.
type spoken struct {
	at   int // byte offset of what was said or of who said it, whichever is later
	name int // -1 when nobody knows who: a noun phrase, or a pronoun that stayed one
}

const (
	maxBack  = 2  // sentences before its own in which a pronoun may look for a person
	maxNames = 50 // names that are looked at for it
)

// sexes finds out of which people the text tells whether they are men or women, by a title before the name or by the given name.
func (r *reader) sexes() {
	told := map[int]class{}
	for _, n := range r.names {
		if n.Person {
			told[n.Entity] |= r.sexOf(n)
		}
	}
	r.sex = told
	for e, k := range told {
		if k == 0 {
			r.sex[e] = he | she
		}
	}
}

// sexOf is what a mention tells of a person: he, she or nothing.
func (r *reader) sexOf(n Name) class {
	const both = mr | mrs
	t := r.tokenAt(n.Start)
	in := scope{max(0, t-1), len(r.doc.Tokens)}
	k := r.class(in, t-1) & both
	if k == 0 {
		k = r.class(in, t) & both
	}
	switch k {
	case mr:
		return he
	case mrs:
		return she
	}
	given, rest, several := strings.Cut(lang.Fold(n.Of(r.doc.Text)), " ")
	if !several {
		return 0
	}
	if r.words.rules[ruleFamilyFirst] {
		given = rest[strings.LastIndexByte(rest, ' ')+1:]
	}
	return r.words.sex[given]
}

// settle says who a pronoun stands for; nobody when that is not certain.
func (r *reader) settle(m *mark, a attribution) attribution {
	if a.pronoun == 0 {
		return a
	}
	a.stands, a.name = true, -1
	if !m.nested && a.pronoun&(he|she|one) != 0 {
		at := m.Start
		if !a.Empty() {
			at = min(at, a.Start)
		}
		a.name = r.stands(a, at)
	}
	return a
}

// fits says whether the pronoun can stand for the name.
func (r *reader) fits(a attribution, name int) bool {
	n := r.names[name]
	return n.Person && (a.pronoun&one != 0 || r.sex[n.Entity]&a.pronoun != 0)
}

// stands is the name that the pronoun of a, which tells the speaker of what begins at byte offset at, stands for: who spoke before, when nobody else was named since; or the
// only one whom the nearest sentence names. -1 when neither is certain.
func (r *reader) stands(a attribution, at int) int {
	sentence := r.doc.SentenceAt(at)
	name, from, certain := r.nearest(a, at, sentence)
	if len(r.spoke) == 0 {
		if certain {
			return name
		}
		return -1
	}
	last := r.spoke[len(r.spoke)-1]
	near := r.doc.Sentences[sentence].Paragraph-r.doc.Sentences[max(0, r.doc.SentenceAt(last.at))].Paragraph <= 1
	switch {
	case last.name < 0:
		if certain && r.doc.Sentences[from].Start > last.at {
			return name
		}
		return -1
	case near && r.fits(a, last.name) && (from < 0 || r.sameSpeaker(a, last, name, from, certain)):
		return last.name
	case certain:
		return name
	}
	return -1
}

// sameSpeaker says whether who spoke last is meant though names stand in the nearest sentence that has any: they are that one's alone, or it begins with it,
// or the cue says that the speaker goes on and nobody was named but beside the last cue.
func (r *reader) sameSpeaker(a attribution, last spoken, name, from int, certain bool) bool {
	entity := r.names[last.name].Entity
	s := r.doc.Sentences[from]
	if certain && r.names[name].Entity == entity || r.doc.SentenceAt(last.at) > from {
		return true
	}
	if (a.adds || a.Empty()) && r.doc.SentenceAt(last.at) == from {
		return true
	}
	if who, ok := r.sentenceSubject(scope{s.First, s.Last}, s.Last-1); ok && who.name >= 0 {
		return r.names[who.name].Entity == entity
	}
	return false
}

// nearest looks in the sentence of byte offset at, before it, and then in those before that for people that the pronoun can stand for. It gives one of them, the sentence, -1 when there
// are none, and whether that one is certain: nobody else is named there. In its own sentence only the subject can be meant. What is quoted doesn't count.
func (r *reader) nearest(a attribution, at, sentence int) (name, from int, certain bool) {
	end := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= at })
	for back := 0; back <= maxBack && sentence-back >= 0; back++ {
		found, several := -1, false
		start := r.doc.Sentences[sentence-back].Start
		for looked := 0; end > 0 && r.names[end-1].Start >= start; looked++ {
			if end--; looked > maxNames {
				return -1, sentence - back, false
			}
			if !r.fits(a, end) || r.quoted(r.names[end].Span) {
				continue
			}
			several = several || found >= 0 && r.names[found].Entity != r.names[end].Entity
			found = end
		}
		if found >= 0 {
			return found, sentence - back, !several && r.mayMean(a, found, sentence-back, back == 0)
		}
	}
	return -1, -1, false
}

// mayMean says whether a pronoun of the next sentences, or of the rest of this one (own), can only mean the one person whom the sentence names: it begins with that
// one as its subject, or with somebody whom the pronoun can't mean. Whoever else it begins with may be meant.
func (r *reader) mayMean(a attribution, name, sentence int, own bool) bool {
	s := r.doc.Sentences[sentence]
	in := scope{s.First, s.Last}
	if own {
		return r.first(in, name)
	}
	who, ok := r.sentenceSubject(in, s.Last-1)
	if !ok {
		return true
	}
	return who.name >= 0 && (r.names[who.name].Entity == r.names[name].Entity || !r.fits(a, who.name))
}

// tell keeps who spoke.
func (r *reader) tell(at text.Span, a attribution) {
	r.spoke = append(r.spoke, spoken{at: max(at.Start, a.Start), name: a.name})
}
