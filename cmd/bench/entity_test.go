package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"gloss/app/entity"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

func TestCompareNames(t *testing.T) {
	at := func(start, end int) text.Span { return text.Span{Start: start, End: end} }
	doc := gold.Document{Text: "Ann of Rome, the UN, Iranian Bob", Names: []gold.Name{
		{Span: at(0, 3), Type: "PER"}, {Span: at(7, 11), Type: "LOC"}, {Span: at(17, 19), Type: "ORG"}, {Span: at(21, 28), Type: "MISC"}, {Span: at(29, 32), Type: "PER"},
	}}
	found := []entity.Mention{
		{Span: at(0, 3), Type: entity.Person},
		{Span: at(7, 11), Type: entity.Org},    // the span alone is right
		{Span: at(13, 19), Type: entity.Org},   // too long
		{Span: at(21, 28), Type: entity.Group}, // not scored
	}
	s := entityScore{mistakes: mistakes{}}
	s.compare(doc, found)
	if s.all != (counts{1, 3, 4}) || s.spans != (counts{2, 3, 4}) || s.byType != [3]counts{{1, 1, 2}, {0, 0, 1}, {0, 2, 1}} {
		t.Errorf("all %+v, spans %+v, by type %+v", s.all, s.spans, s.byType)
	}
	want := mistakes{
		{"LOC taken for ORG", "Rome"}:    {"Ann of [Rome], the UN, Iranian Bo"},
		{"bounds of ORG", "UN ≠ the UN"}: {"Ann of Rome, the [UN], Iranian Bob"},
		{"missed PER", "Bob"}:            {"me, the UN, Iranian [Bob]"},
	}
	if !reflect.DeepEqual(s.mistakes, want) {
		t.Errorf("mistakes %q", s.mistakes)
	}
	if got := s.all.String(); got != "33.3 / 25.0 / 28.6" {
		t.Errorf("got %s", got)
	}
	if got := (counts{}).f1(); got != 0 {
		t.Errorf("F1 of nothing is %v", got)
	}
}

func TestMistakesOfSeveralSetsAreCountedTogether(t *testing.T) {
	one := entityScore{mistakes: mistakes{{"missed ORG", "UN"}: {"the [UN]", "a [UN]"}, {"missed ORG", "EU"}: {"the [EU]"}, {"invented LOC", "Ann"}: {"[Ann]"}}}
	two := entityScore{mistakes: mistakes{{"missed ORG", "UN"}: {"[UN]"}}}
	for i := range shownMistakes {
		two.mistakes[mistake{"bounds of PER", fmt.Sprint("x", i)}] = []string{"x"}
	}
	tables := mistakeTables([]string{"A", "B"}, []entityScore{one, two})
	if got, want := tables[0].rows, [][]string{{"bounds of PER", "40", "0", "40"}, {"missed ORG", "4", "3", "1"}, {"invented LOC", "1", "1", "0"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("kinds %q", got)
	}
	rows := tables[1].rows
	if got, want := rows[:2], [][]string{{"missed ORG", "UN", "3", "2", "1"}, {"bounds of PER", "x0", "1", "0", "1"}}; !reflect.DeepEqual(got, want) || len(rows) != shownMistakes {
		t.Errorf("%d single ones, first %q", len(rows), got)
	}
}

func TestRowsOfTypesHaveTheMean(t *testing.T) {
	scores := []entityScore{{byType: [3]counts{{}, {}, {1, 1, 1}}}, {byType: [3]counts{{}, {}, {1, 2, 2}}}}
	if got, want := typeRow("organisations", scores, 2), []string{"organisations", "100.0", "50.0", "75.0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestBenchEntityHasARowForEachReading runs the whole measure over two small sets.
func TestBenchEntityHasARowForEachReading(t *testing.T) {
	data := t.TempDir()
	dir := filepath.Join(data, "entity", "dev")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"conll03.tsv", "other.tsv"} {
		labels := "-DOCSTART-\tO\n\nVladimir\tB-PER\nPutin\tI-PER\nleft\tO\nMoscow\tB-LOC\n.\tO\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(labels), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(t.TempDir()) // no peers here
	tables, err := benchEntity(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(tables[0].head[1:], ", "), "CoNLL-03, other, mean"; got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	var names []string
	for _, row := range tables[0].rows {
		if names = append(names, row[0]); strings.HasPrefix(row[0], ourName+", p") && row[3] != "100.0" {
			t.Errorf("%q", row)
		}
	}
	want := "Gloss|Gloss, people|Gloss, places|Gloss, organisations|Gloss, Text In Title Case|Gloss, TEXT IN CAPITALS|Gloss, the rules alone|"
	if got := strings.Join(names, "|"); !strings.HasPrefix(got, want) {
		t.Errorf("rows %s", got)
	}
	if n := len(tables[1].rows); n != 8 {
		t.Errorf("%d rows of detail, want 8", n)
	}
}
