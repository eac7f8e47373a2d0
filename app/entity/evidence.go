package entity

import (
	"fmt"
	"strconv"
	"strings"

	"gloss/app/lang"
)

// numTypes counts the types that evidence tells apart: votes[0] is for a person, then a place, an
// organisation, and other names.
const numTypes = 4

var voteTypes = [numTypes]Type{Person, Location, Org, Misc}

// A slot is where a clue stands, seen from the name that it speaks for.
const (
	slotOnly  = iota // the name is this one word
	slotFirst        // first word of several
	slotLast         // last word of several
	slotInner        // between them
	slotPrev         // the word before
	slotNext         // the word after
	slotPrev2        // the second word before
	slotNext2        // the second word after
	slotSpan         // the name as a whole
	numSlots
)

// NumWeights is how many weights a clue has: one for each slot and type, and one, the last, that says how
// likely the word is no name.
const NumWeights = numSlots*numTypes + 1

const weightOut = NumWeights - 1

// weightStep is the unit of a weight, in parts of one nat; tableStep is that of evidence.txt.
const (
	weightStep = 8
	tableStep  = 4
)

type weights [NumWeights]int16

// evidence is what each clue (a word, its ending, its shape, a class) says for and against each type:
// whole numbers, quarters of a nat of log-odds, that add up over the clues of a name. A name's score is that of a semi-Markov
// conditional random field (Sarawagi and Cohen 2004) without transitions.
type evidence struct {
	index map[string]int32
	rows  []weights
	edge  [2]weights      // before the first word and after the last
	prior [numTypes]int16 // for any name
}

// openEvidence reads evidence.txt: the clue, then for each weight that is not zero its letter (FormatWeights) and value.
func openEvidence(l *lang.Language) (*evidence, error) {
	lines, err := l.Lines("evidence.txt")
	if err != nil {
		return nil, err
	}
	e := &evidence{index: make(map[string]int32, len(lines)), rows: make([]weights, len(lines))}
	for i, line := range lines {
		key, cells, ok := strings.Cut(line, "\t")
		if !ok || !e.rows[i].parse(cells) {
			return nil, fmt.Errorf("evidence.txt: entry %d: %q", i+1, line)
		}
		e.index[key] = int32(i)
	}
	e.addTo(&e.edge[0], []byte(edgeBefore))
	e.addTo(&e.edge[1], []byte(edgeAfter))
	e.addSpan(&e.prior, []byte(PriorClue))
	return e, nil
}

const weightLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJK"

// parse reads "b12c-3": letter and value, over and over.
func (w *weights) parse(cells string) bool {
	for cells != "" {
		slot := strings.IndexByte(weightLetters, cells[0])
		end := 1
		for end < len(cells) && (cells[end] == '-' || cells[end] >= '0' && cells[end] <= '9') {
			end++
		}
		v, err := strconv.Atoi(cells[1:end])
		if slot < 0 || err != nil || v < -999 || v > 999 {
			return false
		}
		w[slot] = int16(v * weightStep / tableStep)
		cells = cells[end:]
	}
	return true
}

// FormatWeights writes weights, in nats, as a row of evidence.txt has them; "" when all round to zero.
// It is the inverse of what Open reads, for the command that learns them.
func FormatWeights(nats []float64) string {
	var b strings.Builder
	for i, n := range nats {
		v := int(n*tableStep + 0.5)
		if n < 0 {
			v = -int(-n*tableStep + 0.5)
		}
		if v = max(-999, min(999, v)); v != 0 {
			fmt.Fprintf(&b, "%c%d", weightLetters[i], v)
		}
	}
	return b.String()
}

// addTo adds what the clue says, if it is known.
func (e *evidence) addTo(sum *weights, clue []byte) {
	if i, ok := e.index[string(clue)]; ok {
		row := &e.rows[i]
		for k := range sum {
			sum[k] += row[k]
		}
	}
}

// addSpan adds what the clue says of a name as a whole, if it is known.
func (e *evidence) addSpan(votes *[numTypes]int16, clue []byte) {
	if i, ok := e.index[string(clue)]; ok {
		for t, v := range e.rows[i][slotSpan*numTypes : (slotSpan+1)*numTypes] {
			votes[t] += v
		}
	}
}
