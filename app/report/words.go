package report

import (
	"slices"

	"gloss/app/text"
)

// keywords counts the words by stem and tells which of them are words of one entity's name.
func (c *building) keywords() error {
	for _, k := range c.engine.extractor.Keywords(c.doc, c.stems) {
		forms := make([]Form, len(k.Forms))
		for i, f := range k.Forms {
			forms[i] = Form{Form: f.Form, Count: f.Count}
		}
		c.r.Keywords = append(c.r.Keywords, Keyword{
			Stem: k.Stem, Form: k.Form, Count: k.Count, Score: k.Score,
			Entity: c.names.most(k.Spans), Forms: forms, Spans: pairs(k.Spans),
		})
	}
	return nil
}

// phrases finds the runs of words that belong together.
func (c *building) phrases() error {
	for _, p := range c.engine.extractor.Phrases(c.doc, c.stems) {
		c.r.Phrases = append(c.r.Phrases, Phrase{Text: p.Text, Count: p.Count, Score: p.Score, Spans: pairs(p.Spans)})
	}
	return nil
}

func pairs(spans []text.Span) []Pair {
	out := make([]Pair, len(spans))
	for i, s := range spans {
		out[i] = Pair{s.Start, s.End}
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
