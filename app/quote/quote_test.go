package quote

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

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

// unmark takes {people} and [organisations] out of the text; a name's entity is its last word.
func unmark(marked string) (string, []Name) {
	var b strings.Builder
	var names []Name
	entities := map[string]int{}
	for _, r := range marked {
		switch r {
		case '{', '[':
			names = append(names, Name{Span: text.Span{Start: b.Len()}, Person: r == '{'})
		case '}', ']':
			n := &names[len(names)-1]
			n.End = b.Len()
			words := strings.Fields(n.Of(b.String()))
			last := words[len(words)-1]
			if _, ok := entities[last]; !ok {
				entities[last] = len(entities)
			}
			n.Entity = entities[last]
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), names
}

func TestCases(t *testing.T) {
	l, f := open(t)
	a, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) < 60 {
		t.Errorf("%d cases, want 60 or more", len(a.Files))
	}
	for _, file := range a.Files {
		t.Run(file.Name, func(t *testing.T) {
			marked, want, ok := strings.Cut(string(file.Data), "--\n")
			if !ok {
				t.Fatal("no line of --")
			}
			in, names := unmark(strings.TrimSuffix(marked, "\n"))
			var got strings.Builder
			for _, q := range f.Find(text.Parse(in, l, text.Span{End: len(in)}), names) {
				fmt.Fprintf(&got, "%s | %s | %s\n", q.Of(in), q.Speaker.Of(in), q.Cue.Of(in))
				if q.Name >= 0 && names[q.Name].Span != q.Speaker {
					t.Errorf("name %d is %v, speaker %v", q.Name, names[q.Name].Span, q.Speaker)
				}
			}
			if got.String() != want {
				t.Errorf("%s\ngot\n%swant\n%s", in, got.String(), want)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	l, f := open(t)
	in := "É. “Sí, we are,” said Smith. “Now.”"
	names := []Name{{Span: text.Span{Start: 28, End: 33}, Person: true}}
	got := f.Find(text.Parse(in, l, text.Span{End: len(in)}), names)
	want := []Quote{
		{Span: text.Span{Start: 4, End: 22}, Speaker: names[0].Span, Cue: text.Span{Start: 23, End: 27}},
		{Span: text.Span{Start: 35, End: 45}, Speaker: names[0].Span},
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
	in := "“We are,” said Smith."
	if got := f.Find(text.Parse(in, l, text.Span{End: len(in)}), nil); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}
