package main

import (
	"fmt"
	"strings"
	"testing"

	"gloss/app/report"
	"gloss/app/text"
)

func TestReadQuoted(t *testing.T) {
	got, err := readQuoted("# c\n\n== 3 ab\n1-5 7-9\n10-12 -\n14-20 22-24 7-9\n== 5 cd\n")
	if want := "[{3 ab [{{1 5} [{7 9}]} {{10 12} []} {{14 20} [{22 24} {7 9}]}]} {5 cd []}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
	for s, want := range map[string]string{
		"1-5 7-9":         "line 1: neither",
		"== x ab":         "line 1: the number",
		"== 1 ab\n1-5":    "line 2: neither",
		"== 1 ab\n1-5 x":  `line 2: "x" is no span`,
		"== 1 ab\n5-5 1-": `line 2: "5-5" is no span`,
	} {
		if _, err := readQuoted(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", s, err, want)
		}
	}
}

func TestAnArticleThatHasChangedIsNotJudged(t *testing.T) {
	list := []article{{Body: "Rome"}}
	for want, a := range map[string]quoted{"not as it was annotated": {1, "b14ee3e2bff3", nil}, "the set ends at 1": {2, "", nil}} {
		if _, err := a.of(list); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// TestSayings has of each kind of mistake one: a quotation missed, one invented, one without its speaker, one with a wrong one.
func TestSayings(t *testing.T) {
	in := "T\n\n" + `"A a a," said Ann. "B b b," he said. "C c c." "D d d." Bob met "E e e". "F f f," a man said.`
	at := func(s string) text.Span {
		i := strings.Index(in, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	in3 := func(s text.Span) text.Span { return text.Span{Start: s.Start - 3, End: s.End - 3} }
	ann, bob := at("Ann"), at("Bob")
	pair := func(s text.Span) report.Pair { return report.Pair{s.Start, s.End} }
	r := &report.Report{Entities: []report.Entity{{Mentions: []report.Mention{{Start: ann.Start, End: ann.End}}}, {Mentions: []report.Mention{{Start: bob.Start, End: bob.End}}}}}
	for _, q := range []struct {
		said    string
		speaker string
		span    text.Span
		entity  int
	}{
		{"A a a,", "Ann", ann, 0}, {`"B b b,"`, "Bob", at("he"), 1}, {`"C c c."`, "", text.Span{}, -1}, {`"E e e"`, "Bob", bob, 1}, {`"F f f,"`, "a man", at("a man"), -1},
	} {
		s := at(q.said)
		r.Quotes = append(r.Quotes, report.Quote{Start: s.Start, End: s.End, Speaker: q.speaker, SpeakerSpan: pair(q.span), Entity: q.entity})
	}
	r.Quotes = append(r.Quotes, report.Quote{Start: 3, End: 9, Indirect: true})
	want := quoted{quotes: []saying{
		{in3(at(`"A a a,"`)), []text.Span{in3(ann)}}, {in3(at(`"B b b,"`)), []text.Span{in3(at("he")), in3(ann)}}, {in3(at(`"C c c."`)), []text.Span{in3(ann)}},
		{in3(at(`"D d d."`)), nil}, {in3(at(`"F f f,"`)), []text.Span{in3(at("man"))}},
	}}
	var s sayings
	var wrong []string
	s.add(want, in, 3, r, func(kind string, at text.Span) { wrong = append(wrong, kind+" "+at.Of(in)) })
	if want := (sayings{want: 5, got: 5, both: 4, told: 4, named: 4, right: 2}); s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
	if got := strings.Join(wrong, "|"); got != `wrong speaker Bob "B b b,"|no speaker "C c c."|missed "D d d."|invented for Bob "E e e"` {
		t.Error(got)
	}
	if rows := s.table(1).rows; fmt.Sprint(rows) != "[[found, marks in or out 80.0 80.0] [told of the right speaker 50.0 50.0]]" {
		t.Error(rows)
	}
}
