package report

import (
	"cmp"
	"slices"

	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/app/text"
)

// keywords counts the words by stem and tells which of them are words of one entity's name.
func (c *building) keywords() error {
	var found []keyword.Keyword
	for i, r := range c.readings {
		if c.counts(r) {
			r.words = r.engine.extractor.WithStopWords(c.b.stops, i == 0).Read(r.doc, r.engine.stems)
			found = append(found, r.words.Keywords()...)
		}
	}
	if len(c.readings) > 1 {
		slices.SortStableFunc(found, func(a, b keyword.Keyword) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Spans[0].Start, b.Spans[0].Start))
		})
	}
	for _, k := range found {
		forms := make([]Form, len(k.Forms))
		for i, f := range k.Forms {
			forms[i] = Form{Form: f.Form, Count: f.Count}
		}
		out := Keyword{
			Stem: k.Stem, Form: k.Form, Count: k.Count, Score: k.Score,
			Entity: c.names.most(k.Spans), Forms: forms, Spans: pairs(k.Spans),
		}
		if out.Entity >= 0 {
			out.asName(k.Spans[0].Of(c.in.Text))
		}
		c.r.Keywords = append(c.r.Keywords, out)
	}
	return nil
}

// asName gives a word of a name its capital back, which at the start of a sentence tells
// nothing: written is how the text has it in its first place.
func (k *Keyword) asName(written string) {
	if lang.Fold(written) != k.Form {
		return
	}
	forms := k.Forms[:0]
	at := -1 // of the written form
	for _, f := range k.Forms {
		switch {
		case f.Form != k.Form && f.Form != written:
			forms = append(forms, f)
		case at < 0:
			at = len(forms)
			forms = append(forms, Form{Form: written, Count: f.Count})
		default:
			forms[at].Count += f.Count
		}
	}
	k.Forms = forms
	k.Form = written
}

// phrases finds the runs of words that belong together, those that are repeated, and what shares sentences.
func (c *building) phrases() error {
	var found []keyword.Phrase
	for _, r := range c.readings {
		if r.words != nil {
			found = append(found, r.words.Phrases()...)
		}
	}
	if len(c.readings) > 1 {
		slices.SortStableFunc(found, func(a, b keyword.Phrase) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Spans[0].Start, b.Spans[0].Start))
		})
	}
	for _, p := range found {
		c.r.Phrases = append(c.r.Phrases, Phrase{Text: p.Text, Count: p.Count, Score: p.Score, Entity: c.names.most(p.Spans), Spans: pairs(p.Spans)})
	}
	c.ngrams()
	c.cooccurrences()
	return nil
}

// ngrams finds the runs of words that are repeated.
func (c *building) ngrams() {
	var found []keyword.NGram
	for _, r := range c.readings {
		if r.words != nil {
			found = append(found, r.words.NGrams()...)
		}
	}
	slices.SortStableFunc(found, func(a, b keyword.NGram) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Spans[0].Start, b.Spans[0].Start))
	})
	for _, n := range first(found, keyword.MaxNGrams) {
		c.r.NGrams = append(c.r.NGrams, NGram{Text: n.Text, Count: n.Count, Spans: pairs(n.Spans)})
	}
}

func pairs(spans []text.Span) []Pair {
	out := make([]Pair, len(spans))
	for i, s := range spans {
		out[i] = Pair{s.Start, s.End}
	}
	return out
}
