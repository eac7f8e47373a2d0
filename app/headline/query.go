package headline

import (
	"math"
	"sort"

	"gloss/app/text"
)

// Query is an article as headlines are compared with it. It is only read from once it is
// made, so that one Query may ask any number of indexes.
type Query struct {
	linker   *Linker
	terms    []term
	byKey    map[string]int32
	names    []Name
	weights  []float64 // of the names
	forms    []form
	holds    [][]int32 // by term: the forms that it stands in
	starts   [][]int32 // by term: the forms that begin with it
	pairs    map[[2]int32]bool
	follows  map[int]int // where a content word ends: where the next of its sentence begins
	heaviest float64     // sum of weight·rarity of the ten heaviest terms
	norm     float64     // sum of (weight·rarity)² of all terms
	doc      *text.Document
}

// term is a word that the article uses, all its forms together.
type term struct {
	key    string
	count  int         // how often it stands outside names
	inName int         // how often inside one
	first  int         // sentence in which it first stands
	spans  []text.Span // in order
	weight float64     // as a word of its own
	part   float64     // as a word that may have stood inside a name
}

// form is one name of a Name, as terms in a row.
type form struct {
	terms []int32
	name  int32
}

// Query reads the article. The document holds title and body, never the tail of headlines;
// names are what the recogniser found in it, nil when nobody looked.
func (lk *Linker) Query(doc *text.Document, names []Name) *Query {
	q := &Query{linker: lk, doc: doc, names: names, byKey: map[string]int32{}, pairs: map[[2]int32]bool{}, follows: map[int]int{}}
	r := lk.newReader()
	words := r.words(nil, doc)
	inside := spansOf(names, words)
	previous := int32(-1)
	for i, w := range words {
		t := q.term(w.key)
		e := &q.terms[t]
		if len(e.spans) == 0 {
			e.first = w.sentence
		}
		e.spans = append(e.spans, w.Span)
		if inside[i] {
			e.inName++
		} else {
			e.count++
		}
		if previous >= 0 && words[i-1].sentence == w.sentence {
			q.pairs[[2]int32{previous, t}] = true
			q.follows[words[i-1].End] = w.Start
		}
		previous = t
	}
	q.addNames(r)
	for i := range q.terms {
		e := &q.terms[i]
		e.weight = weigh(e.count, e.first)
		e.part = weigh(e.count+e.inName, e.first)
	}
	q.measure()
	return q
}

// measure sums up the terms.
func (q *Query) measure() {
	values := make([]float64, len(q.terms))
	for i, e := range q.terms {
		values[i] = float64(e.part * q.linker.rarity(e.key))
		q.norm += float64(values[i] * values[i])
	}
	sort.Slice(values, func(a, b int) bool { return values[a] > values[b] })
	for _, v := range values[:min(10, len(values))] {
		q.heaviest += v
	}
}

// term is the place of a key among the terms; a new one is made where there is none.
func (q *Query) term(key string) int32 {
	t, ok := q.byKey[key]
	if !ok {
		t = int32(len(q.terms))
		q.byKey[key] = t
		q.terms = append(q.terms, term{key: key})
	}
	return t
}

// weigh is how much an article is about what it says so often, first in that sentence:
// news puts first what it is about.
func weigh(count, first int) float64 {
	if count == 0 {
		return 0
	}
	return math.Log(float64(1+count)) * (1 + 4/float64(1+first))
}

// spansOf says of each word whether it stands inside a name.
func spansOf(names []Name, words []word) []bool {
	inside := make([]bool, len(words))
	for _, n := range names {
		w := 0
		for _, s := range n.Spans {
			for w = seek(words, w, s.Start); w < len(words) && words[w].Start < s.End; w++ {
				inside[w] = s.Contains(words[w].Span)
			}
		}
	}
	return inside
}

// seek is the first word from place from that begins at or after the offset.
func seek(words []word, from, at int) int {
	lo, hi := from, len(words)
	for lo < hi {
		if mid := (lo + hi) / 2; words[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// addNames makes the forms by which each name is known in a headline.
func (q *Query) addNames(r *reader) {
	q.weights = make([]float64, len(q.names))
	known := map[string]bool{}
	for i, n := range q.names {
		if len(n.Spans) == 0 {
			continue
		}
		q.weights[i] = weigh(len(n.Spans), max(0, q.doc.SentenceAt(n.Spans[0].Start)))
		for _, f := range append([]string{n.Text}, n.Forms...) {
			keys := r.keys(f)
			q.addForm(known, keys, i)
			if n.Person && len(keys) > 1 {
				q.addForm(known, keys[len(keys)-1:], i)
			}
		}
	}
	q.starts, q.holds = make([][]int32, len(q.terms)), make([][]int32, len(q.terms))
	for i, f := range q.forms {
		for _, t := range f.terms {
			q.holds[t] = append(q.holds[t], int32(i))
		}
		q.starts[f.terms[0]] = append(q.starts[f.terms[0]], int32(i))
	}
}

// longestName is how many words a name has at most, stop words left out.
const longestName = 16

// addForm gives the name one more form, unless an earlier name has it.
func (q *Query) addForm(known map[string]bool, keys []string, name int) {
	joined := ""
	for _, k := range keys {
		joined += k + " "
	}
	if len(keys) == 0 || len(keys) > longestName || known[joined] {
		return
	}
	known[joined] = true
	f := form{name: int32(name)}
	for _, k := range keys {
		f.terms = append(f.terms, q.term(k))
	}
	q.forms = append(q.forms, f)
}
