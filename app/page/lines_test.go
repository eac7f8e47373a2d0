package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// shared is a summary in which a name and two words share sentences.
func shared() *report.Summary {
	return &report.Summary{
		Entities: []report.EntitySummary{{Name: "Lisbon", Type: "LOC", Count: 4}, {Name: "Santos", Type: "PER", Count: 2}},
		Keywords: []report.KeywordSummary{{Form: "talks", Count: 3, Entity: -1}, {Form: "water", Count: 2, Entity: -1}},
		Pairs: []report.PairSummary{
			{A: report.Member{Kind: "entity", Index: 0}, B: report.Member{Kind: "keyword", Index: 0}, Count: 3, Ticks: []int{10, 20, 30}},
			{A: report.Member{Kind: "entity", Index: 1}, B: report.Member{Kind: "entity", Index: 0}, Count: 2, Ticks: []int{40, 50}},
			{A: report.Member{Kind: "entity", Index: 0}, B: report.Member{Kind: "keyword", Index: 99}, Count: 2},
			{A: report.Member{Kind: "keyword", Index: 1}, B: report.Member{Kind: "keyword", Index: 0}, Count: 2},
		},
	}
}

// What stands with a name leads to the sentences of both, in the row in which it was pressed; what the summary has no name for is left out.
func TestARowSaysWhatStandsWithIt(t *testing.T) {
	p := New()
	p.summary = shared()
	lisbon := p.entityChoice(0)
	links := p.context().with(lisbon, Choice{})
	var got []string
	for _, l := range links {
		html := app.HTMLString(l)
		got = append(got, strings.Join([]string{html[strings.Index(html, `class="`)+7 : strings.Index(html, `">`)], between(html, "<span>", "<"), between(html, "<small>", "<")}, " "))
	}
	if diff := cmp.Diff([]string{"word talks 3", "per Santos 2"}, got); diff != "" {
		t.Error(diff)
	}
	pair := Choice{Kind: "pair", Index: 1, Name: "Lisbon with Santos", Class: "loc", Row: lisbon.rowID(), Of: "Lisbon"}
	if html := app.HTMLString(p.context().with(lisbon, pair)[1]); !strings.Contains(html, "aria-pressed ") {
		t.Errorf("the pair that is chosen is not pressed: %s", html)
	}
	p.chosen = pair
	if diff := cmp.Diff([]int{40, 50}, p.places()); diff != "" {
		t.Error(diff)
	}
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

// A pair belongs to the row in which it was chosen, and to its tab; in a new result the row's own name is chosen in its place.
func TestAPairBelongsToItsRow(t *testing.T) {
	p := New()
	p.summary = shared()
	pair := Choice{Kind: "pair", Index: 0, Name: "talks with Lisbon", Class: "word", Row: "keyword-0", Of: "talks"}
	if !pair.is("keyword", 0) || pair.is("entity", 0) || pair.is("pair", 0) || pair.tab() != "keywords" {
		t.Errorf("%+v is in another row", pair)
	}
	if diff := cmp.Diff(Choice{Kind: "keyword", Name: "talks", Class: "word"}, pair.whole()); diff != "" {
		t.Error(diff)
	}
	p.summary.Keywords = append([]report.KeywordSummary{{Form: "river"}}, p.summary.Keywords...)
	p.chooseAgain(pair, Place{})
	if diff := cmp.Diff(Choice{Kind: "keyword", Index: 1, Name: "talks", Class: "word"}, p.chosen); diff != "" {
		t.Error(diff)
	}
}

// Lines are opened by hand each time: another row begins with its first ones, and stepping does not fold them.
func TestAllLinesAreOfOneRow(t *testing.T) {
	p := New()
	p.summary = shared()
	p.choose(p.entityChoice(0), 0, "")
	p.onLines(nil, app.Action{})
	p.choose(p.chosen, 1, "")
	if !p.allLines {
		t.Error("a step folds the lines")
	}
	p.choose(p.entityChoice(1), 0, "")
	if p.allLines {
		t.Error("another row shows all lines at once")
	}
}

// What was typed and is not there is said, as are words that begin so.
func TestTheBoxSaysWhatItFound(t *testing.T) {
	hostile := `<img src=x onerror=alert(1)>`
	for _, c := range []struct {
		sought Sought
		want   string
	}{
		{Sought{Words: hostile}, "“&lt;img src=x onerror=alert(1)&gt;” does not stand in the article."},
		{Sought{Words: "co", Like: []report.Form{{Form: "come", Count: 3}}}, "come"},
		{Sought{Words: "the talks", Count: 2}, "the talks"},
		{Sought{Words: "talks", Count: 2, Asked: true}, "“talks” stands in 2 places."},
		{Sought{Words: "talks", Failed: true}, "The engine no longer has this text."},
	} {
		got := app.HTMLString((&AnyWord{Sought: c.sought}).Render())
		if !strings.Contains(got, c.want) || strings.Contains(got, "<img") {
			t.Errorf("%+v: %s", c.sought, got)
		}
	}
}
