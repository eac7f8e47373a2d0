package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/cmd/internal/fit"
)

func TestF1(t *testing.T) {
	gold := map[string]bool{"a": true, "b": true, "c": true, "d": true}
	for _, tt := range []struct {
		found []string
		want  float64
	}{
		{[]string{"a", "b", "x", "y"}, 0.5},
		{[]string{"a", "a"}, 1. / 3},
		{[]string{"x"}, 0},
		{nil, 0},
		{[]string{"d", "c", "b", "a"}, 1},
	} {
		if got := f1(tt.found, gold); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%v: got %v, want %v", tt.found, got, tt.want)
		}
	}
}

func TestRecountArticle(t *testing.T) {
	b := plainBench(t)
	got := b.recountArticle("Iran-based Iran’s U.S. AT&T it’s. http://iran.org x@iran.org the end.The @iran &quot;iran&quot;")
	for word, want := range map[string]int{"iran-based": 1, "iran": 3, "based": 1, "u.s": 1, "at&t": 1, "it": 1, "the": 2, "@iran": 1} {
		if got[word] != want {
			t.Errorf("%q is counted %d, want %d", word, got[word], want)
		}
	}
}

// TestRecountOfOddWords has what the rule says of marks that join, and of those that do not.
func TestRecountOfOddWords(t *testing.T) {
	b := plainBench(t)
	got := b.recountArticle("D.C.believes a.k.a D&G; 2&quot; @_tmi _June an inter-\nnational; international. A well-\nknown")
	for word, want := range map[string]int{
		"d.c.believes": 1, "d.c": 0, "a.k.a": 1, "d&g": 1, "quot": 1, "@_tmi": 1, "june": 1, "international": 2, "inter": 0, "well": 1, "known": 1,
	} {
		if got[word] != want {
			t.Errorf("%q is counted %d, want %d", word, got[word], want)
		}
	}
}

func TestSearch(t *testing.T) {
	text := searchable("Iran-based men of Iran’s AT&T said: Iran! IRAN; Iranian, non-Iran-based @iran x@iran.org http://iran.org/iran it's Model T. T.B. end.The it''s &rsquo;iran&quot;")
	for form, want := range map[string]int{
		"Iran": 6, "Iran-based": 1, "at&t": 1, "T": 1, "it": 2, "The": 1, "based": 2, "t.b.": 1, "org": 0, "@iran": 1, "quot": 1,
	} {
		if got := search(text, searchable(form)); got != want {
			t.Errorf("%q is found %d times, want %d", form, got, want)
		}
	}
}

// plainBench counts words by their folded forms.
func plainBench(t *testing.T) *keyphraseBench {
	e, err := keyword.Open(lang.Plain())
	if err != nil {
		t.Fatal(err)
	}
	return &keyphraseBench{extractor: e, stemmer: lang.Plain().NewStemmer()}
}

// TestAblation has what a feature brings that tells all, and what one does that tells nothing.
func TestAblation(t *testing.T) {
	set := make([]labelled, 10)
	for i := range set {
		set[i].gold = map[string]bool{"a": true}
		for k := range 40 {
			set[i].words = append(set[i].words, fit.Row{Features: []float64{truth(k == 20), 0, 1}, Right: k == 20})
		}
	}
	table := ablation("words", []string{"tells", "nothing", "bias"}, set, func(a *labelled) []fit.Row { return a.words }, fit.Logistic, map[string]string{"both": "tells nothing"})
	if len(table.rows) != 6 || table.rows[0][2] != "18.2" || table.rows[2][0] != "**both**" || table.rows[2][2] != "0.0" || table.rows[3][3] != "+18.2" || table.rows[4][3] != "+0.0" {
		t.Errorf("rows %v", table.rows)
	}
	if set[0].words[20].Features[0] != 1 {
		t.Error("the rows were changed")
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// TestFamilies makes sure that each feature but the bias is in a family, and that families know no other.
func TestFamilies(t *testing.T) {
	words, phrases := keyword.Features()
	for i, features := range [][]string{words, phrases} {
		in := map[string]bool{"bias": true}
		for name, members := range families[i] {
			for _, m := range strings.Fields(members) {
				in[m] = true
				if !slices.Contains(features, m) {
					t.Errorf("%s: %q is no feature", name, m)
				}
			}
		}
		if len(in) != len(features) {
			t.Errorf("families %d know %d of %d features", i, len(in), len(features))
		}
	}
}
