package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// unkept are the files, or folders of files, that no page needs without a network: the service worker doesn't keep them.
var unkept = []string{"404.html", "notice.txt", "manifest/", "screenshots/"}

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
	}{Version: version, Base: src.base}
	if !src.kill {
		site.Files = kept(files)
	}
	list, err := json.Marshal(site)
	if err != nil {
		return nil, err
	}
	return append(files, file{path: "sw.js", data: fmt.Appendf(nil, "const SITE = %s;\n%s", list, script), kind: "js"}), nil
}

// kept gives the hash of each file that the service worker keeps. A page has none: hosts may add to it, and it names its version itself.
func kept(files []file) map[string]string {
	out := map[string]string{}
	for _, f := range files {
		if path.Ext(f.path) == ".gz" { // holds what another file has
			continue
		}
		if slices.ContainsFunc(unkept, func(u string) bool { return f.path == u || strings.HasSuffix(u, "/") && strings.HasPrefix(f.path, u) }) {
			continue
		}
		out[f.path] = hash(f.data)
		if path.Ext(f.path) == ".html" {
			out[f.path] = ""
		}
	}
	return out
}
