package report

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"gloss/app/entity"
	"gloss/app/text"
)

// The kinds of what is in a pair.
const (
	KindEntity  = "entity"
	KindKeyword = "keyword"
)

// Bounds of the pairs: of which things they are made, and how many are given back.
const (
	pairEntities  = 100 // the first entities, of which the names
	pairKeywords  = 50  // the first keywords
	maxPairs      = 100
	minShared     = 2    // sentences that a pair shares at least
	maxPairPlaces = 1000 // sentences that are listed of a pair
)

// member is a name or keyword that may be in pairs.
type member struct {
	Member
	spans     []Pair
	sentences []int32 // that hold it, each once, in order
}

// pairFinder finds the pairs of one report.
type pairFinder struct {
	in      []text.Sentence
	members []member
	apart   []bool  // by pair: one stands within the other somewhere
	shared  []int32 // by pair: in how many sentences both stand
}

// cooccurrences finds the names and keywords that share sentences. A keyword that is a name's own is no member, for the name is. The work of a sentence is
// bounded by the square of the members that stand in it, of which there are 150 at most.
func (c *building) cooccurrences() {
	f := pairFinder{in: c.doc.Sentences}
	for i, e := range first(c.r.sure(), pairEntities) {
		if entity.Type(e.Type).Name() {
			spans := make([]Pair, len(e.Mentions))
			for k, m := range e.Mentions {
				spans[k] = Pair{m.Start, m.End}
			}
			f.add(Member{KindEntity, i}, spans)
		}
	}
	for i, k := range first(c.r.Keywords, pairKeywords) {
		if k.Entity < 0 {
			f.add(Member{KindKeyword, i}, k.Spans)
		}
	}
	f.apart, f.shared = make([]bool, len(f.members)*len(f.members)), make([]int32, len(f.members)*len(f.members))
	f.part()
	f.share()
	c.r.Cooccurrences = f.strongest()
}

// pair is the number of the pair of a and b, a < b.
func (f *pairFinder) pair(a, b int32) int { return int(a)*len(f.members) + int(b) }

func (f *pairFinder) add(m Member, spans []Pair) {
	out := member{Member: m, spans: spans}
	at := 0
	for _, s := range spans {
		for at+1 < len(f.in) && f.in[at+1].Start <= s[0] {
			at++
		}
		if n := len(out.sentences); n == 0 || out.sentences[n-1] != int32(at) {
			out.sentences = append(out.sentences, int32(at))
		}
	}
	f.members = append(f.members, out)
}

// part finds the pairs of which one stands within the other somewhere: a keyword in a name, a part in a compound.
func (f *pairFinder) part() {
	type placed struct {
		span   Pair
		member int32
	}
	var all []placed
	for i, m := range f.members {
		for _, s := range m.spans {
			all = append(all, placed{s, int32(i)})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.span[0], b.span[0]) })
	var open []placed // those that reach past what was looked at last; they are nested, so few
	for _, p := range all {
		open = slices.DeleteFunc(open, func(o placed) bool { return o.span[1] <= p.span[0] })
		for _, o := range open {
			f.apart[f.pair(min(o.member, p.member), max(o.member, p.member))] = true
		}
		open = append(open, p)
	}
}

// share counts the sentences that each pair shares.
func (f *pairFinder) share() {
	starts := make([]int32, len(f.in)+1) // of each sentence's members in here
	for _, m := range f.members {
		for _, s := range m.sentences {
			starts[s+1]++
		}
	}
	for i := range f.in {
		starts[i+1] += starts[i]
	}
	here, next := make([]int32, starts[len(f.in)]), slices.Clone(starts)
	for i, m := range f.members {
		for _, s := range m.sentences {
			here[next[s]] = int32(i)
			next[s]++
		}
	}
	for s := range f.in {
		members := here[starts[s]:starts[s+1]]
		for i, a := range members {
			for _, b := range members[i+1:] {
				f.shared[f.pair(a, b)]++
			}
		}
	}
}

// strongest are the pairs that are given back.
func (f *pairFinder) strongest() []Cooccurrence {
	type scored struct {
		a, b  int32
		score float64
	}
	var all []scored
	for a := range int32(len(f.members)) {
		for b := a + 1; b < int32(len(f.members)); b++ {
			if n := f.shared[f.pair(a, b)]; n >= minShared && !f.apart[f.pair(a, b)] {
				all = append(all, scored{a, b, logLikelihood(int(n), len(f.members[a].sentences), len(f.members[b].sentences), len(f.in))})
			}
		}
	}
	place := func(s scored) int { return max(f.members[s.a].spans[0][0], f.members[s.b].spans[0][0]) }
	sort.SliceStable(all, func(i, k int) bool {
		x, y := all[i], all[k]
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(f.shared[f.pair(y.a, y.b)], f.shared[f.pair(x.a, x.b)]), cmp.Compare(place(x), place(y))) < 0
	})
	out := make([]Cooccurrence, 0, min(len(all), maxPairs))
	for _, s := range first(all, maxPairs) {
		a, b := &f.members[s.a], &f.members[s.b]
		out = append(out, Cooccurrence{A: a.Member, B: b.Member, Count: int(f.shared[f.pair(s.a, s.b)]), Score: s.score, Sentences: f.both(a, b)})
	}
	return out
}

// both are the first sentences that hold a and b.
func (f *pairFinder) both(a, b *member) []Pair {
	out := []Pair{}
	for i, k := 0, 0; i < len(a.sentences) && k < len(b.sentences) && len(out) < maxPairPlaces; {
		switch x, y := a.sentences[i], b.sentences[k]; {
		case x < y:
			i++
		case x > y:
			k++
		default:
			out = append(out, Pair{f.in[x].Start, f.in[x].End})
			i, k = i+1, k+1
		}
	}
	return out
}

// logLikelihood is how much more often two things share a sentence than chance would have it: the statistic G² of Dunning, "Accurate methods for the
// statistics of surprise and coincidence", 1993, over the table of sentences that hold both (shared), a, b, and all; 0 where they share no more than by
// chance. Rounded to 4 decimals.
func logLikelihood(shared, a, b, all int) float64 {
	if shared*all <= a*b {
		return 0
	}
	sum := 0.0
	for _, cell := range [...]struct{ n, row, column int }{
		{shared, a, b}, {a - shared, a, all - b}, {b - shared, all - a, b}, {all - a - b + shared, all - a, all - b},
	} {
		if cell.n > 0 {
			sum += float64(float64(cell.n) * math.Log(float64(cell.n)*float64(all)/(float64(cell.row)*float64(cell.column))))
		}
	}
	return math.Round(2e4*sum) / 1e4
}
