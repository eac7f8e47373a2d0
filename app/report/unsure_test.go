package report

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
)

// TestUnsureStandsApart asks for the unsure ones of all golden texts, of the sample and of the texts of TestSameBytesEverywhere.
func TestUnsureStandsApart(t *testing.T) {
	b := open(t)
	inputs := sameInputs()
	langtest.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) {
		for _, f := range a.Files {
			if f.Name == "input.txt" {
				inputs = append(inputs, Input{Text: string(f.Data), Language: "en"})
			}
		}
	})
	sample, err := os.ReadFile("../../web/samples/paris.txt")
	if err != nil {
		t.Fatal(err)
	}
	inputs = append(inputs, Input{Text: string(sample)}, Input{Text: "The Kestrel docked at noon. He drives a Corolla. Kestrel fans met.\n\n\nCorolla wins\nKestrel falls again\nBank cuts rates", Language: "en"})
	found := 0
	for _, in := range inputs {
		found += checkUnsureApart(t, b, in)
	}
	if found < 20 {
		t.Errorf("%d unsure entities in all, want 20 or more", found)
	}
}

// checkUnsureApart checks that all but the unsure entities themselves is byte for byte as without them, and gives their number.
func checkUnsureApart(t testing.TB, b *Builder, in Input) int {
	t.Helper()
	plain, blocks := buildBlocks(t, b, in)
	in.Unsure = true
	r, _ := buildBlocks(t, b, in)
	summary, want := Summarize(r, in.Text, blocks), Summarize(plain, in.Text, blocks)
	n := len(plain.Entities)
	for i := range r.Entities {
		if r.Entities[i].Unsure() != (i >= n) {
			t.Fatalf("entity %d of %d sure ones has confidence %v in %q", i, n, r.Entities[i].Confidence, in.Text)
		}
	}
	for _, e := range r.Entities[n:] {
		if e.Salience != 0 {
			t.Errorf("%q has salience %v", e.Name, e.Salience)
		}
	}
	checkApart(t, r)
	unsure := len(r.Entities) - n
	if summary.Totals.Unsure != unsure || len(summary.Unsure) != min(unsure, summaryUnsure) {
		t.Errorf("the summary has %d and lists %d of %d unsure ones", summary.Totals.Unsure, len(summary.Unsure), unsure)
	}
	summary.Totals.Unsure, summary.Unsure = 0, []EntitySummary{}
	sameJSON(t, in.Text, r.Sure(), plain)
	sameJSON(t, in.Text, summary, want)
	return unsure
}

// checkApart checks that no two mentions of the report overlap, sure or not.
func checkApart(t testing.TB, r *Report) {
	t.Helper()
	covered := map[int]bool{}
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			for at := m.Start; at < m.End; at++ {
				if covered[at] {
					t.Fatalf("two mentions lie over byte %d, one of them %q", at, m.Text)
				}
				covered[at] = true
			}
		}
	}
}

func sameJSON(t testing.TB, text string, got, want any) {
	t.Helper()
	g, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(g, w) {
		t.Errorf("with the unsure ones %q gives\n%s\nand without\n%s", text, g, w)
	}
}

// rulesOnly is the tables without the learnt models.
type rulesOnly struct{ fs.FS }

func (r rulesOnly) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".names") {
		return nil, fs.ErrNotExist
	}
	return r.FS.Open(name)
}

func TestUnsureStandsApartAsText(t *testing.T) {
	in := Input{Text: "The Kestrel docked at noon in Kampala. He drives a Corolla.", Language: "en"}
	b, err := Open(rulesOnly{langtest.Models(t)})
	if err != nil {
		t.Fatal(err)
	}
	plain := build(t, b, in).Text()
	in.Unsure = true
	const heading = "\nPerhaps names\n"
	before, after, found := strings.Cut(build(t, b, in).Text(), heading)
	list, rest, _ := strings.Cut(after, "\n\n")
	if !found || before+"\n"+rest != plain || strings.Join(strings.Fields(list), " ") != "Kestrel 1 Corolla 1" {
		t.Errorf("got\n%s%s%s\nwithout\n%s", before, heading, after, plain)
	}
}
