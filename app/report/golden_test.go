package report

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
)

// TestGoldens runs each testdata/*.txtar: input.txt is the text, headlines.json (if there is one) the headlines given beside it;
// report.json and report.txt are what is wanted, as JSON and as text.
func TestGoldens(t *testing.T) {
	b := open(t)
	langtest.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) { golden(t, b, a) })
}

// golden compares one archive; with -update it puts what is got into it.
func golden(t *testing.T, b *Builder, a *txtar.Archive) {
	var in Input
	for _, f := range a.Files {
		switch f.Name {
		case "input.txt":
			in.Text = string(f.Data)
		case "headlines.json":
			if err := json.Unmarshal(f.Data, &in.Headlines); err != nil {
				t.Fatal(err)
			}
		}
	}
	r := build(t, b, in)
	for i := range a.Files {
		f := &a.Files[i]
		var got []byte
		switch f.Name {
		case "report.json":
			got = byLine(t, r)
		case "report.txt":
			got = []byte(r.Text())
		default:
			continue
		}
		if langtest.Update() {
			f.Data = got
		} else if !bytes.Equal(f.Data, got) {
			t.Errorf("%s: got\n%s", f.Name, got)
		}
	}
}

// byLine is the report as JSON with each thing of a list on a line of its own.
func byLine(t *testing.T, r *Report) []byte {
	j, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, cut := range []string{`"article":`, `"stats":`, `"entities":`, `"keywords":`, `"phrases":`, `"ngrams":`, `"cooccurrences":`, `"quotes":`, `"headlines":`, `"notices":`, `{"name":`, `{"stem":`, `{"text":`, `{"a":`, `{"title":"`} {
		j = bytes.ReplaceAll(j, []byte(cut), []byte("\n"+cut))
	}
	return append(j, '\n')
}

// TestSample reads the sample that the page offers: five of its ten headlines belong to its story.
func TestSample(t *testing.T) {
	b, err := os.ReadFile("../../web/samples/paris.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := build(t, open(t), Input{Text: string(b)})
	if a := r.Article; a.Title == nil || a.Title.Text != "Paris climate pact takes effect, less than a year after it was agreed" || a.Byline == nil || a.Byline.Text != "New York, 4 November 2016" {
		t.Errorf("title %+v, byline %+v", a.Title, a.Byline)
	}
	names := map[string]string{}
	for _, e := range r.Entities {
		names[e.Name] = e.Type
	}
	for name, want := range map[string]string{
		"Barack Obama": "PER", "Xi Jinping": "PER", "Patricia Espinosa": "PER", "China": "LOC", "New York": "LOC",
		"United Nations": "ORG", "European Union": "ORG", "European Parliament": "ORG", "Americans": "NORP",
	} {
		if names[name] != want {
			t.Errorf("%s is %q, want %s", name, names[name], want)
		}
	}
	if len(r.Headlines) != 10 {
		t.Fatalf("%d headlines", len(r.Headlines))
	}
	belong := map[string]bool{
		"Marrakech prepares to host COP22 as Paris Agreement takes effect":        true,
		"Ban Ki-moon calls momentum for climate accord “unstoppable”":             true,
		"China and United States hand over climate papers before Hangzhou summit": true,
		"European Parliament backs climate pact by a wide margin":                 true,
		"India ratifies Paris deal on Gandhi’s birthday":                          true,
	}
	above := 0
	for i, h := range r.Headlines {
		if belong[h.Title] && i < 6 {
			above++
		}
	}
	if first := r.Headlines[0]; !belong[first.Title] || above < 4 {
		t.Errorf("%q comes first, %d of five are among the first six", first.Title, above)
	}
	for _, h := range r.Headlines {
		if h.Title == "Paris museums count fewer visitors this summer" && h.Level == "related" {
			t.Error("the city is taken for the agreement")
		}
	}
}
