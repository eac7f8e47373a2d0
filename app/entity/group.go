package entity

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// group makes one entity of all the names that mean one thing.
func (d *resolver) group() []Entity {
	d.index()
	g := &grouping{d: d, at: map[string]int{}, people: d.newPeople()}
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case !m.Type.Name():
			key := m.Value
			if key == "" {
				key = strings.ToLower(m.Of(d.doc.Text))
			}
			g.put(i, string(m.Type)+" "+key)
		case m.own == nil && d.linked[m.Start] != nil:
			g.put(i, d.thing(d.linked[m.Start]))
		case m.Type == Location && d.otherTwin(m, d.keys[i]):
			g.put(i, d.keys[i]+" state")
		case m.Type == Location && m.dateline && d.known[d.keys[i]].typ != Location:
			g.put(i, d.datelineKey(d.keys[i]))
		case m.Type == Person:
			n := d.known[d.keys[i]]
			if o := d.known[n.full]; o != nil && o.typ == Person {
				n = o
			}
			g.put(i, "PER "+g.people.key(m, n))
		default:
			g.put(i, d.thing(d.known[d.keys[i]]))
		}
	}
	for i := range g.entities {
		d.describe(&g.entities[i])
	}
	return g.entities
}

// grouping gathers mentions under keys.
type grouping struct {
	d        *resolver
	at       map[string]int // entity of a key
	entities []Entity
	people   *people
}

// atMost bounds how many names with one word in common are compared, so that the work stays linear.
const atMost = 16

// index lists names by their first and by their last word.
func (d *resolver) index() {
	d.byWord = map[string][]*name{}
	for _, n := range d.order {
		put(d.byWord, n)
	}
}

func put(by map[string][]*name, n *name) {
	first, last := n.words[0], n.words[len(n.words)-1]
	by[first] = append(by[first], n)
	if last != first {
		by[last] = append(by[last], n)
	}
}

// sharing is the names that begin or end with a word that n begins or ends with, at most atMost of each.
func sharing(by map[string][]*name, n *name) []*name {
	first, last := n.words[0], n.words[len(n.words)-1]
	cut := func(l []*name) []*name {
		if len(l) <= atMost {
			return l
		}
		return l[:atMost]
	}
	if first == last {
		return cut(by[first])
	}
	return slices.Concat(cut(by[first]), cut(by[last]))
}

func (g *grouping) put(mention int, key string) {
	e, ok := g.at[key]
	if !ok {
		e = len(g.entities)
		g.at[key] = e
		g.entities = append(g.entities, Entity{Type: g.d.mentions[mention].Type})
	}
	g.entities[e].Mentions = append(g.entities[e].Mentions, mention)
}

// thing is the key under which all names of a place, an organisation or the like stand.
func (d *resolver) thing(n *name) string {
	seen := 0
	for n.full != "" && d.known[n.full] != nil && seen < 3 {
		n = d.known[n.full]
		seen++
	}
	if n = d.smallLetters(n); n.typ == Org {
		n = d.turned(d.withCountry(n))
	}
	key := n.key
	if full, ok := d.r.lexicon.fullName(key, n.typ); ok {
		return foldPhrase(full)
	}
	if state, ok := d.official(n); ok && n.typ == Location {
		return foldPhrase(d.r.lexicon.places[state])
	}
	switch n.typ {
	case Org:
		key = d.fullerOrg(n)
	case Location:
		key = d.fullerPlace(n)
	}
	if full, ok := d.r.lexicon.fullName(key, n.typ); ok {
		return foldPhrase(full)
	}
	if n.typ == Group {
		key = d.people(key)
	}
	return key
}

// smallLetters is the name in small letters that one in capitals only shouts ("IRAN" in a headline), if the text or the tables have it.
func (d *resolver) smallLetters(n *name) *name {
	if len(n.key) < 4 || len(n.words) == 1 && !isAcronym(n.key) || d.r.lexicon.classes[n.key] != 0 {
		return n
	}
	low := strings.ToLower(n.key)
	if o := d.known[low]; o != nil {
		return o
	}
	if d.r.lexicon.classes[low] != 0 {
		return &name{key: low, words: []string{low}, typ: n.typ}
	}
	return n
}

// datelineKey is the key of the place of a dateline whose name a team has too.
func (d *resolver) datelineKey(key string) string {
	low := strings.ToLower(key)
	if o := d.known[low]; o != nil && o.typ == Location {
		return d.thing(o)
	}
	return low + " place"
}

// people is one key for the forms of a people: Iranian, Iranians. The table has them in one row.
func (d *resolver) people(key string) string {
	if rel := d.r.lexicon.related[key]; len(rel) > 0 && rel[0].Relation == "demonym" {
		return "NORP " + rel[0].Name
	}
	one, ok := strings.CutSuffix(key, "s")
	switch {
	case ok && d.r.lexicon.classes[one]&group != 0:
		return one
	case ok && d.known[one] != nil && d.known[one].typ == Group:
		return d.people(one)
	}
	return key
}

// fullerOrg is the key of the fullest name of an organisation that begins with the name ("Microsoft", "Microsoft Corp"): the names that do
// must go on from one another.
func (d *resolver) fullerOrg(n *name) string {
	if d.r.lexicon.classes[n.key]&(country|region|capital|city) != 0 {
		return n.key
	}
	best := n
	for _, o := range sharing(d.byWord, n) {
		if o.typ != Org || len(o.words) <= len(n.words) || !slices.Equal(o.words[:len(n.words)], n.words) {
			continue
		}
		rest, last := d.r.lexicon.classes[o.words[len(n.words)]], o.words[len(o.words)-1]
		if rest&orgWord == 0 && len(n.words) == 1 && len(o.words) > 2 && d.r.lexicon.hintOf(last)&legal == 0 {
			continue
		}
		switch {
		case len(o.words) >= len(best.words) && slices.Equal(o.words[:len(best.words)], best.words):
			best = o
		case len(o.words) > len(best.words) || !slices.Equal(best.words[:len(o.words)], o.words):
			return n.key
		}
	}
	return d.tableOrg(best)
}

// tableOrg is the key of the name as the tables have it ("Boeing" for "Boeing Co."), or as it is.
func (d *resolver) tableOrg(n *name) string {
	words := n.words
	for len(words) > 1 && d.r.lexicon.classes[words[len(words)-1]]&orgWord != 0 {
		words = words[:len(words)-1]
		if short := strings.Join(words, " "); d.r.lexicon.orgs[short] != "" {
			return short
		}
	}
	return n.key
}

// withCountry is the name of the text that has the country before it: "US Food and Drug Administration" for "Food and Drug Administration".
// One of two words says too little: there is a Red Cross in each country.
func (d *resolver) withCountry(n *name) *name {
	if len(n.words) < 3 {
		return n
	}
	for _, o := range sharing(d.byWord, n) {
		k := len(o.words) - len(n.words)
		if o.typ == Org && k > 0 && slices.Equal(o.words[k:], n.words) && d.r.lexicon.classes[strings.Join(o.words[:k], " ")]&(country|demonym) != 0 {
			return o
		}
	}
	return n
}

// turned is the name of the text that has the words the other way round: "University of Oxford" for "Oxford University".
func (d *resolver) turned(n *name) *name {
	k := len(n.words) - 1
	if k < 1 || d.r.lexicon.classes[n.words[k]]&orgFirst == 0 {
		return n
	}
	for _, link := range []string{" of ", " of the "} {
		if o := d.known[n.words[k]+link+strings.Join(n.words[:k], " ")]; o != nil && o.typ == Org {
			return o
		}
	}
	return n
}

// fullerPlace is the key of the place that the name means without its word for what it is ("Thames", "River Thames").
func (d *resolver) fullerPlace(n *name) string {
	known := d.r.lexicon.classes[n.key]&(country|region|capital|city) != 0 // "London" is not London Bridge
	for _, o := range sharing(d.byWord, n) {
		more := len(o.words) - len(n.words)
		if o.typ != Location || more < 1 || more > 2 {
			continue
		}
		first, last := d.r.lexicon.classes[o.words[0]], d.r.lexicon.classes[o.words[len(o.words)-1]]
		switch {
		case first&placeWord != 0 && more == 1 && slices.Equal(o.words[1:], n.words),
			!known && last&placeWord != 0 && last&placeFirst == 0 && len(n.words[0]) > 3 && slices.Equal(o.words[:len(n.words)], n.words):
			return o.key
		}
	}
	return n.key
}

// describe gives the entity its name, aliases, relations, value and confidence.
func (d *resolver) describe(e *Entity) {
	counts := map[string]int{}
	var forms []string
	confidence := 0.0
	types := map[Type]int{}
	for _, i := range e.Mentions {
		m := &d.mentions[i]
		form := strings.Join(strings.Fields(m.Of(d.doc.Text)), " ")
		if counts[form]++; counts[form] == 1 {
			forms = append(forms, form)
		}
		confidence = max(confidence, m.Confidence)
		if types[m.Type]++; types[m.Type] > types[e.Type] {
			e.Type = m.Type
		}
		if e.Value == "" {
			e.Value = m.Value
		}
	}
	for _, i := range e.Mentions {
		d.mentions[i].Type = e.Type
	}
	e.Confidence = math.Round(confidence*1e4) / 1e4
	e.Name = d.fullest(forms, counts, e.Type)
	if d.mentions[e.Mentions[0]].dateline {
		e.Name = unshouted(e.Name)
	}
	if !e.Type.Name() {
		return
	}
	for _, f := range forms {
		same := func(o string) bool { return strings.EqualFold(f, o) }
		switch k := slices.IndexFunc(e.Aliases, same); {
		case same(e.Name):
		case k < 0:
			e.Aliases = append(e.Aliases, f)
		case strings.ToUpper(e.Aliases[k]) == e.Aliases[k]: // a heading in capitals came first
			e.Aliases[k] = f
		}
	}
	d.relate(e, forms)
}

// unshouted is the name of a place that only a dateline names, in capitals, as it is written elsewhere: "St. Louis".
func unshouted(name string) string {
	if name != strings.ToUpper(name) || len(name) < 4 {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(first)) + w[size:]
	}
	return strings.Join(words, " ")
}

// fullest is the form with the most words; of a country the table's name. A group and an amount go by the form that is commonest, then first.
func (d *resolver) fullest(forms []string, counts map[string]int, t Type) string {
	best := forms[0]
	for _, f := range forms {
		if full, ok := d.r.lexicon.places[d.folded(f)]; ok && t == Location {
			return full
		}
	}
	if d.r.rough && t.Name() {
		return d.roughFullest(forms, counts, t)
	}
	for _, f := range forms[1:] {
		if n := d.known[foldPhrase(f)]; n != nil && n.full != "" && t.Name() { // short for another, or another name
			continue
		}
		switch words := strings.Count(f, " ") - strings.Count(best, " "); {
		case t == Group || !t.Name():
			if counts[f] > counts[best] {
				best = f
			}
		case words > 0, words == 0 && len(f) > len(best) && !strings.HasSuffix(f, "."),
			words == 0 && strings.EqualFold(f, best) && strings.ToUpper(best) == best && strings.ToUpper(f) != f:
			best = f
		}
	}
	return best
}

// relate adds the countries whose demonym or capital the entity is.
func (d *resolver) relate(e *Entity, forms []string) {
	for _, f := range forms {
		for _, rel := range d.r.lexicon.related[d.folded(f)] {
			if (rel.Relation == "demonym") != (e.Type == Group) || e.Type != Group && e.Type != Location {
				continue
			}
			if rel.Name != e.Name && !slices.Contains(e.Related, rel) {
				e.Related = append(e.Related, rel)
			}
		}
	}
}
