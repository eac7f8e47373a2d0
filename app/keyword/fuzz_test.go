package keyword

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/app/text"
)

// checkSpans makes sure that the spans are in bounds, in order, on rune boundaries and as many as are counted.
func checkSpans(t *testing.T, in string, count int, spans []text.Span) {
	t.Helper()
	if count != len(spans) || count == 0 {
		t.Errorf("count %d, %d spans", count, len(spans))
	}
	last, valid := text.Span{Start: -1}, utf8.ValidString(in)
	for _, s := range spans {
		if s.Start < 0 || s.End > len(in) || s.Empty() {
			t.Fatalf("span %v out of bounds", s)
		}
		if s.Start <= last.Start && s.End >= last.End {
			t.Errorf("span %v after %v", s, last)
		}
		if valid && !utf8.ValidString(s.Of(in)) {
			t.Errorf("span %v is not on rune boundaries", s)
		}
		last = s
	}
}

func FuzzExtractor(f *testing.F) {
	l, e := open(f)
	for _, seed := range []string{
		"The Iran-based group’s nuclear program; nuclear programs of Iran.", "a-b-c-d a-b-c-d", "U.S. U.S. U.S.-led",
		"re-\nelected re-elected", "\xff\xfe-\xff", "İİİ ŉ ß ẞ", "word\u00adbreak word", "…'s ’s S's", "x.y.z a..b", "ﬀ ﬁ Ⅷ ⅷ",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		doc := parse(l, in)
		st := l.NewStemmer()
		score := 1.0
		for _, k := range e.Keywords(doc, st) {
			checkSpans(t, in, k.Count, k.Spans)
			forms := 0
			for _, f := range k.Forms {
				forms += f.Count
			}
			if forms != k.Count || k.Form == "" {
				t.Errorf("%+v: the forms add up to %d", k, forms)
			}
			if k.Score > score || k.Score < 0 {
				t.Errorf("%+v: score after %v", k, score)
			}
			score = k.Score
		}
		for _, p := range e.Phrases(doc, st) {
			checkSpans(t, in, p.Count, p.Spans)
			if p.Text == "" || strings.ContainsAny(p.Text, "\n\t") {
				t.Errorf("text %q", p.Text)
			}
		}
		for _, n := range e.Read(doc, st).NGrams() {
			checkSpans(t, in, n.Count, n.Spans)
			if n.Count < 2 || n.Text == "" {
				t.Errorf("n-gram %+v", n)
			}
		}
	})
}

// story is n words or a little more: every part has words of its own, so that the vocabulary grows as in a real text.
func story(n int) string {
	var b strings.Builder
	for i := range n/20 + 1 {
		fmt.Fprintf(&b, "The latest sanctions that Washington%d imposed on Iran target ten individuals connected to the central Asian security group, officials%d said. ", i%1000, i)
	}
	return b.String()
}

func BenchmarkKeywords(b *testing.B) {
	l, e := open(b)
	atEverySize(b, l, func(doc *text.Document, st *lang.Stemmer) { e.Keywords(doc, st) })
}

func BenchmarkPhrases(b *testing.B) {
	l, e := open(b)
	atEverySize(b, l, func(doc *text.Document, st *lang.Stemmer) { e.Phrases(doc, st) })
}

func BenchmarkNGrams(b *testing.B) {
	l, e := open(b)
	atEverySize(b, l, func(doc *text.Document, st *lang.Stemmer) { e.Read(doc, st).NGrams() })
}

func atEverySize(b *testing.B, l *lang.Language, stage func(*text.Document, *lang.Stemmer)) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			in := story(n)
			doc, st := parse(l, in), l.NewStemmer()
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				stage(doc, st)
			}
		})
	}
}

// TestHostile makes sure that texts made to be slow are counted whole.
func TestHostile(t *testing.T) {
	l, e := open(t)
	for name, tt := range map[string]struct {
		in    string
		count int // of the first keyword
	}{
		"one line of one word":   {strings.Repeat("ban ", 250_000), 250_000},
		"one run without a stop": {strings.Repeat("trade talks ", 60_000), 60_000},
		"one compound":           {strings.Repeat("ban-", 100_000) + "ban", 100_001},
		"a million blank lines":  {"ban" + strings.Repeat("\n", 1_000_000) + "ban", 2},
	} {
		t.Run(name, func(t *testing.T) {
			doc := parse(l, tt.in)
			most := 0
			for _, k := range e.Keywords(doc, l.NewStemmer()) {
				most = max(most, k.Count)
			}
			if most != tt.count {
				t.Errorf("counted %d, want %d", most, tt.count)
			}
			for _, p := range e.Phrases(doc, l.NewStemmer()) {
				checkSpans(t, tt.in, p.Count, p.Spans)
			}
			for _, n := range e.Read(doc, l.NewStemmer()).NGrams() {
				checkSpans(t, tt.in, n.Count, n.Spans)
			}
		})
	}
}
