package page

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

func TestConfidenceIsSaidInWordsAndPercent(t *testing.T) {
	for confidence, want := range map[int]string{
		10000: "Sure, 100%", 9999: "Sure, 99%", 9000: "Sure, 90%", 8999: "Fairly sure, 89%", 7500: "Fairly sure, 75%",
		7449: "Not quite sure, 74%", 5000: "Not quite sure, 50%", 4999: "Unsure, 49%", 0: "Unsure, 0%",
	} {
		if got := sureness(confidence); got != want {
			t.Errorf("sureness(%d) = %q, want %q", confidence, got, want)
		}
	}
}

func TestAGuessHasItsArticle(t *testing.T) {
	want := []string{"Perhaps a person", "Perhaps a place", "Perhaps an organisation", "Perhaps a group", "Perhaps an event", "Perhaps a name", "Perhaps a date or amount"}
	for i, k := range kinds {
		if got := perhaps(k); got != want[i] {
			t.Errorf("perhaps(%s) = %q, want %q", k.class, got, want[i])
		}
	}
}

// summaryOf has one sure name and one unsure one; the report has more sure names than the summary holds.
func summaryOf() *report.Summary {
	return &report.Summary{
		Entities: []report.EntitySummary{{Name: "Fiji", Type: "LOC", Ticks: []int{4}}},
		Unsure:   []report.EntitySummary{{Name: "Kestrel", Type: "ORG", Ticks: []int{9}}},
		Totals:   report.Totals{Entities: 300, Unsure: 70},
	}
}

func TestAnUnsureNameIsFoundByItsIndexInTheReport(t *testing.T) {
	p := New()
	p.summary = summaryOf()
	for i, want := range map[int]string{0: "Fiji", 1: "", 299: "", 300: "Kestrel", 301: "", -1: ""} {
		if e, ok := p.entity(i); e.Name != want || ok != (want != "") {
			t.Errorf("entity %d is %q, want %q", i, e.Name, want)
		}
	}
	if c := p.entityChoice(300); c.Class != "org" || c.Index != 300 || !p.guessed(300) || p.guessed(299) {
		t.Errorf("chosen %+v", c)
	}
}

func TestAnUnsureNameIsSelectedAgainOnlyWhileItIsShown(t *testing.T) {
	for _, shown := range []bool{false, true} {
		p := New()
		p.summary, p.unsure = summaryOf(), shown
		p.chooseAgain(Choice{Kind: "entity", Index: 7, Name: "Kestrel", Class: "org"}, Place{})
		if (p.chosen.Index == 300) != shown {
			t.Errorf("shown %v: chosen %+v", shown, p.chosen)
		}
	}
}

func TestHidingTheUnsureLetsGoOfOne(t *testing.T) {
	p := New()
	p.summary, p.unsure, p.chosen = summaryOf(), true, Choice{Kind: "entity", Index: 300, Name: "Kestrel"}
	if p.onUnsure(nil, app.Action{}); p.unsure || p.chosen.Kind != "" {
		t.Errorf("shown %v, chosen %+v", p.unsure, p.chosen)
	}
}

func TestOnPaperTheUnsureHaveNoSwitch(t *testing.T) {
	for _, c := range []struct {
		paper     Paper
		shown     bool
		has, lack string
	}{
		{false, false, `role="switch"`, "Kestrel"},
		{false, true, "Kestrel", "\x00"},
		{true, false, "Fiji", "Unsure"},
		{true, true, "Kestrel", `role="switch"`},
	} {
		p := New()
		p.summary, p.unsure = summaryOf(), c.shown
		p.summary.Types = make([]report.TypeCount, len(report.Types))
		got := app.HTMLString(p.draw("who", Choice{}, c.paper).(*Who).Render())
		if !strings.Contains(got, c.has) || strings.Contains(got, c.lack) {
			t.Errorf("paper %v, shown %v: want %q and not %q in\n%s", c.paper, c.shown, c.has, c.lack, got)
		}
	}
}

func TestAFrameHasNoUnsureNames(t *testing.T) {
	p := NewFrame()
	p.summary, p.unsure = summaryOf(), true
	p.summary.Types = make([]report.TypeCount, len(report.Types))
	if got := app.HTMLString(p.draw("who", Choice{}, false).(*Who).Render()); strings.Contains(got, "Kestrel") || strings.Contains(got, "nsure") {
		t.Errorf("got\n%s", got)
	}
}
