package main

import (
	"math"

	"gloss/app/entity"
)

const (
	width = entity.NumWeights
	out   = width - 1
	types = entity.NumTypes
)

// model is a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the lattices of sentences, learnt by AdaGrad
// (Duchi et al. 2011) with accumulators that start at 1, which leaves most weights near zero.
type model struct {
	w, acc  []float32
	edges   [2][]int32
	gone    []bool  // weights that were dropped stay zero
	dropout float64 // share of the clues that a step of learning does without; the others then count as much more
	random  random
}

// random is xorshift64*.
type random uint64

func (r *random) next() uint64 {
	*r ^= *r >> 12
	*r ^= *r << 25
	*r ^= *r >> 27
	return uint64(*r) * 2685821657736338717
}

// newModel has room for the given number of clues, among them those of a sentence's edges.
func newModel(clues int, edges [2]int32) *model {
	m := &model{w: make([]float32, clues*width), acc: make([]float32, clues*width), edges: [2][]int32{{edges[0]}, {edges[1]}}, random: 1}
	for i := range m.acc {
		m.acc[i] = 1
	}
	return m
}

func (m *model) row(clue int32) []float64 {
	row := make([]float64, width)
	for k := range row {
		row[k] = float64(m.w[int(clue)*width+k])
	}
	return row
}

// drop zeroes the weights below min for good.
func (m *model) drop(min float32) {
	m.gone = make([]bool, len(m.w))
	for i, w := range m.w {
		if w < min && w > -min {
			m.w[i], m.gone[i] = 0, true
		}
	}
}

// lattice is a sentence with its scores, sums and gradients.
type lattice struct {
	*sentence
	sums   [][width]float64 // of each atom, the edges behind
	grads  [][width]float64
	scores [][types]float64 // of each run
	free   [][types]float64 // marginals
	alpha  []float64
	beta   []float64
	starts [][]int32 // runs by their first atom
	scale  float64   // of each clue that is there
}

// at is the place of an atom in sums; Slots gives -1 and n for the edges.
func (l *lattice) at(atom int) int {
	n := len(l.atoms)
	switch {
	case atom < 0:
		return n
	case atom >= n:
		return n + 1
	}
	return atom
}

func (m *model) score(s *sentence, scale float64) *lattice {
	n := len(s.atoms)
	l := &lattice{sentence: s, sums: make([][width]float64, n+2), grads: make([][width]float64, n+2), scores: make([][types]float64, len(s.runs)),
		free: make([][types]float64, len(s.runs)), alpha: make([]float64, n+1), beta: make([]float64, n+1), starts: make([][]int32, n), scale: scale}
	for i := range l.sums {
		for _, c := range l.cluesAt(m, i) {
			for k, w := range m.w[int(c)*width : int(c+1)*width] {
				l.sums[i][k] += float64(w)
			}
		}
		for k := range l.sums[i] {
			l.sums[i][k] *= scale
		}
	}
	for i := range s.runs {
		r := &s.runs[i]
		l.starts[r.First] = append(l.starts[r.First], int32(i))
		for _, c := range r.Clues {
			for t := range types {
				l.scores[i][t] += scale * float64(m.w[int(c)*width+entity.SlotOfSpan*types+t])
			}
		}
		r.Slots(n, func(atom, slot int) {
			for t := range types {
				l.scores[i][t] += l.sums[l.at(atom)][slot*types+t]
			}
		})
	}
	return l
}

func (l *lattice) cluesAt(m *model, i int) []int32 {
	if n := len(l.atoms); i >= n {
		return m.edges[i-n]
	}
	return l.atoms[i]
}

// outScore is the score of calling atom i no name.
func (l *lattice) outScore(i int) float64 {
	if l.capit[i] {
		return l.sums[i][out]
	}
	return 0
}

// forwardBackward adds sign times the marginals of the readings that allowed lets through to the gradients.
func (l *lattice) forwardBackward(sign float64, allowed func(r *choice, t int) bool, outside func(i int) bool) bool {
	n := len(l.atoms)
	inf := math.Inf(-1)
	for i := range l.alpha {
		l.alpha[i], l.beta[i] = inf, inf
	}
	l.alpha[0], l.beta[n] = 0, 0
	for i := range n {
		if outside(i) {
			l.alpha[i+1] = logAdd(l.alpha[i+1], l.alpha[i]+l.outScore(i))
		}
		for _, k := range l.starts[i] {
			r := &l.runs[k]
			for t := range types {
				if allowed(r, t) {
					l.alpha[r.Last] = logAdd(l.alpha[r.Last], l.alpha[i]+l.scores[k][t])
				}
			}
		}
	}
	z := l.alpha[n]
	if math.IsInf(z, -1) {
		return false
	}
	for i := n - 1; i >= 0; i-- {
		if outside(i) {
			p := l.outScore(i) + l.beta[i+1]
			l.beta[i] = p
			if l.capit[i] {
				l.grads[i][out] += sign * math.Exp(l.alpha[i]+p-z)
			}
		}
		for _, k := range l.starts[i] {
			r := &l.runs[k]
			for t := range types {
				if allowed(r, t) {
					p := l.scores[k][t] + l.beta[r.Last]
					l.beta[i] = logAdd(l.beta[i], p)
					l.free[k][t] += sign * math.Exp(l.alpha[i]+p-z)
				}
			}
		}
	}
	return true
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) || a-b > 30 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// train goes epochs times over the sentences in a fixed shuffled order, the rate falling from first to last.
func (m *model) train(sentences []*sentence, epochs int, first, last float64) {
	shuffle := m.random
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	total, done := float64(epochs*len(sentences)), 0.0
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(shuffle.next() >> 1 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			m.learn(sentences[i], first+(last-first)*done/total)
			done++
		}
	}
}

// learn takes one step up the likelihood of what the labels allow.
func (m *model) learn(s *sentence, rate float64) {
	s, scale := m.thinned(s)
	l := m.score(s, scale)
	outside := func(i int) bool { return s.gold[i] <= 0 }
	if !l.forwardBackward(1, s.allows, outside) {
		return
	}
	l.forwardBackward(-1, func(*choice, int) bool { return true }, func(int) bool { return true })
	for i := range s.runs {
		r := &s.runs[i]
		g := &l.free[i]
		for _, c := range r.Clues {
			for t := range types {
				m.step(int(c)*width+entity.SlotOfSpan*types+t, g[t]*s.set.weight*scale, rate)
			}
		}
		r.Slots(len(s.atoms), func(atom, slot int) {
			for t := range types {
				l.grads[l.at(atom)][slot*types+t] += g[t]
			}
		})
	}
	var slots [width]int
	for i := range l.grads {
		n := 0
		for k, g := range l.grads[i] {
			if g*s.set.weight > 1e-4 || g*s.set.weight < -1e-4 {
				slots[n] = k
				n++
			}
		}
		if n == 0 {
			continue
		}
		for _, c := range l.cluesAt(m, i) {
			for _, k := range slots[:n] {
				m.step(int(c)*width+k, l.grads[i][k]*s.set.weight*scale, rate)
			}
		}
	}
}

// thinned is the sentence without the clues that this step does without, and how much more the others count.
func (m *model) thinned(s *sentence) (*sentence, float64) {
	if m.dropout == 0 {
		return s, 1
	}
	limit := uint64(m.dropout * (1 << 32))
	thin := func(clues []int32) []int32 {
		out := make([]int32, 0, len(clues))
		for _, c := range clues {
			if m.random.next()>>32 >= limit {
				out = append(out, c)
			}
		}
		return out
	}
	t := *s
	t.atoms, t.runs = make([][]int32, len(s.atoms)), make([]choice, len(s.runs))
	for i, a := range s.atoms {
		t.atoms[i] = thin(a)
	}
	for i, r := range s.runs {
		t.runs[i] = choice{First: r.First, Last: r.Last, Clues: thin(r.Clues)}
	}
	return &t, 1 / (1 - m.dropout)
}

func (m *model) step(i int, g, rate float64) {
	if g > -1e-4 && g < 1e-4 || m.gone != nil && m.gone[i] {
		return
	}
	m.acc[i] += float32(g * g)
	m.w[i] += float32(rate * g / math.Sqrt(float64(m.acc[i])))
}

// decode is the names of the best reading.
func (m *model) decode(s *sentence) []named {
	l := m.score(s, 1)
	n := len(s.atoms)
	from := make([]named, n+1)
	for i := range l.alpha {
		l.alpha[i] = math.Inf(-1)
	}
	l.alpha[0] = 0
	for i := range n {
		if v := l.alpha[i] + l.outScore(i); v > l.alpha[i+1] {
			l.alpha[i+1], from[i+1] = v, named{i, i + 1, -1}
		}
		for _, k := range l.starts[i] {
			r := &s.runs[k]
			for t := range types {
				if v := l.alpha[i] + l.scores[k][t]; v > l.alpha[r.Last] {
					l.alpha[r.Last], from[r.Last] = v, named{i, r.Last, t}
				}
			}
		}
	}
	var names []named
	for j := n; j > 0; j = from[j].first {
		if from[j].kind >= 0 {
			names = append(names, from[j])
		}
	}
	return names
}
