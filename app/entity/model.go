package entity

import "sync"

// Model is a learnt scorer: the same semi-Markov field as evidence.txt, over many more features, known by their hashes alone. It is read once,
// then only read from.
type Model struct {
	name     string
	about    string
	clusters *clusters
	keys     []uint32 // open addressing: feature+1, 0 where there is none
	rows     []uint32 // of each key: the first of its cells, and how many they are in the last six bits
	slots    []uint8  // of each cell: the weight that it adds to
	values   []int8   // of each cell, in parts of a nat (weightStep)
	edge     [2]weights
}

// Name is the model's, as it stands in reports: "en-3f9c1a".
func (m *Model) Name() string { return m.name }

const cellBits = 6 // of a row: how many cells it has

// CellsPerNat is the unit of a cell.
const CellsPerNat = weightStep

// cells gives the cells of a feature: their weights and values.
func (m *Model) cells(f uint32) ([]uint8, []int8) {
	at := place(m.keys, f+1)
	if m.keys[at] == 0 {
		return nil, nil
	}
	first, n := m.rows[at]>>cellBits, m.rows[at]&(1<<cellBits-1)
	return m.slots[first : first+n], m.values[first : first+n]
}

// addTo adds what the features of an atom say.
func (m *Model) addTo(sum *weights, features []uint32) {
	for _, f := range features {
		slots, values := m.cells(f)
		for k, slot := range slots {
			sum[slot] += int16(values[k])
		}
	}
}

// addSpan adds what the features of a name as a whole say.
func (m *Model) addSpan(votes *[numTypes]int16, features []uint32) {
	for _, f := range features {
		slots, values := m.cells(f)
		for k, slot := range slots {
			votes[slot&(numTypes-1)] += int16(values[k])
		}
	}
}

// build makes the table of rows out of features, in order, with their cells.
func (m *Model) build(features []uint32, counts []uint8) {
	size := roomFor(len(features))
	m.keys, m.rows = make([]uint32, size), make([]uint32, size)
	first := uint32(0)
	for i, f := range features {
		at := place(m.keys, f+1)
		m.keys[at], m.rows[at] = f+1, first<<cellBits|uint32(counts[i])
		first += uint32(counts[i])
	}
	for k := range m.edge {
		m.addTo(&m.edge[k], []uint32{edgeFeature(k)})
	}
}

// edgeFeature stands for what is before the first atom (0) or after the last (1).
func edgeFeature(k int) uint32 { return feature(ofWord, edgeTraits[k].word<<8) }

// SetModel has the names weighed by the model from now on, by the rules again when it is nil.
func (r *Recognizer) SetModel(m *Model) {
	r.model = m
	r.scanners = sync.Pool{}
}
