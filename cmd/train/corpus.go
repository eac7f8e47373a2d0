package main

import (
	"path/filepath"
	"slices"

	"gloss/app/entity"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// corpus is the labelled sentences as numbers.
type corpus struct {
	sentences []*sentence
}

func (c *corpus) add(s *sentence) {
	if s != nil {
		c.sentences = append(c.sentences, s)
	}
}

// clean is the sentences of the sets that are not noisy.
func (c *corpus) clean() []*sentence {
	return slices.DeleteFunc(slices.Clone(c.sentences), func(s *sentence) bool { return s.set.noisy })
}

// sentence is a lattice with the clues as numbers, and what its labels allow.
type sentence struct {
	atoms          [][]int32 // clues
	spans          []text.Span
	capit          []bool
	article, title []bool
	runs           []choice
	set            nameSet
	lost           int // labels whose bounds no name can have
	// gold holds, for each atom, the number of the name that covers it (from 1), 0 for none, -1 for unknown.
	gold  []int32
	named []named
}

// choice is a candidate with its clues.
type choice = entity.LatticeName[int32]

// named is a labelled name: atoms [first, last) and its type.
type named struct{ first, last, kind int }

// copies says which copies of a set are learnt from: all as written, each fifth sentence in title case, each tenth in capitals.
var copies = []struct {
	as    gold.Case
	every int
}{{gold.AsWritten, 1}, {gold.TitleCased, 5}, {gold.UpperCased, 10}}

// eachSentence calls each for the sentences of all training sets and their copies, with the labelled names from it on.
func (s source) eachSentence(l *lang.Language, each func(set nameSet, doc *text.Document, i int, names []gold.Name)) error {
	for _, set := range trainingSets {
		for _, c := range copies {
			if s.without.hasSet(set, c.as) {
				continue
			}
			docs, err := gold.Read(filepath.Join(s.data, "entity", "train", set.file), c.as)
			if err != nil {
				return err
			}
			n := 0
			for _, d := range docs {
				doc := text.Parse(d.Text, l, text.Span{Start: 0, End: len(d.Text)})
				names := d.Names
				for i, s := range doc.Sentences {
					for len(names) > 0 && names[0].End <= s.Start {
						names = names[1:]
					}
					if n++; n%c.every == 0 {
						each(set, doc, i, names)
					}
				}
			}
		}
	}
	return nil
}

// newSentence turns a lattice into numbers, with all that the labels say; nil when there is nothing in it that could be a name. A number below 0 is
// left out.
func newSentence[C any](l entity.Lattice[C], names []gold.Name, set nameSet, number func(C) int32) *sentence {
	if len(l.Names) == 0 {
		return nil
	}
	all := func(clues []C) []int32 {
		out := make([]int32, 0, len(clues))
		for _, c := range clues {
			if id := number(c); id >= 0 {
				out = append(out, id)
			}
		}
		return out
	}
	s := &sentence{set: set, gold: make([]int32, len(l.Atoms))}
	near := nearNames(l)
	for i, a := range l.Atoms {
		if !near[i] {
			a.Clues = nil
		}
		s.atoms = append(s.atoms, all(a.Clues))
		s.capit, s.article, s.title = append(s.capit, a.Capital), append(s.article, a.Article), append(s.title, a.Title)
		s.spans = append(s.spans, a.Span)
	}
	for _, n := range l.Names {
		s.runs = append(s.runs, choice{First: n.First, Last: n.Last, Clues: all(n.Clues)})
	}
	s.label(names)
	return s
}

// nearNames says which atoms are in or beside something that could be a name, so that their clues count.
func nearNames[C any](l entity.Lattice[C]) []bool {
	near := make([]bool, len(l.Atoms))
	for _, n := range l.Names {
		for i := max(0, n.First-2); i < min(len(near), n.Last+2); i++ {
			near[i] = true
		}
	}
	return near
}
