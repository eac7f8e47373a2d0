package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// dist is the site that `make build` writes.
const dist = "web/dist"

// firstVisit is what a first visit fetches, by kind.
var firstVisit = []struct {
	name  string
	match func(file string) bool // file is a path below dist, with slashes
}{
	{"program (wasm)", func(f string) bool { return path.Ext(f) == ".wasm" }},
	{"word tables", func(f string) bool {
		return tables(f) && (strings.HasPrefix(f, "models/all.") || strings.HasPrefix(f, "models/en."))
	}},
	{"model of names", func(f string) bool { return path.Ext(f) == ".names" }},
	{"page (html, css, js)", func(f string) bool { return f == "index.html" || path.Ext(f) == ".css" || path.Ext(f) == ".js" }},
	{"manifest, icon", func(f string) bool {
		return f == "manifest.webmanifest" || strings.HasPrefix(f, "icons/icon.") && path.Ext(f) == ".svg"
	}},
}

func tables(f string) bool { return strings.HasPrefix(f, "models/") && path.Ext(f) == ".txt" }

// weight is a number of bytes: as they are, by gzip, by brotli.
type weight struct{ raw, gz, br int64 }

func (w *weight) add(o weight) { w.raw, w.gz, w.br = w.raw+o.raw, w.gz+o.gz, w.br+o.br }

func (w weight) row(name string) []string {
	kb := func(n int64) string { return fmt.Sprintf("%.1f", float64(n)/1e3) }
	return []string{name, kb(w.raw), kb(w.gz), kb(w.br)}
}

// sizes adds up what a first visit transfers. Without a built site there is no table.
func sizes(string) ([]table, error) {
	by := make([]weight, len(firstVisit))
	var first, all, site weight
	err := filepath.WalkDir(dist, func(file string, d fs.DirEntry, err error) error {
		ext := filepath.Ext(file)
		if err != nil || d.IsDir() || ext == ".br" || ext == ".gz" || d.Name() == ".gitkeep" {
			return err
		}
		w, err := weigh(file)
		if err != nil {
			return err
		}
		site.add(w)
		below, err := filepath.Rel(dist, file)
		if err != nil {
			return err
		}
		below = filepath.ToSlash(below)
		if tables(below) {
			all.add(w)
		}
		for i, kind := range firstVisit {
			if kind.match(below) {
				by[i].add(w)
				first.add(w)
				break
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if first.raw == 0 {
		fmt.Fprintf(os.Stderr, "bench: %s holds no site: run make build\n", dist)
		return nil, nil
	}
	t := table{name: "sizes", head: []string{"kB", "raw", "gzip", "brotli"}}
	for i, kind := range firstVisit {
		t.rows = append(t.rows, by[i].row(kind.name))
	}
	t.rows = append(t.rows, first.row("**first visit**"))
	t.rows = append(t.rows, all.row("tables of all languages"))
	whole := site.row("")
	t.note = fmt.Sprintf("Without the headers. The tables of other languages than English come when a text in them is met. Chromium gets brotli. The whole site has %s kB, %s by brotli.", whole[1], whole[3])
	return []table{t}, nil
}

// weigh is the weight of a file; it is handed out raw where no compressed form stands beside it.
func weigh(file string) (weight, error) {
	raw, err := sizeOf(file, 0)
	if err != nil {
		return weight{}, err
	}
	gz, err := sizeOf(file+".gz", raw)
	if err != nil {
		return weight{}, err
	}
	br, err := sizeOf(file+".br", raw)
	return weight{raw, gz, br}, err
}

// sizeOf is the size of a file in bytes, otherwise when it is not there and otherwise is not 0.
func sizeOf(path string, otherwise int64) (int64, error) {
	info, err := os.Stat(path)
	if os.IsNotExist(err) && otherwise > 0 {
		return otherwise, nil
	}
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
