package entity

import (
	"sort"
	"strings"

	"gloss/app/text"
)

// definite finds the organisations and ships that go on by one word of their name: "the Bank" after "Bank of England", "United" after
// "Manchester United". Such a word has a capital where a common one has none, and stands alone.
func (d *resolver) definite() {
	heads := d.heads()
	if len(heads) == 0 {
		return
	}
	var found []Mention
	s := d.r.scan(d.doc)
	defer d.r.done(s)
	for n := range d.doc.Sentences {
		if !d.doc.Reads(n) {
			continue
		}
		s.read(d.doc.Sentences[n])
		if s.shouts {
			continue
		}
		for i := range s.atoms {
			if s.atoms[i].kind != title || !s.alone(i) {
				continue
			}
			list := heads[strings.ToLower(s.atoms[i].Of(d.doc.Text))]
			if len(list) == 0 {
				continue
			}
			the := i > 0 && strings.EqualFold(s.atoms[i-1].Of(d.doc.Text), "the")
			long := d.latest(list, s.atoms[i].Start)
			if long == nil || long.loose && d.lowered[s.lowered(i)] || !the && !(long.team && d.r.lexicon.classes[s.lowered(i)]&placeWord == 0 && !d.lowered[s.lowered(i)]) {
				continue
			}
			m := Mention{Span: s.atoms[i].Span}
			if at := d.mentionAt(m.End); at >= 0 && d.mentions[at].Span != m.Span && !(the && d.mentions[at].Span == text.Span{Start: s.atoms[i-1].Start, End: m.End}) {
				continue
			}
			m.become(long.typ, "short for "+long.of(d))
			found = append(found, m)
			d.linked[m.Start] = long.name
		}
	}
	if len(found) > 0 {
		d.mentions = overlay(d.mentions, found)
		d.register()
	}
}

// lowered is atom i in lower case.
func (s *scanner) lowered(i int) string { return strings.ToLower(s.atoms[i].Of(s.doc.Text)) }

// alone says whether no other word with a capital and no "of" stands beside atom i.
func (s *scanner) alone(i int) bool {
	if i > 0 && (s.atoms[i].joined || s.atoms[i-1].kind.name() && !strings.EqualFold(s.atoms[i-1].Of(s.doc.Text), "the")) {
		return false
	}
	if i+1 == len(s.atoms) {
		return true
	}
	next := &s.atoms[i+1]
	if next.kind.name() || next.kind == number || next.joined && next.kind != possessive {
		return false
	}
	return !(i+2 < len(s.atoms) && next.class&joiner != 0 && s.atoms[i+2].kind.name())
}

// head is a name that may go on by one word.
type head struct {
	*name
	team  bool
	loose bool // the word may be any
}

// heads lists the names of organisations and ships by the word by which they may go on, in lower case.
func (d *resolver) heads() map[string][]head {
	out := map[string][]head{}
	for _, n := range d.order {
		words := n.words
		for len(words) > 2 && d.r.lexicon.hintOf(words[len(words)-1])&legal != 0 {
			words = words[:len(words)-1]
		}
		if len(words) < 2 || words[0] == "the" && len(words) == 2 {
			continue
		}
		h, word := head{name: n}, words[len(words)-1]
		switch {
		case n.typ == Misc && d.ships[n.key]:
		case n.typ != Org:
			continue
		case len(words) > 2 && d.r.lexicon.classes[words[0]]&(orgWord|orgFirst) != 0 && (words[1] == "of" || words[1] == "for"):
			word = words[0]
		default:
			h.team = d.r.lexicon.classes[strings.Join(words[:len(words)-1], " ")]&(country|region|capital|city) != 0
			if !h.team && d.r.lexicon.classes[word]&orgWord == 0 {
				if h.loose = len(words) > 2 && d.r.lexicon.classes[word] == 0 && d.doc.Language.Knows(word); !h.loose {
					continue
				}
			}
		}
		word = strings.ToLower(word)
		if list := out[word]; len(list) < atMost && len(word) > 2 {
			out[word] = append(list, h)
		}
	}
	return out
}

// latest is the name of the list that was mentioned last before the offset.
func (d *resolver) latest(list []head, offset int) *head {
	var best *head
	seen := -1
	for i := range list {
		n := &list[i]
		k := sort.Search(len(n.mentions), func(k int) bool { return d.mentions[n.mentions[k]].Start >= offset })
		if k > 0 && n.mentions[k-1] > seen {
			best, seen = n, n.mentions[k-1]
		}
	}
	return best
}

// mentionAt is the mention that holds the byte before the offset, -1 when none does.
func (d *resolver) mentionAt(offset int) int {
	k := sort.Search(len(d.mentions), func(k int) bool { return d.mentions[k].End >= offset })
	if k < len(d.mentions) && d.mentions[k].Start < offset {
		return k
	}
	return -1
}

// teams links to a team the city that it is of, where that stands for it: before one who plays or works for it ("Houston manager Dusty
// Baker", "Houston's Cristian Javier").
func (d *resolver) teams() {
	of := map[string]*name{}
	for _, n := range d.order {
		if k := len(n.words) - 1; n.typ == Org && k > 0 && strings.HasSuffix(n.words[k], "s") {
			if place := strings.Join(n.words[:k], " "); d.r.lexicon.classes[place]&(country|region|capital|city) != 0 && d.r.lexicon.classes[n.words[k]]&orgWord == 0 {
				of[place] = n
			}
		}
	}
	if len(of) == 0 {
		return
	}
	for i := range d.mentions {
		m, n := &d.mentions[i], of[d.keys[i]]
		if n == nil || m.own != nil || n.first > i || m.Type != Location && m.Type != Org || !d.plays(i) {
			continue
		}
		m.become(Org, "the city for "+n.of(d))
		d.linked[m.Start] = n
	}
}

// plays says whether someone stands behind mention i who plays or works for it.
func (d *resolver) plays(i int) bool {
	next := d.tokenFrom(d.mentions[i].End)
	if d.r.lexicon.hintOf(d.form(next))&plays != 0 {
		return true
	}
	if !isPossessive(d.form(next)) || i+1 == len(d.mentions) {
		return false
	}
	after := d.form(next + 1)
	return d.r.lexicon.hintOf(after)&plays != 0 || d.mentions[i+1].Type == Person && d.tokenFrom(d.mentions[i+1].Start) == next+1
}
