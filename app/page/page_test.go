package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/entity"
	"gloss/app/report"
)

func TestNumbersAreWrittenForPeople(t *testing.T) {
	for _, c := range []struct {
		n    int
		want string
	}{{0, "0"}, {7, "7"}, {999, "999"}, {1000, "1,000"}, {12345, "12,345"}, {999999, "999,999"}, {1000000, "1,000,000"}} {
		if got := number(c.n); got != c.want {
			t.Errorf("number(%d) = %q, want %q", c.n, got, c.want)
		}
	}
	for n, want := range map[int]string{12: "1 kB", 4200: "4 kB", 950_000: "0.9 MB", 1_000_000: "1.0 MB", 5_250_000: "5.2 MB"} {
		if got := megabytes(n); got != want {
			t.Errorf("megabytes(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestReadingTimeIsAtLeastAMinute(t *testing.T) {
	for seconds, want := range map[int]int{0: 1, 20: 1, 89: 1, 90: 2, 600: 10} {
		if got := minutes(seconds); got != want {
			t.Errorf("minutes(%d) = %d, want %d", seconds, got, want)
		}
	}
}

func TestToggleKeepsTheOtherTypes(t *testing.T) {
	off := ""
	for _, step := range []struct{ word, want string }{{"per", "per"}, {"num", "per num"}, {"per", "num"}, {"num", ""}} {
		if off = toggle(off, step.word); off != step.want {
			t.Errorf("after %q: %q, want %q", step.word, off, step.want)
		}
	}
}

func TestEachTypeHasItsKind(t *testing.T) {
	want := []string{"per", "loc", "org", "norp", "event", "misc", "num", "num", "num", "num", "num"}
	var got []string
	for _, typ := range report.Types {
		got = append(got, kindFor(string(typ)).class)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReasonsBecomeSentences(t *testing.T) {
	if got := sentences([]string{"a full name", "", "élan stands beside it."}); got != "A full name. Élan stands beside it." {
		t.Errorf("got %q", got)
	}
}

// A name is pasted text: where it enters raw markup it must not end an attribute or begin an element.
func TestPastedNamesAreNeverMarkup(t *testing.T) {
	hostile := `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	for name, ui := range map[string]app.UI{
		"map": (&Map{Places: []int{1, 500}, Class: "per", Name: hostile}).Render(),
		"who": (&Who{Entities: []report.EntitySummary{{Name: hostile, Type: "PER", Aliases: []string{hostile}, Count: 2, Ticks: []int{3},
			Links: []report.Link{{Entity: 0, Relation: "capital"}}, Related: []report.Relation{{Name: hostile, Relation: "demonym"}}}},
			Unsure: []report.EntitySummary{{Name: hostile, Type: "ORG"}}, Sure: 1, Guesses: 1, ShowUnsure: true,
			Types: make([]report.TypeCount, 11), Chosen: Choice{Kind: "entity"}, At: Place{Total: 2, Why: hostile}}).Render(),
		"keywords":  (&Keywords{Keywords: []report.KeywordSummary{{Form: hostile, Count: 1}}, Phrases: []report.PhraseSummary{{Text: hostile}}}).Render(),
		"headlines": (&Headlines{List: []report.HeadlineSummary{{Title: hostile, Source: hostile, Level: "related", Reasons: []report.ReasonSummary{{Text: hostile, Start: -1, Entity: -1}}}}, Total: 1}).Render(),
		"numbers":   (&Numbers{Lengths: []int{3, 4}, Longest: hostile, Entities: []report.EntitySummary{{Name: hostile, Type: "DATE"}}}).Render(),
		"notice":    (&NoticeBox{Notice: refusal{Why: "not-text", Name: hostile, Is: hostile}.notice()}).Render(),
	} {
		got := app.HTMLString(ui)
		if strings.Contains(got, "<script>") || strings.Contains(got, "<img") {
			t.Errorf("%s: a pasted name became markup:\n%s", name, got)
		}
		if !strings.Contains(got, "&lt;script&gt;") {
			t.Errorf("%s does not show the name at all:\n%s", name, got)
		}
	}
}

// A headline's link is a stranger's: its page learns neither where the reader came from nor gets hold of this one. Without an address there is none.
func TestHeadlineLinksOpenApart(t *testing.T) {
	list := []report.HeadlineSummary{{Title: "Rhine rises", URL: "https://news.example/1", Level: "related"}, {Title: "Chess ends", Level: "related"}}
	got := app.HTMLString((&Headlines{List: list, Total: 2}).Render())
	for _, want := range []string{`href="https://news.example/1"`, `rel="noopener noreferrer"`, `target="_blank"`} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%s stands %d times in:\n%s", want, strings.Count(got, want), got)
		}
	}
	if strings.Count(got, "<a") != 1 {
		t.Errorf("a headline without an address became a link:\n%s", got)
	}
}

func TestTheFirstPageIsUsefulByItself(t *testing.T) {
	got := app.HTMLString(New())
	for _, want := range []string{`id="paste"`, "Paste an article", `data-do="sample"`, "Nothing leaves this device", "Ban Ki-moon"} {
		if !strings.Contains(got, want) {
			t.Errorf("the prerendered page lacks %q", want)
		}
	}
}

func TestARefusalSaysWhatWasWrongAndWhatToDo(t *testing.T) {
	for why, want := range map[string]string{
		"too-large": "20 MB", "two-files": "3 files", "not-utf8": "byte 1,234", "not-text": "a PDF", "clipboard": "Ctrl+V",
		"unreadable": "folder", "empty-file": "“a.txt” holds no text", "blank": "only white space", "clipboard-empty": "Copy the article",
	} {
		n := refusal{Why: why, Name: "a.txt", Count: 3, Offset: 1234, Is: "PDF", Bytes: 21_000_000}.notice()
		if !strings.Contains(n.Head+" "+n.Words, want) || !n.Bad {
			t.Errorf("%s: %+v does not say %q", why, n, want)
		}
	}
}

func TestSteppingFindsTheSelectionInANewResult(t *testing.T) {
	p := New()
	p.summary = &report.Summary{Start: 100, End: 1100, Totals: report.Totals{Entities: 3}, Entities: []report.EntitySummary{{Name: "Fiji", Type: "LOC", Ticks: []int{4}}, {Name: "Nepal", Type: "LOC", Ticks: []int{9, 12}}}}
	p.chooseAgain(Choice{Kind: "entity", Index: 0, Name: "Nepal", Class: "loc"}, Place{})
	if p.chosen.Index != 1 || p.chosen.Class != "loc" {
		t.Errorf("chosen %+v, want Nepal at its new place", p.chosen)
	}
	if diff := cmp.Diff([]int{9, 12}, p.places()); diff != "" {
		t.Error(diff)
	}
	p.summary.Entities = append([]report.EntitySummary{{Name: "Nepal", Type: "ORG"}}, p.summary.Entities...)
	p.chooseAgain(p.chosen, Place{})
	if p.chosen.Index != 2 || p.chosen.Class != "loc" {
		t.Errorf("chosen %+v, want the place named Nepal, not the organisation", p.chosen)
	}
	p.chooseAgain(Choice{Kind: "entity", Index: 0, Name: "Tonga", Class: "loc"}, Place{})
	if p.chosen.Kind != "" {
		t.Errorf("chosen %+v, want nothing: Tonga is not there", p.chosen)
	}
	if got := p.permille(600); got != 500 {
		t.Errorf("permille(600) = %d, want 500", got)
	}
}

// TestACorrectionIsALineOfTheBox for each name that the entity goes by; a comma in one asks for tabs.
func TestACorrectionIsALineOfTheBox(t *testing.T) {
	for _, c := range []struct {
		give Correct
		want string
	}{
		{Correct{[]string{"Maria Santos", "Santos"}, "org"}, "Maria Santos, organisation|Santos, organisation, Maria Santos"},
		{Correct{[]string{"Acme, Inc.", "Acme"}, "per"}, "Acme, Inc.\tperson|Acme, person, Acme, Inc."},
		{Correct{[]string{"Iran", "IRAN"}, "never"}, "!Iran|!IRAN"},
	} {
		var got []string
		for _, l := range c.give.lines() {
			got = append(got, l["line"])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%+v: %q, want %q", c.give, got, c.want)
		}
		x, problems := entity.ParseLexicon(strings.Join(got, "\n"), entity.TypeWords{{Word: "person", Type: entity.Person}, {Word: "organisation", Type: entity.Org}})
		if len(problems) > 0 || x.Len() != len(c.give.Names) {
			t.Errorf("%+v: %d lines are used, %v", c.give, x.Len(), problems)
		}
	}
}
