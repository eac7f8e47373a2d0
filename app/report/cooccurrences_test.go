package report

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// written is the pairs of a report, one a line, with their sentences.
func written(r *Report, in string) string {
	var b strings.Builder
	for _, c := range r.Cooccurrences {
		fmt.Fprintf(&b, "%s + %s %d", r.nameOf(c.A), r.nameOf(c.B), c.Count)
		for _, s := range c.Sentences {
			fmt.Fprintf(&b, " | %s", in[s[0]:s[1]])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestCooccurrences(t *testing.T) {
	const in = "Fiji signed the treaty. Samoa read the treaty in Fiji. It rained. Fiji kept the treaty, and the Fiji-born poet of Samoa wrote. The harbour was shut. Nobody came."
	r := build(t, open(t), Input{Text: in, Language: "en"})
	got := written(r, in)
	want := "Fiji + treaty 3 | Fiji signed the treaty. | Samoa read the treaty in Fiji. | Fiji kept the treaty, and the Fiji-born poet of Samoa wrote.\n" +
		"Fiji + Samoa 2 | Samoa read the treaty in Fiji. | Fiji kept the treaty, and the Fiji-born poet of Samoa wrote.\n" +
		"Samoa + treaty 2 | Samoa read the treaty in Fiji. | Fiji kept the treaty, and the Fiji-born poet of Samoa wrote.\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestNoPairOfAPart has no pair of a name and a keyword that is a word of it, wherever the keyword stands, nor of a compound and its part.
func TestNoPairOfAPart(t *testing.T) {
	const in = "The World Health Organization spoke of health. Health was what the World Health Organization wanted. It rained. " +
		"A cease-fire came. The cease-fire held. It snowed. Nobody left."
	r := build(t, open(t), Input{Text: in, Language: "en"})
	if len(r.Entities) == 0 || len(r.Keywords) == 0 {
		t.Fatal("nothing was found")
	}
	for line := range strings.Lines(written(r, in)) {
		if strings.Contains(line, "Organization + health") || strings.HasPrefix(line, "cease-fire + ") || strings.Contains(line, " + cease-fire") {
			t.Errorf("pair of a part: %s", line)
		}
	}
}

// TestCooccurrencesAreBounded counts all the sentences of a pair, and lists the first thousand.
func TestCooccurrencesAreBounded(t *testing.T) {
	var b strings.Builder
	for range 1500 {
		b.WriteString("Fiji signed the treaty. It rained. ")
	}
	for i := range 400 {
		fmt.Fprintf(&b, "The word%c%c and the word%c%c rhyme. ", 'a'+i%26, 'a'+i/26, 'b'+i%24, 'a'+i/26)
	}
	r := build(t, open(t), Input{Text: b.String(), Language: "en"})
	c := r.Cooccurrences
	if len(c) == 0 || len(c) > maxPairs || c[0].Count != 1500 || len(c[0].Sentences) != maxPairPlaces {
		t.Errorf("%d pairs, the first %d times in %d sentences", len(c), c[0].Count, len(c[0].Sentences))
	}
	for _, p := range c {
		if p.A.Kind == KindKeyword && p.A.Index >= pairKeywords || p.B.Kind == KindKeyword && p.B.Index >= pairKeywords {
			t.Errorf("pair %+v", p)
		}
	}
}

// TestLogLikelihood compares with the textbook form of the statistic: 2 (Σ k ln k over the cells − over the margins + n ln n).
func TestLogLikelihood(t *testing.T) {
	h := func(counts ...int) (sum float64) {
		for _, n := range counts {
			if n > 0 {
				sum += float64(n) * math.Log(float64(n))
			}
		}
		return sum
	}
	for _, tt := range []struct{ shared, a, b, all int }{{3, 3, 3, 6}, {2, 5, 4, 40}, {110, 2552, 221, 31777}, {1, 1, 1, 2}, {4, 4, 9, 10}} {
		want := 2 * (h(tt.shared, tt.a-tt.shared, tt.b-tt.shared, tt.all-tt.a-tt.b+tt.shared) - h(tt.a, tt.all-tt.a) - h(tt.b, tt.all-tt.b) + h(tt.all))
		if got := logLikelihood(tt.shared, tt.a, tt.b, tt.all); math.Abs(got-want) > 1e-4 || got <= 0 {
			t.Errorf("%+v: %v, want %v", tt, got, want)
		}
	}
	for _, tt := range []struct{ shared, a, b, all int }{{2, 4, 5, 10}, {2, 8, 8, 10}, {5, 5, 5, 5}} {
		if got := logLikelihood(tt.shared, tt.a, tt.b, tt.all); got != 0 {
			t.Errorf("%+v, no more than by chance: %v", tt, got)
		}
	}
}
