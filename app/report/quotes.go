package report

import (
	"slices"
	"sort"

	"gloss/app/entity"
	"gloss/app/quote"
	"gloss/app/text"
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
			Start: q.Start, End: q.End, Text: q.Of(c.in.Text), Entity: -1, Cue: collapse(q.Cue.Of(c.in.Text)), Indirect: q.Indirect,
			SpeakerSpan: Pair{q.Speaker.Start, q.Speaker.End}, Words: wordsIn(c.doc, q.Span), Nested: q.Nested, Continued: q.Continued, Spans: pairs(q.Parts),
		}
		switch {
		case q.Name >= 0:
			out.Entity = names[q.Name].Entity
			out.Speaker = c.r.Entities[out.Entity].Name
		case !q.Pronoun:
			out.Speaker = collapse(q.Speaker.Of(c.in.Text))
		}
		c.r.Quotes = append(c.r.Quotes, out)
	}
	return nil
}

// wordsIn is how many words begin in the span, counted as statsOf does.
func wordsIn(d *text.Document, s text.Span) int {
	n := 0
	for i := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= s.Start }); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
		if k := d.Tokens[i].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}
