package quote

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/app/lang"
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

// finders opens all languages.
func finders(t testing.TB) (languages []*lang.Language, all []*Finder) {
	for _, code := range []string{"en", "es", "fr", "ru", "sv", "no", "hu"} {
		l, f := finderOf(t, code)
		languages, all = append(languages, l), append(all, f)
	}
	return languages, all
}

func FuzzFind(f *testing.F) {
	languages, all := finders(f)
	for _, seed := range []string{
		"“We are,” said Smith. “They know.”", "Smith told the press: \"No.\"", "\"\"\"", "“", "”, said",
		"Smith, \"a\", said: “\n\n“b” he said", "\xff“\xff,” said \xffSmith", "said said said “said,” said said",
		"—Hola —dijo Ana—. Adiós.", "— Да, — сказал он. — Нет.", "– Ja, säger Eva. Nej.", "– Igen – mondta Éva. – Nem.", "« Oui », a-t-il dit. « Non »",
		"‘Smith said: “no,”’ said Jones, ‘'’”", "Smith said that “a b c” and “d e f, Jones said.", "5'10\" „a b c“ »d e f« ``g h i''",
		"Según Ana, sí. Ana szerint igen. Enligt Ana är det så. По словам Анны, да.", "-\n- a\n— b, said\n\n“c.\n\n“d",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		for i, l := range languages {
			checkQuotes(t, l, all[i], in)
		}
	})
}

// checkQuotes checks what must be true of the quotations of any text.
func checkQuotes(t *testing.T, l *lang.Language, f *Finder, in string) {
	doc := text.Parse(in, l, text.Span{End: len(in)})
	names := capitals(doc)
	var open []text.Span
	last := 0
	for _, q := range f.Find(doc, names) {
		if q.Start < last || q.Empty() {
			t.Errorf("%s: quote %v begins before %d or is empty", l.Code, q.Span, last)
		}
		last = q.Start
		for len(open) > 0 && open[len(open)-1].End <= q.Start {
			open = open[:len(open)-1]
		}
		if q.Nested != (len(open) > 0) || q.Nested && !open[len(open)-1].Contains(q.Span) {
			t.Errorf("%s: quote %v, nested %v, lies in %v", l.Code, q.Span, q.Nested, open)
		}
		open = append(open, q.Span)
		at := q.Start
		for _, p := range q.Parts {
			if p.Start < at || p.Empty() {
				t.Errorf("%s: part %v of quote %v begins before %d", l.Code, p, q.Span, at)
			}
			at = p.End
		}
		if len(q.Parts) == 0 || q.Parts[0].Start != q.Start || at != q.End {
			t.Errorf("%s: quote %v has the parts %v", l.Code, q.Span, q.Parts)
		}
		for _, s := range append([]text.Span{q.Span, q.Speaker, q.Cue}, q.Parts...) {
			if s.Start < 0 || s.End > len(in) || s.Start > s.End {
				t.Fatalf("%s: span %v out of bounds", l.Code, s)
			}
			if utf8.ValidString(in) && !utf8.ValidString(s.Of(in)) {
				t.Errorf("%s: span %v is not on rune boundaries", l.Code, s)
			}
		}
		if q.Name >= len(names) || q.Name >= 0 && !q.Pronoun && names[q.Name].Span != q.Speaker {
			t.Errorf("%s: name %d doesn't fit speaker %v", l.Code, q.Name, q.Speaker)
		}
		if q.Indirect && q.Cue.Empty() {
			t.Errorf("%s: %v is told without a cue", l.Code, q.Span)
		}
	}
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

// TestHostile makes sure that texts made to be slow are read at all, by all languages: one that costs more than linear time would never end.
func TestHostile(t *testing.T) {
	languages, all := finders(t)
	for name, in := range map[string]string{
		"one sentence of names and quotations": strings.Repeat("Smith and “he,” he said Smith ", 20_000),
		"opening marks":                        strings.Repeat("“", 1<<20/3),
		"straight marks":                       strings.Repeat("\"", 1<<20),
		"single marks":                         strings.Repeat("'a ", 1<<20/3),
		"closing single marks":                 "'" + strings.Repeat("s' a ", 1<<20/5),
		"a mark that never closes":             "“" + strings.Repeat("we are ready. ", 1<<20/14),
		"a mark opened in each paragraph":      strings.Repeat("“we are ready.\n\n", 1<<20/18),
		"dashes":                               strings.Repeat("— a, ", 1<<20/7),
		"dialogue":                             "— " + strings.Repeat("a, — said he. — ", 1<<20/20),
		"cues":                                 strings.Repeat("said ", 300_000) + "“a b c d e f g.”",
		"cues and that":                        strings.Repeat("he said that ", 40_000),
		"auxiliaries":                          strings.Repeat("has also ", 60_000) + "“a,” " + strings.Repeat("has also ", 60_000),
		"sources":                              strings.Repeat("according to ", 40_000),
		"capitals":                             strings.Repeat("Smith ", 100_000) + "said that he " + strings.Repeat("Smith ", 100_000),
		"prepositions":                         strings.Repeat("of the ", 70_000),
		"commas":                               strings.Repeat("Smith, “a,” ", 40_000),
		"nested marks":                         strings.Repeat("“a ‘b «c» b’ ", 30_000),
		"blank lines":                          "“a,” said Smith" + strings.Repeat("\n", 1_000_000) + "“b,” said Jones",
	} {
		t.Run(name, func(t *testing.T) {
			for i, l := range languages {
				part := text.Span{End: len(in)}
				if i > 0 { // the others have the same rules and their own words: a part of it is enough
					part.End = strings.LastIndexByte(in[:len(in)/4+1], in[0])
				}
				doc := text.Parse(in, l, part)
				for _, q := range all[i].Find(doc, capitals(doc)) {
					if q.Indirect && q.Cue.Empty() {
						t.Fatalf("%v is told without a cue", q.Span)
					}
				}
			}
		})
	}
}
