package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/tools/txtar"

	"gloss/app/lang"
)

// joinCSS joins web/css/*.css in the order of their names and minifies them.
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
	return minify("web/css", b.Bytes(), api.LoaderCSS)
}

// pack is the word tables of one language as one txtar archive, whose file names are those of the folder web/models: en/stop.txt.
type pack struct {
	language string // common for the tables of no one language
	data     []byte
}

// common stands, in the place of a language's code, for the tables that all languages share.
const common = "all"

// packModels packs web/models/*.txt and each folder of it, without comments and blank lines.
func packModels(web fs.FS) ([]pack, error) {
	dirs, err := fs.ReadDir(web, "models")
	if err != nil {
		return nil, err
	}
	var packs []pack
	if p, err := packFolder(web, common, "models/*.txt"); err != nil {
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
		ar.Files = append(ar.Files, txtar.File{Name: strings.TrimPrefix(name, "models/"), Data: lang.Pack(stripComments(data))})
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
