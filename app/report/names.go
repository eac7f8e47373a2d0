package report

import (
	"slices"

	"gloss/app/entity"
	"gloss/app/text"
)

// The first batch of paragraphs in which names are looked for is small, so that the first marks come soon.
const (
	firstBatch = 8 << 10 // bytes
	nextBatch  = 64 << 10
)

// recognize looks for names, one batch of paragraphs after the other.
func (c *building) recognize() error {
	size := firstBatch
	for first := 0; first < len(c.doc.Paragraphs); size = nextBatch {
		last := first + 1
		for last < len(c.doc.Paragraphs) && c.doc.Paragraphs[last].End-c.doc.Paragraphs[first].Start <= size {
			last++
		}
		found := c.find(c.doc.Paragraphs[first].First, c.doc.Paragraphs[last-1].Last)
		c.at.Done, c.at.Mentions = last, found
		if err := c.tell(); err != nil {
			return err
		}
		first = last
	}
	return nil
}

// resolve settles the mentions, now that the whole text is known, and gathers what names the same thing.
func (c *building) resolve() error {
	all := make([][]entity.Entity, len(c.readings))
	for i, r := range c.readings {
		r.mentions, all[i] = r.engine.recognizer.Resolve(r.doc, r.mentions)
	}
	entities := c.together(all)
	c.known = c.engine.recognizer.Know(entities)
	owner := make([]int, len(c.mentions))
	for i := range owner {
		owner[i] = -1
	}
	for i, e := range entities {
		c.r.Entities = append(c.r.Entities, c.entity(e, c.mentions))
		for _, m := range e.Mentions {
			owner[m] = i
		}
	}
	for i, m := range c.mentions {
		if owner[i] >= 0 && m.Type.Name() {
			c.names.spans = append(c.names.spans, m.Span)
			c.names.entities = append(c.names.entities, owner[i])
		}
	}
	return nil
}

func (c *building) entity(e entity.Entity, mentions []entity.Mention) Entity {
	out := Entity{
		Name: collapse(e.Name), Type: string(e.Type), Aliases: append([]string{}, e.Aliases...), Count: len(e.Mentions),
		Salience: e.Salience, Confidence: e.Confidence, Related: []Relation{}, Value: e.Value, Mentions: []Mention{},
	}
	for _, r := range e.Related {
		out.Related = append(out.Related, Relation{Name: r.Name, Relation: r.Relation})
	}
	for _, i := range e.Mentions {
		m := mentions[i]
		out.Mentions = append(out.Mentions, Mention{
			Start: m.Start, End: m.End, Text: m.Of(c.in.Text),
			Confidence: m.Confidence, Why: append([]string{}, m.Why...),
		})
	}
	return out
}

// nameIndex finds the mention of a name that covers a place of the text.
type nameIndex struct {
	spans    []text.Span // in order, without overlaps
	entities []int       // of each span
	count    map[int]int // scratch of most
}

// at is the entity whose name covers the span, -1 when none does.
func (x *nameIndex) at(s text.Span) int {
	i, found := slices.BinarySearchFunc(x.spans, s.Start, func(n text.Span, at int) int { return n.Start - at })
	if !found {
		i--
	}
	if i >= 0 && x.spans[i].Contains(s) {
		return x.entities[i]
	}
	return -1
}

// most is the entity whose names cover more than half of the spans, -1 when there is none.
func (x *nameIndex) most(spans []text.Span) int {
	clear(x.count)
	best, n := -1, 0
	for _, s := range spans {
		e := x.at(s)
		if e < 0 {
			continue
		}
		x.count[e]++
		if x.count[e] > n {
			best, n = e, x.count[e]
		}
	}
	if 2*n > len(spans) {
		return best
	}
	return -1
}
