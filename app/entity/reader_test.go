package entity

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
)

// TestReaderLexicon reads each case file: a lexicon, a text, and what is to be found in it.
func TestReaderLexicon(t *testing.T) {
	n := langtest.Archives(t, "testdata/reader/*.txtar", func(t *testing.T, a *txtar.Archive) {
		r, l := openEnglish(t)
		x, problems := ParseLexicon(string(a.Files[0].Data), nil)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		r.SetReader(x)
		doc := parse(string(a.Files[1].Data), l)
		check(t, r, doc)
		mentions, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		got := describe(entities) + "\n" + mark(doc.Text, mentions)
		if langtest.Update() {
			a.Files[2].Data = []byte(got)
		}
		if want := string(a.Files[2].Data); got != want {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", strings.TrimSpace(string(a.Comment)), got, want)
		}
		for _, m := range mentions {
			if own := m.own != nil; own != (m.Why[0] == readerWhy) {
				t.Errorf("%q was marked because of %q", m.Of(doc.Text), m.Why)
			}
		}
	})
	if n < 4 {
		t.Errorf("%d case files, want 4 or more", n)
	}
}

func TestLexiconNamesItsBadLines(t *testing.T) {
	x, problems := ParseLexicon("\uFEFFAcme\tORG\r\n\n# note\nNoType\nBad\tPERSON\n\tORG\n!\n!Grey\tPER\nA\tPER\tB\tC\n\xff\tPER\nAcme\tORG\nAcme\tPER\nZed Group ORG\n!acme\n"+
		strings.Repeat("x", 201)+"\tPER\nlast\tper\tThe Last\t\n", nil)
	var got strings.Builder
	for _, p := range problems {
		got.WriteString(p.String() + "\n")
	}
	want := `line 4: "NoType" has no type; write a comma and its type behind it (PER, LOC, ORG, NORP, EVENT, MISC)
line 5: "PERSON" is no type (PER, LOC, ORG, NORP, EVENT, MISC)
line 6: there is no name
line 7: there is no name
line 8: a line with ! takes a name only
line 9: there is more than a name, a type and a canonical name
line 10: is not UTF-8
line 12: "Acme" is on line 1 already
line 15: the name is longer than 200 bytes
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	if x.Len() != 5 {
		t.Errorf("%d lines are used, want 5", x.Len())
	}
}

func TestLexiconBoundsItsProblems(t *testing.T) {
	_, problems := ParseLexicon(strings.Repeat("bad\n", 1000), nil)
	if n := len(problems); n != maxOwnTrouble || !strings.Contains(problems[n-1].Text, "951 other lines") && !strings.Contains(problems[n-1].Text, "950 other lines") {
		t.Errorf("%d problems, the last %v", len(problems), problems[len(problems)-1])
	}
	x, problems := ParseLexicon(strings.Repeat("a\tPER\n", MaxLexicon/6)+"b\tPER\nc\tPER\n", nil)
	if len(problems) != 1 || !strings.Contains(problems[0].Text, "limit of 4 MB") {
		t.Errorf("%v", problems)
	}
	if x.Len() == 0 {
		t.Error("the lines within the limit are not used")
	}
}

func TestReaderNamesStandInHeadlines(t *testing.T) {
	r, l := openEnglish(t)
	x, _ := ParseLexicon("zebrafi\tORG\n!Tehran\n", nil)
	r.SetReader(x)
	input, want := cut(t, "Zeppelin hails [Zebrafi ORG] deal in Tehran")
	got := r.Know([]Entity{{Name: "Tehran", Type: Location}, {Name: "Zebrafi", Type: Person}}).Recognize(parse(input, l))
	for i := range got {
		if got[i].Of(input) == "Zeppelin" {
			got = append(got[:i], got[i+1:]...)
			break
		}
	}
	if !same(got, want) {
		t.Errorf("got  %s", mark(input, got))
	}
	r.SetReader(nil)
	for _, m := range r.Know(nil).Recognize(parse(input, l)) {
		if m.Why[0] == readerWhy {
			t.Errorf("%q is still marked", m.Of(input))
		}
	}
}

func TestReaderNamesStandInAnyLanguage(t *testing.T) {
	r, err := Open(lang.Plain())
	if err != nil {
		t.Fatal(err)
	}
	x, _ := ParseLexicon("Москва\tLOC\nПутин\tPER\tВладимир Путин\n", nil)
	r.SetReader(x)
	doc := parse("Путин покинул Москва. Владимир Путин вернулся.", lang.Plain())
	check(t, r, doc)
	mentions, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
	want := "PER 2 Владимир Путин = Путин\nLOC 1 Москва\n\n[Путин PER] покинул [Москва LOC]. [Владимир Путин PER] вернулся."
	if got := describe(entities) + "\n" + mark(doc.Text, mentions); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzParseLexicon(f *testing.F) {
	r, l := openEnglish(f)
	words := typeWords(f)
	text := "Theresa May met the Bank of England and Acme-backed O’Neill on Monday, 5 May, at Zed’s. АБВ 東京."
	for _, s := range append([]string{"May\tPER\n!Bank\n", "a\tORG\tBank of England\n# x\n", "Monday\tEVENT\nO'Neill\tPER\tO\n", "acme PER", "a, b, person, c;place"}, hostile...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, input string) {
		x, problems := ParseLexicon(input, words)
		if len(problems) > maxOwnTrouble {
			t.Fatalf("%d problems", len(problems))
		}
		lines := strings.Count(input, "\n") + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines || p.Text == "" {
				t.Fatalf("%+v in %d lines", p, lines)
			}
		}
		if x.Len() > lines {
			t.Fatalf("%d names in %d lines", x.Len(), lines)
		}
		r.SetReader(x)
		check(t, r, parse(text, l))
		check(t, r, parse(strings.ToValidUTF8(input, "?"), l))
	})
}

func FuzzReaderMarks(f *testing.F) {
	r, l := openEnglish(f)
	x, _ := ParseLexicon("iran\tPER\tIran Smith\nThe\tORG\n!A\nU.S.\tMISC\nputin's\tORG\na-b\tLOC\n5\tEVENT\nof the\tLOC\nSmith\tORG\tIran\n", nil)
	r.SetReader(x)
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("The U.S. and Putin's Iran met Mr Smith of the A-B on 5 May 2019, Iran Smith said.")
	f.Fuzz(func(t *testing.T, input string) {
		doc := parse(input, l)
		check(t, r, doc)
		once := r.Recognize(doc, 0, len(doc.Sentences))
		if twice := x.apply(doc, 0, len(doc.Sentences), once, r.endings()); !same(once, twice) {
			t.Fatalf("once %s\ntwice %s", mark(input, once), mark(input, twice))
		}
	})
}

func BenchmarkReaderLexicon(b *testing.B) {
	r, l := openEnglish(b)
	doc := parse(benchmarkText(100_000), l)
	for _, names := range []int{0, 10, 10_000} {
		var lines strings.Builder
		for i := range names {
			fmt.Fprintf(&lines, "Officials in Place %d\tORG\nThe Shanghai %d\tLOC\n", i, i)
		}
		x, _ := ParseLexicon(lines.String(), nil)
		r.SetReader(x)
		b.Run(fmt.Sprint(names), func(b *testing.B) {
			for b.Loop() {
				r.Recognize(doc, 0, len(doc.Sentences))
			}
		})
	}
}
