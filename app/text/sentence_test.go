package text

import (
	"os"
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

// TestSentences checks the cases of testdata/sentences.txt and of sentences-XX.txt for the other languages: the places of ‖ are where sentences end.
func TestSentences(t *testing.T) {
	sentenceCases(t, "testdata/sentences.txt", "en", 100)
	for _, code := range []string{"es", "fr", "hu", "no", "ru", "sv"} {
		t.Run(code, func(t *testing.T) { sentenceCases(t, "testdata/sentences-"+code+".txt", code, 20) })
	}
}

func sentenceCases(t *testing.T, file, code string, least int) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	l := langtest.Language(t, code)
	n := 0
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		input := strings.ReplaceAll(line, "‖", "")
		d := Parse(input, l, Span{0, len(input)})
		var got strings.Builder
		at := 0
		for i, s := range d.Sentences {
			if i > 0 {
				got.WriteString(input[at:d.Sentences[i-1].End] + "‖")
				at = d.Sentences[i-1].End
			}
			if s.Paragraph != 0 || len(d.Paragraphs) != 1 {
				t.Errorf("%q: %d paragraphs", input, len(d.Paragraphs))
			}
		}
		got.WriteString(input[at:])
		if got.String() != line {
			t.Errorf("\n got %s\nwant %s", got.String(), line)
		}
	}
	if n < least {
		t.Errorf("%d cases, want at least %d", n, least)
	}
}
