package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what is got as what is wanted")

// TestGoldens runs each testdata/*.txtar: input.txt is the text, headlines.json (if there is one) the headlines given beside it;
// report.json and report.txt are what is wanted, as JSON and as text.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	b := open(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, b, a)
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
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
		if *update {
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
	for _, cut := range []string{`"article":`, `"stats":`, `"entities":`, `"keywords":`, `"phrases":`, `"quotes":`, `"headlines":`, `"notices":`, `{"name":`, `{"stem":`, `{"text":`, `{"title":"`} {
		j = bytes.ReplaceAll(j, []byte(cut), []byte("\n"+cut))
	}
	return append(j, '\n')
}
