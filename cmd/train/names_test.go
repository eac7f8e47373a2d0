package main

import "testing"

func TestCityReadsNameAndPopulation(t *testing.T) {
	message := []byte{0x08, 0x02, 0x12, 0x04, 'O', 's', 'l', 'o', 0x1a, 0x02, 'N', 'O', 0x48, 0xe8, 0x07}
	name, people, err := city(message)
	if err != nil || name != "Oslo" || people != 1000 {
		t.Errorf("city = %q, %d, %v", name, people, err)
	}
	for _, bad := range [][]byte{{0x12, 0x09, 'O'}, {0x80}, {0x08}, {0x0d, 0, 0, 0, 0}} {
		if _, _, err := city(bad); err == nil {
			t.Errorf("city(%v) gives no error", bad)
		}
	}
}

// TestModelLearnsWhatIsLabelled trains on one sentence with a name and one without.
func TestModelLearnsWhatIsLabelled(t *testing.T) {
	name := &sentence{atoms: [][]int32{{0}, {1}}, capit: []bool{false, true}, set: nameSet{weight: 1}, gold: []int32{0, 1}, named: []named{{1, 2, 1}}, runs: []choice{oneAtom(1)}}
	none := &sentence{atoms: [][]int32{{2}, {1}}, capit: []bool{false, true}, set: nameSet{weight: 1}, gold: []int32{0, 0}, runs: []choice{oneAtom(1)}}
	m := newModel(6, [2]int32{4, 5})
	m.train([]*sentence{name, none}, 60, 0.5, 0.1)
	if got := m.decode(name); len(got) != 1 || got[0] != (named{1, 2, 1}) {
		t.Errorf("names %v, want the place at 1", got)
	}
	if got := m.decode(none); len(got) != 0 {
		t.Errorf("names %v, want none", got)
	}
}

func oneAtom(i int) choice {
	var c choice
	c.First, c.Last = i, i+1
	return c
}
