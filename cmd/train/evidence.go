package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gloss/app/entity"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// nameSet is a set of labelled sentences, with how much it counts.
type nameSet struct {
	file   string
	weight float64
	noMisc bool // the set marks no MISC: what it leaves out may be one
	noisy  bool // where a model trained without the set disagrees, its labels are taken as unknown
}

var trainingSets = []nameSet{
	{"redocred.tsv", 1, false, false},
	{"crossner.tsv", 1, false, false},
	{"ewt.tsv", 1, true, false},
	{"gum.tsv", 1, false, false},
	{"wnut17.tsv", 0.5, false, false},
	{"btc.tsv", 0.5, true, false},
	{"europarl.tsv", 1, false, false},
	{"sport-synthetic.tsv", 0.5, false, false},
	{"wikinews-silver.tsv", 2, false, false},
	{"masc-silver.tsv", 1, false, false},
	{"gmb.tsv", 1, false, true},
}

const (
	minCount   = 12   // times that a clue must occur
	dropWeight = 0.09 // nats below which a weight is dropped, then the others are learnt once more
	keepWeight = 0.15 // nats that a weight must have in the end
)

// priors shift the types in nats, since news names more organisations and fewer persons than the labelled sentences: the
// only two numbers that were set by the development sets.
var priors = [entity.NumTypes]float64{-0.5, 0, 0.5, 0}

// learnEvidence writes evidence.txt: the weights of the clues, learnt from the labelled sentences under data/entity/train.
func learnEvidence(s source) error {
	en, err := lang.Open(os.DirFS(filepath.Dir(s.out)), filepath.Base(s.out))
	if err != nil {
		return err
	}
	r, err := entity.Open(en)
	if err != nil {
		return err
	}
	c := &corpus{r: r, l: en, ids: map[string]int32{}}
	dir := filepath.Join(s.data, "entity", "train")
	for _, set := range trainingSets {
		for _, k := range []gold.Case{gold.AsWritten, gold.TitleCased, gold.UpperCased} {
			if err := c.read(filepath.Join(dir, set.file), set, k); err != nil {
				return err
			}
		}
	}
	c.prune(minCount)
	fmt.Printf("%d sentences, %d clues\n", len(c.sentences), len(c.names))
	m := newModel(c)
	clean := slices.DeleteFunc(slices.Clone(c.sentences), func(s *sentence) bool { return s.noisy })
	m.train(clean, 1, 0.1, 0.03)
	c.distrust(m)
	m = newModel(c)
	m.train(c.sentences, 2, 0.1, 0.01)
	m.drop(dropWeight)
	m.train(c.sentences, 1, 0.03, 0.003)
	m.drop(keepWeight)
	return c.write(m, filepath.Join(s.out, "evidence.txt"))
}

// write writes a row for each clue that has weights left, in alphabetical order.
func (c *corpus) write(m *model, path string) error {
	var rows []string
	for id, name := range c.names {
		if w := entity.FormatWeights(m.row(int32(id))); w != "" && !strings.ContainsAny(name, "\t\n\r") && !strings.HasPrefix(name, "#") {
			rows = append(rows, name+"\t"+w)
		}
	}
	prior := make([]float64, entity.NumWeights)
	copy(prior[entity.SlotOfSpan*entity.NumTypes:], priors[:])
	rows = append(rows, entity.PriorClue+"\t"+entity.FormatWeights(prior))
	slices.Sort(rows)
	fmt.Printf("%d rows\n", len(rows))
	return os.WriteFile(path, []byte(evidenceHead+strings.Join(rows, "\n")+"\n"), 0o644)
}

const evidenceHead = `# What speaks for and against each type of name: a clue, then letter and value of each weight, in quarters of a nat.
# Clues: a word; %shape; ~ending; ~beginning~; @class of a word; =shape of the whole; _the whole; @@class of the whole; %prior of any name. Letters: in the
# order only first last inner prev next prev2 next2 span, four each (person, place, organisation, other); the last is for no name.
# Learnt by cmd/train from labelled sentences (see NOTICE).
`

// corpus is the labelled sentences as numbers.
type corpus struct {
	r         *entity.Recognizer
	l         *lang.Language
	ids       map[string]int32
	names     []string
	counts    []int32
	sentences []*sentence
}

// sentence is a lattice with the clues as numbers, and what its labels allow.
type sentence struct {
	atoms  [][]int32 // clues
	spans  []text.Span
	capit  []bool
	runs   []choice
	weight float64
	noisy  bool
	noMisc bool
	// gold holds, for each atom, the number of the name that covers it (from 1), 0 for none, -1 for unknown.
	gold  []int32
	named []named
}

// choice is a candidate with its clues.
type choice struct {
	entity.LatticeName
	clues []int32
}

// named is a labelled name: atoms [first, last) and its type.
type named struct{ first, last, kind int }

// read adds the documents of a set. Of the copies in title case it takes each fifth, of those in capitals each tenth.
func (c *corpus) read(path string, set nameSet, k gold.Case) error {
	docs, err := gold.Read(path, k)
	if err != nil {
		return err
	}
	every := map[gold.Case]int{gold.AsWritten: 1, gold.TitleCased: 5, gold.UpperCased: 10}[k]
	n := 0
	for _, d := range docs {
		doc := text.Parse(d.Text, c.l, text.Span{Start: 0, End: len(d.Text)})
		names := d.Names
		for i, s := range doc.Sentences {
			for len(names) > 0 && names[0].End <= s.Start {
				names = names[1:]
			}
			if n++; n%every != 0 {
				continue
			}
			if s := c.sentence(c.r.Lattice(doc, i), names, set); s != nil {
				c.sentences = append(c.sentences, s)
			}
		}
	}
	return nil
}

func (c *corpus) id(clue string) int32 {
	id, ok := c.ids[clue]
	if !ok {
		id = int32(len(c.names))
		c.ids[clue] = id
		c.names = append(c.names, clue)
		c.counts = append(c.counts, 0)
	}
	c.counts[id]++
	return id
}

func (c *corpus) all(clues []string) []int32 {
	out := make([]int32, len(clues))
	for i, s := range clues {
		out[i] = c.id(s)
	}
	return out
}

// sentence turns a lattice into numbers; nil when there is nothing in it that could be a name.
func (c *corpus) sentence(l entity.Lattice, names []gold.Name, set nameSet) *sentence {
	if len(l.Names) == 0 {
		return nil
	}
	s := &sentence{weight: set.weight, noisy: set.noisy, noMisc: set.noMisc, gold: make([]int32, len(l.Atoms))}
	for _, a := range l.Atoms {
		s.atoms = append(s.atoms, c.all(a.Clues))
		s.capit = append(s.capit, a.Capital)
		s.spans = append(s.spans, a.Span)
	}
	for _, n := range l.Names {
		s.runs = append(s.runs, choice{n, c.all(n.Clues)})
	}
	s.label(names)
	return s
}

// prune forgets the clues that occur less than n times, and puts those of a sentence's edges last.
func (c *corpus) prune(n int32) {
	to := make([]int32, len(c.names))
	var names []string
	for i, name := range c.names {
		to[i] = -1
		if c.counts[i] >= n {
			to[i] = int32(len(names))
			names = append(names, name)
		}
	}
	keep := func(ids []int32) []int32 {
		out := ids[:0]
		for _, id := range ids {
			if to[id] >= 0 {
				out = append(out, to[id])
			}
		}
		return out
	}
	for _, s := range c.sentences {
		for i := range s.atoms {
			s.atoms[i] = keep(s.atoms[i])
		}
		for i := range s.runs {
			s.runs[i].clues = keep(s.runs[i].clues)
		}
	}
	c.names = append(names, entity.EdgeClues[:]...)
}
