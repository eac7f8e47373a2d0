package entity

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// group makes one entity of all the names that mean one thing.
func (d *resolver) group() []Entity {
	g := &grouping{d: d, at: map[string]int{}, met: map[string][]*name{}, later: d.index(), persons: map[string]string{}}
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case !m.Type.Name():
			key := m.Value
			if key == "" {
				key = strings.ToLower(m.Of(d.doc.Text))
			}
			g.put(i, string(m.Type)+" "+key)
		case m.Type == Person:
			g.put(i, "PER "+g.person(d.known[d.keys[i]]))
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
	met      map[string][]*name // names of persons met so far by first and by last word, the latest last
	later    map[string][]*name // all names of the text by first and by last word
	persons  map[string]string  // key of a name -> key of the person
	clock    int
}

// atMost bounds how many names with one word in common are compared, so that the work stays linear.
const atMost = 16

// index lists names by their first and by their last word.
func (d *resolver) index() map[string][]*name {
	by := map[string][]*name{}
	for _, n := range d.order {
		put(by, n)
	}
	d.byWord = by
	return by
}

func put(by map[string][]*name, n *name) {
	first, last := n.words[0], n.words[len(n.words)-1]
	by[first] = append(by[first], n)
	if last != first {
		by[last] = append(by[last], n)
	}
}

// sharing is the names that begin or end with a word that n begins or ends with, at most atMost of each.
func sharing(by map[string][]*name, n *name, latest bool) []*name {
	first, last := n.words[0], n.words[len(n.words)-1]
	cut := func(l []*name) []*name {
		if len(l) <= atMost {
			return l
		}
		if latest {
			return l[len(l)-atMost:]
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
	n = d.smallLetters(n)
	key := n.key
	if full, ok := d.r.lexicon.fullName(key, n.typ); ok {
		return foldPhrase(full)
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
	if len(n.key) < 4 || !isAcronym(n.key) || d.r.lexicon.classes[n.key] != 0 {
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

// people is one key for the forms of a people: Iranian, Iranians. The table has them in one row.
func (d *resolver) people(key string) string {
	if rel := d.r.lexicon.related[key]; len(rel) > 0 && rel[0].Relation == "demonym" {
		return "NORP " + rel[0].Name
	}
	if one, ok := strings.CutSuffix(key, "s"); ok && d.r.lexicon.classes[one]&group != 0 {
		return one
	}
	return key
}

// fullerOrg is the key of the one longer name of an organisation that begins with the name ("Microsoft", "Microsoft Corp").
func (d *resolver) fullerOrg(n *name) string {
	if short := strings.Join(n.words[:len(n.words)-1], " "); d.r.lexicon.orgs[short] != "" && d.r.lexicon.classes[n.words[len(n.words)-1]]&orgWord != 0 {
		return short // the tables know "Boeing", the text says "Boeing Co."
	}
	key := n.key
	if d.r.lexicon.classes[key]&(country|region|capital|city) != 0 {
		return key
	}
	for _, o := range sharing(d.byWord, n, false) {
		if o.typ != Org || len(o.words) <= len(n.words) || !slices.Equal(o.words[:len(n.words)], n.words) {
			continue
		}
		rest := d.r.lexicon.classes[o.words[len(n.words)]]
		if rest&orgWord == 0 && len(n.words) == 1 && len(o.words) > 2 {
			continue
		}
		if key != n.key {
			return n.key
		}
		key = o.key
	}
	return key
}

// fullerPlace is the key of the place that the name means without its word for what it is ("Thames", "River Thames").
func (d *resolver) fullerPlace(n *name) string {
	for _, o := range sharing(d.byWord, n, false) {
		if o.typ != Location || len(o.words) != len(n.words)+1 {
			continue
		}
		firstClass, lastClass := d.r.lexicon.classes[o.words[0]], d.r.lexicon.classes[o.words[len(o.words)-1]]
		if firstClass&placeWord != 0 && slices.Equal(o.words[1:], n.words) || lastClass&placeWord != 0 && lastClass&placeFirst == 0 && slices.Equal(o.words[:len(n.words)], n.words) && len(n.words[0]) > 3 {
			return o.key
		}
	}
	return n.key
}

// person is the key of the person whom the name means: the name that it goes with and that was met last, else the fullest
// that comes later in the text.
func (g *grouping) person(n *name) string {
	if len(n.words) == 0 {
		return n.key
	}
	if key, ok := g.persons[n.key]; ok && len(n.words) > 1 {
		g.meet(n, key)
		return key
	}
	key := n.key
	if p := g.latest(sharing(g.met, n, true), n); p != nil {
		key = g.persons[p.key]
	} else {
		for _, o := range sharing(g.later, n, false) {
			if o.typ == Person && len(o.words) > len(n.words) && samePerson(n.words, o.words) {
				key = o.key
				g.meet(o, key)
				break
			}
		}
	}
	g.meet(n, key)
	return key
}

// meet remembers that the name means the person, and when.
func (g *grouping) meet(n *name, key string) {
	g.clock++
	n.seen = g.clock
	_, known := g.persons[n.key]
	g.persons[n.key] = key
	if !known {
		put(g.met, n)
	}
}

// latest is the name that goes with n and was met last, a fuller one before a single word.
// A single word that already goes with someone does not tie two fuller names together.
func (g *grouping) latest(names []*name, n *name) *name {
	var best *name
	for _, p := range names {
		if !samePerson(n.words, p.words) || len(n.words) > 1 && len(p.words) == 1 && g.persons[p.key] != p.key {
			continue
		}
		fuller := best != nil && len(p.words) > 1 && len(best.words) == 1
		if best == nil || fuller || p.seen > best.seen && (len(p.words) > 1 || len(best.words) == 1) {
			best = p
		}
	}
	return best
}

// samePerson says whether a name may be a shorter or a fuller form of another: one is the end or the first
// word of the other, or both begin and end with the same word.
func samePerson(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := len(a)
	if n == 0 {
		return false
	}
	if slices.Equal(a, b[len(b)-n:]) || n == 1 && a[0] == b[0] {
		return true
	}
	return n >= 2 && a[0] == b[0] && a[n-1] == b[len(b)-1]
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
	if !e.Type.Name() {
		return
	}
	for _, f := range forms {
		if !strings.EqualFold(f, e.Name) {
			e.Aliases = append(e.Aliases, f)
		}
	}
	d.relate(e, forms)
}

// fullest is the form with the most words; of a country the table's name. A group and an amount go by the form that is commonest, then first.
func (d *resolver) fullest(forms []string, counts map[string]int, t Type) string {
	best := forms[0]
	if t == Location {
		if full, ok := d.r.lexicon.places[foldPhrase(best)]; ok {
			return full
		}
	}
	for _, f := range forms[1:] {
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
		for _, rel := range d.r.lexicon.related[foldPhrase(f)] {
			if (rel.Relation == "demonym") != (e.Type == Group) || e.Type != Group && e.Type != Location {
				continue
			}
			if rel.Name != e.Name && !slices.Contains(e.Related, rel) {
				e.Related = append(e.Related, rel)
			}
		}
	}
}

// What a mention in the title or first paragraph, and one in each paragraph, adds to the salience of an entity.
const (
	leadWeight   = 1.0
	secondWeight = 0.4
	spreadWeight = 1.0
)

// weigh gives each entity its share of the text's attention and puts the entities in that order. Frequency counts by its square
// root, since the tenth mention says less than the second.
func (d *resolver) weigh(entities []Entity) {
	raw, total := make([]float64, len(entities)), 0.0
	for i := range entities {
		raw[i] = d.attention(&entities[i])
		total += raw[i]
	}
	for i := range entities {
		entities[i].Salience = math.Floor(1e4*raw[i]/total) / 1e4
	}
	sort.SliceStable(entities, func(i, j int) bool {
		a, b := &entities[i], &entities[j]
		return a.Salience > b.Salience || a.Salience == b.Salience && a.Mentions[0] < b.Mentions[0]
	})
}

func (d *resolver) attention(e *Entity) float64 {
	weight := 1.0
	paragraphs, last := 0, -1
	for _, i := range e.Mentions {
		p := d.doc.Sentences[max(0, d.doc.SentenceAt(d.mentions[i].Start))].Paragraph
		if p != last {
			paragraphs, last = paragraphs+1, p
			switch {
			case p == 0:
				weight += leadWeight
			case p <= 2:
				weight += secondWeight
			}
		}
	}
	weight += float64(spreadWeight * float64(paragraphs) / float64(len(d.doc.Paragraphs)))
	weight *= math.Sqrt(float64(len(e.Mentions)))
	switch {
	case !e.Type.Name():
		return float64(weight * 0.1)
	case e.Type == Group || e.Type == Misc:
		return float64(weight * 0.5)
	}
	return weight
}
