package entity

import (
	"slices"
	"strings"
)

// ownThing is what a reader's canonical name means.
type ownThing struct {
	key string // folded
	typ Type
}

// thing is what the name means: its canonical name, else itself.
func (o *ownName) thing() ownThing {
	if o.canonical != "" {
		return ownThing{foldPhrase(o.canonical), o.typ}
	}
	return ownThing{foldPhrase(o.name), o.typ}
}

// gather makes one entity of all that the reader gives one canonical name, under that name. An entity with such a mention goes there whole,
// unless its mentions are told apart by the reader; mentions of another type than the reader's leave it.
func (x *ReaderLexicon) gather(d *resolver, entities []Entity) []Entity {
	things := map[ownThing]string{} // the canonical names that the text mentions
	for i := range d.mentions {
		if o := d.mentions[i].own; o != nil && o.canonical != "" {
			things[o.thing()] = o.canonical
		}
	}
	var out []Entity
	var own []int // those of out that put made
	at := map[ownThing]int{}
	put := func(t ownThing, mention int) {
		e, ok := at[t]
		if !ok {
			e = len(out)
			at[t], own = e, append(own, e)
			out = append(out, Entity{Type: t.typ, Name: things[t]})
		}
		out[e].Mentions = append(out[e].Mentions, mention)
	}
	for _, e := range entities {
		rest, moved := split(d, &e, things, put)
		switch {
		case len(rest) == 0:
		case moved:
			part := Entity{Type: e.Type, Mentions: rest}
			d.describe(&part)
			out = append(out, part)
		default:
			out = append(out, e)
		}
	}
	for _, e := range own {
		rename(d, &out[e])
	}
	return out
}

// split hands the mentions of an entity that belong to things of the reader's to put; rest is those that stay together.
func split(d *resolver, e *Entity, things map[ownThing]string, put func(ownThing, int)) (rest []int, moved bool) {
	whole, clear := ownThing{}, true
	if t := (ownThing{foldPhrase(e.Name), e.Type}); things[t] != "" {
		whole = t
	}
	for _, i := range e.Mentions {
		if o := d.mentions[i].own; o != nil && o.typ == e.Type && o.canonical != "" {
			clear = clear && (whole.key == "" || whole == o.thing())
			whole = o.thing()
		}
	}
	for _, i := range e.Mentions {
		o := d.mentions[i].own
		switch {
		case o != nil && (o.canonical != "" || o.typ != e.Type):
			put(o.thing(), i)
			moved = true
		case clear && whole.key != "":
			put(whole, i)
			moved = true
		default:
			rest = append(rest, i)
		}
	}
	return rest, moved
}

// rename describes an entity of the reader's, whose name is given unless empty.
func rename(d *resolver, e *Entity) {
	name, typ := e.Name, e.Type
	slices.Sort(e.Mentions)
	for _, i := range e.Mentions {
		d.mentions[i].Type = typ
	}
	*e = Entity{Type: typ, Mentions: e.Mentions}
	d.describe(e)
	if name == "" {
		return
	}
	aliases := []string{}
	for _, a := range append([]string{e.Name}, e.Aliases...) {
		if !strings.EqualFold(a, name) {
			aliases = append(aliases, a)
		}
	}
	e.Name, e.Aliases = name, aliases
	e.Related = slices.DeleteFunc(e.Related, func(r Relation) bool { return r.Name == name })
}

// group makes entities of the reader's names in a text of a language without tables, where nothing else is known.
func (x *ReaderLexicon) group(d *resolver) ([]Mention, []Entity) {
	at := map[ownThing]int{}
	var entities []Entity
	for i := range d.mentions {
		o := d.mentions[i].own
		form := strings.Join(strings.Fields(d.mentions[i].Of(d.doc.Text)), " ")
		e, ok := at[o.thing()]
		if !ok {
			e = len(entities)
			at[o.thing()] = e
			entities = append(entities, Entity{Name: form, Type: o.typ, Confidence: 1})
			if o.canonical != "" {
				entities[e].Name = o.canonical
			}
		}
		own := &entities[e]
		if !strings.EqualFold(form, own.Name) && !slices.Contains(own.Aliases, form) {
			own.Aliases = append(own.Aliases, form)
		}
		own.Mentions = append(own.Mentions, i)
	}
	d.weigh(entities)
	return d.mentions, entities
}
