package report

import (
	"slices"

	"gloss/app/entity"
)

// Unsure says whether the entity is one that Input.Unsure asks for: more likely no name than one.
func (e *Entity) Unsure() bool { return e.Confidence < 0.5 }

// sure is the entities without the unsure ones, which stand behind them.
func (r *Report) sure() []Entity {
	n := len(r.Entities)
	for n > 0 && r.Entities[n-1].Unsure() {
		n--
	}
	return r.Entities[:n]
}

// find gives the mentions in the sentences [first, last), and puts the unsure ones by if they are asked for.
func (c *building) find(first, last int) []entity.Mention {
	var all []entity.Mention
	for _, r := range c.readings {
		var found, unsure []entity.Mention
		if c.in.Unsure {
			found, unsure = r.engine.recognizer.RecognizeAll(r.doc, first, last)
		} else {
			found = r.engine.recognizer.Recognize(r.doc, first, last)
		}
		r.mentions, r.unsure = append(r.mentions, found...), append(r.unsure, unsure...)
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(a, b entity.Mention) int { return a.Start - b.Start })
	return all
}

// addUnsure puts the unsure ones behind all other entities, once nothing else is made of those.
func (c *building) addUnsure() {
	for _, r := range c.readings {
		mentions, entities := r.engine.recognizer.Unsure(r.doc, r.mentions, r.unsure)
		for _, e := range entities {
			c.r.Entities = append(c.r.Entities, c.entity(e, mentions))
		}
	}
}
