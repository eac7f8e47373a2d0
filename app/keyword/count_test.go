package keyword

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
)

// plainWords are the words of a text: letters and digits, joined by apostrophes, stops, ampersands and hyphens.
var plainWords = regexp.MustCompile(`[\pL\pN]+(?:['’.&][\pL\pN]+)*(?:-[\pL\pN]+(?:['’.&][\pL\pN]+)*)*`)

// wholeWords is how often each folded word stands in a text, and each part of a hyphenated one.
func wholeWords(in string) map[string]int {
	counts := map[string]int{}
	for _, w := range plainWords.FindAllString(strings.ToLower(strings.ReplaceAll(in, "’", "'")), -1) {
		parts := strings.Split(w, "-")
		for _, p := range parts {
			counts[strings.TrimSuffix(p, "'s")]++
		}
		if len(parts) > 1 {
			counts[strings.TrimSuffix(w, "'s")]++
		}
	}
	return counts
}

// TestCountsAreWhatASearchFinds compares the count of each form with that of a search for it as a whole word, and has no stem in two rows.
func TestCountsAreWhatASearchFinds(t *testing.T) {
	l, e := open(t)
	articles := map[string]string{}
	archive, err := txtar.ParseFile("testdata/articles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if strings.Contains(string(f.Data), ". ") {
			articles[f.Name] = string(f.Data)
		}
	}
	samples, _ := filepath.Glob("../../web/samples/*.txt")
	for _, name := range samples {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		articles[name] = string(b)
	}
	forms := 0
	for name, in := range articles {
		counts := wholeWords(in)
		for _, k := range e.Keywords(parse(l, in), l.NewStemmer()) {
			sum := 0
			for _, f := range k.Forms {
				forms++
				sum += f.Count
				if n := counts[strings.TrimRight(lang.Fold(f.Form), ".")]; n != f.Count {
					t.Errorf("%s: %q is counted %d, a search finds %d", name, f.Form, f.Count, n)
				}
			}
			if sum != k.Count {
				t.Errorf("%s: the forms of %q add up to %d of %d", name, k.Form, sum, k.Count)
			}
		}
	}
	if forms < 300 {
		t.Errorf("only %d forms were looked at", forms)
	}
}

// TestWordsThatShareAStemByAccident stand in rows of their own; others show all their forms.
func TestWordsThatShareAStemByAccident(t *testing.T) {
	l, e := open(t)
	const in = "The organization of organs. Organizations, an organ, organized. Universities and universes; a university, the universe. A policy, policies and the police."
	want := map[string]bool{
		"organizations 3: organization×1 organizations×1 organized×1": true, "organs 2: organs×1 organ×1": true, "universities 2: universities×1 university×1": true,
		"universes 2: universes×1 universe×1": true, "policy 2: policy×1 policies×1": true, "police 1: police×1": true, "organization 3: organization×1 organizations×1 organized×1": true,
	}
	rows := e.Keywords(parse(l, in), l.NewStemmer())
	for _, k := range rows {
		line, _, _ := strings.Cut(show(k), ": ")
		forms := strings.SplitN(show(k), ":", 3)[1]
		if !want[line+":"+forms] {
			t.Errorf("row %s:%s", line, forms)
		}
	}
	if len(rows) != 6 {
		t.Errorf("%d rows", len(rows))
	}
}

// TestWordsAlone makes sure that what words of stems.txt are counted under is the stem of no other word.
func TestWordsAlone(t *testing.T) {
	l := langtest.English(t)
	e, err := Open(l)
	if err != nil {
		t.Fatal(err)
	}
	if len(e.classes.alone) < 50 {
		t.Fatalf("%d words", len(e.classes.alone))
	}
	for form, key := range e.classes.alone {
		if l.NewStemmer().Stem(key) == key || lang.Fold(form) != form {
			t.Errorf("%s is counted under %s, a stem", form, key)
		}
	}
}
