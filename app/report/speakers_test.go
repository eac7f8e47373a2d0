package report

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestSpeakers has somebody who says most last, two who are no entity, one of whom is written in two ways, and one who is unknown.
func TestSpeakers(t *testing.T) {
	r := empty("")
	r.Stats.Words = 30
	r.Article.End = 1000
	r.Entities = []Entity{{Name: "Acme", Type: "ORG"}, {Name: "Ann Lee", Type: "PER"}}
	r.Quotes = []Quote{
		{Start: 0, End: 100, Entity: -1, Words: 9, Spans: []Pair{{0, 100}}},
		{Start: 200, End: 300, Speaker: "Police", Entity: -1, Words: 2, Spans: []Pair{{200, 300}}},
		{Start: 300, End: 310, Speaker: "police", Entity: -1, Words: 5, Indirect: true, Spans: []Pair{{300, 310}}},
		{Start: 400, End: 500, Speaker: "Ann Lee", Entity: 1, Words: 6, Spans: []Pair{{400, 450}, {460, 500}}},
		{Start: 410, End: 420, Speaker: "Acme", Entity: 0, Words: 3, Nested: true, Spans: []Pair{{410, 420}}},
		{Start: 600, End: 700, Speaker: "Ann Lee", Entity: 1, Words: 1, Continued: true, Spans: []Pair{{600, 700}}},
		{Start: 800, End: 900, Speaker: "Acme", Entity: 0, Words: 8, Indirect: true, Spans: []Pair{{800, 900}}},
		{Start: 810, End: 820, Speaker: "Acme", Entity: 0, Words: 2, Nested: true, Spans: []Pair{{810, 820}}},
	}
	s := Summarize(r, strings.Repeat(" ", 1000), nil)
	want := []SpeakerSummary{
		{Name: "Ann Lee", Type: "PER", Entity: 1, Quotes: 1, Words: 7, Share: 0.2333, Ticks: []int{400, 600}},
		{Name: "Acme", Type: "ORG", Entity: 0, Quotes: 2, Indirect: 1, Words: 2, Share: 0.0667, Ticks: []int{410, 800, 810}},
		{Name: "Police", Entity: -1, Quotes: 1, Indirect: 1, Words: 2, Share: 0.0667, Ticks: []int{200, 300}},
		{Entity: -1, Quotes: 1, Words: 9, Share: 0.3, Ticks: []int{0}},
	}
	if !reflect.DeepEqual(s.Speakers, want) {
		t.Errorf("got %+v, want %+v", s.Speakers, want)
	}
	if s.Totals.Quoted != 20 || s.Totals.Speakers != 4 || s.Totals.Quotes != 8 {
		t.Errorf("%+v", s.Totals)
	}
	of := []int{}
	for _, q := range s.Quotes {
		of = append(of, q.Speaker)
	}
	if want := []int{3, 2, 2, 0, 1, 0, 1, 1}; !reflect.DeepEqual(of, want) {
		t.Errorf("speakers %v, want %v", of, want)
	}
	flat := []int32{0, 100, 0, 3, 0, 200, 300, 1, 2, 0, 300, 310, 2, 2, 1, 400, 450, 3, 0, 0, 410, 420, 4, 1, 2, 460, 500, 3, 0, 0,
		600, 700, 5, 0, 4, 800, 900, 6, 1, 1, 810, 820, 7, 1, 2}
	if !reflect.DeepEqual(s.Said, flat) {
		t.Errorf("got %v, want %v", s.Said, flat)
	}
}

func TestCut(t *testing.T) {
	for in, want := range map[string]string{"abc": "abc", "abcd": "abc…", "abö": "ab…", "": ""} {
		if got := cut(in, 3); got != want {
			t.Errorf("%q is cut to %q, want %q", in, got, want)
		}
	}
}

func TestQuotationsAreNumberedByTheirParagraph(t *testing.T) {
	quotes := []QuoteSummary{{Start: 2}, {Start: 10}, {Start: 14}, {Start: 31}}
	numberParagraphs(quotes, []int32{int32(RoleTitle), 0, 5, int32(RoleByline), 6, 9, int32(RoleParagraph), 10, 20, int32(RoleParagraph), 22, 30, int32(RoleParagraph), 31, 40})
	for i, want := range []int{0, 1, 1, 3} {
		if quotes[i].Paragraph != want {
			t.Errorf("quotation %d is in paragraph %d, want %d", i, quotes[i].Paragraph, want)
		}
	}
}

func TestNotesAreOfWhatStandsInMarks(t *testing.T) {
	r := empty("1")
	r.Entities = []Entity{{Name: "Ada Lovelace", Type: "PER"}}
	r.Quotes = []Quote{
		{Speaker: "Ada Lovelace", Entity: 0, Cue: "said"}, {Speaker: "Ada Lovelace", Entity: 0, Cue: "said", Indirect: true},
		{Speaker: "the\tguard\n", Entity: -1, Cue: "told"}, {Entity: -1, Nested: true}, {Entity: -1},
	}
	z := summarizer{r: r}
	want := []string{"Ada Lovelace\tsaid\tPER", "", "the guard\ttold\t", "", "\t\t"}
	if got := z.notes(); !slices.Equal(got, want) {
		t.Errorf("notes %q, want %q", got, want)
	}
}
