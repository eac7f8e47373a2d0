package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strings"

	"golang.org/x/tools/txtar"
)

// readScripts gives the scripts of web/js and wasm_exec.js in one folder named by the hash of them all, so that
// modules import one another by their plain relative names and still never change under a name.
func readScripts(src source) (files []file, folder string, err error) {
	names, err := fs.Glob(src.web, "js/*.*js")
	if err != nil {
		return nil, "", err
	}
	files = []file{{path: "wasm_exec.js", data: src.wasmExec}}
	for _, name := range names {
		if ext := path.Ext(name); ext != ".js" && ext != ".mjs" {
			continue
		}
		data, err := fs.ReadFile(src.web, name)
		if err != nil {
			return nil, "", err
		}
		files = append(files, file{path: path.Base(name), data: data})
	}
	sort.Slice(files, func(i, j int) bool { return files[i].path < files[j].path })
	var parts [][]byte
	for _, f := range files {
		parts = append(parts, []byte(f.path), f.data)
	}
	folder = "js/" + hash(parts...) + "/"
	for i := range files {
		files[i].path = folder + files[i].path
	}
	return files, folder, nil
}

var importLine = regexp.MustCompile(`(?m)^\s*(?:import|(?:import|export)\b[^;'"]*\bfrom)\s*['"]\./([\w.-]+)['"]`)

// imported gives, sorted, the scripts of the folder that the named one imports, directly or through others: the page asks for them at once
// instead of one after the other.
func imported(scripts []file, folder, name string) []string {
	byName := map[string][]byte{}
	for _, f := range scripts {
		byName[strings.TrimPrefix(f.path, folder)] = f.data
	}
	seen := map[string]bool{name: true}
	var out []string
	for todo := []string{name}; len(todo) > 0; todo = todo[1:] {
		for _, m := range importLine.FindAllSubmatch(byName[todo[0]], -1) {
			next := string(m[1])
			if _, known := byName[next]; known && !seen[next] {
				seen[next] = true
				todo = append(todo, next)
				out = append(out, folder+next)
			}
		}
	}
	sort.Strings(out)
	return out
}

// joinCSS joins web/css/*.css in the order of their names.
func joinCSS(web fs.FS) ([]byte, error) {
	names, err := fs.Glob(web, "css/*.css")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, name := range names {
		data, err := fs.ReadFile(web, name)
		if err != nil {
			return nil, err
		}
		b.Write(bytes.TrimSpace(data))
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
}

// pack is the word tables of one language as one txtar archive, whose file names are those of the folder web/models: en/stop.txt.
type pack struct {
	language string // "all" for the tables of no one language
	data     []byte
}

// packModels packs web/models/*.txt and each folder of it, without comments and blank lines.
func packModels(web fs.FS) ([]pack, error) {
	dirs, err := fs.ReadDir(web, "models")
	if err != nil {
		return nil, err
	}
	var packs []pack
	if p, err := packFolder(web, "all", "models/*.txt"); err != nil {
		return nil, err
	} else if len(p.data) > 0 {
		packs = append(packs, p)
	}
	for _, d := range dirs {
		if !d.IsDir() {
			continue
		}
		p, err := packFolder(web, d.Name(), path.Join("models", d.Name(), "*.txt"))
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	return packs, nil
}

func packFolder(web fs.FS, language, pattern string) (pack, error) {
	names, err := fs.Glob(web, pattern)
	if err != nil {
		return pack{}, err
	}
	var ar txtar.Archive
	for _, name := range names {
		data, err := fs.ReadFile(web, name)
		if err != nil {
			return pack{}, err
		}
		ar.Files = append(ar.Files, txtar.File{Name: strings.TrimPrefix(name, "models/"), Data: stripComments(data)})
	}
	p := pack{language: language, data: txtar.Format(&ar)}
	if back := txtar.Parse(p.data); len(back.Files) != len(ar.Files) {
		return pack{}, fmt.Errorf("%s: a line of a table looks like the marker of a txtar file", pattern)
	}
	return p, nil
}

// stripComments leaves out blank lines and lines that begin with #, as the reader of the tables does.
func stripComments(data []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(data) {
		line = bytes.TrimRight(line, " \r\n")
		if len(line) > 0 && line[0] != '#' {
			b.Write(line)
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}
