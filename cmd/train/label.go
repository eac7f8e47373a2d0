package main

import (
	"slices"

	"gloss/cmd/internal/gold"
)

var kinds = map[string]int{"PER": 0, "LOC": 1, "ORG": 2, "MISC": 3}

// label lays the labelled names over the atoms. Names follow DESIGN.md's idea of a mention as far as
// the atoms go: where a name's bounds are not an atom's, or it could not be a candidate, its atoms are unknown.
func (s *sentence) label(names []gold.Name) {
	for _, n := range names {
		if n.Start >= s.spans[len(s.spans)-1].End {
			break
		}
		first, last := 0, len(s.spans)
		for first < last && s.spans[first].End <= n.Start {
			first++
		}
		for last > first && s.spans[last-1].Start >= n.End {
			last--
		}
		if first == last {
			continue
		}
		if k, known := kinds[n.Type]; known && first+1 < last && (s.article[first] || k == 0 && s.title[first]) {
			first++
			n.Start = s.spans[first].Start
		}
		exact := s.spans[first].Start == n.Start && s.spans[last-1].End == n.End
		if k, ok := kinds[n.Type]; ok && exact {
			if f, l, ok := s.candidate(first, last); ok {
				s.named = append(s.named, named{f, l, k})
				for i := f; i < l; i++ {
					s.gold[i] = int32(len(s.named))
				}
				continue
			}
		}
		if n.Type != "?" {
			s.lost++
		}
		for i := first; i < last; i++ {
			s.gold[i] = -1
		}
	}
}

// candidate gives the run of atoms that the name [first, last) is to be: itself, or without the
// atoms at its edges that no name may begin or end with ("the", a possessive).
func (s *sentence) candidate(first, last int) (int, int, bool) {
	for f := first; f < min(last, first+2); f++ {
		for l := last; l > max(f, last-2); l-- {
			for i := range s.runs {
				if s.runs[i].First == f && s.runs[i].Last == l {
					return f, l, true
				}
			}
		}
	}
	return 0, 0, false
}

// allows says whether the labels allow the candidate to be a name of the kind.
func (s *sentence) allows(r *choice, kind int) bool {
	g := s.gold[r.First]
	if g > 0 {
		n := s.named[g-1]
		return n.first == r.First && n.last == r.Last && n.kind == kind
	}
	for i := r.First; i < r.Last; i++ {
		if s.gold[i] > 0 || s.gold[i] == 0 && !(s.set.noMisc && kind == 3) {
			return false
		}
	}
	return true
}

// distrust takes the labels of the noisy sentences as unknown wherever the model has another opinion, and leaves out those of which more than a quarter is unknown then.
func (c *corpus) distrust(m *model) {
	defer func() {
		c.sentences = slices.DeleteFunc(c.sentences, func(s *sentence) bool { return s.set.noisy && 4*s.unknown() > len(s.gold) })
	}()
	for _, s := range c.sentences {
		if !s.set.noisy {
			continue
		}
		best := m.decode(s)
		same := map[named]bool{}
		for _, n := range best {
			same[n] = true
		}
		for k, n := range s.named {
			if same[n] {
				delete(same, n)
				continue
			}
			for i := n.first; i < n.last; i++ {
				if s.gold[i] == int32(k+1) {
					s.gold[i] = -1
				}
			}
		}
		for _, n := range best {
			if same[n] {
				s.doubt(n)
			}
		}
	}
}

// unknown is the number of atoms that may be anything.
func (s *sentence) unknown() int {
	n := 0
	for _, g := range s.gold {
		if g < 0 {
			n++
		}
	}
	return n
}

// doubt makes the atoms of a name that only the model sees unknown, and the labelled names that it cuts into.
func (s *sentence) doubt(n named) {
	for i := n.first; i < n.last; i++ {
		if g := s.gold[i]; g > 0 {
			for k := s.named[g-1].first; k < s.named[g-1].last; k++ {
				s.gold[k] = -1
			}
		}
		s.gold[i] = -1
	}
}
