package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// place is the span of the n-th hit in s.
func place(s, hit string, n int) Pair {
	at := 0
	for ; n > 0; n-- {
		at += strings.Index(s[at:], hit) + len(hit)
	}
	at += strings.Index(s[at:], hit)
	return Pair{at, at + len(hit)}
}

func TestLines(t *testing.T) {
	const s = "Rhine rises\n\nThe Rhine,  as it was,\trose on Monday. Élise saw naïve people.\n\nNobody left."
	for _, tt := range []struct {
		name, hit string
		width     int
		want      string
	}{
		{"a title by itself", "Rhine rises", 30, "[]Rhine rises[]"},
		{"a paragraph's first word", "The", 12, "[]The[ Rhine, as ]"},
		{"words that do not fit are left out whole", "rose", 10, "[ it was, ]rose[ on Monday]"},
		{"all of the paragraph and no more", "Monday", 500, "[The Rhine, as it was, rose on ]Monday[. Élise saw naïve people.]"},
		{"characters count, not bytes", "saw", 7, "[ Élise ]saw[ naïve ]"},
		{"no width", "rose", 0, "[]rose[]"},
		{"a negative width", "rose", -3, "[]rose[]"},
		{"the last word", "left", 9, "[Nobody ]left[.]"},
	} {
		got := Lines(s, []Pair{place(s, tt.hit, 0)}, tt.width)
		if len(got) != 1 || fmt.Sprintf("[%s]%s[%s]", got[0].Left, got[0].Hit, got[0].Right) != tt.want {
			t.Errorf("%s: %+v, want %s", tt.name, got, tt.want)
		}
	}
	if got := Lines(s, []Pair{{-1, 2}, {3, 3}, {5, 4}, {0, 1000}, {place(s, "Élise", 0)[0] + 1, 70}}, 10); len(got) != 0 {
		t.Errorf("spans that are none: %+v", got)
	}
}

// TestLinesOfHardWrappedText goes over a line's end where it does not end the paragraph.
func TestLinesOfHardWrappedText(t *testing.T) {
	s := strings.Repeat("the river rose over night and took what stood\nin its way, so that nobody could say what was\n", 3)
	if got := Lines(s, []Pair{place(s, "stood", 0)}, 20); got[0].Right != " in its way, so that" {
		t.Errorf("%+v", got)
	}
}

// TestLinesOfALongWord shows nothing of what is no word, and looks at no more of it than the width wants.
func TestLinesOfALongWord(t *testing.T) {
	s := strings.Repeat("é", 1<<20) + " Rhine " + strings.Repeat("é", 1<<20)
	if got := Lines(s, []Pair{place(s, "Rhine", 0)}, 20); got[0].Left != " " || got[0].Right != " " {
		t.Errorf("%+v", got)
	}
	s = strings.Repeat("語", 100) + "水" + strings.Repeat("語", 100)
	got := Lines(s, []Pair{place(s, "水", 0)}, 20)
	if utf8.RuneCountInString(got[0].Left) != 20 || utf8.RuneCountInString(got[0].Right) != 20 {
		t.Errorf("%+v", got)
	}
}

// TestLinesOfAReport has the same lines in both units.
func TestLinesOfAReport(t *testing.T) {
	const s = "😀 é\n\n\nThe 😀 Rhine rose. The Rhine fell 😀 by a foot, and the Rhine froze."
	r := empty("")
	r.Article.Start, r.Article.End = strings.Index(s, "The"), len(s)
	var spans []Pair
	for n := range 3 {
		spans = append(spans, place(s, "Rhine", n))
	}
	r.Keywords = []Keyword{{Spans: spans}}
	r.NGrams = []NGram{{Spans: slices.Clone(spans)}}
	r.Cooccurrences = []Cooccurrence{{Sentences: slices.Clone(spans)}}
	want := r.Lines(s, spans, 9)
	if len(want) != 3 || want[0].Left != "The 😀 " || want[1].Place != 0.3472 {
		t.Fatalf("%+v", want)
	}
	r.UTF16(s)
	if got := r.Keywords[0].Spans; got[0] != (Pair{14, 19}) || !slices.Equal(r.NGrams[0].Spans, got) || !slices.Equal(r.Cooccurrences[0].Sentences, got) {
		t.Errorf("in UTF-16: %v, %v, %v", got, r.NGrams[0].Spans, r.Cooccurrences[0].Sentences)
	}
	got := r.Lines(s, r.Keywords[0].Spans, 9)
	for i := range want {
		g, w := got[i], want[i]
		if g.Left != w.Left || g.Hit != w.Hit || g.Right != w.Right || g.Place != w.Place || g.Start != r.Keywords[0].Spans[i][0] || g.End != g.Start+5 {
			t.Errorf("got %+v, want %+v", g, w)
		}
	}
}

func TestSortLines(t *testing.T) {
	const s = "A wide river. The old river bed. An Old river, deep. The wide river"
	var spans []Pair
	for n := range 4 {
		spans = append(spans, place(s, "river", n))
	}
	for by, want := range map[string]string{ByPosition: "0 1 2 3", ByLeft: "2 1 0 3", ByRight: "3 1 2 0"} {
		list := Lines(s, spans, 9)
		list[0], list[3] = list[3], list[0]
		if err := SortLines(list, by); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range list {
			for i, p := range spans {
				if p[0] == l.Start {
					got = append(got, fmt.Sprint(i))
				}
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("by %s: %s, want %s", by, g, want)
		}
	}
	if err := SortLines(nil, "length"); err == nil || !strings.Contains(err.Error(), "position, left or right") {
		t.Errorf("an unknown order: %v", err)
	}
}

func TestDispersion(t *testing.T) {
	got := fmt.Sprint(Dispersion([]Pair{{10, 12}, {13, 14}, {20, 21}, {99, 100}, {5, 6}}, 10, 40))
	if got != "[0 0.1 0.3333 1 0]" {
		t.Errorf("got %s", got)
	}
	if got := Dispersion([]Pair{{1, 2}}, 5, 5); got[0] != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func TestEvenness(t *testing.T) {
	even := make([]float64, 20)
	for i := range even {
		even[i] = float64(i) / 20
	}
	for _, tt := range []struct {
		places []float64
		want   float64
	}{
		{nil, 0}, {[]float64{0.5}, 0}, {[]float64{0.11, 0.12, 0.13}, 0}, {even, 1}, {even[:10], 0.4444}, {[]float64{0, 1}, 0.1111}, {[]float64{-1, 2}, 0.1111},
	} {
		if got := Evenness(tt.places); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.places, got, tt.want)
		}
	}
}
