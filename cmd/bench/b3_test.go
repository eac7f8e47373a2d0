package main

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"gloss/app/entity"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// clustered makes a name of each letter; those of one word are one thing.
func clustered(s string) clusters {
	out := clusters{}
	for i, word := range strings.Fields(s) {
		for _, r := range word {
			out[text.Span{Start: int(r), End: int(r) + 1}] = i
		}
	}
	return out
}

// TestB3 has the two answers of Bagga and Baldwin 1998, figure 4 and 5, with what they compute for them, and names that only one side has.
func TestB3(t *testing.T) {
	for _, c := range []struct {
		about, want, found string
		all                bool
		precision, recall  float64
	}{
		{"two things are one row", "12345 67 89ABC", "12345 6789ABC", true, 16.0 / 21, 1},
		{"two larger things are one row", "12345 67 89ABC", "1234589ABC 67", true, 7.0 / 12, 1},
		{"a thing is two rows", "1234 5", "12 34 5", true, 1, 3.0 / 5},
		{"missed and invented count", "12 3", "14 3", true, (0.5 + 1) / 3, (0.5 + 1) / 3},
		{"missed and invented are left out", "12 3", "14 3", false, 1, 1},
		{"nothing found", "12", "", true, 0, 0},
	} {
		var b b3
		b.add(clustered(c.want), clustered(c.found), c.all)
		if p, r := b.shares(); math.Abs(p-100*c.precision) > 1e-9 || math.Abs(r-100*c.recall) > 1e-9 {
			t.Errorf("%s: precision %.2f, recall %.2f, want %.2f, %.2f", c.about, p, r, 100*c.precision, 100*c.recall)
		}
	}
}

func TestB3OfSeveralArticlesCountsNames(t *testing.T) {
	var b b3
	b.add(clustered("1234"), clustered("1 2 3 4"), true) // a quarter of recall each
	b.add(clustered("5"), clustered("5"), true)
	if got := b.String(); got != "100.0 / 40.0 / 57.1" {
		t.Errorf("got %s", got)
	}
}

func TestTheAnnotationIsOffsetsOnly(t *testing.T) {
	articles, err := readThings(b3Things)
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 20 {
		t.Errorf("%d articles, want 20", len(articles))
	}
	line := regexp.MustCompile(`^(#.*|== \d+ [0-9a-f]{12}|(\d+-\d+ )+(PER|LOC|ORG)|)$`)
	for n, l := range strings.Split(b3Things, "\n") {
		if !line.MatchString(l) {
			t.Errorf("line %d: %q", n+1, l)
		}
	}
	for _, a := range articles {
		spans := inOrder(a.things)
		for i := 1; i < len(spans); i++ {
			if spans[i].Overlaps(spans[i-1]) {
				t.Errorf("article %d: %v overlaps %v", a.number, spans[i], spans[i-1])
			}
		}
	}
}

func TestReadThingsNamesTheLineThatIsWrong(t *testing.T) {
	for s, want := range map[string]string{
		"1-2 PER":                   "line 1: neither an article",
		"== x 00\n":                 "line 1: the number of the article",
		"== 1 00\nPER":              "line 2: neither an article",
		"== 1 00\n1-2 3+4 PER":      `line 2: "3+4" is no span`,
		"== 1 00\n4-3 PER":          `line 2: "4-3" is no span`,
		"== 1 00\n1-2 PER\n1-2 LOC": "line 3: 1-2 belongs to two things",
	} {
		if _, err := readThings(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", s, err, want)
		}
	}
}

func TestAnArticleThatHasChangedIsNotMeasured(t *testing.T) {
	docs := []gold.Document{{Text: "Rome"}}
	a := annotated{number: 1, hash: "b14ee3e2bff3"}
	if _, err := a.textOf(docs); err == nil || !strings.Contains(err.Error(), "article 1 is not as it was annotated") {
		t.Errorf("error %v", err)
	}
	a.number = 2
	if _, err := a.textOf(docs); err == nil || !strings.Contains(err.Error(), "the set ends at 1") {
		t.Errorf("error %v", err)
	}
}

func TestJudgeTellsKindsOfMistakes(t *testing.T) {
	const s = "Ann Bea Ann Cid Dan Eve"
	at := func(i int) text.Span { return text.Span{Start: 4 * i, End: 4*i + 3} }
	want := annotated{number: 7, things: clusters{at(0): 1, at(2): 1, at(1): 2, at(3): 3, at(4): 4}}
	mentions := []entity.Mention{
		{Span: at(0), Type: entity.Person}, {Span: at(1), Type: entity.Person}, {Span: at(2), Type: entity.Person},
		{Span: at(3), Type: entity.Group}, {Span: at(5), Type: entity.Org}, {Span: text.Span{Start: 0, End: 7}, Type: entity.Event},
	}
	found := grouped(mentions, []entity.Entity{{Mentions: []int{0, 1}}, {Mentions: []int{2}}, {Mentions: []int{3}}, {Mentions: []int{4}}, {Mentions: []int{5}}}, want.things)
	if len(found) != 5 {
		t.Errorf("%d names count, want 5: the event is not annotated", len(found))
	}
	v := judge(want, s, found)
	if v.split != 1 || v.merged != 1 || v.missed != 1 || v.spurious != 1 {
		t.Errorf("%+v", v)
	}
	if v.splitWords[0] != "Ann ×1 | Ann ×1" || v.mergedWords[0] != "Ann ×1 | Bea ×1" || strings.Join(v.strayed, " ") != "-Dan +Eve" {
		t.Errorf("%q %q %q", v.splitWords, v.mergedWords, v.strayed)
	}
	note := resolveNote([]annotated{want}, []verdict{v})
	for _, part := range []string{"5 names of 4 things in 1 articles", "1 are split", "1 rows hold several", "1 names are missed, 1 invented", "7 ("} {
		if !strings.Contains(note, part) {
			t.Errorf("%q is not in %q", part, note)
		}
	}
}

func TestTrivialGroupings(t *testing.T) {
	const s = "Ann Lee, Lee, Lee"
	found := clusters{{Start: 0, End: 7}: 0, {Start: 9, End: 12}: 1, {Start: 14, End: 17}: 2}
	for i, things := range []int{3, 2, 1} {
		ours := found
		if groupings[i].key != nil {
			ours = found.regrouped(s, groupings[i].key)
		}
		if n := len(ours.sizes()); n != things {
			t.Errorf("%s: %d things, want %d", groupings[i].name, n, things)
		}
	}
}
