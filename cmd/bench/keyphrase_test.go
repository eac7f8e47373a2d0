package main

import (
	"math"
	"testing"

	"gloss/app/lang"
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
	b := &keyphraseBench{stemmer: lang.Plain().NewStemmer()}
	got := b.recountArticle("Iran-based Iran’s U.S. AT&T it’s. http://iran.org x@iran.org the end.The @iran &quot;iran&quot;")
	for word, want := range map[string]int{"iran-based": 1, "iran": 3, "based": 1, "u.s": 1, "at&t": 1, "it": 1, "the": 2, "@iran": 1} {
		if got[word] != want {
			t.Errorf("%q is counted %d, want %d", word, got[word], want)
		}
	}
}
