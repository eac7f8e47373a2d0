package report

import (
	"slices"
	"strings"
	"testing"
)

// TestLexiconIsKept gives a lexicon, and reads a text with a headline, in two languages; then it takes the lexicon away.
func TestLexiconIsKept(t *testing.T) {
	b := open(t)
	b.SetHeadlines([]Headline{{Title: "What zebrafi does next"}})
	in := Input{Text: "Zebrafi rose on Monday, analysts in Tehran said. The fund, zebrafi, is new.", Language: "en"}
	plain := build(t, b, in)
	used, problems := b.SetLexicon("zebrafi, organisation, Zebra Holdings\n!Tehran\nbad\n")
	if used != 2 || len(problems) != 1 || !strings.HasPrefix(problems[0], "line 3: ") {
		t.Errorf("%d used, %q", used, problems)
	}
	for _, language := range []string{"en", "xx", "en"} {
		in.Language = language
		r := build(t, b, in)
		i := slices.IndexFunc(r.Entities, func(e Entity) bool { return e.Name == "Zebra Holdings" })
		if i < 0 || r.Entities[i].Type != "ORG" || r.Entities[i].Count != 2 || !slices.Equal(r.Entities[i].Mentions[0].Why, []string{"your lexicon"}) {
			t.Fatalf("%s: %+v", language, r.Entities)
		}
		if slices.ContainsFunc(r.Entities, func(e Entity) bool { return e.Name == "Tehran" }) {
			t.Errorf("%s: Tehran is marked", language)
		}
		if m := r.Headlines[0].Mentions; len(m) != 1 || m[0].Text != "zebrafi" || m[0].Type != "ORG" {
			t.Errorf("%s: the headline has %+v", language, m)
		}
	}
	if used, problems := b.SetLexicon(""); used != 0 || len(problems) != 0 {
		t.Errorf("%d, %q", used, problems)
	}
	again := build(t, b, in)
	was, err := plain.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if is, err := again.JSON(); err != nil || string(is) != string(was) {
		t.Errorf("the lexicon is still there: %s, %v", is, err)
	}
}
