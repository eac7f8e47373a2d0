package headline

import (
	"slices"
	"sort"

	"gloss/app/text"
)

// reasoned is of how many headlines, the best, the reasons are told.
const reasoned = 1000

// Link compares the article with all headlines, best first; equal scores stand in the order of
// the list. In a longer list only the best 1,000 have reasons.
func (ix *Index) Link(q *Query) []Link {
	c := ix.compare(q)
	scores, order := make([]float64, ix.Len()), make([]int32, ix.Len())
	for h := range order {
		order[h] = int32(h)
		if len(c.match(h)) > 0 {
			scores[h] = q.linker.weights.Score(c.features(h))
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return scores[order[a]] > scores[order[b]] })
	links := make([]Link, ix.Len())
	r := ix.linker.newReader()
	for i, h := range order {
		links[i] = Link{Headline: int(h), Level: None, Group: int(ix.groups[h]), Score: scores[h], Reasons: []Reason{}}
		if len(c.match(int(h))) > 0 {
			links[i].Level = q.linker.weights.level(scores[h])
		}
		if i < reasoned {
			links[i].Reasons = c.reasons(r, links[i].Headline)
		}
	}
	return links
}

// Features are those of each headline, in the order of the list, for fitting.
func (ix *Index) Features(q *Query) []Features {
	c := ix.compare(q)
	out := make([]Features, ix.Len())
	for h := range out {
		if len(c.match(h)) > 0 {
			out[h] = c.features(h)
		}
	}
	return out
}

// reasons tells what headline h shares with the article: names, runs of words that stand
// together in both, single words.
func (c *comparison) reasons(r *reader, h int) []Reason {
	out := []Reason{}
	matches := c.match(h)
	if len(matches) == 0 {
		return out
	}
	title := c.ix.titles[h]
	words := r.words(nil, text.Parse(title, r.lang, text.Span{End: len(title)}))
	for start := 0; start < len(matches); {
		end := c.run(matches, start)
		reason := c.reason(matches[start:end])
		reason.TitleSpans = []text.Span{{Start: words[matches[start].at].Start, End: words[matches[end-1].at].End}}
		if reason.Kind == Phrase {
			reason.Text = title[reason.TitleSpans[0].Start:reason.TitleSpans[0].End]
		}
		out = merge(out, reason)
		start = end
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Weight > out[b].Weight })
	share(out)
	return out
}

// run is the end of the reason that begins at match start: of the name, or of the words
// that stand in a row in title and article.
func (c *comparison) run(matches []match, start int) int {
	end := start + 1
	for ; end < len(matches); end++ {
		a, b := &matches[end-1], &matches[end]
		if a.at+1 != b.at || a.name != b.name || a.name >= 0 && b.begins || a.name < 0 && len(c.together(matches[start:end+1])) == 0 {
			break
		}
	}
	return end
}

// reason is what one run of matches shares, without its place in the title. Its weight is not yet a share.
func (c *comparison) reason(run []match) Reason {
	first := run[0]
	out := Reason{Kind: Word}
	for _, m := range run {
		out.Weight += float64(m.weight * m.rarity)
	}
	switch {
	case first.name >= 0:
		n := &c.q.names[first.name]
		out.Kind, out.Text, out.Spans = Entity, n.Text, n.Spans
	case len(run) > 1:
		out.Kind, out.Spans = Phrase, c.together(run)
	default:
		e := &c.q.terms[first.term]
		out.Text, out.Spans = commonest(c.q.doc.Text, e.spans), e.spans
	}
	return out
}

// commonest is the form that most of the spans have, the first of several.
func commonest(input string, spans []text.Span) string {
	counts := map[string]int{}
	best := ""
	for _, s := range spans {
		counts[s.Of(input)]++
	}
	for _, s := range spans {
		if f := s.Of(input); counts[f] > counts[best] {
			best = f
		}
	}
	return best
}

// together is where the words of the run stand together in the article.
func (c *comparison) together(run []match) []text.Span {
	spans := slices.Clone(c.q.terms[run[0].term].spans)
	for _, m := range run[1:] {
		next := c.q.terms[m.term].spans
		n := 0
		kept := spans[:0]
		for _, s := range spans {
			for n < len(next) && next[n].Start < s.End {
				n++
			}
			if n < len(next) && c.q.follows[s.End] == next[n].Start {
				kept = append(kept, text.Span{Start: s.Start, End: next[n].End})
			}
		}
		spans = kept
	}
	return spans
}

// merge adds a reason, or its place to the reason of the same name or word.
func merge(out []Reason, r Reason) []Reason {
	for i := range out {
		if o := &out[i]; o.Kind == r.Kind && o.Text == r.Text {
			o.Weight += r.Weight
			o.TitleSpans = append(o.TitleSpans, r.TitleSpans...)
			return out
		}
	}
	return append(out, r)
}

// share turns weights into shares of 4 decimals that sum to 1: what rounding leaves goes to the first.
func share(reasons []Reason) {
	sum := 0.0
	for _, r := range reasons {
		sum += r.Weight
	}
	left := 10000
	for i := len(reasons) - 1; i > 0; i-- {
		parts := int(10000 * ratio(reasons[i].Weight, sum))
		reasons[i].Weight = float64(parts) / 10000
		left -= parts
	}
	reasons[0].Weight = float64(left) / 10000
}
