package report

import (
	"encoding/json"
	"slices"
)

// Top cuts every list of the report to its first n, in place; mentions, forms, spans and counts stay
// whole. What points to an entity that was cut points to none (-1), and a pair with a member that was cut is left out. n below 1 cuts nothing.
func (r *Report) Top(n int) {
	if n < 1 {
		return
	}
	r.Entities = first(r.Entities, n)
	r.Keywords = first(r.Keywords, n)
	r.Phrases = first(r.Phrases, n)
	r.Quotes = first(r.Quotes, n)
	r.Headlines = first(r.Headlines, n)
	r.NGrams = first(r.NGrams, n)
	r.Cooccurrences = first(slices.DeleteFunc(r.Cooccurrences, func(c Cooccurrence) bool { return c.A.Index >= n || c.B.Index >= n }), n)
	for i := range r.Keywords {
		if r.Keywords[i].Entity >= n {
			r.Keywords[i].Entity = -1
		}
	}
	for i := range r.Phrases {
		if r.Phrases[i].Entity >= n {
			r.Phrases[i].Entity = -1
		}
	}
	for i := range r.Quotes {
		if r.Quotes[i].Entity >= n {
			r.Quotes[i].Entity = -1
		}
	}
}

// Sure is the report without its unsure entities.
func (r *Report) Sure() *Report {
	out := *r
	out.Entities = r.sure()
	return &out
}

func first[T any](list []T, n int) []T { return list[:min(len(list), n)] }

// JSON is the report as one line of JSON, the same bytes on any machine, without a line break.
func (r *Report) JSON() ([]byte, error) { return json.Marshal(r) }
