package main

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"gloss/app/lang"
)

func TestRankedStems(t *testing.T) {
	next, err := gloveWords(strings.NewReader(`{"precision":8,"words":["the",",","The","u.s.","iran","o'er","2020","café","unread"],"vectors":{`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := rankedStems(lang.Plain(), next, 3)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"the", "iran", "café"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := rankedStems(lang.Plain(), next, 3); err == nil {
		t.Error("too few words are no error")
	}
}

func TestGloveWordsNeedsItsList(t *testing.T) {
	for _, in := range []string{"", "{}", `{"words":7}`} {
		if _, err := gloveWords(strings.NewReader(in)); err == nil {
			t.Errorf("%q is no error", in)
		}
	}
}

func TestListedWords(t *testing.T) {
	stops, err := lang.Open(fstest.MapFS{"fr/stop.txt": {Data: []byte("le\n")}}, "fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		script *unicode.RangeTable
		want   string
	}{{unicode.Latin, "de été"}, {unicode.Cyrillic, "и"}} {
		next := listedWords(strings.NewReader("de\nle\nParis\n\ns'applique\n été \nи\nx2\n"), c.script, stops)
		var got []string
		for {
			w, err := next()
			if err != nil {
				break
			}
			got = append(got, w)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
