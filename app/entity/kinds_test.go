package entity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/app/lang"
)

// leastKinds is the share of the cases, in percent, that has to be right.
const leastKinds = 95

// TestKinds reads the cases of testdata/kinds/*.txt, as the README beside them tells, and names those that are wrong.
func TestKinds(t *testing.T) {
	for name, open := range map[string]func(testing.TB) (*Recognizer, *lang.Language){"learnt": openEnglish, "rules": openRules} {
		t.Run(name, func(t *testing.T) {
			r, l := open(t)
			checkKinds(t, r, l)
		})
	}
}

func checkKinds(t *testing.T, r *Recognizer, l *lang.Language) {
	files, err := filepath.Glob("testdata/kinds/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases, right := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n, ok := 0, 0
		for _, marked := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if strings.HasPrefix(marked, "#") {
				continue
			}
			input, want := cut(t, marked)
			doc := parse(input, l)
			got, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
			got = slices.DeleteFunc(got, func(m Mention) bool {
				asked := slices.ContainsFunc(want, func(w Mention) bool { return w.Overlaps(m.Span) })
				return !asked && m.Type != Group && m.Type != Event && m.Type != Misc
			})
			n++
			if same(got, want) {
				ok++
			} else {
				t.Logf("%s\n  got  %s\n  want %s", filepath.Base(file), mark(input, got), marked)
			}
		}
		t.Logf("%s: %d of %d right", filepath.Base(file), ok, n)
		if filepath.Base(file) == "traps.txt" && ok < n {
			t.Errorf("all of %s have to be right", file)
		}
		cases, right = cases+n, right+ok
	}
	if cases < 200 {
		t.Errorf("%d cases, want 200 or more", cases)
	}
	if 100*right < leastKinds*cases {
		t.Errorf("%d of %d cases right, want %d%%", right, cases, leastKinds)
	}
}
