package main

import (
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
	for kind, words := range map[string]int{"LOC taken for ORG": 1, "bounds of ORG": 1, "missed PER": 1, "invented ORG": 0} {
		if len(s.mistakes[kind]) != words {
			t.Errorf("%s: %v", kind, s.mistakes[kind])
		}
	}
	if got := s.all.String(); got != "33.3 / 25.0 / 28.6" {
		t.Errorf("got %s", got)
	}
	if got := (counts{}).f1(); got != 0 {
		t.Errorf("F1 of nothing is %v", got)
	}
}
