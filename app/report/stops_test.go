package report

import (
	"slices"
	"testing"
)

// TestStopWordsByLanguage has lines without a language hold for the text's own, those behind [fr] for the paragraphs in French.
func TestStopWordsByLanguage(t *testing.T) {
	b := open(t)
	in := Input{Text: "The minister opened the bridge over the river on Monday. She said that the bridge would serve the people on both sides of the river for many years.\n\n" +
		"Le ministre a déclaré que l'eau du fleuve était propre et que les habitants pouvaient de nouveau boire cette eau. La mission reviendra dans la ville avec tous les experts.\n\n" +
		"The mission was the third in a year. People on the bridge said that the mission had come too late for them."}
	for _, tt := range []struct {
		lines                string
		used, problems       int
		bridge, mission, eau bool
	}{
		{"", 0, 0, true, true, true},
		{"+bridge\n+eau", 2, 0, false, true, true},
		{"[fr]\n+eau\n+bridge", 2, 0, true, true, false},
		{"bridge\n+mission\n[fr]\n-mission\n[xx]\n+eau", 2, 2, true, true, true},
		{"+mission\n[en-GB]\n+bridge", 2, 0, false, true, true}, // the French one stays
		{"", 0, 0, true, true, true},
	} {
		used, problems := b.SetStopWords(tt.lines)
		if used != tt.used || len(problems) != tt.problems {
			t.Errorf("%q: %d used, problems %q", tt.lines, used, problems)
		}
		r := build(t, b, in)
		if len(r.Languages) != 3 {
			t.Fatalf("languages %+v", r.Languages)
		}
		for form, want := range map[string]bool{"bridge": tt.bridge, "mission": tt.mission, "eau": tt.eau} {
			if got := slices.ContainsFunc(r.Keywords, func(k Keyword) bool { return k.Form == form }); got != want {
				t.Errorf("%q: %s is a keyword: %v", tt.lines, form, got)
			}
		}
	}
}
