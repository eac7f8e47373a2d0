package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestBestRuns(t *testing.T) {
	var answers []answer
	for _, s := range []float64{0.1, 0.1, 3, 1, 2, 4, 5, 5} { // two texts; the first run is the quickest
		answers = append(answers, answer{Seconds: s})
	}
	if got := bestRuns(answers, 2); got != 2+1 {
		t.Errorf("got %v, want 3", got)
	}
	if got := bestRuns(nil, 2); got != 0 {
		t.Errorf("got %v for no answers", got)
	}
}

func TestComparison(t *testing.T) {
	who := []contestant{{peer{name: "Gloss"}, "whole report"}, {peer{name: "Gloss"}, "names"}, {peer{name: "other"}, "names"}}
	got := comparison(who, []float64{0.5, 0.2, 12}, 60_000).rows
	want := [][]string{{"Gloss, whole report", "120,000", "1"}, {"Gloss, names", "300,000", "2.5"}, {"other, names", "5,000", "0.0417"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestNamesAreComparedWithTheFirstPeer(t *testing.T) {
	who := []contestant{{peer{name: ourName}, wholeReport}, {peer{name: ourName}, namesOnly}, {peer{name: ourName + " in wasm"}, namesOnly},
		{peer{name: "other"}, namesOnly}, {peer{name: "third"}, namesOnly}}
	if got, want := besides(who, []float64{2, 1, 4, 12, 1}), "How many times as fast as other names are found: Gloss 12, Gloss in wasm 3. "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := besides(who[:3], []float64{2, 1, 4}); got != "" {
		t.Errorf("without a peer: %q", got)
	}
	if got, want := readiness("Gloss", 0.025, 0.5, 60_000), "Gloss has the model of names ready 25 ms after its bytes, in which the first reads 3,000 tokens. "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestThousands(t *testing.T) {
	for x, want := range map[float64]string{0.1234: "0.123", 12.34: "12.3", 999: "999", 999.7: "1,000", 1234: "1,230", 12_345: "12,300", 1_234_567: "1,230,000"} {
		if got := thousands(x); got != want {
			t.Errorf("%v: got %s, want %s", x, got, want)
		}
	}
}

func TestMadeUp(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", sample))
	if err != nil {
		t.Fatal(err)
	}
	list := madeUp(string(b), 3000)
	words := 0
	for i, a := range list {
		n := len(strings.Fields(a))
		words += n
		if n < 200 || n > 700 || i > 0 && a == list[i-1] || strings.Contains(a, "\n\n\n") {
			t.Errorf("article %d: %d words", i, n)
		}
	}
	if words < 3000 || words > 4000 {
		t.Errorf("%d words, want about 3000", words)
	}
}

func TestNewsArticles(t *testing.T) {
	data := t.TempDir()
	var lines strings.Builder
	for i := range 12 {
		fmt.Fprintf(&lines, `{"id":"%d","title":"T","body":"one two three %d"}`+"\n", i, i)
	}
	if err := os.Mkdir(filepath.Join(data, "headline"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "headline", "bbc-dev.jsonl"), []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := newsArticles(data, 16)
	if want := []string{"one two three 0", "one two three 3", "one two three 6", "one two three 9"}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := newsArticles(t.TempDir(), 16); !os.IsNotExist(err) {
		t.Errorf("no articles: %v", err)
	}
}

func TestSizes(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, size := range map[string]int{
		"app.1.wasm": 9000, "app.1.wasm.gz": 3000, "app.1.wasm.br": 2000, "models/en.1.txt": 500, "models/en.1.txt.gz": 300, "models/en.1.txt.br": 200, "models/fr.1.txt": 70, "models/en.1.names": 400, "models/en.1.names.gz": 400, "models/en.1.names.br": 300,
		"index.html": 100, "js/1/main.js": 100, "gloss.1.css": 100, "manifest.webmanifest": 100, "icons/icon.1.svg": 100, "icons/icon-512.1.png": 700,
		"404.html": 100, "samples/paris.1.txt": 1000, ".gitkeep": 0,
	} {
		file := filepath.Join(dist, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tables, err := sizes("")
	if err != nil || len(tables) != 1 {
		t.Fatalf("%v, %v", tables, err)
	}
	want := [][]string{
		{"program (wasm)", "9.0", "3.0", "2.0"}, {"word tables", "0.5", "0.3", "0.2"}, {"model of names", "0.4", "0.4", "0.3"}, {"page (html, css, js)", "0.3", "0.3", "0.3"},
		{"manifest, icon", "0.2", "0.2", "0.2"}, {"**first visit**", "10.4", "4.2", "3.0"}, {"tables of all languages", "0.6", "0.4", "0.3"},
	}
	if !reflect.DeepEqual(tables[0].rows, want) {
		t.Errorf("rows %v", tables[0].rows)
	}
	if !strings.HasSuffix(tables[0].note, "The whole site has 12.3 kB, 4.9 by brotli.") {
		t.Error(tables[0].note)
	}
}

func TestNoSite(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll(dist, 0o755); err != nil {
		t.Fatal(err)
	}
	if tables, err := sizes(""); err != nil || len(tables) != 0 {
		t.Errorf("%v, %v", tables, err)
	}
}
