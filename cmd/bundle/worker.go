package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"

	"github.com/evanw/esbuild/pkg/api"
)

// unkept matches the files that no page needs without a network: the service worker doesn't keep them. Those are what only an install asks for, the copy
// of embed.js for other hosts' pages, and what another file holds too.
var unkept = regexp.MustCompile(`^(404\.html|notice\.txt|manifest/.*|screenshots/.*|icons/.*\.png|embed\.[0-9a-f]{12}\.js|.*\.gz)$`)

// workerScript is what becomes sw.js, behind its list of files.
func workerScript(src source) ([]byte, error) {
	name := "sw.js"
	if src.kill {
		name = "kill.js"
	}
	script, err := fs.ReadFile(src.web, name)
	if err != nil {
		return nil, err
	}
	return minify(name, script, api.LoaderJS)
}

// addWorker appends sw.js, the service worker, which keeps all files that a page may ask for, or the one that takes it away again.
func addWorker(src source, version string, files []file) ([]file, error) {
	script, err := workerScript(src)
	if err != nil {
		return nil, err
	}
	site := struct {
		Version string            `json:"version"`
		Base    string            `json:"base"`
		Files   map[string]string `json:"files,omitempty"` // their hashes, by path
		Met     map[string]string `json:"met"`             // of those that are kept once their language was met
	}{Version: version, Base: src.base}
	if !src.kill {
		site.Files, site.Met = kept(files)
	}
	list, err := json.Marshal(site)
	if err != nil {
		return nil, err
	}
	return append(files, file{path: "sw.js", data: fmt.Appendf(nil, "const SITE = %s;\n%s", list, script), kind: "js"}), nil
}

// ofLanguage matches the tables and models of one language. web/sw.js tells the language by the name, in all versions.
var ofLanguage = regexp.MustCompile(`^models/(\w+)\.[0-9a-f]{12}\.(txt|names)$`)

// kept gives the hash of each file that the service worker keeps: of those that it always keeps, and of those of a language. A page has none: hosts may add
// to it, and it names its version itself.
func kept(files []file) (always, met map[string]string) {
	always, met = map[string]string{}, map[string]string{}
	for _, f := range files {
		switch m := ofLanguage.FindStringSubmatch(f.path); {
		case unkept.MatchString(f.path):
		case m != nil && m[1] != common:
			met[f.path] = hash(f.data)
		case path.Ext(f.path) == ".html":
			always[f.path] = ""
		default:
			always[f.path] = hash(f.data)
		}
	}
	return always, met
}
