package report

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// checker looks at a report's invariants.
type checker struct {
	t  testing.TB
	in Input
	r  *Report
}

// checkReport looks at all that DESIGN.md promises of a report in bytes of in.
func checkReport(t testing.TB, in Input, r *Report, blocks []Block) {
	t.Helper()
	c := checker{t, in, r}
	if r.Version != Version || r.Offsets != OffsetsBytes || r.Model == "" || r.Language == "" {
		t.Errorf("version %d, offsets %q, model %q, language %q", r.Version, r.Offsets, r.Model, r.Language)
	}
	c.article()
	c.languages()
	c.entities()
	c.words()
	c.ngrams()
	c.cooccurrences()
	c.lines()
	c.quotes()
	c.headlines()
	c.blocks(blocks)
	for _, n := range r.Notices {
		if n.Kind == "" || n.Text == "" || n.Start < 0 || n.Start > len(in.Text) {
			t.Errorf("notice %+v", n)
		}
	}
	j, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	noNull(t, j)
}

// span checks that the span lies in s on rune boundaries and is not empty.
func (c checker) span(what, s string, start, end int) bool {
	ok := 0 <= start && start < end && end <= len(s) && utf8.RuneStart(s[start]) && (end == len(s) || utf8.RuneStart(s[end]))
	if !ok {
		c.t.Errorf("%s: span [%d, %d) in %d bytes", what, start, end, len(s))
	}
	return ok
}

// inArticle is span, and that it lies in the article.
func (c checker) inArticle(what string, start, end int) bool {
	if start < c.r.Article.Start || end > c.r.Article.End {
		c.t.Errorf("%s: [%d, %d) outside the article [%d, %d)", what, start, end, c.r.Article.Start, c.r.Article.End)
	}
	return c.span(what, c.in.Text, start, end)
}

// score checks that x is between 0 and 1 and has 4 decimals.
func (c checker) score(what string, x float64) {
	if !(x >= 0 && x <= 1) || math.Round(x*1e4)/1e4 != x {
		c.t.Errorf("%s: score %v", what, x)
	}
}

// languages checks that the runs are the article.
func (c checker) languages() {
	end := c.r.Article.Start
	for i, l := range c.r.Languages {
		if l.Language == "" || i > 0 && l.Name == c.r.Languages[i-1].Name || l.Start < end || l.End < l.Start {
			c.t.Errorf("languages: run %d of %+v after %d", i, c.r.Languages, end)
		}
		end = l.End
	}
	if len(c.r.Languages) == 0 || end != c.r.Article.End {
		c.t.Errorf("languages: %+v up to %d", c.r.Languages, c.r.Article.End)
	}
}

func (c checker) article() {
	a := c.r.Article
	if a.Start < 0 || a.Start > a.End || a.End > len(c.in.Text) {
		c.t.Errorf("article [%d, %d)", a.Start, a.End)
	}
	for _, p := range []*Part{a.Title, a.Byline} {
		if p != nil && c.inArticle("part", p.Start, p.End) && p.Text != c.in.Text[p.Start:p.End] {
			c.t.Errorf("part %q is not the text at its span", p.Text)
		}
	}
	s := c.r.Stats
	if s.Words < 0 || s.Words > 0 && (s.Sentences == 0 || s.Paragraphs == 0) || s.Sentences < s.Paragraphs {
		c.t.Errorf("stats %+v", s)
	}
}

func (c checker) entities() {
	taken := make(map[int]int)
	for i, e := range c.r.Entities {
		if e.Name == "" || e.Name != collapse(e.Name) || typeCode(e.Type) < 0 || e.Count != len(e.Mentions) || e.Count == 0 {
			c.t.Errorf("entity %d: %q %s, count %d, %d mentions", i, e.Name, e.Type, e.Count, len(e.Mentions))
		}
		c.score("salience", e.Salience)
		c.score("confidence", e.Confidence)
		if i > 0 && e.Salience > c.r.Entities[i-1].Salience {
			c.t.Errorf("entity %d is out of order", i)
		}
		last := -1
		for _, m := range e.Mentions {
			if c.inArticle("mention", m.Start, m.End) && m.Text != c.in.Text[m.Start:m.End] {
				c.t.Errorf("mention %q is not the text at its span", m.Text)
			}
			c.score("confidence", m.Confidence)
			if m.Start < last {
				c.t.Errorf("mentions of %q are out of order", e.Name)
			}
			last = m.End
			if _, ok := taken[m.Start]; ok {
				c.t.Errorf("two mentions at %d", m.Start)
			}
			taken[m.Start] = m.End
		}
	}
}

func (c checker) words() {
	for i, k := range c.r.Keywords {
		sum := 0
		for _, f := range k.Forms {
			sum += f.Count
		}
		if k.Form == "" || k.Count != len(k.Spans) || k.Count != sum || k.Entity < -1 || k.Entity >= len(c.r.Entities) {
			c.t.Errorf("keyword %+v", k)
		}
		c.score("keyword", k.Score)
		if i > 0 && k.Score > c.r.Keywords[i-1].Score {
			c.t.Errorf("keyword %d is out of order", i)
		}
		for _, s := range k.Spans {
			c.inArticle("keyword", s[0], s[1])
		}
	}
	for i, p := range c.r.Phrases {
		if p.Text == "" || p.Text != collapse(p.Text) || p.Count != len(p.Spans) || p.Entity < -1 || p.Entity >= len(c.r.Entities) {
			c.t.Errorf("phrase %+v", p)
		}
		c.score("phrase", p.Score)
		if i > 0 && p.Score > c.r.Phrases[i-1].Score {
			c.t.Errorf("phrase %d is out of order", i)
		}
		for _, s := range p.Spans {
			c.inArticle("phrase", s[0], s[1])
		}
	}
}

// lines looks at the first keywords in their contexts: what stands there is the text, no longer than it may be, of one paragraph.
func (c checker) lines() {
	const width = 20
	for _, k := range first(c.r.Keywords, 3) {
		spans := first(k.Spans, 50)
		got := c.r.Lines(c.in.Text, spans, width)
		if len(got) != len(spans) {
			c.t.Errorf("%q: %d lines of %d places", k.Form, len(got), len(spans))
			continue
		}
		for i, l := range got {
			s := spans[i]
			if l.Start != s[0] || l.End != s[1] || l.Hit != oneLine(c.in.Text[s[0]:s[1]]) || l.Place < 0 || l.Place > 1 ||
				utf8.RuneCountInString(l.Left) > width || utf8.RuneCountInString(l.Right) > width ||
				!strings.HasSuffix(oneLine(c.in.Text[:s[0]]), l.Left) || !strings.HasPrefix(oneLine(c.in.Text[s[1]:]), l.Right) {
				c.t.Errorf("%q: line %+v", k.Form, l)
			}
		}
	}
}

func (c checker) ngrams() {
	for i, n := range c.r.NGrams {
		if n.Text == "" || n.Count < 2 || n.Count != len(n.Spans) || i > 0 && n.Count > c.r.NGrams[i-1].Count {
			c.t.Errorf("n-gram %d: %+v", i, n)
		}
		for _, s := range n.Spans {
			c.inArticle("n-gram", s[0], s[1])
		}
	}
}

func (c checker) cooccurrences() {
	member := func(m Member) bool {
		return m.Index >= 0 && (m.Kind == KindEntity && m.Index < len(c.r.Entities) || m.Kind == KindKeyword && m.Index < len(c.r.Keywords))
	}
	for i, p := range c.r.Cooccurrences {
		if !member(p.A) || !member(p.B) || p.A == p.B || p.Count < minShared || len(p.Sentences) != min(p.Count, maxPairPlaces) ||
			p.Score < 0 || math.Round(p.Score*1e4)/1e4 != p.Score || i > 0 && p.Score > c.r.Cooccurrences[i-1].Score {
			c.t.Errorf("pair %d: %+v", i, p)
		}
		for _, s := range p.Sentences {
			c.inArticle("sentence of a pair", s[0], s[1])
		}
	}
}

func (c checker) quotes() {
	for _, q := range c.r.Quotes {
		if c.inArticle("quote", q.Start, q.End) && q.Text != c.in.Text[q.Start:q.End] {
			c.t.Errorf("quote %q is not the text at its span", q.Text)
		}
		if q.Entity < -1 || q.Entity >= len(c.r.Entities) || q.Entity >= 0 && q.Speaker == "" {
			c.t.Errorf("quote of %q, entity %d", q.Speaker, q.Entity)
		}
		if q.SpeakerSpan != (Pair{}) {
			c.inArticle("speaker", q.SpeakerSpan[0], q.SpeakerSpan[1])
		}
		end := q.Start
		for _, s := range q.Spans {
			if !c.inArticle("part of a quote", s[0], s[1]) || s[0] < end || s[1] > q.End {
				c.t.Errorf("part %v of quote %d to %d", s, q.Start, q.End)
			}
			end = s[1]
		}
		if len(q.Spans) == 0 || q.Spans[0][0] != q.Start || end != q.End {
			c.t.Errorf("quote %d to %d has the parts %v", q.Start, q.End, q.Spans)
		}
	}
}

func (c checker) headlines() {
	for i, h := range c.r.Headlines {
		if h.Title == "" || h.Title != collapse(h.Title) || (h.Start == nil) != (h.End == nil) {
			c.t.Errorf("headline %+v", h)
		}
		c.score("headline", h.Score)
		if i > 0 && h.Score > c.r.Headlines[i-1].Score {
			c.t.Errorf("headline %d is out of order", i)
		}
		if h.Start != nil {
			c.span("headline", c.in.Text, *h.Start, *h.End)
			if *h.Start < c.r.Article.End {
				c.t.Errorf("headline %q stands in the article", h.Title)
			}
		}
		switch h.Level {
		case "related", "theme", "none":
		default:
			c.t.Errorf("level %q", h.Level)
		}
		for _, m := range h.Mentions {
			if c.span("name in a title", h.Title, m.Start, m.End) && m.Text != h.Title[m.Start:m.End] {
				c.t.Errorf("name %q is not the title at its span", m.Text)
			}
		}
		c.reasons(h)
	}
}

func (c checker) reasons(h Headline) {
	sum := 0.0
	for _, r := range h.Reasons {
		sum += r.Weight
		if r.Text == "" || len(r.Spans) == 0 || len(r.TitleSpans) == 0 {
			c.t.Errorf("reason %+v", r)
		}
		for _, s := range r.Spans {
			c.inArticle("reason", s[0], s[1])
		}
		for _, s := range r.TitleSpans {
			c.span("reason in a title", h.Title, s[0], s[1])
		}
	}
	if len(h.Reasons) > 0 && math.Abs(sum-1) > 1e-9 {
		c.t.Errorf("weights of %q sum to %v", h.Title, sum)
	}
}

// blocks checks that the blocks are in order and leave out white space only.
func (c checker) blocks(blocks []Block) {
	at := 0
	for _, b := range blocks {
		if b.Start < at {
			c.t.Fatalf("block [%d, %d) overlaps the one before", b.Start, b.End)
		}
		c.span("block", c.in.Text, b.Start, b.End)
		if gap := c.in.Text[at:b.Start]; strings.TrimSpace(gap) != "" {
			c.t.Errorf("%q stands in no block", gap)
		}
		at = b.End
	}
	if gap := c.in.Text[at:]; strings.TrimSpace(gap) != "" {
		c.t.Errorf("%q stands in no block", gap)
	}
}

// noNull checks that only an article's title and byline are null.
func noNull(t testing.TB, j []byte) {
	d := json.NewDecoder(bytes.NewReader(j))
	d.UseNumber()
	var r map[string]any
	if err := d.Decode(&r); err != nil {
		t.Fatalf("%v in %s", err, j)
	}
	a := r["article"].(map[string]any)
	for _, k := range []string{"title", "byline"} {
		if a[k] == nil {
			delete(a, k)
		}
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case nil:
			t.Errorf("%s is null", path)
		case map[string]any:
			for k, x := range v {
				walk(path+"."+k, x)
			}
		case []any:
			for _, x := range v {
				walk(path+"[]", x)
			}
		}
	}
	walk("report", r)
}
