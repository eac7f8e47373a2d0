package entity

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/app/text"
)

// Shares, in percent, of the things and of the cases that have to be right.
const (
	leastThings = 95
	leastCases  = 95
)

// TestCases reads the cases of testdata/resolve/*.txt, as the README beside them tells, and names each thing that is wrong.
func TestCases(t *testing.T) {
	t.Run("model", func(t *testing.T) {
		r, l := openEnglish(t)
		runCases(t, r, l)
	})
	t.Run("rules", func(t *testing.T) {
		r, l := openRules(t)
		runCases(t, r, l)
	})
}

func runCases(t *testing.T, r *Recognizer, l *lang.Language) {
	things, rightThings, cases, rightCases := 0, 0, 0, 0
	for _, c := range readCases(t) {
		wrong, missing, right := c.run(r, l)
		cases++
		things += right + max(len(wrong), len(missing))
		rightThings += right
		if len(wrong)+len(missing) == 0 {
			rightCases++
			continue
		}
		t.Logf("%s: %s\n  found  %s\n  wanted %s", c.file, c.about, strings.Join(wrong, "\n         "), strings.Join(missing, "\n         "))
	}
	t.Logf("right: %d of %d things, %d of %d cases", rightThings, things, rightCases, cases)
	if cases < 100 {
		t.Errorf("%d cases, want 100 or more", cases)
	}
	if 100*rightThings < leastThings*things || 100*rightCases < leastCases*cases {
		t.Errorf("want %d%% of the things and %d%% of the cases right", leastThings, leastCases)
	}
}

// resolveCase is one text with the things that are named in it, each as one line.
type resolveCase struct {
	file, about, text string
	things            []string
}

// run gives the things found that are not in the case, those of the case that were not found, and how many are in both.
func (c resolveCase) run(r *Recognizer, l *lang.Language) (wrong, missing []string, right int) {
	doc := parse(c.text, l)
	return c.compare(r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences))))
}

// compare is run, of what was found.
func (c resolveCase) compare(mentions []Mention, entities []Entity) (wrong, missing []string, right int) {
	left := slices.Clone(c.things)
	for _, e := range entities {
		if !e.Type.Name() {
			continue
		}
		line := fmt.Sprint(e.Type, " ", e.Name)
		for _, rel := range e.Related {
			line += fmt.Sprintf(" → %s of %s", rel.Relation, rel.Name)
		}
		var spans []text.Span
		for _, m := range e.Mentions {
			spans = append(spans, mentions[m].Span)
		}
		line = thingLine(line, e.Aliases, spans)
		if at := slices.Index(left, line); at >= 0 {
			left = slices.Delete(left, at, at+1)
			right++
		} else {
			wrong = append(wrong, line)
		}
	}
	return wrong, left, right
}

// thingLine adds the aliases, in lower case and in order, and the spans.
func thingLine(line string, aliases []string, spans []text.Span) string {
	folded := make([]string, len(aliases))
	for i, a := range aliases {
		folded[i] = strings.ToLower(a)
	}
	slices.Sort(folded)
	for _, a := range folded {
		line += " = " + a
	}
	for _, s := range spans {
		line += fmt.Sprintf(" %d-%d", s.Start, s.End)
	}
	return line
}

// readCases reads all case files.
func readCases(t *testing.T) []resolveCase {
	t.Helper()
	files, err := filepath.Glob("testdata/resolve/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d case files: %v", len(files), err)
	}
	var out []resolveCase
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split("\n"+string(data), "\n== ")[1:] {
			out = append(out, readCase(t, filepath.Base(file), part))
		}
	}
	return out
}

// readCase reads what stands behind "== ".
func readCase(t *testing.T, file, part string) resolveCase {
	t.Helper()
	about, rest, _ := strings.Cut(part, "\n")
	marked, list, ok := strings.Cut(rest, "\n--\n")
	if !ok {
		t.Fatalf("%s: %s: no line --", file, about)
	}
	bare, forms, spans := unmark(t, marked)
	c := resolveCase{file: file, about: about, text: bare}
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		number, thing, ok := strings.Cut(line, " ")
		if !ok {
			continue
		}
		if spans[number] == nil {
			t.Fatalf("%s: %s: thing %s has no mark", file, about, number)
		}
		_, name, _ := strings.Cut(thing, " ")
		name, _, _ = strings.Cut(name, " →")
		c.things = append(c.things, thingLine(thing, aliasesOf(name, forms[number]), spans[number]))
		delete(spans, number)
	}
	if len(spans) > 0 {
		t.Fatalf("%s: %s: marks without a line: %v", file, about, spans)
	}
	return c
}

// aliasesOf is the forms that are not the name, once each whatever their case.
func aliasesOf(name string, forms []string) []string {
	var out []string
	for _, f := range forms {
		same := func(o string) bool { return strings.EqualFold(f, o) }
		if !same(name) && !slices.ContainsFunc(out, same) {
			out = append(out, f)
		}
	}
	return out
}

// unmark takes the marks out of a text: what is marked, and where it stands without the marks, by number.
func unmark(t *testing.T, marked string) (bare string, forms map[string][]string, spans map[string][]text.Span) {
	t.Helper()
	forms, spans = map[string][]string{}, map[string][]text.Span{}
	var b strings.Builder
	for rest := marked; rest != ""; {
		before, after, found := strings.Cut(rest, "[")
		b.WriteString(before)
		if rest = after; !found {
			break
		}
		inside, after, closed := strings.Cut(rest, "]")
		number, form, ok := strings.Cut(inside, " ")
		if _, err := strconv.Atoi(number); !closed || !ok || err != nil {
			t.Fatalf("%q: a mark is not of the form [1 Name]", marked)
		}
		forms[number] = append(forms[number], form)
		spans[number] = append(spans[number], text.Span{Start: b.Len(), End: b.Len() + len(form)})
		b.WriteString(form)
		rest = after
	}
	return b.String(), forms, spans
}
