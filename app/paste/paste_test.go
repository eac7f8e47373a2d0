package paste_test

import (
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
	"gloss/app/paste"
	"gloss/app/text"
)

func open(t testing.TB) *paste.Splitter {
	t.Helper()
	return openIn(t, langtest.English(t))
}

func openIn(t testing.TB, l *lang.Language) *paste.Splitter {
	t.Helper()
	s, err := paste.Open(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func titlesOf(items []paste.Item) []string {
	var out []string
	for _, it := range items {
		out = append(out, it.Title)
	}
	return out
}

const article = "The ferry to Brae Island was cut on eleven days in January, and the council has asked the ministry for a second one.\n" +
	"A spokesman said that the request would be studied with the spring budget.\n"

func TestAPersonsWordWins(t *testing.T) {
	list := "\n\nStorm Edda Leaves Thousands Without Power\nFishing Quotas Cut Again\nHarbour Master to Retire\n"
	s := open(t)
	for _, c := range []struct {
		name, input string
		tail        paste.Tail
		titles      string // joined by |
		body        text.Span
	}{
		{"found", article + list, paste.Auto, "Storm Edda Leaves Thousands Without Power|Fishing Quotas Cut Again|Harbour Master to Retire", text.Span{End: 191}},
		{"text", article + list, paste.Text, "", text.Span{End: 285}},
		{"two of three", article + list, 2, "Fishing Quotas Cut Again|Harbour Master to Retire", text.Span{End: 235}},
		{"into the prose", article + list, 4, "A spokesman said that the request would be studied with the spring budget.|Storm Edda Leaves Thousands Without Power|Fishing Quotas Cut Again|Harbour Master to Retire", text.Span{End: 116}},
		{"times are lines too", article + "Storm Edda Hits\n2 hours ago\n", 2, "Storm Edda Hits|2 hours ago", text.Span{End: 191}},
		{"bullets alone are lines too", article + "•\n- One way home\n", 2, "•|One way home", text.Span{End: 191}},
		{"header stays out", article + "Related stories\n\nOne\n", 1, "One", text.Span{End: 191}},
		{"header counted", article + "Related stories\nOne\n", 2, "Related stories|One", text.Span{End: 191}},
		{"more than there are", "One\n\n\nTwo\n", 9, "One|Two", text.Span{}},
		{"all", "One\nTwo", 2, "One|Two", text.Span{}},
	} {
		got := s.Split(c.input, c.tail)
		if titles := strings.Join(titlesOf(got.Headlines), "|"); titles != c.titles || got.Body != c.body {
			t.Errorf("%s: body %v, headlines %q; want %v, %q", c.name, got.Body, titles, c.body, c.titles)
		}
	}
}

func TestTitleAndByline(t *testing.T) {
	s := open(t)
	for _, c := range []struct{ name, head, title, byline string }{
		{"neither", "", "", ""},
		{"title", "Islanders ask for a ferry\n", "Islanders ask for a ferry", ""},
		{"title, blank line", "Islanders ask for a ferry\n\n", "Islanders ask for a ferry", ""},
		{"question", "Who will pay for the ferry?\n\n", "Who will pay for the ferry?", ""},
		{"role word in it", "Union analyst doubts second ferry\n", "Union analyst doubts second ferry", ""},
		{"source in it", "Islanders Ask for a Ferry (AP)\n", "Islanders Ask for a Ferry (AP)", ""},
		{"stop in title case", "Islanders Ask the Ministry in Washington for a Ferry, Etc.\n\n", "Islanders Ask the Ministry in Washington for a Ferry, Etc.", ""},
		{"by", "Ferry wanted\nBy Jane Doe\n", "Ferry wanted", "By Jane Doe"},
		{"by and paper", "Ferry wanted\n\nBy JANE DOE and Amir Haddad, The Brae Herald\n\n", "Ferry wanted", "By JANE DOE and Amir Haddad, The Brae Herald"},
		{"agency", "Ferry wanted\nReuters -\n", "Ferry wanted", "Reuters -"},
		{"place and date", "Ferry wanted\nNew York, 4 November 2016\n", "Ferry wanted", "New York, 4 November 2016"},
		{"published", "Ferry wanted\nPublished 3 May 2024 10:12 GMT\n", "Ferry wanted", "Published 3 May 2024 10:12 GMT"},
		{"three lines", "Ferry wanted\nBy Jane Doe\nUpdated 2 hours ago\n3 min read\n", "Ferry wanted", "By Jane Doe\nUpdated 2 hours ago\n3 min read"},
		{"name and role", "Ferry wanted\nJane Doe, islands correspondent\n", "Ferry wanted", "Jane Doe, islands correspondent"},
		{"name above a date", "Ferry wanted\nJane Doe\n4 May 2024\n", "Ferry wanted", "Jane Doe\n4 May 2024"},
		{"shares after it", "Ferry wanted\nBy Jane Doe\nShare\nFacebook\n", "Ferry wanted", "By Jane Doe"},
		{"menus above it", "Skip to content\nHome\nNews\nFerry wanted\n", "Ferry wanted", ""},
		{"section above it", "World\nFerry wanted\n", "Ferry wanted", ""},
		{"byline without a title", "By Jane Doe\n", "", "By Jane Doe"},
		{"no title with a comma", "Dear Mrs Abara,\n\n", "", ""},
	} {
		input := c.head + article
		got := s.Split(input, paste.Auto)
		if got.Title.Of(input) != c.title || got.Byline.Of(input) != c.byline {
			t.Errorf("%s: title %q, byline %q", c.name, got.Title.Of(input), got.Byline.Of(input))
		}
		body := strings.TrimSpace(article)
		if c.name == "no title with a comma" {
			body = strings.TrimSpace(input)
		}
		if got.Body.Of(input) != body {
			t.Errorf("%s: body begins %.40q", c.name, got.Body.Of(input))
		}
	}
}

func TestADatelineStaysInTheBody(t *testing.T) {
	input := "Ferry wanted\n\nLONDON (Reuters) - " + article
	if got := open(t).Split(input, paste.Auto); got.Body.Start != 14 || !got.Byline.Empty() {
		t.Errorf("body from %d, byline %v; want 14 and none", got.Body.Start, got.Byline)
	}
}

func TestNothingToSplit(t *testing.T) {
	s := open(t)
	for _, input := range []string{"", " ", "\n", "\r", "\x00", "\ufeff\u200e\n\t\u2029", strings.Repeat("\n", 1<<20)} {
		for _, tail := range []paste.Tail{paste.Auto, paste.Text, 1, 1 << 40} {
			if got := s.Split(input, tail); got.Title != (text.Span{}) || got.Byline != (text.Span{}) || got.Body != (text.Span{}) || got.Headlines != nil {
				t.Errorf("Split(%.10q, %d) = %+v, want nothing", input, tail, got)
			}
		}
	}
}

func TestAnyLanguageByShape(t *testing.T) {
	s := openIn(t, lang.Plain())
	body := "Die Fähre zur Insel Brae fiel im Januar an elf Tagen aus, und der Rat der Insel bittet das Ministerium nun um ein zweites Schiff.\n\n" +
		"Ein Sprecher sagte, man werde die Bitte zusammen mit dem Haushalt des Frühjahrs prüfen.\n"
	for _, c := range []struct{ name, list, titles string }{
		{"after blank lines", "\n\nSturm Edda legt Strom an der Küste lahm\nFangquoten zum dritten Mal gesenkt\nHafenmeister geht in Rente\n",
			"Sturm Edda legt Strom an der Küste lahm|Fangquoten zum dritten Mal gesenkt|Hafenmeister geht in Rente"},
		{"bulleted", "• Sturm Edda legt Strom lahm\n• Fangquoten zum dritten Mal gesenkt\n• Hafenmeister geht in Rente\n",
			"Sturm Edda legt Strom lahm|Fangquoten zum dritten Mal gesenkt|Hafenmeister geht in Rente"},
		{"dates", "\nSturm Edda legt Strom lahm\n12.01.2026\nFangquoten zum dritten Mal gesenkt\n11.01.2026\nHafenmeister geht in Rente\n10.01.2026\n",
			"Sturm Edda legt Strom lahm|Fangquoten zum dritten Mal gesenkt|Hafenmeister geht in Rente"},
		{"sources", "\nSturm Edda legt Strom lahm | Die Welle\nFangquoten zum dritten Mal gesenkt | Nordbote\nHafenmeister geht in Rente | Die Welle\n",
			"Sturm Edda legt Strom lahm|Fangquoten zum dritten Mal gesenkt|Hafenmeister geht in Rente"},
		{"header", "Lesen Sie auch:\nSturm Edda legt Strom lahm\nFangquoten zum dritten Mal gesenkt\n", "Sturm Edda legt Strom lahm|Fangquoten zum dritten Mal gesenkt"},
		{"prose", "\nEr fügte hinzu, dass niemand etwas versprochen habe.\n", ""},
	} {
		if got := strings.Join(titlesOf(s.Split(body+c.list, paste.Auto).Headlines), "|"); got != c.titles {
			t.Errorf("%s: %q, want %q", c.name, got, c.titles)
		}
	}
}
