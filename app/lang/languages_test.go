package lang

import (
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"
)

// sentence is a line of testdata/languages.txt.
type sentence struct{ name, text string }

func (s sentence) long() bool { return utf8.RuneCountInString(s.text) > 100 }

func sentences(t testing.TB) []sentence {
	b, err := fs.ReadFile(testdata, "testdata/languages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []sentence
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("no tab in %q", line)
		}
		out = append(out, sentence{name, text})
	}
	return out
}

// TestLanguages has the languages of short and long texts told. Of those in the languages that Gloss reads, all long ones must be right and 95% of the short ones, as they
// are, in capitals, and among what is no word; 95% of the others must not be taken for one of these.
func TestLanguages(t *testing.T) {
	d := detector(t)
	list := sentences(t)
	for how, change := range map[string]func(string) string{
		"as they are": func(s string) string { return s },
		"in capitals": strings.ToUpper,
		"among what is no word": func(s string) string {
			return "12:30 😀 " + s + " https://news.example/the-whole-story-of-it?id=7 12 340 (+3,5 %) press@example.org"
		},
		"in lines": func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
	} {
		count, wrong := map[string]int{}, map[string]int{}
		for _, s := range list {
			code, name := d.Detect(change(s.text))
			kind := "others"
			if d.read[d.languages[d.named(s.name)].code] {
				kind = "short"
				if s.long() {
					kind = "long"
				}
			}
			count[kind]++
			if kind == "others" && code != "und" || kind != "others" && (code == "und" || name != s.name) {
				wrong[kind]++
				t.Logf("%s: %q is %s %s, want %s", how, s.text, code, name, s.name)
			}
		}
		if wrong["long"] > 0 || 20*wrong["short"] > count["short"] || 20*wrong["others"] > count["others"] {
			t.Errorf("%s: wrong %v of %v", how, wrong, count)
		}
	}
}

// TestLanguagesAreTested counts the texts.
func TestLanguagesAreTested(t *testing.T) {
	d := detector(t)
	short, long := map[string]int{}, map[string]int{}
	for _, s := range sentences(t) {
		if s.long() {
			long[s.name]++
		} else {
			short[s.name]++
		}
	}
	for code := range d.read {
		if n := d.Name(code); short[n] < 15 || long[n] < 10 {
			t.Errorf("%s: %d short texts and %d long ones", n, short[n], long[n])
		}
	}
	for n := range short {
		if short[n]+long[n] < 5 {
			t.Errorf("%s: %d texts", n, short[n]+long[n])
		}
	}
	if len(short) < 30 {
		t.Errorf("%d languages", len(short))
	}
}

// TestParagraph puts each long text after one in each other language that Gloss reads: it is told, and a short one and a name are not.
func TestParagraph(t *testing.T) {
	d := detector(t)
	told, not := 0, 0
	for _, s := range sentences(t) {
		for code := range d.read {
			own := d.Name(code)
			_, name, other := d.Paragraph(s.text, own)
			switch {
			case s.name == own && other:
				t.Errorf("%q in a text in %s is %s", s.text, own, name)
			case s.name == own || !s.long():
			case other && name == s.name:
				told++
			default:
				not++
				t.Logf("%q in a text in %s is %q", s.text, own, name)
			}
		}
	}
	if 10*not > told {
		t.Errorf("%d paragraphs in another language are told, %d are not", told, not)
	}
	for code := range d.read {
		for _, words := range []string{"Oui, bien sûr.", "Да, конечно.", "Angela Merkel, Emmanuel Macron, Jens Stoltenberg, Orbán Viktor, Pedro Sánchez", "1 2 3 4 5 6 7 8 9 10", ""} {
			if _, name, other := d.Paragraph(words, d.Name(code)); other {
				t.Errorf("%q in a text in %s is %s", words, d.Name(code), name)
			}
		}
	}
	const one = "Da b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a b a"
	if _, name, other := d.Paragraph(one, "English"); other {
		t.Errorf("a word over and over makes %q %s", one, name)
	}
}
