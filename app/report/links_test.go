package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// linked are the links and the countries elsewhere of each entity of a text, by name: "Tehran: Iran country, Iranian demonym".
func linked(t *testing.T, text string) map[string]string {
	t.Helper()
	r, blocks := buildBlocks(t, open(t), Input{Text: text})
	s := Summarize(r, text, blocks)
	out := map[string]string{}
	for _, e := range s.Entities {
		var all []string
		for _, l := range e.Links {
			all = append(all, s.Entities[l.Entity].Name+" "+l.Relation)
		}
		for _, rel := range e.Related {
			all = append(all, fmt.Sprintf("(%s of %s)", rel.Relation, rel.Name))
		}
		out[e.Name] = strings.Join(all, ", ")
		if !slices.Equal(r.Entities[slices.IndexFunc(r.Entities, func(o Entity) bool { return o.Name == e.Name })].Related, related(e, s)) {
			t.Errorf("%s: links %v and %v are not what the report has", e.Name, e.Links, e.Related)
		}
	}
	return out
}

// related is what the report says of the entity, put together again.
func related(e EntitySummary, s Summary) []Relation {
	out := []Relation{}
	for _, l := range e.Links {
		if l.Relation == "country" {
			relation := "capital"
			if e.Type == "NORP" {
				relation = "demonym"
			}
			out = append(out, Relation{s.Entities[l.Entity].Name, relation})
		}
	}
	return append(out, e.Related...)
}

func TestNamesOfOneCountryAreLinkedAndStayApart(t *testing.T) {
	got := linked(t, "Iran and Norway signed a treaty in Tehran on Monday, an Iranian minister said. Iran will sell gas to Norway. Oslo is in Norway.")
	for name, want := range map[string]string{
		"Iran":    "Tehran capital, Iranian demonym",
		"Tehran":  "Iran country, Iranian demonym",
		"Iranian": "Iran country, Tehran capital",
		"Norway":  "Oslo capital",
		"Oslo":    "Norway country",
	} {
		if got[name] != want {
			t.Errorf("%s is linked to %q, want %q", name, got[name], want)
		}
	}
}

func TestNamesSayWhatTheyBelongToWhereTheTextDoesNot(t *testing.T) {
	got := linked(t, "Talks in Moscow ended on Monday without a result. Russian officials flew on to Lima.")
	for name, want := range map[string]string{
		"Moscow":  "Russian demonym, (capital of Russia)",
		"Russian": "Moscow capital, (demonym of Russia)",
		"Lima":    "(capital of Peru)",
	} {
		if got[name] != want {
			t.Errorf("%s is linked to %q, want %q", name, got[name], want)
		}
	}
}

func TestOnlyAPlaceIsACountry(t *testing.T) {
	list := []Entity{
		{Name: "Jordan", Type: "PER"},
		{Name: "Amman", Type: "LOC", Related: []Relation{{"Jordan", "capital"}}},
	}
	l := linksOf(list)
	if got := append(l.of(0), l.of(1)...); len(got) != 0 {
		t.Errorf("links %v of a person", got)
	}
	if got := l.elsewhere(1); len(got) != 1 {
		t.Errorf("elsewhere %v", got)
	}
}

func TestACountryIsLinkedByItsOtherNamesToo(t *testing.T) {
	l := linksOf([]Entity{
		{Name: "Great Britain", Type: "LOC", Aliases: []string{"United Kingdom"}},
		{Name: "London", Type: "LOC", Related: []Relation{{"United Kingdom", "capital"}}},
		{Name: "British", Type: "NORP", Related: []Relation{{"United Kingdom", "demonym"}, {"Great Britain", "demonym"}}},
	})
	for i, want := range [][]Link{{{1, "capital"}, {2, "demonym"}}, {{0, "country"}, {2, "demonym"}}, {{0, "country"}, {1, "capital"}}} {
		if got := l.of(i); !slices.Equal(got, want) {
			t.Errorf("links of %d: %v, want %v", i, got, want)
		}
	}
}

func TestUnsureEntitiesAreCountedApart(t *testing.T) {
	r := empty("")
	r.Entities = []Entity{
		{Name: "Oslo", Type: "LOC", Confidence: 0.9, Mentions: []Mention{{Start: 0, End: 4}}},
		{Name: "Ripple", Type: "ORG", Confidence: 0.4, Mentions: []Mention{{Start: 5, End: 11}, {Start: 12, End: 18}}},
	}
	s := Summarize(r, "Oslo Ripple Ripple", nil)
	if s.Totals.Entities != 1 || s.Totals.Unsure != 1 || s.Totals.Mentions != 1 || s.Types[2].Entities != 0 {
		t.Errorf("totals %+v, organisations %+v", s.Totals, s.Types[2])
	}
	if len(s.Entities) != 1 || len(s.Unsure) != 1 || s.Unsure[0].Name != "Ripple" || len(s.Marks) != 15 {
		t.Errorf("entities %v, unsure %v, marks %v", s.Entities, s.Unsure, s.Marks)
	}
	if sure := r.Sure(); len(sure.Entities) != 1 || len(r.Entities) != 2 {
		t.Errorf("%d of %d are sure", len(sure.Entities), len(r.Entities))
	}
}
