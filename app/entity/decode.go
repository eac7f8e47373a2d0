package entity

import (
	"gloss/app/lang"
	"gloss/app/text"
)

// scanner holds what is known of the sentence in hand; its buffers are used again for the next.
type scanner struct {
	r        *Recognizer
	doc      *text.Document
	stemmer  *lang.Stemmer
	mode     mode
	shouts   bool // the capitals of the sentence tell nothing
	atoms    []atom
	folded   []byte
	ends     []text.Span
	sums     []weights // of each atom's clues
	summed   []bool
	best     []step // best way to read the atoms before i
	key      []byte
	low      []byte
	bases    map[string]string // of words as they are written, as far as looked up
	traits   []trait           // of each atom, for the model
	features []uint32          // scratch
	guessing
}

// step is the best last step of a reading that ends at an atom: a name that began at from, or no name.
type step struct {
	score  int32
	from   int32
	kind   int8 // index of voteTypes, -1 for no name
	margin int32
	votes  [numTypes]int16
}

// decode finds the best reading of the sentence by dynamic programming over its runs of atoms
// and gives back its names.
func (s *scanner) decode() []Mention {
	s.prepare()
	n := len(s.atoms)
	for i := range n {
		at := s.best[i].score
		out := int32(0)
		if s.atoms[i].kind.name() {
			out = int32(s.sum(i)[weightOut])
		}
		if at+out > s.best[i+1].score {
			s.best[i+1] = step{score: at + out, from: int32(i), kind: -1}
		}
		s.runs(i, func(j int) {
			st := s.weigh(i, j)
			st.score += at
			if st.score > s.best[j].score {
				s.best[j] = st
			}
		})
	}
	return s.trace()
}

func (s *scanner) prepare() {
	n := len(s.atoms)
	s.foldAtoms()
	if s.r.model != nil {
		s.describe()
	}
	if cap(s.sums) < n {
		s.sums, s.summed, s.best = make([]weights, 2*n), make([]bool, 2*n), make([]step, 2*n+1)
	}
	s.sums, s.summed, s.best = s.sums[:n], s.summed[:n], s.best[:n+1]
	for i := range n {
		s.summed[i] = false
		s.best[i+1].score = -1 << 30
	}
	s.best[0] = step{}
}

// sum is what the clues of atom i say, added up.
func (s *scanner) sum(i int) *weights {
	edge := &s.r.evidence.edge
	if s.r.model != nil {
		edge = &s.r.model.edge
	}
	switch {
	case i < 0:
		return &edge[0]
	case i >= len(s.atoms):
		return &edge[1]
	}
	w := &s.sums[i]
	if s.summed[i] {
		return w
	}
	*w = weights{}
	s.summed[i] = true
	if s.r.model != nil {
		s.features = s.atomFeatures(i, s.features[:0])
		s.r.model.addTo(w, s.features)
	} else {
		s.clues(i, func(clue []byte) { s.r.evidence.addTo(w, clue) })
	}
	return w
}

// whole is what the clues of the atoms [i, j) as one name say.
func (s *scanner) whole(i, j int) [numTypes]int16 {
	if m := s.r.model; m != nil {
		var votes [numTypes]int16
		s.features = s.spanFeatures(i, j, s.features[:0])
		m.addSpan(&votes, s.features)
		return votes
	}
	votes := s.r.evidence.prior
	s.spanClues(i, j, func(clue []byte) { s.r.evidence.addSpan(&votes, clue) })
	return votes
}

// weigh adds up the evidence for the atoms [i, j) as one name of the best type.
func (s *scanner) weigh(i, j int) step {
	votes := s.whole(i, j)
	add := func(w *weights, slot int) {
		for t, v := range w[slot*numTypes : slot*numTypes+numTypes] {
			votes[t] += v
		}
	}
	add(s.sum(i-1), slotPrev)
	add(s.sum(i-2), slotPrev2)
	add(s.sum(j), slotNext)
	add(s.sum(j+1), slotNext2)
	if j == i+1 {
		add(s.sum(i), slotOnly)
	} else {
		add(s.sum(i), slotFirst)
		add(s.sum(j-1), slotLast)
		for k := i + 1; k < j-1; k++ {
			add(s.sum(k), slotInner)
		}
	}
	out := int32(0)
	for k := i; k < j; k++ {
		if s.atoms[k].kind.name() {
			out += int32(s.sum(k)[weightOut])
		}
	}
	return stepOf(i, votes, out)
}

// stepOf takes the type with the most votes; the margin is what it has more than the second, or than no name at all.
func stepOf(i int, votes [numTypes]int16, out int32) step {
	st := step{from: int32(i), votes: votes, score: -1 << 30}
	second := out
	for t, v := range votes {
		switch {
		case int32(v) > st.score:
			if t > 0 {
				second = max(second, st.score)
			}
			st.score, st.kind = int32(v), int8(t)
		default:
			second = max(second, int32(v))
		}
	}
	st.margin = st.score - second
	return st
}

// trace reads the best reading back from its end.
func (s *scanner) trace() []Mention {
	var out []Mention
	for j := len(s.atoms); j > 0; {
		st := &s.best[j]
		if st.kind >= 0 {
			if m, ok := s.mention(int(st.from), j, st); ok {
				out = append(out, m)
			}
		} else if m, ok := s.people(j - 1); ok {
			out = append(out, m)
		}
		j = int(st.from)
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// logistic holds 1/(1+e^-x) at x = 0, 0.5, … 8: math.Exp differs between machines.
var logistic = [...]float64{0.5, 0.6225, 0.7311, 0.8176, 0.8808, 0.9241, 0.9526, 0.9707, 0.982, 0.989, 0.9933, 0.9959, 0.9975, 0.9985, 0.9991, 0.9994, 0.9997}

// confidence of a margin in parts of a nat (weightStep).
func confidence(margin int32) float64 {
	half := int32(weightStep / 2)
	i := min(max(margin, 0)/half, int32(len(logistic)-1))
	return logistic[i]
}
