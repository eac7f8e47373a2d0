package entity

import "gloss/app/text"

// mention makes the atoms [i, j) that decode took for a name into a mention: without an article, titles and a
// possessive, and of the type that the tables give where the evidence only says "other name".
func (s *scanner) mention(i, j int, st *step) (Mention, bool) {
	t := voteTypes[st.kind]
	i, j = s.trim(i, j, t)
	if i >= j {
		return Mention{}, false
	}
	m := Mention{
		Span:       text.Span{Start: s.atoms[i].Start, End: s.atoms[j-1].End},
		Type:       t,
		Confidence: confidence(st.margin),
		votes:      inTableSteps(st.votes),
		shouted:    s.shouts,
	}
	if k := s.kindOfName(i, j, t); k != t {
		m.Type = k
	}
	m.Why = s.why(i, j, m.Type)
	return m, true
}

// inTableSteps gives votes in the unit of the tables, in which Resolve weighs them.
func inTableSteps(votes [numTypes]int16) [numTypes]int16 {
	for t := range votes {
		votes[t] /= weightStep / tableStep
	}
	return votes
}

// article says whether atom i is one that no name begins with, but for those of the tables ("The Hague").
func (s *scanner) article(i int) bool {
	return s.atoms[i].class&article != 0 && (i+2 > len(s.atoms) || s.r.lexicon.classes[string(s.phrase(i, min(i+2, len(s.atoms))))] == 0)
}

func (s *scanner) trim(i, j int, t Type) (int, int) {
	if j > i+1 && s.article(i) {
		i++
	}
	for j > i && (s.atoms[j-1].kind == possessive || s.atoms[j-1].kind == punct) {
		j--
	}
	for i < j && (s.atoms[i].kind == punct || s.atoms[i].class&joiner != 0 && s.atoms[i].class&particle == 0 && s.atoms[i].kind != lower && j > i+1 && t == Person) {
		i++
	}
	for t == Person && j > i+1 && s.atoms[i].class&honorific != 0 {
		i++
	}
	return i, j
}

// kindOfName tells groups and events from the other names by their words.
func (s *scanner) kindOfName(i, j int, t Type) Type {
	whole := s.r.lexicon.classes[string(s.phrase(i, j))]
	first, last := &s.atoms[i], &s.atoms[j-1]
	if j == i+1 {
		whole |= first.class
	}
	switch {
	case t == Misc && whole&(demonym|group) != 0, whole.peopleOnly():
		return Group
	case t == Misc && last.class&(demonym|group) != 0 && last.joined:
		return Group
	case first.class&eventFirst != 0 && j > i+1 && t != Person && last.class&(orgWord|placeWord) == 0:
		return Event
	case t == Misc && s.hasEventWord(i, j):
		return Event
	}
	return t
}

// peopleOnly says whether the tables know the word as that of a people or a group and as nothing else.
func (c class) peopleOnly() bool {
	return c&(demonym|group) != 0 && c&(country|region|capital|city|knownOrg) == 0
}

// people is the mention of a people or a group that the tables know, where the evidence saw no name.
func (s *scanner) people(i int) (Mention, bool) {
	a := &s.atoms[i]
	if a.kind != title || !a.class.peopleOnly() || s.mode != sentenceCase {
		return Mention{}, false
	}
	return Mention{Span: a.Span, Type: Group, Confidence: 0.7, Why: s.why(i, i+1, Group), votes: [numTypes]int16{-mostVotes, -mostVotes, -mostVotes, 0}}, true
}

// hasEventWord says whether a word of an event stands in the name, as in "World War II" or "Battle of the Bulge".
func (s *scanner) hasEventWord(i, j int) bool {
	for k := i; k < j; k++ {
		if s.atoms[k].class&eventWord != 0 && j > i+1 {
			return true
		}
	}
	return false
}

// merge puts the names and the amounts of one sentence behind out, in order. Where two overlap the one that
// covers the other wins ("September 11 attacks"), else the amount.
func (s *scanner) merge(out, names, amounts []Mention) []Mention {
	for len(names) > 0 || len(amounts) > 0 {
		switch {
		case len(names) == 0:
			return append(out, amounts...)
		case len(amounts) == 0:
			return append(out, names...)
		case names[0].Overlaps(amounts[0].Span):
			if names[0].Contains(amounts[0].Span) && names[0].Len() > amounts[0].Len() {
				amounts = amounts[1:]
			} else {
				names = names[1:]
			}
		case names[0].Start < amounts[0].Start:
			out, names = append(out, names[0]), names[1:]
		default:
			out, amounts = append(out, amounts[0]), amounts[1:]
		}
	}
	return out
}
