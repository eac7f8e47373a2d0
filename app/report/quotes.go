package report

import (
	"slices"

	"gloss/app/entity"
	"gloss/app/quote"
)

// quotes finds who said what. People and organisations speak; the speaker is shown by the
// fullest name, or as the text has it where it is a noun phrase.
func (c *building) quotes() error {
	var names []quote.Name
	for i, s := range c.names.spans {
		switch e := c.names.entities[i]; entity.Type(c.r.Entities[e].Type) {
		case entity.Person, entity.Org:
			names = append(names, quote.Name{Span: s, Entity: e, Person: c.r.Entities[e].Type == string(entity.Person)})
		}
	}
	var found []quote.Quote
	for _, r := range c.readings {
		found = append(found, r.engine.finder.Find(r.doc, names)...)
	}
	slices.SortStableFunc(found, func(a, b quote.Quote) int { return a.Start - b.Start })
	for _, q := range found {
		out := Quote{
			Start: q.Start, End: q.End, Text: q.Of(c.in.Text), Entity: -1,
			Speaker: collapse(q.Speaker.Of(c.in.Text)), Cue: collapse(q.Cue.Of(c.in.Text)), Indirect: q.Indirect,
		}
		if q.Name >= 0 {
			out.Entity = names[q.Name].Entity
			out.Speaker = c.r.Entities[out.Entity].Name
		}
		c.r.Quotes = append(c.r.Quotes, out)
	}
	return nil
}
