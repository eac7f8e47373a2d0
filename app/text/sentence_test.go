package text

import (
	"os"
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

// TestSentences checks the cases of testdata/sentences.txt: the places of ‖ are where sentences end.
func TestSentences(t *testing.T) {
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := langtest.English(t)
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
	if n < 100 {
		t.Errorf("%d cases, want at least 100", n)
	}
}
