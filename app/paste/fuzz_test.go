package paste_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/app/text"
)

// bounds are the offsets at which a rune begins or the input ends; a byte that is no UTF-8 is a rune by itself.
func bounds(input string) []bool {
	b := make([]bool, len(input)+1)
	b[len(input)] = true
	for i := range input {
		b[i] = true
	}
	return b
}

// visibleLines counts the lines that are not blank, by splitting where lines end.
func visibleLines(input string) int {
	n := 0
	for _, l := range strings.FieldsFunc(input, func(r rune) bool { return strings.ContainsRune("\n\r\u2028\u2029", r) }) {
		if strings.ContainsFunc(l, func(r rune) bool {
			return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
		}) {
			n++
		}
	}
	return n
}

func FuzzSplit(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i, p := range txtar.Parse(b).Files {
			if !strings.HasSuffix(p.Name, ".want") {
				f.Add(string(p.Data), i%7-1)
			}
		}
	}
	f.Add("a\rb\r\nc\x00\xff\u202e\u2028|\u00a0- x (", 3)
	splitters := []*paste.Splitter{open(f), openIn(f, lang.Plain())}
	f.Fuzz(func(t *testing.T, input string, tail int) {
		for _, s := range splitters {
			checkSplit(t, input, paste.Tail(tail), s.Split(input, paste.Tail(tail)))
			checkItems(t, input, 0, s.List(input))
		}
	})
}

func checkSplit(t *testing.T, input string, tail paste.Tail, got paste.Split) {
	on := bounds(input)
	at := 0
	for _, p := range []text.Span{got.Title, got.Byline, got.Body} {
		if p == (text.Span{}) {
			continue
		}
		if p.Start < at || p.Empty() || p.End > len(input) || !on[p.Start] || !on[p.End] {
			t.Fatalf("part %v after %d in %q", p, at, input)
		}
		at = p.End
	}
	checkItems(t, input, at, got.Headlines)
	visible := visibleLines(input)
	if tail > 0 && len(got.Headlines) != min(int(tail), visible) {
		t.Fatalf("%d headlines of %d lines with tail %d in %q", len(got.Headlines), visible, tail, input)
	}
	if tail == paste.Text && got.Headlines != nil {
		t.Fatalf("headlines %q in a text", titlesOf(got.Headlines))
	}
	if tail <= 0 && visible > 0 && got.Body.Empty() {
		t.Fatalf("no body in %q", input)
	}
}

func checkItems(t *testing.T, input string, at int, items []paste.Item) {
	on := bounds(input)
	for _, it := range items {
		if it.Span.Start < at || it.Span.Empty() || it.Span.End > len(input) || !on[it.Span.Start] || !on[it.Span.End] {
			t.Fatalf("headline %q at %v after %d in %q", it.Title, it.Span, at, input)
		}
		at = it.Span.End
		for _, s := range []string{it.Title, it.Source, it.Section, it.Published} {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\n\r\t\x00") || s != strings.TrimSpace(s) || strings.Contains(s, "  ") {
				t.Fatalf("unclean %q in %q", s, input)
			}
		}
		if it.Title == "" {
			t.Fatalf("empty title at %v in %q", it.Span, input)
		}
	}
}
