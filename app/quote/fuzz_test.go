package quote

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/app/text"
)

// capitals are the words with a capital as names, so that any text has some.
func capitals(doc *text.Document) []Name {
	var names []Name
	for i, t := range doc.Tokens {
		if c := doc.Form(i)[0]; t.Kind == text.Word && c >= 'A' && c <= 'Z' {
			names = append(names, Name{Span: t.Span, Entity: int(c), Person: c%2 == 0})
		}
	}
	return names
}

func FuzzFind(f *testing.F) {
	l, finder := open(f)
	for _, seed := range []string{
		"“We are,” said Smith. “They know.”", "Smith told the press: \"No.\"", "\"\"\"", "“", "”, said",
		"Smith, \"a\", said: “\n\n“b” he said", "\xff“\xff,” said \xffSmith", "said said said “said,” said said",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		doc := text.Parse(in, l, text.Span{End: len(in)})
		names := capitals(doc)
		end := 0
		for _, q := range finder.Find(doc, names) {
			if q.Start < end || q.Len() < 3 {
				t.Errorf("quote %v begins before %d or is too short", q.Span, end)
			}
			end = q.End
			for _, s := range []text.Span{q.Span, q.Speaker, q.Cue} {
				if s.Start < 0 || s.End > len(in) || s.Start > s.End {
					t.Fatalf("span %v out of bounds", s)
				}
				if utf8.ValidString(in) && !utf8.ValidString(s.Of(in)) {
					t.Errorf("span %v is not on rune boundaries", s)
				}
			}
			if q.Name >= len(names) || q.Name >= 0 && !q.Pronoun && names[q.Name].Span != q.Speaker {
				t.Errorf("name %d doesn't fit speaker %v", q.Name, q.Speaker)
			}
		}
	})
}

// story is n words or a little more of an article full of quotations.
func story(n int) string {
	const part = "“We are ready to talk to them,” said Foreign Minister Anna Smith. He called it a “pity”. " +
		"The ministry in Kabul, which Jones leads, told reporters on Monday: “They know it.” “Why?” he asked.\n"
	return strings.Repeat(part, n/34+1)
}

func BenchmarkFind(b *testing.B) {
	l, finder := open(b)
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			in := story(n)
			doc := text.Parse(in, l, text.Span{End: len(in)})
			names := capitals(doc)
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				finder.Find(doc, names)
			}
		})
	}
}

// TestHostile makes sure that texts made to be slow are read at all.
func TestHostile(t *testing.T) {
	l, finder := open(t)
	for name, in := range map[string]string{
		"one sentence of names and quotations": strings.Repeat("Smith and “he,” he said Smith ", 40_000),
		"quotation marks":                      strings.Repeat("“", 1<<20/3),
		"cues":                                 strings.Repeat("said ", 200_000) + "“a b c d e f g.”",
		"commas":                               strings.Repeat("Smith, “a,” ", 80_000),
		"blank lines":                          "“a,” said Smith" + strings.Repeat("\n", 1_000_000) + "“b,” said Jones",
	} {
		t.Run(name, func(t *testing.T) {
			doc := text.Parse(in, l, text.Span{End: len(in)})
			for _, q := range finder.Find(doc, capitals(doc)) {
				if q.Cue.Empty() && q.Speaker.Empty() {
					t.Fatalf("%v has neither cue nor speaker", q.Span)
				}
			}
		})
	}
}
