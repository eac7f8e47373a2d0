package entity

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
)

// TestUnsure reads each case file: a text, the reader's names if there are some, and the unsure ones that the rules are to find.
func TestUnsure(t *testing.T) {
	n := langtest.Archives(t, "testdata/unsure/*.txtar", func(t *testing.T, a *txtar.Archive) {
		r, l := openRules(t)
		if len(a.Files) > 2 {
			x, problems := ParseLexicon(string(a.Files[1].Data), nil)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			r.SetReader(x)
		}
		doc := parse(string(a.Files[0].Data), l)
		found, guesses := r.RecognizeAll(doc, 0, len(doc.Sentences))
		if !same(found, r.Recognize(doc, 0, len(doc.Sentences))) {
			t.Error("the sure ones are others than without the unsure ones")
		}
		mentions, _ := r.Resolve(doc, found)
		unsure, entities := r.Unsure(doc, mentions, guesses)
		checkUnsure(t, mentions, unsure, entities)
		got := describe(entities) + "\n" + mark(doc.Text, unsure)
		want := &a.Files[len(a.Files)-1]
		if langtest.Update() {
			want.Data = []byte(got)
		}
		if got != string(want.Data) {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", strings.TrimSpace(string(a.Comment)), got, want.Data)
		}
	})
	if n < 8 {
		t.Errorf("%d case files, want 8 or more", n)
	}
}

// checkUnsure looks at what Unsure promises.
func checkUnsure(t testing.TB, mentions, unsure []Mention, entities []Entity) {
	t.Helper()
	held := 0
	for _, e := range entities {
		if e.Name == "" || !e.Type.Name() || e.Salience != 0 || e.Confidence >= 0.5 || e.Confidence <= 0 || len(e.Mentions) == 0 {
			t.Errorf("unsure entity %+v", e)
		}
		held += len(e.Mentions)
	}
	if held != len(unsure) {
		t.Errorf("%d of %d unsure mentions are in an entity", held, len(unsure))
	}
	for i, m := range unsure {
		if m.Empty() || m.Confidence >= 0.5 || len(m.Why) == 0 {
			t.Errorf("unsure mention %+v", m)
		}
		if i > 0 && m.Start < unsure[i-1].End {
			t.Errorf("unsure mention %d overlaps the one before", i)
		}
		for _, o := range mentions {
			if o.Overlaps(m.Span) {
				t.Errorf("the unsure mention at %v lies over a sure one", m.Span)
			}
		}
	}
	for _, m := range mentions {
		if m.Confidence < 0.5 {
			t.Errorf("the sure mention at %v has confidence %v", m.Span, m.Confidence)
		}
	}
}
