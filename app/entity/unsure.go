package entity

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gloss/app/text"
)

// unsureWithin is by how much less than no name a run of words may be worth to be an unsure one. On the two development sets one nat adds 110 and
// 196 mentions to 7,320 and 6,905, of which 48 and 35% have the bounds of a name and 68 and 58% touch one, and which hold 48 and 44% of the names that
// are not marked at all; one and a half add 159 and 290 (45 and 32%, 61 and 53%; 68 and 55%); two add 205 and 371 (43 and 29%, 56 and 51%; 78 and 69%).
const unsureWithin = 3 * weightStep / 2

// guess is a run of atoms that lost to no name, and by how much.
type guess struct {
	first, last int
	lost        int32
	step        step
}

// guessing is the buffers of unsure.
type guessing struct {
	guesses []guess
	taken   []bool // atoms in names, or in unsure ones
}

// unsure gives the names that the reading in hand leaves out by little, those left out by least first choosing; in order.
func (s *scanner) unsure() []Mention {
	s.guesses = s.guesses[:0]
	s.taken = append(s.taken[:0], make([]bool, len(s.atoms))...)
	for j := len(s.atoms); j > 0; j = int(s.best[j].from) {
		if s.best[j].kind >= 0 {
			for k := int(s.best[j].from); k < j; k++ {
				s.taken[k] = true
			}
		}
	}
	for i := range s.atoms {
		if !s.taken[i] {
			s.guessFrom(i)
		}
	}
	slices.SortStableFunc(s.guesses, func(a, b guess) int {
		return cmp.Or(cmp.Compare(a.lost, b.lost), cmp.Compare(b.last-b.first, a.last-a.first))
	})
	var out []Mention
	for k := range s.guesses {
		g := &s.guesses[k]
		if slices.Contains(s.taken[g.first:g.last], true) {
			continue
		}
		if m, ok := s.mention(g.first, g.last, &g.step); ok {
			m.Confidence = unsureConfidence(g.lost)
			out = append(out, m)
		}
		for i := g.first; i < g.last; i++ {
			s.taken[i] = true
		}
	}
	slices.SortFunc(out, func(a, b Mention) int { return a.Start - b.Start })
	return out
}

// guessFrom gathers the runs from atom i on that lose by little. In what the best reading leaves as no name, the scores of its steps add up
// what no name is worth.
func (s *scanner) guessFrom(i int) {
	free := i
	s.runs(i, func(j int) {
		for free < j && !s.taken[free] {
			free++
		}
		if free < j {
			return
		}
		st := s.weigh(i, j)
		if lost := s.best[j].score - s.best[i].score - st.score; lost <= unsureWithin {
			s.guesses = append(s.guesses, guess{i, j, lost, st})
		}
	})
}

// unsureConfidence is below one half: the table of confidence mirrored, from its second row on.
func unsureConfidence(lost int32) float64 {
	const half = int32(weightStep / 2)
	return math.Round(1e4*(1-confidence(max(lost+half-1, half)))) / 1e4
}

// Unsure makes entities of what the text leaves unsure: of guesses, as RecognizeAll found them, all that lie over none of the document's mentions
// and that the reader's lexicon lets be, those of one folded form together, in the order of the text. Their confidence is below one half, their
// salience is 0. The entities' Mentions are indices into the mentions that Unsure gives.
func (r *Recognizer) Unsure(doc *text.Document, mentions, guesses []Mention) ([]Mention, []Entity) {
	guesses = r.obeyed(doc, 0, len(doc.Sentences), guesses)
	guesses = slices.DeleteFunc(guesses, func(m Mention) bool { return m.own != nil })
	var left []Mention
	k := 0
	for _, m := range guesses {
		for k < len(mentions) && mentions[k].End <= m.Start {
			k++
		}
		if k == len(mentions) || !mentions[k].Overlaps(m.Span) {
			left = append(left, m)
		}
	}
	return left, gatherUnsure(doc, left)
}

// gatherUnsure makes one entity of the mentions of one folded form, named and typed as the one that is least unsure.
func gatherUnsure(doc *text.Document, mentions []Mention) []Entity {
	var entities []Entity
	at := map[string]int{}
	for i := range mentions {
		m := &mentions[i]
		form := strings.Join(strings.Fields(m.Of(doc.Text)), " ")
		key := foldPhrase(form)
		e, ok := at[key]
		if !ok {
			e = len(entities)
			at[key] = e
			entities = append(entities, Entity{Name: form, Type: m.Type})
		}
		u := &entities[e]
		if m.Confidence > u.Confidence {
			u.Name, u.Type, u.Confidence = form, m.Type, m.Confidence
		}
		u.Mentions = append(u.Mentions, i)
	}
	for _, e := range entities {
		for _, i := range e.Mentions {
			mentions[i].Type = e.Type
		}
	}
	return entities
}
