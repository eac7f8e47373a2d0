package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// person is someone whom the text names, as far as it has been read.
type person struct {
	key   string
	full  []string // the parts of the fullest name that is surely theirs
	sex   hint
	roles []string // that stood before their name: "prime minister", "judge"
	seen  int      // when last met
}

// people gathers the persons of a text, met in the order of their mentions.
type people struct {
	d     *resolver
	met   map[string][]*person // by each part of their names
	later map[string][]*name   // names of more than one part, by each part
	keys  map[string]*person
	clock int
}

func (d *resolver) newPeople() *people {
	p := &people{d: d, met: map[string][]*person{}, later: map[string][]*name{}, keys: map[string]*person{}}
	for _, n := range d.order {
		if n.typ != Person {
			continue
		}
		if n.parts = d.parts(d.inOrder(n.words)); len(n.parts) < 2 {
			continue
		}
		for _, part := range n.parts {
			p.later[part] = append(p.later[part], n)
		}
	}
	return p
}

// parts are the words of a person's name as they are compared: initials one by one ("J.K." = "J. K."), an Arabic article by itself.
func (d *resolver) parts(words []string) []string {
	var out []string
	for _, w := range words {
		w = strings.ToLower(w)
		head, tail, cut := strings.Cut(w, "-")
		switch {
		case strings.Count(w, ".") > 1 && isInitials(w):
			for _, c := range strings.Split(strings.TrimSuffix(w, "."), ".") {
				out = append(out, c+".")
			}
		case cut && tail != "" && d.r.lexicon.classes[head]&particle != 0:
			out = append(out, head, d.r.lexicon.spelt(tail))
		default:
			out = append(out, d.r.lexicon.spelt(w))
		}
	}
	return out
}

// isInitials says whether the word is letters with a full stop behind each.
func isInitials(w string) bool {
	for i, r := range w {
		if i%2 == 0 && !unicode.IsLetter(r) || i%2 == 1 && r != '.' {
			return false
		}
	}
	return len(w)%2 == 0
}

// How well a name fits the fuller name of a person.
const (
	noFit = iota
	innerFit
	firstFit
	lastFit
	fullFit
)

// fit says how the parts of a name go with the parts of another, fuller one.
func (d *resolver) fit(short, full []string) int {
	if len(short) > len(full) {
		short, full = full, short
	}
	short, a := d.withoutRank(short)
	full, b := d.withoutRank(full)
	if a != b && a != "" && b != "" || len(short) == 0 || len(full) == 0 {
		return noFit
	}
	if len(short) > len(full) {
		short, full = full, short
	}
	n := len(short)
	switch {
	case slices.Equal(short, full[len(full)-n:]):
		if n > 1 {
			return fullFit
		}
		return lastFit
	case n == 1 && short[0] == full[0]:
		return firstFit
	case n == 1 && slices.Contains(full, short[0]):
		return innerFit
	case n > 1 && slices.Equal(short, full[:n]):
		return fullFit
	case n > 1 && short[n-1] == full[len(full)-1] && sameWord(short[0], full[0]) && sameMiddle(short[1:n-1], full[1:len(full)-1]):
		return fullFit
	}
	return noFit
}

// withoutRank cuts off what tells a father from a son ("Jr.", "III").
func (d *resolver) withoutRank(parts []string) ([]string, string) {
	if n := len(parts) - 1; n > 0 && d.r.lexicon.hints[parts[n]]&younger != 0 {
		return parts[:n], strings.TrimSuffix(parts[n], ".")
	}
	return parts, ""
}

// sameWord says whether two words are the same, or one is the initial of the other.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	initial, ok := strings.CutSuffix(a, ".")
	return ok && utf8.RuneCountInString(initial) == 1 && strings.HasPrefix(b, initial)
}

// sameMiddle says whether what stands between the first and the last part may be of one person: one has nothing there, or both have the same.
func sameMiddle(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || slices.EqualFunc(a, b, sameWord)
}

// key is the key of the person whom a mention names: the one who fits and was met last, else the first who fits in what follows.
func (p *people) key(m *Mention, n *name) string {
	if n.parts == nil {
		n.parts = p.d.parts(p.d.inOrder(n.words))
	}
	if len(n.parts) == 0 {
		return n.key
	}
	p.clock++
	sex, role := p.d.sexOf(m), p.d.roleOf(m)
	who, clash := p.known(n, sex, role)
	if who == nil {
		full := n.parts
		if o := p.coming(n, sex); o != nil {
			full = o.parts
		}
		key := strings.Join(full, " ")
		if clash && sex == he {
			key += " he"
		} else if clash {
			key += " she"
		}
		if who = p.keys[key]; who == nil {
			who = &person{key: key, full: full}
			p.keys[key] = who
			p.add(who, full)
		}
	}
	if len(n.parts) > len(who.full) {
		p.add(who, n.parts)
		who.full = n.parts
	}
	if sex != 0 {
		who.sex = sex
	} else if who.sex == 0 && len(who.full) > 1 {
		who.sex = p.d.r.lexicon.givenSex(who.full[0])
	}
	if role != "" && !slices.Contains(who.roles, role) {
		who.roles = append(last(who.roles), role)
	}
	who.seen = p.clock
	return who.key
}

// add lists the person under each part of the name.
func (p *people) add(who *person, parts []string) {
	for _, part := range parts {
		if !slices.Contains(last(p.met[part]), who) {
			p.met[part] = append(p.met[part], who)
		}
	}
}

// last is the end of a list, as far as it is looked at, so that the work stays linear.
func last[T any](list []T) []T { return list[max(0, len(list)-atMost):] }

// known is the person met so far whom the name fits best; of equals the one who has been called by the role before, then the one met last.
// clash says that somebody only had the other sex.
func (p *people) known(n *name, sex hint, role string) (best *person, clash bool) {
	fit := noFit
	for _, part := range n.parts {
		for _, who := range last(p.met[part]) {
			f := p.d.fit(n.parts, who.full)
			if f == noFit || f == innerFit && len(who.full) < 3 {
				continue
			}
			if sex != who.sex && sex != 0 && who.sex != 0 && f != firstFit { // what comes first with a title is a surname
				clash = true
				continue
			}
			if f == lastFit && len(who.full) > 1 && len(n.parts) == 1 {
				f = fullFit
			}
			if f > fit || f == fit && who.before(best, role) {
				best, fit = who, f
			}
		}
	}
	return best, clash && best == nil
}

// coming is the first fuller name in the text that the name, met for the first time, goes with.
func (p *people) coming(n *name, sex hint) *name {
	for _, part := range n.parts {
		list := p.later[part]
		for _, o := range list[:min(len(list), atMost)] {
			f := p.d.fit(n.parts, o.parts)
			other := p.d.r.lexicon.givenSex(o.parts[0])
			if len(o.parts) > len(n.parts) && f >= firstFit && (f == firstFit || sex == 0 || other == 0 || sex == other) {
				return o
			}
		}
	}
	return nil
}

// before says whether a name that fits both, with the role before it, is rather that of who: whose full name is known, who has the role
// or at least no other, who was met last.
func (who *person) before(other *person, role string) bool {
	if full := len(who.full) > 1; full != (len(other.full) > 1) {
		return full
	}
	if a, b := who.suits(role), other.suits(role); a != b {
		return a > b
	}
	return who.seen > other.seen
}

// suits is 1 when the person has been called by the role, -1 when only by others.
func (who *person) suits(role string) int {
	switch {
	case role == "" || len(who.roles) == 0:
		return 0
	case slices.Contains(who.roles, role):
		return 1
	}
	return -1
}

// roleOf is what the person holds who is mentioned, as the one or two words before the name have it, in lower case: "prime minister",
// "judge"; "" when nothing is said. What only tells the sex is none, nor is what has no capital ("the lawmaker").
func (d *resolver) roleOf(m *Mention) string {
	i := d.before(m.Start)
	if d.form(i) == "." { // of an abbreviation: "Rep. Yoon"
		i--
	}
	role := strings.ToLower(d.form(i))
	if role == d.form(i) || d.r.lexicon.classes[role]&(office|honorific) == 0 || d.r.lexicon.hints[role]&(he|she) != 0 {
		return ""
	}
	if i == d.doc.Sentences[max(0, d.doc.SentenceAt(m.Start))].First {
		return role
	}
	if more := d.form(i - 1); strings.ToLower(more) != more && d.r.lexicon.classes[strings.ToLower(more)]&joiner == 0 {
		return strings.ToLower(more) + " " + role
	}
	return role
}
