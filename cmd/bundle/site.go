package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// source is all that a site is made of. The same source gives the same files, byte for byte.
type source struct {
	web      fs.FS  // the folder web of the module
	base     string // path prefix, with a slash at both ends
	wasm     []byte
	wasmExec []byte // the toolchain's wasm_exec.js
	shown    prerendered
	notice   []byte // the licences of what the site is made of
	kill     bool   // sw.js is the kill switch
}

// file is one file of the site.
type file struct {
	path  string // slash-separated, below the site's folder
	data  []byte
	kind  string // the row of the table of sizes; "" when a first visit does not fetch the file
	plain bool   // written as it is, never compressed
	br    []byte // nil when that is not smaller
	gz    []byte
}

// config is what the page's script learns from the page: the names of this build's files, as paths from the host's root.
type config struct {
	Version   string            `json:"version"` // changes with any file
	Base      string            `json:"base"`
	Wasm      string            `json:"wasm"`
	WasmSplit string            `json:"wasmSplit"` // for hosts that don't compress: gzip of what split gives
	WasmSize  int               `json:"wasmSize"`  // bytes, uncompressed
	WasmExec  string            `json:"wasmExec"`
	Worker    string            `json:"worker"`
	Models    map[string]string `json:"models"`  // by language code; common for the tables of no one language
	Names     map[string]string `json:"names"`   // the learnt models of names, by language code
	Samples   map[string]string `json:"samples"` // by name, without the extension
	Sample    string            `json:"sample"`  // the first of them
}

// hash names contents: the first 12 hexadecimal digits of the SHA-256 of the parts.
func hash(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d\n", len(p))
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// hashed puts the contents' hash before the extension: gloss.css -> gloss.0123456789ab.css.
func hashed(name string, data []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hash(data) + ext
}

// assemble makes the files of the site, sorted by path.
func assemble(src source) ([]file, error) {
	cfg := config{Base: src.base, WasmSize: len(src.wasm), Models: map[string]string{}, Names: map[string]string{}, Samples: map[string]string{}}
	var files []file
	add := func(kind, name string, data []byte) string {
		files = append(files, file{path: name, data: data, kind: kind})
		return src.base + name
	}
	cfg.Wasm = add("wasm", hashed("app.wasm", src.wasm), src.wasm)
	packed, err := gzipBytes(split(src.wasm))
	if err != nil {
		return nil, err
	}
	cfg.WasmSplit = add("", hashed("app.split.gz", packed), packed)

	scripts, folder, err := readScripts(src.web, src.wasmExec)
	if err != nil {
		return nil, err
	}
	for _, f := range scripts {
		add("js", f.path, f.data)
	}
	cfg.WasmExec = src.base + folder + "wasm_exec.js"
	cfg.Worker = src.base + folder + "worker.js"

	css, err := joinCSS(src.web)
	if err != nil {
		return nil, err
	}
	fill := blanks{css: add("css", hashed("gloss.css", css), css), base: src.base, demo: map[string]string{}}

	packs, err := packModels(src.web)
	if err != nil {
		return nil, err
	}
	for _, p := range packs {
		kind := "models"
		if p.language != common && p.language != usual {
			kind = otherModels
		}
		cfg.Models[p.language] = add(kind, hashed("models/"+p.language+".txt", p.data), p.data)
	}
	if err := addNames(src, &cfg, add); err != nil {
		return nil, err
	}
	if err := addSamples(src, &cfg, add); err != nil {
		return nil, err
	}
	if fill.icons, err = addIcons(src.web, add); err != nil {
		return nil, err
	}
	add("", "notice.txt", src.notice)
	manifest, err := renderManifest(src, fill.icons, add)
	if err != nil {
		return nil, err
	}
	fill.manifest = add("manifest, icon", "manifest.webmanifest", manifest)

	if err := addEmbed(src, &fill, add); err != nil {
		return nil, err
	}

	fill.config = cfg
	files, version, err := addPages(src, fill, scripts, folder, files)
	if err != nil {
		return nil, err
	}
	if files, err = addWorker(src, version, files); err != nil {
		return nil, err
	}
	sort.Slice(files, func(i, j int) bool { return files[i].path < files[j].path })
	return addList(src.base, version, files)
}

// addList appends site.json: the build's version, its prefix, and each file with size and hash. The server reads the prefix from it;
// an offline copy can be made from it.
func addList(base, version string, files []file) ([]file, error) {
	type entry struct {
		Path string `json:"path"`
		Size int    `json:"size"`
		Hash string `json:"hash"`
	}
	list := struct {
		Version string  `json:"version"`
		Base    string  `json:"base"`
		Files   []entry `json:"files"`
	}{Version: version, Base: base}
	for _, f := range files {
		list.Files = append(list.Files, entry{f.path, len(f.data), hash(f.data)})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	if err := enc.Encode(list); err != nil {
		return nil, err
	}
	return append(files, file{path: "site.json", data: b.Bytes(), plain: true}), nil
}

// addNames adds models/*.names, the learnt models. Pages name none of them in their heads: they are fetched when all else is there.
func addNames(src source, cfg *config, add func(kind, name string, data []byte) string) error {
	names, err := fs.Glob(src.web, "models/*.names")
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := fs.ReadFile(src.web, name)
		if err != nil {
			return err
		}
		cfg.Names[strings.TrimSuffix(path.Base(name), ".names")] = add("names model", hashed(name, data), data)
	}
	return nil
}

// addSamples adds samples/*.txt; the first by name is the one that the page offers.
func addSamples(src source, cfg *config, add func(kind, name string, data []byte) string) error {
	names, err := fs.Glob(src.web, "samples/*.txt") // sorted
	if err != nil {
		return err
	}
	for i, name := range names {
		data, err := fs.ReadFile(src.web, name)
		if err != nil {
			return err
		}
		url := add("", hashed(name, data), data)
		cfg.Samples[strings.TrimSuffix(path.Base(name), ".txt")] = url
		if i == 0 {
			cfg.Sample = url
		}
	}
	return nil
}
