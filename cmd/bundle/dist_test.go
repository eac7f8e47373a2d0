package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// tree reads all files below dir.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if e.IsDir() {
			out[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	full := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWriteSite(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ".gitkeep", "")
	put(t, dir, "gloss.old.css", "old")
	put(t, dir, "js/old/main.js", "old")
	put(t, dir, "index.html", "as before")
	files := []file{
		{path: "index.html", data: []byte("as before")},
		{path: "js/new/main.js", data: []byte("new"), br: []byte("b"), gz: []byte("g")},
	}
	long := time.Unix(1e9, 0)
	if err := os.Chtimes(filepath.Join(dir, "index.html"), long, long); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := writeSite(dir, files); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{".gitkeep": "", "index.html": "as before", "js/": "", "js/new/": "", "js/new/main.js": "new", "js/new/main.js.br": "b", "js/new/main.js.gz": "g"}
		if got := tree(t, dir); !reflect.DeepEqual(got, want) {
			t.Errorf("folder %v, want %v", got, want)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, "index.html")); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("an unchanged file was written again: %v %v", info.ModTime(), err)
	}
}

func TestWriteSiteRefusesAFolderOfOtherThings(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "letter.txt", "mine")
	if err := writeSite(dir, []file{{path: "index.html", data: []byte("x")}}); err == nil {
		t.Error("the folder was taken")
	}
	if got := tree(t, dir); !reflect.DeepEqual(got, map[string]string{"letter.txt": "mine"}) {
		t.Errorf("folder %v", got)
	}
	fresh := filepath.Join(dir, "sub", "site")
	if err := writeSite(fresh, []file{{path: "index.html", data: []byte("x")}}); err != nil {
		t.Error(err)
	}
}

func TestCompress(t *testing.T) {
	c := compressor{cache: filepath.Join(t.TempDir(), "cache")}
	text := []byte(strings.Repeat("Gloss reads a news article. ", 50))
	in := []file{{path: "a.css", data: text}, {path: "b.png", data: text}, {path: "c.js", data: []byte("1")}, {path: "d.wasm", data: []byte("1")}, {path: "e.json", data: text, plain: true}}
	first, err := c.compressAll(in)
	if err != nil {
		t.Fatal(err)
	}
	unpack := map[string]string{}
	z, err := gzip.NewReader(bytes.NewReader(first[0].gz))
	if err != nil {
		t.Fatal(err)
	}
	if !z.ModTime.IsZero() || z.Name != "" {
		t.Errorf("the gzip header has a time or a name: %v %q", z.ModTime, z.Name)
	}
	for ext, r := range map[string]io.Reader{"gz": z, "br": brotli.NewReader(bytes.NewReader(first[0].br))} {
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		unpack[ext] = string(b)
	}
	if unpack["gz"] != string(text) || unpack["br"] != string(text) {
		t.Errorf("unpacked: %q", unpack)
	}
	for i, want := range []struct{ br, gz bool }{{true, true}, {false, false}, {false, false}, {false, true}, {false, false}} {
		if f := first[i]; (f.br != nil) != want.br || (f.gz != nil) != want.gz {
			t.Errorf("%s: br %d bytes, gz %d bytes, want %v", f.path, len(f.br), len(f.gz), want)
		}
	}
	again, err := c.compressAll(in)
	if err != nil || !reflect.DeepEqual(first, again) {
		t.Errorf("from the cache: %v", err)
	}
	fresh, err := compressor{cache: t.TempDir()}.compressAll(in)
	if err != nil || !reflect.DeepEqual(first, fresh) {
		t.Errorf("from another cache: %v", err)
	}
}

func TestCacheIsReadWhereItIsThere(t *testing.T) {
	c := compressor{cache: t.TempDir()}
	data := []byte(strings.Repeat("x", 100))
	if _, err := c.cached(data, ".br", brotliBytes); err != nil {
		t.Fatal(err)
	}
	got, err := c.cached(data, ".br", func([]byte) ([]byte, error) { t.Error("compressed again"); return nil, nil })
	if err != nil || len(got) == 0 {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := c.cached([]byte("y"), ".br", func([]byte) ([]byte, error) { return nil, io.ErrShortWrite }); err != io.ErrShortWrite {
		t.Errorf("the error of the compressor: %v", err)
	}
}

func TestWeigh(t *testing.T) {
	big := func(n int) []byte { return make([]byte, n) }
	for _, c := range []struct {
		name  string
		files []file
		above string
	}{
		{"within", []file{{kind: "wasm", data: big(5_000_000), br: big(1_000_000)}, {kind: "html", data: big(9_000)}}, ""},
		{"not fetched on a first visit", []file{{data: big(5_000_000)}}, ""},
		{"for hosts", []file{{kind: embedKind, data: big(9_000), br: big(5_001)}}, "on other sites: embed.js: 5001 bytes, 1 above"},
		{"html", []file{{kind: "html", data: big(13_000)}}, "html: 13000 bytes, 1000 above"},
		{"css sums", []file{{kind: "css", data: big(15_000)}, {kind: "css", data: big(90_000), br: big(15_000)}}, "css: 30000 bytes, 10000 above"},
		{"the sum", []file{{kind: "wasm", data: big(1_400_000)}, {kind: "models", data: big(200_000)}, {kind: "names model", data: big(1_200_000)}}, "all: 2800000 bytes, 10000 above"},
		{"all tables", []file{{kind: "models", data: big(190_000)}, {kind: otherModels, data: big(61_000)}}, "tables of all languages: 251000 bytes, 1000 above"},
	} {
		var out bytes.Buffer
		err := weigh(&out, c.files)
		if (err == nil) != (c.above == "") || err != nil && !strings.HasPrefix(err.Error(), c.above) {
			t.Errorf("%s: %v, want %q", c.name, err, c.above)
		}
		if n := strings.Count(out.String(), "\n"); n != len(budgets)+4 {
			t.Errorf("%s: %d lines\n%s", c.name, n, out.String())
		}
	}
}

func TestBudgetsCoverEachKind(t *testing.T) {
	known := map[string]bool{"": true, embedKind: true, otherModels: true}
	for _, b := range budgets {
		known[b.kind] = true
	}
	for name, f := range made(t, small(t, "/")) {
		if !known[f.kind] {
			t.Errorf("%s: no budget for %q", name, f.kind)
		}
	}
	if totalBudget >= 2_800_000 {
		t.Errorf("a first visit may fetch %d bytes", totalBudget)
	}
}
