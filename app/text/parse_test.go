package text

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
)

// adversarial are inputs that seed the fuzzers and must hold the round trip.
var adversarial = []string{
	"", " ", "\x00", "a\x00b", "\xff", "a\xffb", "\xe3\x81", "é\xcc", "\ufeffThe end.", "\u202bאב\u202c ab", "a\u200db", "\u200b",
	"👩‍👩‍👧‍👦🇬🇧🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣", "e\u0301\u0301", "\u0301", "'", "''", "'s", "a's's", "@", "@@a", "#", "##1", "$", "$5$", "-", "--a", "a--b", "a-", "a-\nb",
	"http://", "www.", "www.a", "a@b", "a@b.c@d.e", "a.b.c.", "U.S.", "U..S", "_", "__a__", "a_b", "a:b", "1;2", "1:", "1/", "a&", "&amp;", "a&amp;b",
	"Mr.", "J.", "I.", "...", ". . .", "?!", "\"", "(", "[1]", "[", "[1", "a.[1", "a.“b", "中文。日本語", "שלום\"ב", "\r", "\r\n\r\n", "\u2028a\u2029b\fc\vd\u0085e",
	"The long line of a wrapped text that ends with a word that is bro-\nken at the end of its line and goes on to the next one so far\nas it needs to.",
}

func check(t *testing.T, d *Document, blocks ...Span) {
	t.Helper()
	at := 0
	for i, tok := range d.Tokens {
		if tok.Start < at || tok.Empty() || tok.End > len(d.Text) {
			t.Fatalf("token %d %v after %d in %q", i, tok.Span, at, d.Text)
		}
		checkGap(t, d.Text, blocks, Span{at, tok.Start})
		if form := d.Form(i); !utf8.ValidString(form) {
			t.Fatalf("token %q is broken UTF-8 in %q", form, d.Text)
		}
		part := tok.Start
		for _, p := range d.PartsOf(i) {
			if p.Start < part || p.Empty() || p.End > tok.End {
				t.Fatalf("part %v of token %v in %q", p, tok.Span, d.Text)
			}
			part = p.End
		}
		at = tok.End
	}
	checkGap(t, d.Text, blocks, Span{at, len(d.Text)})
	token, sentence := 0, 0
	for i, s := range d.Sentences {
		if s.First != token || s.Last <= s.First || s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d %+v in %q", i, s, d.Text)
		}
		token = s.Last
	}
	for i, p := range d.Paragraphs {
		if p.First != sentence || p.Last <= p.First || p.Start != d.Sentences[p.First].Start || p.End != d.Sentences[p.Last-1].End {
			t.Fatalf("paragraph %d %+v in %q", i, p, d.Text)
		}
		for _, s := range d.Sentences[p.First:p.Last] {
			if s.Paragraph != i {
				t.Fatalf("sentence %+v is not of paragraph %d in %q", s, i, d.Text)
			}
		}
		sentence = p.Last
	}
	if token != len(d.Tokens) || sentence != len(d.Sentences) {
		t.Fatalf("%d of %d tokens, %d of %d sentences are held in %q", token, len(d.Tokens), sentence, len(d.Sentences), d.Text)
	}
}

// checkGap fails when a visible character of a block stands between tokens.
func checkGap(t *testing.T, in string, blocks []Span, gap Span) {
	t.Helper()
	for i, r := range in[gap.Start:gap.End] {
		at := gap.Start + i
		for _, b := range blocks {
			if b.Contains(Span{at, at + 1}) && !isGap(r) && r != utf8.RuneError {
				t.Fatalf("%q at %d is in no token of %q", r, at, in)
			}
		}
	}
}

func TestParseAdversarial(t *testing.T) {
	l := langtest.English(t)
	for _, s := range adversarial {
		check(t, Parse(s, l, Span{0, len(s)}), Span{0, len(s)})
		check(t, Parse(s, lang.Plain(), Span{0, len(s)}), Span{0, len(s)})
	}
	all := strings.Join(adversarial, " ")
	check(t, Parse(all, l, Span{0, len(all)}), Span{0, len(all)})
}

func FuzzParse(f *testing.F) {
	for _, s := range adversarial {
		f.Add(s)
	}
	l := langtest.English(f)
	f.Fuzz(func(t *testing.T, s string) {
		check(t, Parse(s, l, Span{0, len(s)}), Span{0, len(s)})
		mid := len(s) / 2
		for mid < len(s) && !utf8.RuneStart(s[mid]) {
			mid++
		}
		blocks := []Span{{0, mid}, {mid, len(s)}}
		check(t, Parse(s, l, blocks...), blocks...)
	})
}

// FuzzWordEnd proves that the table for ASCII finds the words that the uax29 package finds.
func FuzzWordEnd(f *testing.F) {
	for _, s := range adversarial {
		f.Add(s)
	}
	f.Add("can't 3.14,15 a_b a.b:c'd 1'2 a..b a.1 1.a _a_1 ;' x\té")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		seg := segmenter{in: s}
		it := words.FromString(s)
		at := 0
		for it.Next() {
			end, _ := seg.wordEnd(at, len(s))
			if want := at + len(it.Value()); end != want {
				t.Fatalf("word at %d ends at %d, want %d in %q", at, end, want, s)
			}
			at = end
		}
		if at != len(s) {
			t.Fatalf("words end at %d of %d in %q", at, len(s), s)
		}
	})
}

// TestLinear parses large inputs of one kind: work that grows with the square of the length would not end.
func TestLinear(t *testing.T) {
	l := langtest.English(t)
	for name, s := range map[string]string{
		"one line":     strings.Repeat("word ", 200_000),
		"blank lines":  strings.Repeat("\n", 1_000_000),
		"CRLF":         strings.Repeat("\r\n", 500_000),
		"one word":     strings.Repeat("a", 1_000_000),
		"hyphens":      strings.Repeat("a-", 500_000),
		"plus":         strings.Repeat("a+", 500_000),
		"at":           strings.Repeat("a@", 500_000),
		"stops":        strings.Repeat("A.", 500_000),
		"spaced stops": strings.Repeat("A. ", 300_000),
		"brackets":     strings.Repeat("((((", 250_000),
		"stop, marks":  strings.Repeat("a. (", 250_000),
		"quotes":       strings.Repeat("'\"", 500_000),
		"broken":       strings.Repeat("\xff", 1_000_000),
		"mixed broken": strings.Repeat("é\xff", 300_000),
		"marks":        "a" + strings.Repeat("\u0301", 500_000),
		"invisible":    strings.Repeat("a\u200d", 250_000),
		"mids":         strings.Repeat("a.b:c", 200_000),
		"urls":         strings.Repeat("http://a", 100_000),
		"short lines":  strings.Repeat("ab\n", 300_000),
		"amps":         strings.Repeat("a&", 400_000),
		"cjk":          strings.Repeat("中", 300_000),
		"dashes":       strings.Repeat("word. — ", 100_000),
		"spaces":       strings.Repeat("A."+strings.Repeat(" ", 1000), 1000),
		"colons":       strings.Repeat("a:", 500_000),
		"run on":       strings.Repeat("ab.Cd", 200_000),
		"semicolons":   strings.Repeat("1;", 500_000),
		"accents":      strings.Repeat("é:", 300_000),
	} {
		t.Run(name, func(t *testing.T) {
			check(t, Parse(s, l, Span{0, len(s)}), Span{0, len(s)})
		})
	}
}

func TestParseBlocks(t *testing.T) {
	in := "Storm hits coast\nBy Ann Lee\nThe end came. It was late."
	d := Parse(in, langtest.English(t), Span{0, 16}, Span{28, len(in)})
	check(t, d, Span{0, 16}, Span{28, len(in)})
	if len(d.Paragraphs) != 2 || len(d.Sentences) != 3 || d.Words() != 9 {
		t.Errorf("%d paragraphs, %d sentences, %d words; want 2, 3, 9", len(d.Paragraphs), len(d.Sentences), d.Words())
	}
	for at, want := range map[int]int{0: 0, 16: 0, 28: 1, 41: 1, 42: 2, 100: 2} {
		if got := d.SentenceAt(at); got != want {
			t.Errorf("SentenceAt(%d) = %d, want %d", at, got, want)
		}
	}
	if got := Parse("\n", langtest.English(t), Span{0, 1}).SentenceAt(0); got != -1 {
		t.Errorf("SentenceAt in an empty document = %d, want -1", got)
	}
}

func BenchmarkParse(b *testing.B) {
	l := langtest.English(b)
	sentence := "The minister said on Tuesday that Iran-based groups wouldn't take part in the U.S. talks, “which cost $2,000”, Mr. Smith’s office said.\n"
	for _, n := range []int{1_000, 10_000, 100_000} {
		in := strings.Repeat(sentence, n/22)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(in, l, Span{0, len(in)})
			}
		})
	}
}

// BenchmarkCount parses, stems and counts: the work that every text costs at least.
func BenchmarkCount(b *testing.B) {
	l := langtest.English(b)
	in := strings.Repeat("The ministers of seven nations discussed further sanctions on Tuesday, after the talks had failed again and again.\n", 5000)
	st := l.NewStemmer()
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		d := Parse(in, l, Span{0, len(in)})
		counts := make(map[string]int)
		for i := range d.Tokens {
			if d.Tokens[i].Kind == Word {
				counts[st.Stem(d.Form(i))]++
			}
		}
	}
}
