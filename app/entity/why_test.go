package entity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/app/lang"
)

// TestWhy reads the cases of testdata/why/*.txt, as the README beside them tells.
func TestWhy(t *testing.T) {
	for name, open := range map[string]func(testing.TB) (*Recognizer, *lang.Language){"learnt": openEnglish, "rules": openRules} {
		t.Run(name, func(t *testing.T) {
			r, l := open(t)
			cases, right := 0, 0
			files, err := filepath.Glob("testdata/why/*.txt")
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
					if strings.HasPrefix(line, "#") {
						continue
					}
					cases++
					if got := missingReasons(t, r, l, line); got != "" {
						t.Logf("%s: %s\n  got %s", filepath.Base(file), line, got)
					} else {
						right++
					}
				}
			}
			if least := map[string]int{"rules": cases, "learnt": cases * 9 / 10}[name]; cases < 25 || right < least {
				t.Errorf("%d of %d cases are right, want %d", right, cases, least)
			}
		})
	}
}

// missingReasons is what the marked mention of a case says instead of what it should, "" when nothing lacks.
func missingReasons(t *testing.T, r *Recognizer, l *lang.Language, line string) string {
	t.Helper()
	marked, list, ok := strings.Cut(line, " | ")
	marked, exact, all := strings.Cut(marked, " = ")
	if ok == all {
		t.Fatalf("%q: neither | nor =, or both", line)
	}
	input, want := cut(t, marked)
	doc := parse(input, l)
	mentions, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
	k := slices.IndexFunc(mentions, func(m Mention) bool { return m.Span == want[0].Span && m.Type == want[0].Type })
	if k < 0 {
		return mark(input, mentions)
	}
	if all && strings.Join(mentions[k].Why, "; ") != exact {
		return strings.Join(mentions[k].Why, "; ")
	}
	for _, reason := range strings.Split(list, "; ") {
		if all {
			break
		}
		if !slices.Contains(mentions[k].Why, reason) {
			return strings.Join(mentions[k].Why, "; ")
		}
	}
	return ""
}

// TestReasonsAreFewAndQuoteTheText looks at all reasons in the texts of the other cases: one to three, each once, and what they quote stands in the text.
func TestReasonsAreFewAndQuoteTheText(t *testing.T) {
	r, l := openEnglish(t)
	files, err := filepath.Glob("testdata/*/*.txt*")
	if err != nil {
		t.Fatal(err)
	}
	names, dull := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		input := strings.NewReplacer("[", "", "]", "").Replace(string(data))
		doc := parse(input, l)
		flat := strings.Join(strings.Fields(input), " ")
		mentions, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		for _, m := range mentions {
			if len(m.Why) == 0 || len(m.Why) > mostReasons || len(slices.Compact(slices.Sorted(slices.Values(m.Why)))) != len(m.Why) {
				t.Errorf("%s: %q gives %q", file, m.Of(input), m.Why)
			}
			for _, why := range m.Why {
				for _, q := range strings.Split(why, "“")[1:] {
					q, _, closed := strings.Cut(q, "”")
					if !closed || !strings.Contains(flat, q) {
						t.Errorf("%s: %q quotes what is not in the text: %q", file, m.Of(input), why)
					}
				}
			}
			if m.Type.Name() {
				names++
				if strings.HasSuffix(m.Why[0], "nothing else to go by") {
					dull++
				}
			}
		}
	}
	if names < 500 || 20*dull > names {
		t.Errorf("%d of %d names say only that they are written like one, want one in twenty at most", dull, names)
	}
}
