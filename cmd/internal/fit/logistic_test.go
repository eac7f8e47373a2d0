package fit

import (
	"math"
	"testing"

	"gloss/app/lang"
)

// TestLogistic fits rows whose odds are known: 3 of 4 are right with the feature, 1 of 4 without.
func TestLogistic(t *testing.T) {
	var rows []Row
	for i := range 40_000 {
		with := float64(i % 2)
		right := i/2%4 == 0
		if with == 1 {
			right = !right
		}
		rows = append(rows, Row{Features: []float64{with, 1}, Right: right})
	}
	w := Logistic(rows)
	if want := 2 * math.Log(3); math.Abs(w[0]-want) > 0.01 {
		t.Errorf("weight %v, want %v", w[0], want)
	}
	if want := -math.Log(3); math.Abs(w[1]-want) > 0.01 {
		t.Errorf("bias %v, want %v", w[1], want)
	}
}

// TestLogisticFixed holds one of two features that are always the same: the other makes up for it.
func TestLogisticFixed(t *testing.T) {
	var rows []Row
	for i := range 40_000 {
		rows = append(rows, Row{Features: []float64{1, 1}, Right: i%4 == 0})
	}
	w := logistic(rows, map[int]float64{0: -5})
	if w[0] != -5 || math.Abs(w[1]-(5-math.Log(3))) > 0.01 {
		t.Errorf("weights %v, want -5 and %v", w, 5-math.Log(3))
	}
}

func TestSolve(t *testing.T) {
	a := [][]float64{{4, 0, 0}, {2, 5, 0}, {1, 3, 6}} // the lower half of a symmetric matrix
	x := solve(a, []float64{11, 21, 25})
	for i, want := range []float64{1, 2, 3} {
		if math.Abs(x[i]-want) > 1e-9 {
			t.Errorf("x[%d] = %v, want %v", i, x[i], want)
		}
	}
}

func TestStems(t *testing.T) {
	if got, want := Stems(lang.Plain().NewStemmer(), " Nuclear \n Program "), "nuclear program"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
