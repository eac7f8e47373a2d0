package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gloss/app/entity"
	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/app/text"
)

// reading is one of the text's languages, with the stages that read the paragraphs in it and what they have found.
type reading struct {
	engine *engine
	lang   *lang.Language // the engine's, but for a language without tables: those share one engine
	name   string         // in English, "" when it is not known
	doc    *text.Document // the view of this language

	mentions, unsure []entity.Mention
	words            *keyword.Words // nil when they are not looked at
}

// parseMixed parses the blocks, each paragraph by the language that it is in. When the reader has said which language the text is in, all of it is.
func (c *building) parseMixed(blocks []text.Span) error {
	own := c.readings[0]
	var failed error
	of := func(p text.Span) *lang.Language {
		code, name, other := c.b.detector.Paragraph(p.Of(c.in.Text), own.name)
		if !other || failed != nil {
			return nil
		}
		var r *reading
		if r, failed = c.readingOf(code, name); failed != nil {
			return nil
		}
		return r.lang
	}
	if c.in.Language != "" {
		of = nil
	}
	c.doc = text.ParseMixed(c.in.Text, own.lang, of, blocks...)
	if failed != nil {
		return failed
	}
	c.readings = slices.DeleteFunc(c.readings, func(r *reading) bool { return !slices.Contains(c.doc.Languages, r.lang) })
	for _, r := range c.readings {
		r.doc = c.doc.In(slices.Index(c.doc.Languages, r.lang))
	}
	return nil
}

// readingOf is the reading of the language, made when a paragraph first needs it.
func (c *building) readingOf(code, name string) (*reading, error) {
	for _, r := range c.readings {
		if r.name == name {
			return r, nil
		}
	}
	e, err := c.engineFor(code)
	if err != nil {
		return nil, err
	}
	r := &reading{engine: e, lang: e.lang, name: name}
	if !e.lang.Supported() {
		r.lang = lang.Plain()
	}
	c.readings = append(c.readings, r)
	return r, nil
}

// counts says whether the words of the reading are counted. Where stop words are not known, those of the few paragraphs that are in such a language would
// stand before all others.
func (c *building) counts(r *reading) bool { return r == c.readings[0] || r.lang.Supported() }

// runs is the report's languages.
func (c *building) runs() []Language {
	runs := []Language{{Start: c.r.Article.Start}}
	last := c.readings[0].lang
	for i, p := range c.doc.Paragraphs {
		l := c.doc.Languages[c.doc.Sentences[p.First].Lang]
		switch {
		case i == 0:
			last = l
		case l != last:
			runs[len(runs)-1] = c.run(runs[len(runs)-1], last, c.doc.Paragraphs[i-1].End)
			runs = append(runs, Language{Start: p.Start})
			last = l
		}
	}
	runs[len(runs)-1] = c.run(runs[len(runs)-1], last, c.r.Article.End)
	return runs
}

// run is the run of the language up to end.
func (c *building) run(r Language, l *lang.Language, end int) Language {
	for _, reading := range c.readings {
		if reading.lang == l {
			r.Name = reading.name
		}
	}
	r.Language, r.End = l.Code, end
	return r
}

// share is how much of the document's tokens the reading has.
func (r *reading) share() float64 {
	n := 0
	for i, s := range r.doc.Sentences {
		if r.doc.Reads(i) {
			n += s.Last - s.First
		}
	}
	return float64(n) / float64(max(1, len(r.doc.Tokens)))
}

// together puts what the readings have found into one: their mentions in order, and of their entities those of one name and type as one.
func (c *building) together(all [][]entity.Entity) []entity.Entity {
	if len(c.readings) == 1 {
		c.mentions = c.readings[0].mentions
		return all[0]
	}
	var out []entity.Entity
	at := map[[2]string]int{}
	for k, r := range c.readings {
		share, base := r.share(), len(c.mentions)
		c.mentions = append(c.mentions, r.mentions...)
		for _, e := range all[k] {
			e.Salience = math.Floor(1e4*float64(e.Salience*share)) / 1e4
			for i := range e.Mentions {
				e.Mentions[i] += base
			}
			key := [2]string{string(e.Type), strings.ToLower(e.Name)}
			if i, ok := at[key]; ok {
				join(&out[i], e)
				continue
			}
			at[key] = len(out)
			out = append(out, e)
		}
	}
	c.inOrder(out)
	slices.SortStableFunc(out, func(a, b entity.Entity) int {
		return cmp.Or(cmp.Compare(b.Salience, a.Salience), cmp.Compare(a.Mentions[0], b.Mentions[0]))
	})
	return out
}

// join adds b, which has the name and the type of a, to a.
func join(a *entity.Entity, b entity.Entity) {
	a.Mentions = append(a.Mentions, b.Mentions...)
	a.Salience = math.Round(1e4*(a.Salience+b.Salience)) / 1e4
	a.Confidence = max(a.Confidence, b.Confidence)
	for _, s := range b.Aliases {
		if s != a.Name && !slices.Contains(a.Aliases, s) {
			a.Aliases = append(a.Aliases, s)
		}
	}
	for _, r := range b.Related {
		if !slices.Contains(a.Related, r) {
			a.Related = append(a.Related, r)
		}
	}
	a.Value = cmp.Or(a.Value, b.Value)
}

// inOrder puts the mentions in the order of the text, and renews the entities' indices into them.
func (c *building) inOrder(entities []entity.Entity) {
	order := make([]int, len(c.mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return c.mentions[a].Start - c.mentions[b].Start })
	sorted, place := make([]entity.Mention, len(order)), make([]int, len(order))
	for to, from := range order {
		sorted[to], place[from] = c.mentions[from], to
	}
	c.mentions = sorted
	for i := range entities {
		m := entities[i].Mentions
		for k := range m {
			m[k] = place[m[k]]
		}
		slices.Sort(m)
	}
}
