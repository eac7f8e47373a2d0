package entity

import (
	"slices"
	"strings"

	"gloss/app/text"
)

// Resolve looks at the mentions of the whole document together. It gives a name that occurs more than once the
// type that most speaks for, finds names where a sentence alone gave no ground to (a surname, an acronym that the text
// introduces, a name that begins a sentence), drops what the text itself shows to be a common word, and
// groups what is left: one Entity for each real thing, ordered by salience.
func (r *Recognizer) Resolve(doc *text.Document, mentions []Mention) ([]Mention, []Entity) {
	if len(mentions) == 0 {
		return nil, nil
	}
	d := &resolver{r: r, doc: doc, mentions: mentions, ships: map[string]bool{}, plains: map[int]bool{}, folds: map[string]string{}, linked: map[int]*name{}, twins: map[string]bool{}}
	if r.lexicon == nil {
		if r.reader == nil {
			return nil, nil
		}
		return r.reader.group(d)
	}
	d.lowered = d.lowerWords()
	if r.rough {
		d.readForms()
	}
	d.collect()
	d.vote()
	for range 2 { // the second time with the full names that the first has found
		if !d.mend() {
			break
		}
		d.collect()
		d.vote()
	}
	d.surnames = d.readSurnames()
	if r.rough {
		d.roughAcronyms()
	} else {
		d.acronyms()
	}
	d.shortForms()
	d.called()
	d.settle()
	d.complete()
	if !r.rough {
		d.definite()
		d.teams()
	}
	d.languages()
	if r.reader != nil {
		r.reader.obey(d)
	}
	entities := d.group()
	if r.reader != nil {
		entities = r.reader.gather(d, entities)
	}
	d.explain(entities)
	d.weigh(entities)
	return d.mentions, entities
}

// name is one way of writing a name, with all the mentions that have it.
type name struct {
	key      string
	words    []string // of the key
	first    int      // mention
	count    int
	votes    [numTypes]int32
	typ      Type
	given    bool   // typ comes from another name of the document, not from votes
	full     string // key of the name that this one is an acronym of
	certain  int32  // the highest confidence margin of a mention
	why      string
	mentions []int
	parts    []string // of a person's name, as they are compared
}

type resolver struct {
	r        *Recognizer
	doc      *text.Document
	mentions []Mention
	keys     []string // of each mention
	known    map[string]*name
	order    []*name            // by first mention
	byWord   map[string][]*name // by first and by last word
	shouted  int                // mentions in sentences in capitals or in title case
	lowered  map[string]bool    // words that the text has in lower case
	surnames map[string]surname // by the last word of a full name
	begins   map[string]bool    // first words of full names of persons
	ships    map[string]bool    // names that are ships', by key
	bare     map[string]*name   // rivers, storms by their name without the word for what they are
	plains   map[int]bool       // sentences with capitals that say something, as far as asked
	twins    map[string]bool    // names of a country that mean a part of another one here
	folds    map[string]string  // keys of phrases, as far as asked
	linked   map[int]*name      // what the mention at an offset is short for
}

// lowerWords is every word that stands in the text in lower case.
func (d *resolver) lowerWords() map[string]bool {
	set := map[string]bool{}
	for n, s := range d.doc.Sentences {
		for i := s.First; i < s.Last && d.doc.Reads(n); i++ {
			if d.doc.Tokens[i].Kind != text.Word {
				continue
			}
			if f := d.doc.Form(i); f[0] >= 'a' && f[0] <= 'z' && !set[f] {
				set[f] = true
			}
		}
	}
	return set
}

// collect makes a name of each way of writing one.
func (d *resolver) collect() {
	d.keys = make([]string, len(d.mentions))
	d.known, d.order, d.shouted = map[string]*name{}, nil, 0
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.shouted {
			d.shouted++
		}
		if !m.Type.Name() {
			continue
		}
		key := d.folded(m.Of(d.doc.Text))
		d.keys[i] = key
		n := d.known[key]
		if n == nil {
			n = &name{key: key, words: keyWords(key), first: i, typ: m.Type}
			d.known[key] = n
			d.order = append(d.order, n)
		}
		n.count++
		n.mentions = append(n.mentions, i)
	}
}

// keyWords are the words of a key, without the commas between them.
func keyWords(key string) []string {
	words := strings.Fields(key)
	for i, w := range words {
		if w != "," {
			words[i] = strings.TrimSuffix(w, ",")
		}
	}
	return words
}

// Bounds of what one mention can say for its type, in quarters of a nat, so that one odd place does not outvote the others.
const mostVotes = 12

// vote gives each name the type that its mentions together speak for.
func (d *resolver) vote() {
	for _, n := range d.order {
		for _, i := range n.mentions {
			v := d.mentions[i].votes
			best := max(v[0], v[1], v[2], v[3])
			for t := range v {
				n.votes[t] += int32(max(v[t]-best, -mostVotes))
			}
		}
		best := 0
		for t := range n.votes {
			if n.votes[t] > n.votes[best] {
				best = t
			}
		}
		n.typ = d.typeOf(n, voteTypes[best])
		if len(n.words) > 1 {
			n.typ = d.tabled(n)
		}
		if d.r.lexicon.classes[n.key].peopleOnly() {
			n.typ = Group
		}
	}
}

// tabled is the type of a name of several words that the tables have as one thing only, whatever the sentences say: "West Bank", "Al Jazeera".
func (d *resolver) tabled(n *name) Type {
	switch c := d.r.lexicon.classes[n.key]; {
	case n.typ == Org && c&(country|region) != 0 && c&^(country|region) == 0:
		return Location
	case n.typ == Person && c == knownOrg:
		return Org
	}
	return n.typ
}

// typeOf keeps the finer type (a group, an event) that a mention of the name has.
func (d *resolver) typeOf(n *name, t Type) Type {
	for _, i := range n.mentions {
		m := d.mentions[i].Type
		if m == t || m == Group && t == Misc || m == Event && t == Misc {
			return m
		}
	}
	return t
}

// voteIndex is the place of a type, or of the coarser one that it belongs to, in voteTypes.
func voteIndex(t Type) int {
	for i, v := range voteTypes {
		if v == t {
			return i
		}
	}
	return numTypes - 1
}

// of is the name as the text first has it, white space collapsed.
func (n *name) of(d *resolver) string {
	return strings.Join(strings.Fields(d.mentions[n.first].Of(d.doc.Text)), " ")
}

// settle writes the names' types back to their mentions and drops those that are none: a word that begins a sentence or
// stands in a headline, is no sure name, and occurs in lower case.
func (d *resolver) settle() {
	kept := make([]Mention, 0, len(d.mentions))
	for i := range d.mentions {
		m := d.mentions[i]
		if n := d.known[d.keys[i]]; n != nil {
			if d.common(&m) {
				continue
			}
			if m.Confidence < 0.9 && len(n.words) == 1 && d.lowered[n.key] && !n.given {
				continue
			}
			if m.Type != n.typ && !m.dateline {
				m.Type, m.Why = n.typ, []string{sameElsewhere}
			}
			if n.why != "" {
				m.Why = []string{n.why}
			}
		}
		kept = append(kept, m)
	}
	d.mentions = kept
	d.reindex()
}

// reindex renews what refers to mentions by number.
func (d *resolver) reindex() {
	d.keys = make([]string, len(d.mentions))
	for _, n := range d.order {
		n.mentions, n.count = n.mentions[:0], 0
	}
	for i := range d.mentions {
		if !d.mentions[i].Type.Name() {
			continue
		}
		key := d.folded(d.mentions[i].Of(d.doc.Text))
		d.keys[i] = key
		if n := d.known[key]; n != nil {
			if n.count == 0 {
				n.first = i
			}
			n.count++
			n.mentions = append(n.mentions, i)
		}
	}
	order := d.order[:0]
	for _, n := range d.order {
		if n.count > 0 {
			order = append(order, n)
		} else {
			delete(d.known, n.key)
		}
	}
	d.order = order
}

// complete marks the known names where they stand unmarked.
func (d *resolver) complete() {
	d.mentions = slices.DeleteFunc(d.mentions, func(m Mention) bool { return d.runOn(&m) })
	d.reindex()
	k := &Known{r: d.r, names: map[string]Type{}}
	for _, n := range d.order {
		least := 0.8
		if len(n.words) > 1 {
			least = 0.6
		}
		if n.typ == Person && len(n.words) == 1 && !n.given && d.begins[n.key] {
			least = 0
		}
		if d.spoken(n) && (d.mentions[n.first].Confidence >= least || n.count > 1) || n.given {
			k.add(n.key, n.typ)
			k.addSurname(n.words, n.typ)
			if n.typ == Group && len(n.words) == 1 && !strings.HasSuffix(n.key, "s") {
				k.add(n.key+"s", Group)
			}
			if d.firm(n) && len(n.words[0]) > 3 && d.unheard(n.words[0]) {
				k.add(n.words[0], Org)
			}
			if n.typ == Person && len(n.words) == 2 && len(n.words[0]) > 1 && (d.surnameFirst(n) || d.unheard(n.words[0])) {
				k.add(n.words[0], Person)
			}
		}
	}
	for key, full := range d.introduced() {
		k.add(key, full)
	}
	for key, n := range d.bare {
		k.add(key, n.typ)
	}
	found := k.find(d.doc, 0, len(d.doc.Sentences), d.lowered)
	found = slices.DeleteFunc(found, func(m Mention) bool { return d.common(&m) })
	if !d.allShouted() {
		d.mentions = withoutGuesses(d.mentions, found)
	}
	d.mentions = addMentions(d.mentions, found)
	d.register()
}

// register makes names of the mentions that were added.
func (d *resolver) register() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if key := d.folded(m.Of(d.doc.Text)); m.Type.Name() && d.known[key] == nil {
			n := &name{key: key, words: keyWords(key), first: i, typ: m.Type, given: true}
			if long := d.bare[key]; long != nil && n.typ == long.typ {
				n.full = long.key
			}
			d.known[key] = n
			d.order = append(d.order, n)
		}
	}
	d.reindex()
}

// spoken says whether the name stands in a sentence whose capitals say something, where most of the text is of such.
func (d *resolver) spoken(n *name) bool {
	if d.allShouted() {
		return true
	}
	for _, i := range n.mentions {
		if !d.mentions[i].shouted {
			return true
		}
	}
	return false
}

// allShouted says whether most of the text is in capitals or in title case.
func (d *resolver) allShouted() bool { return 2*d.shouted > len(d.mentions) }
