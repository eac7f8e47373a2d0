package headline

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/app/lang/langtest"
	"gloss/app/text"
)

// named is the name with its forms, its mentions being wherever one of them stands in the body.
func named(body string, person bool, forms ...string) Name {
	n := Name{Text: forms[0], Forms: forms[1:], Person: person}
	for at := 0; at < len(body); {
		next, length := len(body), 0
		for _, f := range forms {
			if i := strings.Index(body[at:], f); i >= 0 && (at+i < next || at+i == next && len(f) > length) {
				next, length = at+i, len(f)
			}
		}
		if length > 0 {
			n.Spans = append(n.Spans, text.Span{Start: next, End: next + length})
		}
		at = next + max(1, length)
	}
	return n
}

// titled is a headline in which the names stand in square brackets.
func titled(marked string) Headline {
	var h Headline
	for marked != "" {
		before, rest, found := strings.Cut(marked, "[")
		h.Title += before
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		h.Names = append(h.Names, text.Span{Start: len(h.Title), End: len(h.Title) + len(name)})
		h.Title += name
		marked = after
	}
	return h
}

const union = "Peru joined the Andean Trade Organization on Monday. Lima signed the treaty officially at a summit in Quito.\n\n" +
	"Peruvian farmers hope that the Andean Trade Organization, or ATO, will end the tariffs on quinoa.\n\n" +
	"“The tariffs hurt us for years,” said Rosa Quispe, the minister. Quispe told the US last week."

func unionNames() []Name {
	return []Name{
		named(union, false, "Peru", "Lima", "Peruvian"),
		named(union, false, "Andean Trade Organization", "ATO"),
		named(union, false, "Quito", "Ecuador"),
		named(union, true, "Rosa Quispe"),
		named(union, false, "US", "United States"),
	}
}

// TestReasons says of one headline at a time what it shares with the text above.
func TestReasons(t *testing.T) {
	lk := open(t)
	q := lk.read(union, unionNames()...)
	for _, c := range []struct {
		title string
		want  string // kind, text and places in the title of each reason
	}{
		{"[Lima] Courts Investors", "entity Peru [Lima]"},
		{"[ATO] Welcomes Member", "entity Andean Trade Organization [ATO]"},
		{"[Andean Trade Organization] Meets", "entity Andean Trade Organization [Andean Trade Organization]"},
		{"[Global Health Organization] Meets", ""},
		{"[Global Health Organization] Officially Leaves", "word officially [Officially]"},
		{"[Andean Music Festival] Begins", ""},
		{"[Quispe] Resigns", "entity Rosa Quispe [Quispe]"},
		{"Tariffs on Quinoa Fall", "phrase Tariffs on Quinoa [Tariffs on Quinoa]"},
		{"Quinoa Tariff Falls", "word quinoa [Quinoa]; word tariffs [Tariff]"},
		{"It Is up to Us", ""},
		{"[U.S.] Votes", "entity US [U.S.]"},
		{"[Ecuador] Votes; [Ecuador] Waits", "entity Quito [Ecuador] [Ecuador]"},
		{"Farming Is Hard", ""},
		{"Nothing of the Kind", ""},
	} {
		h := titled(c.title)
		link := lk.Index([]Headline{h}).Link(q)[0]
		var got []string
		for _, r := range link.Reasons {
			s := string(r.Kind) + " " + r.Text
			for _, p := range r.TitleSpans {
				s += " [" + p.Of(h.Title) + "]"
			}
			got = append(got, s)
		}
		slices.Sort(got)
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: got %q, want %q", c.title, g, c.want)
		}
		if (link.Score > 0) != (c.want != "") {
			t.Errorf("%s: score %v", c.title, link.Score)
		}
	}
}

func TestReasonSpans(t *testing.T) {
	lk := open(t)
	link := lk.Index([]Headline{titled("[Lima] Ends Quinoa Tariffs")}).Link(lk.read(union, unionNames()...))[0]
	want := map[string][]string{"Peru": {"Peru", "Lima", "Peruvian"}, "tariffs": {"tariffs", "tariffs"}, "quinoa": {"quinoa"}, "end": {"end"}}
	for _, r := range link.Reasons {
		var got []string
		for _, s := range r.Spans {
			got = append(got, s.Of(union))
		}
		if !reflect.DeepEqual(got, want[r.Text]) {
			t.Errorf("%s stands at %q, want %q", r.Text, got, want[r.Text])
		}
		delete(want, r.Text)
	}
	if len(want) != 0 {
		t.Errorf("no reason for %v", want)
	}
}

// TestAcronymTrap: two organisations that share a common word, and "who" beside WHO.
func TestAcronymTrap(t *testing.T) {
	lk := open(t)
	const body = "Norway has officially joined the Baltic Fisheries Organization, the regional body said on Tuesday.\n\n" +
		"The Baltic Fisheries Organization sets quotas for herring. Who gets how much herring is decided in Oslo."
	q := lk.read(body, named(body, false, "Norway", "Oslo"), named(body, false, "Baltic Fisheries Organization"))
	list := []Headline{
		titled("[Chile] Officially Exits [World Health Organization], Raising Concerns"),
		titled("[WHO] Chief Warns of Measles"),
		titled("[Norway] Joins Herring Quotas of [Baltic Fisheries Organization]"),
		titled("[Baltic Tango Festival] Opens in [Riga]"),
	}
	for i, l := range lk.Index(list).Link(q) {
		if (l.Level == Related) != (l.Headline == 2) || (i == 0) != (l.Headline == 2) {
			t.Errorf("%q: %s, place %d", list[l.Headline].Title, l.Level, i)
		}
		for _, r := range l.Reasons {
			if l.Headline != 2 && strings.Contains(strings.ToLower(r.Text), "organization") || l.Headline == 3 {
				t.Errorf("%q matches %q", list[l.Headline].Title, r.Text)
			}
		}
	}
}

// TestScoreWhateverTheList: score, level and reasons of a headline are the same alone, among 5 and among 500.
func TestScoreWhateverTheList(t *testing.T) {
	lk := open(t)
	article := madeArticle(300)
	q := lk.read(article, named(article, false, "harbour bridge"))
	find := func(n, h int) Link {
		for _, l := range lk.Index(madeList(n)).Link(q) {
			if l.Headline == h {
				l.Group = 0
				return l
			}
		}
		t.Fatalf("headline %d of %d is lost", h, n)
		return Link{}
	}
	for h := range 5 {
		if few, many := find(5, h), find(500, h); !reflect.DeepEqual(few, many) {
			t.Errorf("headline %d: %+v among 5, %+v among 500", h, few, many)
		}
	}
}

func TestGroups(t *testing.T) {
	lk := open(t)
	var list []Headline
	for _, s := range []string{
		"Quake of magnitude 7 shakes northern Chile",
		"Orchestra in Lyon names new conductor",
		"Magnitude 7 quake shakes Chile's north",
		"Lyon's orchestra names its new conductor",
		"Strong quake in Chile damages mines",
		"Orchestra in Lyon names new conductor",
	} {
		list = append(list, Headline{Title: s})
	}
	got := make([]int, len(list))
	for _, l := range lk.Index(list).Link(lk.read("Nothing to see.")) {
		got[l.Headline] = l.Group
	}
	if want := []int{0, 1, 0, 1, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}

// TestLargeLists: in a list above 1,000 the best have reasons, and order and length are right.
func TestLargeLists(t *testing.T) {
	lk := open(t)
	links := lk.Index(madeList(3000)).Link(lk.read(madeArticle(200)))
	if len(links) != 3000 {
		t.Fatalf("%d links", len(links))
	}
	for i, l := range links {
		if i > 0 && (l.Score > links[i-1].Score || l.Score == links[i-1].Score && l.Headline < links[i-1].Headline) {
			t.Fatalf("place %d: %v after %v", i, l.Score, links[i-1].Score)
		}
		if l.Reasons == nil || i < reasoned && l.Score > 0 && len(l.Reasons) == 0 {
			t.Fatalf("place %d has reasons %v", i, l.Reasons)
		}
	}
}

// TestLongInput: an article of 1 MB in one line, a title of 1 MB, and a name of many words take linear time.
func TestLongInput(t *testing.T) {
	lk := open(t)
	long := strings.Repeat("glacier treaty ", 70000)
	q := lk.read(long, named("glacier treaty", false, "glacier treaty", long[:30000]))
	links := lk.Index([]Headline{{Title: long}, {Title: "Glacier treaty"}}).Link(q)
	if links[0].Score <= 0 || links[1].Score <= 0 {
		t.Errorf("scores %v, %v", links[0].Score, links[1].Score)
	}
	var b strings.Builder
	for i := range 70000 {
		fmt.Fprintf(&b, "glacier%d ", i)
	}
	if l := lk.Index([]Headline{{Title: b.String()}}).Link(lk.read(b.String()))[0]; l.Score <= 0.5 || len(l.Reasons) != 1 {
		t.Errorf("a text as its own headline: %v, %d reasons", l.Score, len(l.Reasons))
	}
}

// TestOtherLanguages: what a text shares with headlines in its own language, by stems and irregular forms, and never by an elision in capitals.
func TestOtherLanguages(t *testing.T) {
	for _, c := range []struct{ code, body, title, want string }{
		{"fr", "L'eau manque. L'accord est mort.", "L'Europe des océans", ""},
		{"fr", "L'eau manque. Deux pêcheurs sont morts.", "Un pêcheur meurt", "pêcheurs sont morts"},
		{"ru", "Самолёт упал в воду.", "Воды самолета", "Самолёт|воду"},
		{"sv", "Laxen dog i älven.", "Laxar dör", "Laxen dog"},
		{"hu", "A halászok a Duna vizét mérik.", "Halász a vízben", "halászok"},
		{"es", "Las granjas del río crecen.", "Una granja crece en 2 meses", "granjas|crecen"},
		{"no", "Torsken i havet ble fisket.", "Torsk fra havene", "Torsken i havet"},
	} {
		lk, err := Open(langtest.Language(t, c.code))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range lk.Index([]Headline{{Title: c.title}}).Link(lk.read(c.body))[0].Reasons {
			for _, s := range r.Spans {
				got = append(got, s.Of(c.body))
			}
		}
		slices.Sort(got)
		want := strings.FieldsFunc(c.want, func(r rune) bool { return r == '|' })
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q shares %q, want %q", c.code, c.title, got, want)
		}
	}
}

func TestPlainLanguage(t *testing.T) {
	lk, err := Open(plain)
	if err != nil {
		t.Fatal(err)
	}
	links := lk.Index([]Headline{{Title: "Fartyg sjunker"}, {Title: "Isen smälter i norr"}}).Link(lk.read("Isen smälter fortare i norr än i söder."))
	if links[0].Headline != 1 || links[0].Score <= links[1].Score || links[0].Level != None {
		t.Errorf("got %+v", links)
	}
}

func FuzzLink(f *testing.F) {
	f.Add("Iran signed. Tehran said so.", "Tehran Signs\nIRAN\n\xff", 0, 4)
	f.Add("The US and us. U.S. WHO who", "US, us, WHO\nwho", 4, 6)
	f.Add("Al-Ahmad’s e-mail 2,000", "al-ahmad 2000\n", 0, 8)
	lk := open(f)
	f.Fuzz(func(t *testing.T, body, titles string, start, end int) {
		var names []Name
		if 0 <= start && start < end && end <= len(body) && utf8.ValidString(body[start:end]) {
			names = []Name{{Text: body[start:end], Forms: []string{titles}, Spans: []text.Span{{Start: start, End: end}}, Person: end%2 == 0}}
		}
		var list []Headline
		for _, title := range strings.Split(titles, "\n") {
			h := Headline{Title: title}
			if len(title) > 2 {
				h.Names = []text.Span{{Start: 0, End: len(title) / 2}}
			}
			list = append(list, h)
		}
		ix := lk.Index(list)
		links := ix.Link(lk.read(body, names...))
		if !reflect.DeepEqual(links, ix.Link(lk.read(body, names...))) {
			t.Error("two runs differ")
		}
		if len(links) != len(list) {
			t.Fatalf("%d links of %d headlines", len(links), len(list))
		}
		for _, l := range links {
			checkLink(t, l, body, list[l.Headline].Title)
		}
	})
}

// checkLink: score and weights in range, spans in bounds and on rune boundaries.
func checkLink(t *testing.T, l Link, body, title string) {
	t.Helper()
	if l.Score < 0 || l.Score > 1 || math.IsNaN(l.Score) || l.Group < 0 || l.Reasons == nil || (l.Score > 0) != (len(l.Reasons) > 0) {
		t.Errorf("%q: %+v", title, l)
	}
	sum := 0
	for _, r := range l.Reasons {
		sum += int(math.Round(1e4 * r.Weight))
		if r.Text == "" || len(r.Spans) == 0 || len(r.TitleSpans) == 0 {
			t.Errorf("%q: reason %+v", title, r)
		}
		inBounds(t, body, r.Spans)
		inBounds(t, title, r.TitleSpans)
	}
	if len(l.Reasons) > 0 && sum != 10000 {
		t.Errorf("%q: the weights sum to %s", title, fmt.Sprint(sum))
	}
}

func inBounds(t *testing.T, s string, spans []text.Span) {
	t.Helper()
	for _, p := range spans {
		if p.Start < 0 || p.Empty() || p.End > len(s) {
			t.Fatalf("span %v of %d bytes", p, len(s))
		}
		if utf8.ValidString(s) && !utf8.ValidString(p.Of(s)) {
			t.Errorf("span %v cuts a letter of %q", p, s)
		}
	}
}
