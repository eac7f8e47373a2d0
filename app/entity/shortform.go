package entity

import (
	"strings"

	"gloss/app/text"
)

// shortForms gives types to single words that other names of the text explain: the surname of a person, a family in the plural, the first
// word of a company that goes on with a word for what it is ("Acme", "Acme Holdings Ltd"), a river or a storm without its word.
func (d *resolver) shortForms() {
	first, bare, half, spot := map[string]*name{}, map[string]*name{}, d.halves(), map[string]*name{}
	for _, n := range d.order {
		if w := d.bareName(n); w != "" {
			bare[w] = n
		}
		if n.typ == Location && len(n.words) > 1 && d.r.lexicon.classes[n.words[len(n.words)-1]]&placeWord != 0 {
			spot[n.words[0]] = n
		}
		if n.typ == Org && len(n.words) > 1 && d.r.lexicon.classes[n.words[1]]&orgWord != 0 ||
			n.typ == Org && len(n.words) > 2 && d.r.lexicon.classes[n.words[0]] == 0 && d.r.lexicon.hintOf(n.words[len(n.words)-1])&legal != 0 {
			first[n.words[0]] = n
		}
	}
	for _, n := range d.order {
		p, person := d.surnameOf(n)
		o, b := first[n.key], bare[n.key]
		switch {
		case b != nil && !person:
			n.typ, n.given, n.why, n.full = b.typ, true, "short for "+b.of(d), b.key
		case !person && half[n.key] != nil && half[n.key] != n && half[n.key].first < n.first:
			n.typ, n.given, n.why, n.full = Org, true, "short for "+half[n.key].of(d), half[n.key].key
		case !person && o != nil && n.typ == Person:
			n.typ, n.given, n.why = Org, true, "short for "+o.of(d)
		case !person && n.typ == Person && spot[n.key] != nil && d.unheard(n.key):
			n.typ, n.given, n.why = Location, true, "short for "+spot[n.key].of(d)
		case n.typ == Misc && d.peopleOf(n):
			n.typ, n.given = Group, true
		case d.family(n):
			n.typ, n.given, n.why = Person, true, "a family of the text"
		case !person || n.typ == Person:
		case d.r.lexicon.classes[n.key]&(demonym|group) != 0:
			if p.first < n.first && d.standsAlone(n) {
				n.typ, n.given, n.why = Person, true, "surname of "+p.of(d)
			}
		case d.mayBeSurname(n), d.meansPerson(n, p),
			n.typ != Org && p.first < n.first && d.unheard(n.key):
			n.typ, n.given, n.why = Person, true, "surname of "+p.of(d)
		}
	}
	d.bare = bare
}

// firm says whether the name is an organisation's that ends in a legal form or in a word for what it is.
func (d *resolver) firm(n *name) bool {
	last := n.words[len(n.words)-1]
	return n.typ == Org && len(n.words) > 1 && (d.r.lexicon.classes[last]&orgWord != 0 || d.r.lexicon.hintOf(last)&legal != 0)
}

// halves is the organisations of two words by each of the two that is no word of the language and no name of anything else: one
// may stand for both ("Biscayne" for Biscayne Capital). A word that several have stands for none.
func (d *resolver) halves() map[string]*name {
	out := map[string]*name{}
	for _, n := range d.order {
		if n.typ != Org || len(n.words) != 2 {
			continue
		}
		for _, w := range n.words {
			if _, other := out[w]; other {
				out[w] = nil
			} else if len(w) > 3 && d.unheard(w) {
				out[w] = n
			}
		}
	}
	return out
}

// unheard says whether a word is in no table, is no word of the language and stands nowhere in lower case.
func (d *resolver) unheard(word string) bool {
	return d.r.lexicon.classes[word] == 0 && !d.doc.Language.Knows(word) && !d.lowered[word]
}

// surnameOf is the full name that ends in the single word.
func (d *resolver) surnameOf(n *name) (*name, bool) {
	if len(n.words) != 1 {
		return nil, false
	}
	s, ok := d.surnames[n.key]
	if parts := d.parts(n.words); !ok && len(parts) == 2 {
		s, ok = d.surnames[parts[1]]
	}
	return s.full, ok && s.full.typ == Person
}

// family says whether the name is the plural of a surname of the text, with "the" before it.
func (d *resolver) family(n *name) bool {
	one, ok := strings.CutSuffix(n.key, "s")
	if !ok || len(n.words) != 1 || !strings.EqualFold(d.form(d.before(d.mentions[n.first].Start)), "the") {
		return false
	}
	_, ok = d.surnames[one]
	if es, cut := strings.CutSuffix(one, "e"); cut && !ok {
		_, ok = d.surnames[es]
	}
	return ok
}

// peopleOf says whether the name is the plural of a people of the text.
func (d *resolver) peopleOf(n *name) bool {
	one, ok := strings.CutSuffix(n.key, "s")
	o := d.known[one]
	return ok && o != nil && o.typ == Group
}

// meansPerson says whether a word that is a place too is the surname of the person: they are named in full first, and it never
// stands where a place would.
func (d *resolver) meansPerson(n, full *name) bool {
	if n.typ != Location || full.first > n.first || len(n.mentions) == 0 {
		return false
	}
	for _, i := range n.mentions {
		m := &d.mentions[i]
		if m.shouted || d.r.lexicon.hintOf(d.form(d.before(m.Start)))&at != 0 || d.adjoinsComma(m) {
			return false
		}
	}
	return true
}

// standsAlone says whether a word that is a people or a language too is somewhere followed by no noun, as a surname is, and nowhere has
// an article before it.
func (d *resolver) standsAlone(n *name) bool {
	alone := false
	for _, i := range n.mentions {
		m := &d.mentions[i]
		if strings.EqualFold(d.form(d.before(m.Start)), "the") {
			return false
		}
		next := d.tokenFrom(m.End)
		alone = alone || next >= len(d.doc.Tokens) || d.doc.Tokens[next].Kind == text.Punct || isPossessive(d.form(next)) || d.r.lexicon.classes[d.form(next)]&speech != 0
	}
	return alone
}

// adjoinsComma says whether a comma stands beside the mention, as between a city and its country.
func (d *resolver) adjoinsComma(m *Mention) bool {
	return d.form(d.before(m.Start)) == "," || d.form(d.tokenFrom(m.End)) == ","
}

// bareName is the one word that is left of a river's or a storm's name when its word for what it is goes, "" when it would say too little.
func (d *resolver) bareName(n *name) string {
	last := len(n.words) - 1
	if last < 1 || last > 2 || len(n.words[last]) < 4 || last == 2 && d.r.lexicon.classes[n.words[1]]&eventFirst == 0 { // "Tropical Storm Bonnie"
		return ""
	}
	c, w := d.r.lexicon.classes[n.words[0]], n.words[last]
	if d.r.lexicon.classes[w]&^given != 0 || d.lowered[w] || d.doc.Language.Knows(w) && d.r.lexicon.classes[w] == 0 {
		return ""
	}
	if n.typ == Event && c&eventFirst != 0 || n.typ == Location && c&placeWord != 0 && c&placeFirst != 0 {
		return w
	}
	return ""
}

// mayBeSurname says whether little speaks against a person where the word is known as a place or an organisation, or no more than can where it is not.
func (d *resolver) mayBeSurname(n *name) bool {
	c := d.r.lexicon.classes[n.key]
	return c&(country|region|capital|city|knownOrg) == 0 || c&country == 0 && n.votes[0] >= n.votes[voteIndex(n.typ)]-int32(4*n.count)
}
