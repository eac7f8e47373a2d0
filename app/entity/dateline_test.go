package entity

import (
	"os"
	"slices"
	"strings"
	"testing"

	"gloss/app/lang"
)

// TestDatelines reads the lines of testdata/datelines.txt, in which every place and organisation is marked.
func TestDatelines(t *testing.T) {
	data, err := os.ReadFile("testdata/datelines.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func(testing.TB) (*Recognizer, *lang.Language){"learnt": openEnglish, "rules": openRules} {
		r, l := open(t)
		for _, marked := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if strings.HasPrefix(marked, "#") {
				continue
			}
			input, want := cut(t, marked)
			doc := parse(input, l)
			got, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
			got = slices.DeleteFunc(got, func(m Mention) bool { return m.Type != Location && m.Type != Org })
			if !same(got, want) {
				t.Errorf("%s: got  %s\nwant %s", name, mark(input, got), marked)
			}
		}
	}
}
