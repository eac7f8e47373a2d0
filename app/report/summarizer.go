package report

import (
	"math"
	"slices"
	"strings"
)

// summarizer makes the parts of a Summary.
type summarizer struct {
	r          *Report
	conv       func(int) int // an offset of the report in UTF-16 units
	start, end int           // of the article, in UTF-16 units
	voices     voices        // who speaks in it
}

// ticks are the places of n spans in the article, 0 to 1000, at most summaryTicks of them, evenly taken.
func (z *summarizer) ticks(n int, start func(int) int) []int {
	out := []int{}
	width := max(z.end-z.start, 1)
	for k := range min(n, summaryTicks) {
		i := k
		if n > summaryTicks {
			i = k * (n - 1) / (summaryTicks - 1)
		}
		at := z.conv(start(i)) - z.start
		out = append(out, max(0, min(1000, at*1000/width)))
	}
	return out
}

func (z *summarizer) languages() []LanguageSummary {
	out := []LanguageSummary{z.r.own}
	for _, l := range z.r.Languages {
		if one := (LanguageSummary{l.Language, l.Name}); !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}

func (z *summarizer) types() []TypeCount {
	counts := make([]TypeCount, len(Types))
	for i, t := range Types {
		counts[i].Type = string(t)
	}
	for _, e := range z.r.sure() {
		if c := typeCode(e.Type); c >= 0 {
			counts[c].Entities++
			counts[c].Mentions += len(e.Mentions)
		}
	}
	return counts
}

func (z *summarizer) totals() Totals {
	r := z.r
	t := Totals{Entities: len(r.sure()), Keywords: len(r.Keywords), Phrases: len(r.Phrases), Quotes: len(r.Quotes), Headlines: len(r.Headlines),
		Speakers: len(z.voices.list), Quoted: z.voices.quoted}
	for _, e := range r.sure() {
		t.Mentions += len(e.Mentions)
	}
	t.Unsure = len(r.Entities) - t.Entities
	for _, h := range r.Headlines {
		if h.Level == "related" {
			t.Related++
		}
	}
	return t
}

func (z *summarizer) entities() []EntitySummary {
	list := z.r.sure()
	list = list[:min(len(list), summaryEntities)]
	links := linksOf(list)
	out := []EntitySummary{}
	for i, e := range list {
		s := z.entity(e)
		s.Links, s.Related = links.of(i), links.elsewhere(i)
		out = append(out, s)
	}
	return out
}

func (z *summarizer) unsure() []EntitySummary {
	out := []EntitySummary{}
	list := z.r.Entities[len(z.r.sure()):]
	for _, e := range list[:min(len(list), summaryUnsure)] {
		out = append(out, z.entity(e))
	}
	return out
}

func (z *summarizer) entity(e Entity) EntitySummary {
	return EntitySummary{
		Name: e.Name, Type: e.Type, Aliases: e.Aliases, Count: e.Count, Salience: e.Salience,
		Confidence: e.Confidence, Links: []Link{}, Related: e.Related, Value: e.Value,
		Ticks: z.ticks(len(e.Mentions), func(i int) int { return e.Mentions[i].Start }),
	}
}

func (z *summarizer) keywords() []KeywordSummary {
	out := []KeywordSummary{}
	for _, k := range z.r.Keywords[:min(len(z.r.Keywords), summaryKeywords)] {
		out = append(out, KeywordSummary{
			Form: k.Form, Count: k.Count, Score: k.Score, Entity: k.Entity, Forms: k.Forms,
			Ticks: z.ticks(len(k.Spans), func(i int) int { return k.Spans[i][0] }),
		})
	}
	return out
}

func (z *summarizer) phrases() []PhraseSummary {
	out := []PhraseSummary{}
	for _, p := range z.r.Phrases[:min(len(z.r.Phrases), summaryPhrases)] {
		out = append(out, PhraseSummary{
			Text: p.Text, Count: p.Count, Entity: p.Entity,
			Ticks: z.ticks(len(p.Spans), func(i int) int { return p.Spans[i][0] }),
		})
	}
	return out
}

func (z *summarizer) ngrams() []NGramSummary {
	out := []NGramSummary{}
	for _, n := range z.r.NGrams {
		out = append(out, NGramSummary{Text: n.Text, Count: n.Count, Ticks: z.ticks(len(n.Spans), func(i int) int { return n.Spans[i][0] })})
	}
	return out
}

func (z *summarizer) pairs() []PairSummary {
	out := []PairSummary{}
	for _, c := range z.r.Cooccurrences[:min(len(z.r.Cooccurrences), summaryPairs)] {
		out = append(out, PairSummary{A: c.A, B: c.B, Count: c.Count, Ticks: z.ticks(len(c.Sentences), func(i int) int { return c.Sentences[i][0] })})
	}
	return out
}

func (z *summarizer) headlines() []HeadlineSummary {
	byName := z.entityNames()
	out := []HeadlineSummary{}
	for _, h := range z.r.Headlines[:min(len(z.r.Headlines), summaryHeadlines)] {
		s := HeadlineSummary{
			Title: h.Title, URL: h.URL, Source: h.Source, Section: h.Section, Published: h.Published,
			Level: h.Level, Score: h.Score, Mentions: slices.Clone(h.Mentions), Reasons: []ReasonSummary{},
		}
		if z.r.Offsets != OffsetsUTF16 {
			convertTitle(h.Title, s.Mentions, nil)
		}
		for _, reason := range h.Reasons {
			s.Reasons = append(s.Reasons, z.shared(reason, byName))
		}
		out = append(out, s)
	}
	return out
}

func (z *summarizer) shared(r Reason, byName map[string]int) ReasonSummary {
	s := ReasonSummary{Kind: r.Kind, Text: r.Text, Weight: r.Weight, Entity: -1, Start: -1, End: -1}
	if len(r.Spans) > 0 {
		s.Start, s.End = z.conv(r.Spans[0][0]), z.conv(r.Spans[0][1])
	}
	if i, ok := byName[r.Text]; ok && r.Kind == "entity" {
		s.Entity, s.Type = i, z.r.Entities[i].Type
	}
	return s
}

// entityNames maps names, then aliases, to the first sure entity that bears them.
func (z *summarizer) entityNames() map[string]int {
	m := make(map[string]int, len(z.r.Entities))
	for i, e := range z.r.sure() {
		if _, ok := m[e.Name]; !ok {
			m[e.Name] = i
		}
	}
	for i, e := range z.r.sure() {
		for _, a := range e.Aliases {
			if _, ok := m[a]; !ok {
				m[a] = i
			}
		}
	}
	return m
}

// marks are the mentions, the grounds of each, and the reasons that the grounds name.
func (z *summarizer) marks() (marks, grounds []int32, reasons []string) {
	flat := flatSpans{width: 7}
	known := map[string]int32{}
	for i, e := range z.r.Entities {
		for k, m := range e.Mentions {
			first := int32(0)
			if k == 0 {
				first = 1
			}
			key := strings.Join(m.Why, "\x00")
			why, ok := known[key]
			if !ok {
				why = int32(len(reasons))
				known[key] = why
				reasons = append(reasons, reason(m.Why))
			}
			flat.add(int32(z.conv(m.Start)), int32(z.conv(m.End)), int32(typeCode(e.Type)), int32(i), first, int32(math.Round(m.Confidence*1e4)), why)
		}
	}
	flat.sort()
	return flat.columns(0, 5), flat.columns(5, 7), reasons
}

// reason is the grounds of a mention in one line. They may quote the text, with its tabs and breaks.
func reason(why []string) string {
	out := make([]string, len(why))
	for i, w := range why {
		out[i] = collapse(w)
	}
	return strings.Join(out, "\t")
}

func (z *summarizer) words() []int32 {
	return z.flat(len(z.r.Keywords), func(i int) []Pair { return z.r.Keywords[i].Spans })
}

func (z *summarizer) runs() []int32 {
	return z.flat(len(z.r.Phrases), func(i int) []Pair { return z.r.Phrases[i].Spans })
}

func (z *summarizer) grams() []int32 {
	return z.flat(len(z.r.NGrams), func(i int) []Pair { return z.r.NGrams[i].Spans })
}

func (z *summarizer) sharedSentences() []int32 {
	return z.flat(min(len(z.r.Cooccurrences), summaryPairs), func(i int) []Pair { return z.r.Cooccurrences[i].Sentences })
}

// flat is the spans of a list of n, with the index of what each is of, in text order.
func (z *summarizer) flat(n int, spans func(int) []Pair) []int32 {
	flat := flatSpans{width: 3}
	for i := range n {
		for _, s := range spans(i) {
			flat.add(int32(z.conv(s[0])), int32(z.conv(s[1])), int32(i))
		}
	}
	return flat.sorted()
}

// flatSpans gathers rows of width numbers, of which the first two are start and end.
type flatSpans struct {
	width int
	rows  [][7]int32
}

func (f *flatSpans) add(row ...int32) {
	var r [7]int32
	copy(r[:], row)
	f.rows = append(f.rows, r)
}

// sort orders the rows by start, then end, then the order in which they were added.
func (f *flatSpans) sort() {
	slices.SortStableFunc(f.rows, func(a, b [7]int32) int {
		if a[0] != b[0] {
			return int(a[0] - b[0])
		}
		return int(a[1] - b[1])
	})
}

// sorted is the rows in order, one after the other.
func (f *flatSpans) sorted() []int32 {
	f.sort()
	return f.columns(0, f.width)
}

// columns is what each row has in columns from to to, one row after the other.
func (f *flatSpans) columns(from, to int) []int32 {
	out := make([]int32, 0, (to-from)*len(f.rows))
	for _, r := range f.rows {
		out = append(out, r[from:to]...)
	}
	return out
}

// tailOf counts what stands after the article.
func tailOf(r *Report, blocks []Block) TailSummary {
	var t TailSummary
	last := len(blocks)
	for last > 0 && blocks[last-1].Role >= RoleHeadline {
		last--
	}
	t.Lines = len(blocks) - last
	for _, h := range r.Headlines {
		if h.Start != nil {
			t.Headlines++
		}
	}
	return t
}

// collapse is s with its white space made single spaces and trimmed.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
