package page

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

func TestTheLanguagesOfATextAreNamed(t *testing.T) {
	fr, ru := report.LanguageSummary{Language: "fr", Name: "French"}, report.LanguageSummary{Language: "ru", Name: "Russian"}
	de, none := report.LanguageSummary{Language: "und", Name: "German"}, report.LanguageSummary{Language: "und"}
	for _, c := range []struct {
		give []report.LanguageSummary
		want string
	}{
		{nil, ""},
		{[]report.LanguageSummary{fr}, "French"},
		{[]report.LanguageSummary{fr, ru, de}, "French, with Russian, German"},
		{[]report.LanguageSummary{de, fr}, "German, read plainly, with French"},
		{[]report.LanguageSummary{none}, "language not known, read plainly"},
	} {
		p := New()
		p.summary = &report.Summary{Languages: c.give}
		if got := p.speech(); got != c.want {
			t.Errorf("%v: %q, want %q", c.give, got, c.want)
		}
	}
}

// TestTablesThatLackAreToldOnce, with why and a way to them; without a network it is said that there is none.
func TestTablesThatLackAreToldOnce(t *testing.T) {
	p := New()
	p.onLost([]lost{{"ru", "the host answered 404"}, {"sv", "the network did not answer"}})
	p.onLost([]lost{{"ru", "the host answered 404"}})
	if len(p.notices) != 1 || len(p.notices[0].Acts) != 1 || p.notices[0].Acts[0].Do.Name != "again" {
		t.Fatalf("%+v", p.notices)
	}
	if n := p.notices[0]; !strings.Contains(n.Head, "Russian") || strings.Contains(n.Head, "Swedish") || !strings.HasPrefix(n.Words, "The host answered 404. What") {
		t.Errorf("%+v", n)
	}
	p.cut = true
	if p.onLost([]lost{{"ru", "the network did not answer"}}); !strings.HasPrefix(p.notices[0].Words, "There is no network, and nothing in Russian") {
		t.Errorf("%+v", p.notices[0])
	}
	if p.onLost(nil); len(p.notices) > 0 {
		t.Errorf("still told: %+v", p.notices)
	}
}

func TestRoughNamesAreSaidToBeThatUnderTheirList(t *testing.T) {
	p := New()
	p.summary = summaryOf()
	p.summary.Types = make([]report.TypeCount, len(report.Types))
	const says = "they are rougher"
	if got := app.HTMLString(p.draw("who", Choice{}, false).(*Who).Render()); strings.Contains(got, says) {
		t.Error("said without a reason")
	}
	p.summary.Notices = []report.Notice{{Kind: report.NoticeRough, Text: says}}
	if got := app.HTMLString(p.draw("who", Choice{}, false).(*Who).Render()); strings.Count(got, says) != 1 {
		t.Errorf("not said once:\n%s", got)
	}
}
