package report

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// SpeakerSummary is one who speaks in the article.
type SpeakerSummary struct {
	Name     string `json:"name"`     // as in the report's quotes; "" for all speech of which nobody is known to be the speaker
	Type     string `json:"type"`     // the entity's type, "" when the speaker is none
	Entity   int    `json:"entity"`   // index into the report's entities, -1 when the speaker is none
	Quotes   int    `json:"quotes"`   // in marks; one that goes on behind its speaker is one, nested ones count
	Indirect int    `json:"indirect"` // told without marks
	Words    int    `json:"words"`    // spoken in marks, without those of nested quotations
	// Share is Words of the words of the article, 0 to 1, rounded to 4 decimals.
	Share float64 `json:"share"`
	Ticks []int   `json:"ticks"` // where the quotations stand, at most 40, evenly taken from all
}

// QuoteSummary is one quotation. Offsets are in UTF-16 units.
type QuoteSummary struct {
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Text         string `json:"text"`         // white space collapsed; cut, with dots, where it is very long
	Speaker      int    `json:"speaker"`      // index into Summary.Speakers, -1 when that was cut
	SpeakerStart int    `json:"speakerStart"` // where the speaker is written beside it; equal to speakerEnd when nowhere
	SpeakerEnd   int    `json:"speakerEnd"`
	Cue          string `json:"cue"`
	Words        int    `json:"words"`
	Indirect     bool   `json:"indirect"`
	Nested       bool   `json:"nested"`
	Continued    bool   `json:"continued"`
	Paragraph    int    `json:"paragraph"` // of the body in which it begins, from 1; 0 above it
	Tick         int    `json:"tick"`      // where in the article it begins, 0 to 1000
}

// How much of a quotation's text a summary has, in bytes: of the first quotations, and of those behind them.
const (
	quoteText   = 600
	quoteFirst  = 30
	quoteBehind = 160
)

// voices are those who speak in a report's quotations.
type voices struct {
	list   []voice // in the order of Summary.Speakers
	of     []int   // the index in list of each quotation's speaker
	quoted int     // words in quotations with marks, each counted once
}

// voice is one speaker with the indices of its quotations.
type voice struct {
	SpeakerSummary
	quotes []int
}

// voicesOf gathers the quotations by the entity, or else by the words, that their speaker is.
func voicesOf(r *Report) voices {
	type key struct {
		entity int
		name   string
	}
	v := voices{of: make([]int, len(r.Quotes))}
	known := map[key]int{}
	for i, q := range r.Quotes {
		k := key{q.Entity, ""}
		if q.Entity < 0 {
			k.name = strings.ToLower(q.Speaker)
		}
		at, ok := known[k]
		if !ok {
			at = len(v.list)
			known[k] = at
			s := SpeakerSummary{Name: q.Speaker, Entity: q.Entity}
			if q.Entity >= 0 {
				s.Type = r.Entities[q.Entity].Type
			}
			v.list = append(v.list, voice{SpeakerSummary: s})
		}
		v.list[at].add(i, q)
		v.of[i] = at
		if !q.Indirect && !q.within(r.Quotes[:i]) {
			v.quoted += q.Words
			v.list[at].Words += q.Words
		}
	}
	v.order(r.Stats.Words)
	return v
}

func (v *voice) add(i int, q Quote) {
	v.quotes = append(v.quotes, i)
	switch {
	case q.Indirect:
		v.Indirect++
	case !q.Continued:
		v.Quotes++
	}
}

// within says whether q lies within the last quotation with marks before it that isn't nested itself.
func (q Quote) within(before []Quote) bool {
	for i := len(before) - 1; q.Nested && i >= 0; i-- {
		if b := before[i]; !b.Indirect && q.Start < b.End {
			return true
		} else if !b.Nested {
			return false
		}
	}
	return false
}

// order puts those who say most in marks first, then those with most quotations, then the first; unknown ones last.
func (v *voices) order(words int) {
	rank := make([]int, len(v.list))
	for i := range rank {
		rank[i] = i
		v.list[i].Share = math.Round(1e4*float64(v.list[i].Words)/float64(max(1, words))) / 1e4
	}
	slices.SortStableFunc(rank, func(a, b int) int {
		x, y := &v.list[a], &v.list[b]
		switch {
		case (x.Name == "") != (y.Name == ""):
			return len(y.Name) - len(x.Name)
		case x.Words != y.Words:
			return y.Words - x.Words
		}
		return len(y.quotes) - len(x.quotes)
	})
	list, place := make([]voice, len(rank)), make([]int, len(rank))
	for at, i := range rank {
		list[at], place[i] = v.list[i], at
	}
	for i, s := range v.of {
		v.of[i] = place[s]
	}
	v.list = list
}

func (z *summarizer) speakers() []SpeakerSummary {
	out := []SpeakerSummary{}
	for _, v := range z.voices.list[:min(len(z.voices.list), summarySpeakers)] {
		v.Ticks = z.ticks(len(v.quotes), func(i int) int { return z.r.Quotes[v.quotes[i]].Start })
		out = append(out, v.SpeakerSummary)
	}
	return out
}

// speaker is the index in Summary.Speakers of the speaker of quotation i, -1 when it was cut.
func (z *summarizer) speaker(i int) int {
	if s := z.voices.of[i]; s < summarySpeakers {
		return s
	}
	return -1
}

func (z *summarizer) quotes() []QuoteSummary {
	out := []QuoteSummary{}
	for i, q := range z.r.Quotes[:min(len(z.r.Quotes), summaryQuotes)] {
		most := quoteText
		if i >= quoteFirst {
			most = quoteBehind
		}
		out = append(out, QuoteSummary{
			Start: z.conv(q.Start), End: z.conv(q.End), Text: cut(collapse(q.Text), most), Speaker: z.speaker(i),
			SpeakerStart: z.conv(q.SpeakerSpan[0]), SpeakerEnd: z.conv(q.SpeakerSpan[1]), Cue: q.Cue, Words: q.Words,
			Indirect: q.Indirect, Nested: q.Nested, Continued: q.Continued,
			Tick: z.ticks(1, func(int) int { return q.Start })[0],
		})
	}
	return out
}

// numberParagraphs says in which paragraph of the body each quotation begins; blocks are FlatBlocks. Both are in text order.
func numberParagraphs(quotes []QuoteSummary, blocks []int32) {
	n, at := 0, 0
	for i := range quotes {
		for ; at < len(blocks) && int(blocks[at+1]) <= quotes[i].Start; at += 3 {
			if Role(blocks[at]) == RoleParagraph {
				n++
			}
		}
		quotes[i].Paragraph = n
	}
}

// notes are the lines of Summary.Notes.
func (z *summarizer) notes() []string {
	out := make([]string, len(z.r.Quotes))
	for i, q := range z.r.Quotes {
		if !q.Indirect && !q.Nested {
			typ := ""
			if q.Entity >= 0 {
				typ = z.r.Entities[q.Entity].Type
			}
			out[i] = collapse(q.Speaker) + "\t" + collapse(q.Cue) + "\t" + typ
		}
	}
	return out
}

// said are the parts of the quotations as Summary.Said has them.
func (z *summarizer) said() []int32 {
	flat := flatSpans{width: 5}
	for i, q := range z.r.Quotes {
		flags := int32(0)
		for bit, on := range [...]bool{q.Indirect, q.Nested, q.Continued} {
			if on {
				flags |= 1 << bit
			}
		}
		for _, s := range q.Spans {
			flat.add(int32(z.conv(s[0])), int32(z.conv(s[1])), int32(i), int32(z.speaker(i)), flags)
		}
	}
	return flat.sorted()
}

// cut is s, or its beginning with dots where it is longer than n bytes.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
