package report

import "gloss/app/text"

// The two values of Report.Offsets.
const (
	OffsetsBytes = "bytes"
	OffsetsUTF16 = "utf16"
)

// UTF16 turns every offset of the report into UTF-16 units, in place: those into the text by
// the text, those into a headline's title by that title. input is the text that the report is of.
// A report that has UTF-16 offsets already is left as it is.
func (r *Report) UTF16(input string) {
	if r.Offsets == OffsetsUTF16 {
		return
	}
	r.Offsets = OffsetsUTF16
	conv := text.NewUTF16Index(input).At
	for _, p := range []*Part{r.Article.Title, r.Article.Byline} {
		if p != nil {
			p.Start, p.End = conv(p.Start), conv(p.End)
		}
	}
	for i := range r.Languages {
		l := &r.Languages[i]
		l.Start, l.End = conv(l.Start), conv(l.End)
	}
	r.Article.Start, r.Article.End = conv(r.Article.Start), conv(r.Article.End)
	for i := range r.Entities {
		for k := range r.Entities[i].Mentions {
			m := &r.Entities[i].Mentions[k]
			m.Start, m.End = conv(m.Start), conv(m.End)
		}
	}
	for i := range r.Keywords {
		convertPairs(r.Keywords[i].Spans, conv)
	}
	for i := range r.Phrases {
		convertPairs(r.Phrases[i].Spans, conv)
	}
	for i := range r.NGrams {
		convertPairs(r.NGrams[i].Spans, conv)
	}
	for i := range r.Cooccurrences {
		convertPairs(r.Cooccurrences[i].Sentences, conv)
	}
	for i := range r.Quotes {
		q := &r.Quotes[i]
		q.Start, q.End = conv(q.Start), conv(q.End)
		q.SpeakerSpan = Pair{conv(q.SpeakerSpan[0]), conv(q.SpeakerSpan[1])}
		convertPairs(q.Spans, conv)
	}
	for i := range r.Headlines {
		h := &r.Headlines[i]
		if h.Start != nil {
			*h.Start, *h.End = conv(*h.Start), conv(*h.End)
		}
		for k := range h.Reasons {
			convertPairs(h.Reasons[k].Spans, conv)
		}
		convertTitle(h.Title, h.Mentions, h.Reasons)
	}
	for i := range r.Notices {
		r.Notices[i].Start = conv(r.Notices[i].Start)
	}
}

// convertTitle turns the offsets into a title into UTF-16 units.
func convertTitle(title string, mentions []TitleMention, reasons []Reason) {
	conv := text.NewUTF16Index(title).At
	for i := range mentions {
		m := &mentions[i]
		m.Start, m.End = conv(m.Start), conv(m.End)
	}
	for i := range reasons {
		convertPairs(reasons[i].TitleSpans, conv)
	}
}

func convertPairs(pairs []Pair, conv func(int) int) {
	for i, p := range pairs {
		pairs[i] = Pair{conv(p[0]), conv(p[1])}
	}
}
