package report

import "gloss/app/entity"

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
	if !c.in.Unsure {
		return c.engine.recognizer.Recognize(c.doc, first, last)
	}
	found, unsure := c.engine.recognizer.RecognizeAll(c.doc, first, last)
	c.unsure = append(c.unsure, unsure...)
	return found
}

// addUnsure puts the unsure ones behind all other entities, once nothing else is made of those.
func (c *building) addUnsure() {
	mentions, entities := c.engine.recognizer.Unsure(c.doc, c.mentions, c.unsure)
	for _, e := range entities {
		c.r.Entities = append(c.r.Entities, c.entity(e, mentions))
	}
}
