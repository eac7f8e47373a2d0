package keyword

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
	"gloss/app/text"
)

// TestArticles compares the best keywords and phrases of whole articles.
func TestArticles(t *testing.T) {
	l, e := open(t)
	langtest.Archives(t, "testdata/articles.txtar", func(t *testing.T, a *txtar.Archive) {
		for i := 0; i+1 < len(a.Files); i += 2 {
			in, want := a.Files[i], &a.Files[i+1]
			got := best(e, parse(l, string(in.Data)), l.NewStemmer())
			if langtest.Update() {
				want.Data = []byte(got)
			} else if got != string(want.Data) {
				t.Errorf("%s: got\n%s\nwant\n%s", in.Name, got, want.Data)
			}
		}
	})
}

// best writes the first keywords and phrases, one a line.
func best(e *Extractor, doc *text.Document, st *lang.Stemmer) string {
	const shown = 12
	var b strings.Builder
	for i, k := range e.Keywords(doc, st) {
		if i < shown {
			fmt.Fprintf(&b, "%d %s\n", k.Count, k.Form)
		}
	}
	b.WriteByte('\n')
	for i, p := range e.Phrases(doc, st) {
		if i < shown {
			fmt.Fprintf(&b, "%d %s\n", p.Count, p.Text)
		}
	}
	return b.String()
}
