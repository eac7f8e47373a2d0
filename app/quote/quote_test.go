package quote

import (
	"fmt"
	"testing"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
	"gloss/app/text"
)

func open(t testing.TB) (*lang.Language, *Finder) {
	t.Helper()
	l := langtest.English(t)
	f, err := Open(l)
	if err != nil {
		t.Fatal(err)
	}
	return l, f
}

func TestSpans(t *testing.T) {
	l, f := open(t)
	in := "É. “Sí, we are,” said Smith. “Now.”"
	names := []Name{{Span: text.Span{Start: 28, End: 33}, Person: true}}
	got := f.Find(text.Parse(in, l, text.Span{End: len(in)}), names)
	want := []Quote{
		{Span: text.Span{Start: 4, End: 22}, Parts: []text.Span{{Start: 4, End: 22}}, Speaker: names[0].Span, Cue: text.Span{Start: 23, End: 27}},
		{Span: text.Span{Start: 35, End: 45}, Parts: []text.Span{{Start: 35, End: 45}}, Speaker: names[0].Span, Continued: true},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPlainLanguageFindsNothing(t *testing.T) {
	l := lang.Plain()
	f, err := Open(l)
	if err != nil {
		t.Fatal(err)
	}
	in := "“We are ready to talk to all of them now, and they know it,” said Smith."
	if got := f.Find(text.Parse(in, l, text.Span{End: len(in)}), nil); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}
