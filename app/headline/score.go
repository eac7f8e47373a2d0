package headline

import (
	"math"
	"slices"
)

// Features are what the score of a link is made of, in the order of FeatureNames. At most 16
// weights, with bias and thresholds, are fitted to them (bench headline-fit).
type Features [11]float64

// FeatureNames are the names of the features in the table of weights.
var FeatureNames = [11]string{
	"weight",   // Σ weight·rarity of what matches / √(Σ rarity of the title + 3)
	"share",    // rarity of what matches / rarity of the title
	"count",    // words that match, up to 5, fifths
	"name",     // weight of the heaviest name that matches
	"pairs",    // share of the title's neighbouring words that are neighbours in the article
	"length",   // words of the title
	"heaviest", // weight of the heaviest word that matches
	"rarest",   // rarity of the rarest word that matches
	"article",  // log of the number of terms of the article
	"cover",    // share of the weight of the article\'s ten heaviest terms that match
	"cosine",   // cosine of the two, each word with weight and rarity
}

// nearness is how much a word that the article uses inside names only counts outside one, or the other way round.
const nearness = 0.6

// otherNames is how much of what the article says of a thing by other names counts for one name.
const otherNames = 0.5

// kinship is how much a word of the same root counts.
const kinship = 0.5

// match is one word of a title that the article shares.
type match struct {
	at     int     // which of the title's words
	term   int32   // in the query
	name   int32   // the name that it is part of, -1 for none
	weight float64 // of the term or name in the article
	rarity float64
	begins bool // it begins its name
}

// comparison is a query brought to the ids of an index.
type comparison struct {
	q       *Query
	ix      *Index
	terms   []int32 // by id: the term, -1 for none
	kin     []bool  // by id: the term is not the word itself but of one root with it
	around  []int32 // terms of a name of the title
	matches []match // of the headline looked at
}

func (ix *Index) compare(q *Query) *comparison {
	c := &comparison{q: q, ix: ix, terms: make([]int32, len(ix.idf)), kin: make([]bool, len(ix.idf))}
	for i := range c.terms {
		c.terms[i] = -1
	}
	for i := range q.terms {
		if id, ok := ix.ids[q.terms[i].key]; ok {
			c.terms[id] = int32(i)
		}
	}
	c.relate()
	return c
}

// relate gives words that the article does not use a term of one root: economist for
// economy, prosecutor for prosecute, which stemming leaves apart.
func (c *comparison) relate() {
	byRoot := make([]int32, len(c.ix.rootIDs))
	for i := range c.q.terms {
		e := &c.q.terms[i]
		root, ok := c.ix.rootIDs[rootOf(e.key)]
		if !ok || e.part == 0 {
			continue
		}
		if known := byRoot[root]; known == 0 || c.q.terms[known-1].part < e.part {
			byRoot[root] = int32(i) + 1
		}
	}
	for id, root := range c.ix.roots {
		if c.terms[id] >= 0 || root < 0 || byRoot[root] == 0 {
			continue
		}
		if t := byRoot[root] - 1; kin(c.q.terms[t].key, c.ix.keys[id]) {
			c.terms[id], c.kin[id] = t, true
		}
	}
}

// rootLength is how many letters two words of one root share at least.
const rootLength = 5

// rootOf is the first letters of a key, "" when it is too short to have a root. Bytes do:
// what is cut out of a letter is only compared.
func rootOf(key string) string {
	if len(key) < rootLength {
		return ""
	}
	return key[:rootLength]
}

// kin says whether all of the shorter key but its last letter begins the longer one, so that
// Austria and Australia stay apart.
func kin(a, b string) bool {
	n := min(len(a), len(b)) - 1
	return n >= rootLength-1 && a[:n] == b[:n]
}

// match finds what headline h shares with the article.
func (c *comparison) match(h int) []match {
	c.matches = c.matches[:0]
	words := c.ix.of(h)
	for i := 0; i < len(words); {
		t := c.terms[words[i]&idMask]
		if t < 0 {
			i++
			continue
		}
		if f := c.form(words, i, t); f != nil {
			c.addForm(words, i, f)
			i += len(f.terms)
			continue
		}
		if w := c.alone(words, i, t); w > 0 {
			c.add(match{at: i, term: t, name: -1, weight: w}, words)
		}
		i++
	}
	return c.matches
}

// addForm adds the words of a name. It weighs as much as the words that the title gives it, or half of
// all that the article says of the name, be it by other names.
func (c *comparison) addForm(words []uint32, at int, f *form) {
	weight := float64(otherNames * c.q.weights[f.name])
	for k, t := range f.terms {
		c.add(match{at: at + k, term: t, name: f.name, weight: max(weight, c.q.terms[t].part), begins: k == 0}, words)
	}
}

// alone is what a word weighs that is not part of a name known to the article: nothing when it stands inside
// a name in both, and the names are different ones.
func (c *comparison) alone(words []uint32, i int, t int32) float64 {
	e := &c.q.terms[t]
	w := e.part
	if words[i]&inName != 0 {
		w = e.weight
		if c.overlaps(words, i, t) {
			w = e.part
		}
		w = float64(nearness * w)
	}
	if c.kin[words[i]&idMask] {
		w = float64(kinship * w)
	}
	return w
}

// overlaps says whether the title's name around words[i] is part of a name of the article, or
// the other way round: such names may mean one thing, as Yukos and Yukos Oil Company do. World Health Organization and
// Shanghai Cooperation Organization only share a word.
func (c *comparison) overlaps(words []uint32, i int, t int32) bool {
	start, end := i, i+1
	for start > 0 && words[start]&nameStart == 0 {
		start--
	}
	for end < len(words) && words[end]&(inName|nameStart) == inName {
		end++
	}
	c.around = c.around[:0]
	for _, w := range words[start:end] {
		c.around = append(c.around, c.terms[w&idMask])
	}
	for _, fi := range c.q.holds[t] {
		if f := c.q.forms[fi].terms; contains(f, c.around) || contains(c.around, f) {
			return true
		}
	}
	return false
}

// contains says whether the part stands in the whole, in a row.
func contains(whole, part []int32) bool {
	for len(whole) >= len(part) {
		if slices.Equal(whole[:len(part)], part) {
			return true
		}
		whole = whole[1:]
	}
	return false
}

func (c *comparison) add(m match, words []uint32) {
	m.rarity = c.ix.idf[words[m.at]&idMask]
	c.matches = append(c.matches, m)
}

// form is the longest name of the article that stands at words[i:]. Where the names of the title are
// known it must be one of them, whole.
func (c *comparison) form(words []uint32, i int, t int32) *form {
	var best *form
	for _, fi := range c.q.starts[t] {
		f := &c.q.forms[fi]
		if best != nil && len(f.terms) <= len(best.terms) || i+len(f.terms) > len(words) {
			continue
		}
		if c.stands(words[i:i+len(f.terms)], f) && whole(words, i, i+len(f.terms)) {
			best = f
		}
	}
	return best
}

func (c *comparison) stands(words []uint32, f *form) bool {
	for k, t := range f.terms {
		if id := words[k] & idMask; c.terms[id] != t || c.kin[id] {
			return false
		}
	}
	return true
}

// whole says whether the words from start to end cut no name in two: they may not begin
// or end in its middle.
func whole(words []uint32, start, end int) bool {
	cut := func(i int) bool { return i < len(words) && words[i]&inName != 0 && words[i]&nameStart == 0 }
	return !cut(start) && !cut(end)
}

// features of headline h, whose matches were just found.
func (c *comparison) features(h int) Features {
	words := c.ix.of(h)
	var all, norm, matched, weight, dot, heaviest, rarest, name float64
	for _, w := range words {
		v := c.ix.idf[w&idMask]
		all += v
		norm += float64(v * v)
	}
	for _, m := range c.matches {
		matched += m.rarity
		weight += float64(m.weight * m.rarity)
		dot += float64(m.weight * m.rarity * m.rarity)
		heaviest = max(heaviest, float64(m.weight*m.rarity))
		rarest = max(rarest, m.rarity)
		if m.name >= 0 {
			name = max(name, m.weight)
		}
	}
	if len(c.matches) == 0 {
		return Features{}
	}
	return Features{
		weight / math.Sqrt(all+3),
		ratio(matched, all),
		float64(min(5, len(c.matches))) / 5,
		name,
		c.pairs(len(words)),
		float64(min(20, len(words))) / 10,
		heaviest,
		rarest,
		math.Log(float64(1+len(c.q.terms))) / 5,
		min(1, ratio(weight, c.q.heaviest)),
		ratio(dot, math.Sqrt(norm*c.q.norm)),
	}
}

// ratio is a share of something that may weigh nothing: words so common that their rarity is 0.
func ratio(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return part / whole
}

// pairs is the share of the title's neighbours that are neighbours in the article too.
func (c *comparison) pairs(words int) float64 {
	n := 0
	for i := 1; i < len(c.matches); i++ {
		a, b := &c.matches[i-1], &c.matches[i]
		if a.at+1 == b.at && (c.q.pairs[[2]int32{a.term, b.term}] || a.name >= 0 && a.name == b.name) {
			n++
		}
	}
	return float64(n) / float64(max(1, words-1))
}

// Score is the calibrated score, 0 to 1, rounded to 4 decimals: 0 for a headline that shares nothing. The linear
// score goes through x/√(1+x²), which looks like the logistic function and any machine computes alike; its shift and
// spread are those that go best with what people say of pairs of headlines (the STS benchmark).
func (w *Weights) Score(f Features) float64 {
	if f == (Features{}) {
		return 0
	}
	x := w.Bias
	for i, v := range w.Features {
		x += float64(v * f[i])
	}
	x = (x + 1) / 3
	return math.Round(1e4*(0.5+x/math.Sqrt(1+float64(x*x))/2)) / 1e4
}

func (w *Weights) level(score float64) Level {
	switch {
	case score > 0 && score >= w.Related:
		return Related
	case score > 0 && score >= w.Theme:
		return Theme
	}
	return None
}
