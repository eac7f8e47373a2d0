package paste_test

import (
	"reflect"
	"strings"
	"testing"

	"gloss/app/paste"
)

// item is an Item without its span.
type item struct{ title, source, section, published string }

func TestList(t *testing.T) {
	s := open(t)
	for _, c := range []struct {
		name, list string
		want       []item
	}{
		{"empty", " \n\n", nil},
		{"one", "Storm Hits the Coast", []item{{title: "Storm Hits the Coast"}}},
		{"bullets", "• Storm Hits\n-  Ferry Cut\n* Bread Dear\n– Quotas Fall", []item{{title: "Storm Hits"}, {title: "Ferry Cut"}, {title: "Bread Dear"}, {title: "Quotas Fall"}}},
		{"numbers", "1. Storm Hits\n2) Ferry Cut\n(3) Bread Dear\n#4 Quotas Fall", []item{{title: "Storm Hits"}, {title: "Ferry Cut"}, {title: "Bread Dear"}, {title: "Quotas Fall"}}},
		{"numbers on their own lines", "1\nStorm Hits the Coast\n2\nFerry Cut Again", []item{{title: "Storm Hits the Coast"}, {title: "Ferry Cut Again"}}},
		{"bare numbers in a row", "1 Storm Hits the Coast\n2 Ferry Cut Again\n3 10 Ways to Save Bread", []item{{title: "Storm Hits the Coast"}, {title: "Ferry Cut Again"}, {title: "10 Ways to Save Bread"}}},
		{"numbers that belong", "10 Ways to Save Bread\n25 Puffins You Should Know\n3.5 Million Without Power", []item{{title: "10 Ways to Save Bread"}, {title: "25 Puffins You Should Know"}, {title: "3.5 Million Without Power"}}},
		{"known sources", "Storm Hits the Coast - Reuters\nFerry Cut Again | BBC News\nBread Dear – The Guardian", []item{{"Storm Hits the Coast", "Reuters", "", ""}, {"Ferry Cut Again", "BBC News", "", ""}, {"Bread Dear", "The Guardian", "", ""}}},
		{"source in brackets", "Storm Hits the Coast (AP)", []item{{"Storm Hits the Coast", "AP", "", ""}}},
		{"one dash proves nothing", "Storm Hits – Thousands Dark\nFerry Cut Again\nBread Is Dear", []item{{title: "Storm Hits – Thousands Dark"}, {title: "Ferry Cut Again"}, {title: "Bread Is Dear"}}},
		{"most have a dash", "Storm Hits the Coast - Brae Bugle\nFerry Cut Again - Isle FM\nBread Is Dear - Brae Bugle", []item{{"Storm Hits the Coast", "Brae Bugle", "", ""}, {"Ferry Cut Again", "Isle FM", "", ""}, {"Bread Is Dear", "Brae Bugle", "", ""}}},
		{"source and time", "Storm Hits the Coast - Reuters - 2 hours ago\nFerry Cut | AP · 12 Jan 2026", []item{{"Storm Hits the Coast", "Reuters", "", "2 hours ago"}, {"Ferry Cut", "AP", "", "12 Jan 2026"}}},
		{"times beside", "Storm Hits the Coast (2 hours ago)\n10:45 | Ferry Cut Again\n2026-01-12 - Bread Is Dear", []item{{"Storm Hits the Coast", "", "", "2 hours ago"}, {"Ferry Cut Again", "", "", "10:45"}, {"Bread Is Dear", "", "", "2026-01-12"}}},
		{"times without a separator", "Storm Hits the Coast 2 hours ago\nFerry Cut Again 12 Jan 2026", []item{{"Storm Hits the Coast", "", "", "2 hours ago"}, {"Ferry Cut Again", "", "", "12 Jan 2026"}}},
		{"times that belong", "The ferry that sank 20 years ago\nBread Is Dear\nQuotas Fall Again", []item{{title: "The ferry that sank 20 years ago"}, {title: "Bread Is Dear"}, {title: "Quotas Fall Again"}}},
		{"20 years on", "20 years on: the ferry that sank\nLeeds v Hull (Fri)", []item{{title: "20 years on: the ferry that sank"}, {title: "Leeds v Hull (Fri)"}}},
		{"lines below", "Storm Hits the Coast\nReuters · 2 hours ago\nFerry Cut Again\nBBC News · Yesterday", []item{{"Storm Hits the Coast", "Reuters", "", "2 hours ago"}, {"Ferry Cut Again", "BBC News", "", "Yesterday"}}},
		{"lines above", "2 hours ago\nStorm Hits the Coast\n3 hours ago\nFerry Cut Again", []item{{"Storm Hits the Coast", "", "", "2 hours ago"}, {"Ferry Cut Again", "", "", "3 hours ago"}}},
		{"section and time below", "Storm Hits the Coast\n2 hours ago\nWorld\nBread Is Dear\n5 hours ago\nBusiness", []item{{"Storm Hits the Coast", "", "World", "2 hours ago"}, {"Bread Is Dear", "", "Business", "5 hours ago"}}},
		{"section before a bar", "Business | Bread Is Dear\nWORLD | Storm Hits the Coast", []item{{"Bread Is Dear", "", "Business", ""}, {"Storm Hits the Coast", "", "WORLD", ""}}},
		{"section with a bar above", "Business |\nBread Is Dear\nWorld |\nStorm Hits the Coast", []item{{"Bread Is Dear", "", "Business", ""}, {"Storm Hits the Coast", "", "World", ""}}},
		{"section before a colon", "Business: bread is dear\nWorld: storm hits the coast", []item{{"bread is dear", "", "Business", ""}, {"storm hits the coast", "", "World", ""}}},
		{"one section before a colon", "Opinion: bread is dear\nStorm hits the coast\nFerry cut again", []item{{title: "Opinion: bread is dear"}, {title: "Storm hits the coast"}, {title: "Ferry cut again"}}},
		{"section over a group", "World\nStorm Hits the Coast\nFerry Cut Again\nBusiness\nBread Is Dear", []item{{"Storm Hits the Coast", "", "World", ""}, {"Ferry Cut Again", "", "World", ""}, {"Bread Is Dear", "", "Business", ""}}},
		{"headers and menus", "Related stories\nStorm Hits the Coast\nAdvertisement\nMost read\nFerry Cut Again\nLoad more", []item{{title: "Storm Hits the Coast"}, {title: "Ferry Cut Again"}}},
		{"white space and controls", "\u200e Storm \u00a0 Hits\tthe\x00Coast \u202c", []item{{title: "Storm Hits theCoast"}}},
		{"emoji joined", "📰 👩‍🚒 Puts Out Fire", []item{{title: "👩‍🚒 Puts Out Fire"}}},
	} {
		var got []item
		for _, it := range s.List(c.list) {
			got = append(got, item{it.Title, it.Source, it.Section, it.Published})
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestListSpans(t *testing.T) {
	list := "\n• Storm “Edda” Hits - Reuters\r\n2) Ferry Cut | AP\r\n"
	want := [][2]int{{5, 26}, {41, 50}}
	for i, it := range open(t).List(list) {
		if it.Span.Start != want[i][0] || it.Span.End != want[i][1] {
			t.Errorf("%q stands at %v, want %v", it.Title, it.Span, want[i])
		}
	}
}

// Sizes at which something that is not linear would not end.
func TestLargePastes(t *testing.T) {
	s := open(t)
	headline := "Storm Edda Leaves Thousands Without Power\n"
	for _, c := range []struct {
		name, input string
		headlines   int
	}{
		{"a line of 1 MB", strings.Repeat("word ", 1<<18), 0},
		{"1 MB without a space", strings.Repeat("a", 1<<20), 0},
		{"1 MB of quotes", strings.Repeat(`"`, 1<<20), 0},
		{"1 MB of bars", strings.Repeat("a|", 1<<19), 0},
		{"a million blank lines", article + strings.Repeat("\n", 1<<20) + strings.Repeat(headline, 3), 3},
		{"a million lone CRs", article + strings.Repeat("\r", 1<<20) + strings.Repeat(headline, 3), 3},
		{"a long list", article + "\n\n" + strings.Repeat(headline, 20000), 20000},
		{"share buttons", article + strings.Repeat("Share\n", 1<<16) + strings.Repeat(headline, 3), 3},
		{"short lines", strings.Repeat("a\n", 1<<18), 0},
		{"wrapped at 72", strings.Repeat("a line of words that a filler has left at the seventy-second column ok\n", 1<<14), 0},
	} {
		if got := s.Split(c.input, paste.Auto); len(got.Headlines) != c.headlines {
			t.Errorf("%s: %d headlines, want %d", c.name, len(got.Headlines), c.headlines)
		}
	}
}
