package keyword

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestArticles compares the best keywords and phrases of whole articles.
func TestArticles(t *testing.T) {
	const file, shown = "testdata/articles.txtar", 12
	l, e := open(t)
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(a.Files); i += 2 {
		in, want := a.Files[i], &a.Files[i+1]
		var got strings.Builder
		doc, st := parse(l, string(in.Data)), l.NewStemmer()
		for i, k := range e.Keywords(doc, st) {
			if i < shown {
				fmt.Fprintf(&got, "%d %s\n", k.Count, k.Form)
			}
		}
		got.WriteByte('\n')
		for i, p := range e.Phrases(doc, st) {
			if i < shown {
				fmt.Fprintf(&got, "%d %s\n", p.Count, p.Text)
			}
		}
		if *update {
			want.Data = []byte(got.String())
		} else if got.String() != string(want.Data) {
			t.Errorf("%s: got\n%s\nwant\n%s", in.Name, got.String(), want.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
