package report

import (
	"slices"
	"sort"

	"gloss/app/entity"
	"gloss/app/headline"
	"gloss/app/text"
)

// reasonSpans is how many of its places in the article a reason lists: in a book, with a
// few hundred headlines, all of them would be a hundred times the book.
const reasonSpans = 100

// headlines relates all headlines to the article: the tail's, the input's, and those kept.
func (c *building) headlines() error {
	own := c.ownHeadlines()
	kept := c.engine.keptIndex(c.b)
	if len(own) == 0 && kept.Len() == 0 {
		return nil
	}
	q := c.engine.linker.Query(c.doc, c.headlineNames())
	links := c.engine.index(own, c.known).Link(q)
	groups := 0
	for _, l := range links {
		groups = max(groups, l.Group+1)
	}
	c.addHeadlines(own, links, 0)
	c.addHeadlines(c.engine.kept, kept.Link(q), groups)
	list := c.r.Headlines
	sort.SliceStable(list, func(a, b int) bool { return list[a].Score > list[b].Score })
	return nil
}

// ReadHeadlines reads a file of headlines in any format that package headline knows; language is the
// BCP 47 code of the words that tell what a line is, "en" when empty. Problems are parts that could not
// be read, the others were; an error means that nothing could be read.
func (b *Builder) ReadHeadlines(data []byte, language string) (list []Headline, problems []string, err error) {
	if language == "" {
		language = "en"
	}
	e, err := b.engineFor(language)
	if err != nil {
		return nil, nil, err
	}
	found, bad, err := e.linker.Read(data)
	for _, h := range found {
		list = append(list, Headline{Title: h.Title, URL: h.URL, Source: h.Source, Section: h.Section, Published: h.Published})
	}
	for _, p := range bad {
		problems = append(problems, p.String())
	}
	return list, problems, err
}

// ownHeadlines are those of the tail, then those of the input.
func (c *building) ownHeadlines() []Headline {
	var list []Headline
	for _, h := range c.parts.Headlines {
		start, end := h.Span.Start, h.Span.End
		list = append(list, Headline{
			Title: h.Title, Source: h.Source, Section: h.Section, Published: h.Published,
			Start: &start, End: &end,
		})
	}
	return append(list, c.engine.cleaned(c.in.Headlines)...)
}

// cleaned is the headlines with clean titles, those without one left out. Where only a
// title is given it is read as a line of a list: bullets go, source, section and time move to their fields.
func (e *engine) cleaned(list []Headline) []Headline {
	out := make([]Headline, 0, len(list))
	for _, h := range list {
		h = Headline{Title: clean(h.Title), URL: clean(h.URL), Source: clean(h.Source), Section: clean(h.Section), Published: clean(h.Published)}
		if h.Source == "" && h.Section == "" && h.Published == "" {
			if found := e.splitter.List(h.Title); len(found) == 1 && found[0].Title != "" {
				h.Title, h.Source, h.Section, h.Published = found[0].Title, found[0].Source, found[0].Section, found[0].Published
			}
		}
		if h.Title != "" {
			out = append(out, h)
		}
	}
	return out
}

// index makes a list of clean headlines ready, and leaves the names that stand in each title with it.
func (e *engine) index(list []Headline, known *entity.Known) *headline.Index {
	heads := make([]headline.Headline, len(list))
	for i := range list {
		h := &list[i]
		heads[i].Title = h.Title
		h.Mentions = []TitleMention{}
		doc := text.Parse(h.Title, e.lang, text.Span{End: len(h.Title)})
		for _, m := range known.Recognize(doc) {
			if m.Type.Name() {
				heads[i].Names = append(heads[i].Names, m.Span)
				h.Mentions = append(h.Mentions, TitleMention{Start: m.Start, End: m.End, Text: m.Of(h.Title), Type: string(m.Type)})
			}
		}
	}
	return e.linker.Index(heads)
}

// headlineNames are the article's names as headlines may mention them.
func (c *building) headlineNames() []headline.Name {
	var names []headline.Name
	for i := range c.r.Entities {
		e := &c.r.Entities[i]
		if !entity.Type(e.Type).Name() {
			continue
		}
		n := headline.Name{Text: e.Name, Forms: slices.Clone(e.Aliases), Person: e.Type == string(entity.Person)}
		for _, m := range e.Mentions {
			n.Spans = append(n.Spans, text.Span{Start: m.Start, End: m.End})
			if form := collapse(m.Text); form != e.Name && !slices.Contains(n.Forms, form) {
				n.Forms = append(n.Forms, form)
			}
		}
		for _, r := range e.Related {
			n.Forms = append(n.Forms, r.Name)
		}
		names = append(names, n)
	}
	return names
}

// addHeadlines adds the list as it was linked; its groups are numbered from base on.
func (c *building) addHeadlines(list []Headline, links []headline.Link, base int) {
	for _, l := range links {
		h := list[l.Headline]
		h.Score, h.Level, h.Group = l.Score, string(l.Level), base+l.Group
		h.Mentions = slices.Clone(h.Mentions)
		h.Reasons = []Reason{}
		for _, r := range l.Reasons {
			h.Reasons = append(h.Reasons, Reason{
				Kind: string(r.Kind), Text: collapse(r.Text), Weight: r.Weight,
				Spans: pairs(first(r.Spans, reasonSpans)), TitleSpans: pairs(r.TitleSpans),
			})
		}
		c.r.Headlines = append(c.r.Headlines, h)
	}
}
