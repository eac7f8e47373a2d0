package main

import (
	"crypto/sha512"
	"encoding/base64"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// addPages appends the pages to the files. Each carries a version made of all of them.
func addPages(src source, fill blanks, scripts []file, folder string, files []file) (with []file, version string, err error) {
	pages := []struct {
		template, path, kind string
		script               string // in web/js, "" for none
		policy               string
		body, reading        string
	}{
		{"404.html", "404.html", "", "", policy, "", ""},
		{"index.html", "index.html", "html", "main.js", policy, src.shown.body, src.shown.reading},
		{"embed.html", "embed/index.html", "", "frame.js", policy, src.shown.frame, ""},
		{"demo.html", "demo/index.html", "", "", policy + "; frame-src 'self'", "", ""},
	}
	draw := func(version string) (drawn []file, err error) {
		for _, p := range pages {
			f := fill
			f.config.Version, f.policy, f.body, f.reading = version, p.policy, p.body, p.reading
			if p.script != "" {
				f.main = src.base + folder + p.script
				f.imports = imported(scripts, folder)
			}
			data, err := render(src.web, p.template, f)
			if err != nil {
				return nil, err
			}
			drawn = append(drawn, file{path: p.path, data: data, kind: p.kind})
		}
		return drawn, nil
	}
	drafts, err := draw("")
	if err != nil {
		return nil, "", err
	}
	worker, err := workerScript(src)
	if err != nil {
		return nil, "", err
	}
	all := [][]byte{worker} // two workers of one version would share a cache
	for _, f := range append(drafts, files...) {
		all = append(all, []byte(f.path), f.data)
	}
	version = hash(all...)
	drawn, err := draw(version)
	return append(files, drawn...), version, err
}

// addEmbed adds embed.js, the script that other sites load, under a name that stays and under one that changes with its contents, and the files of
// the page that shows how it is done.
func addEmbed(src source, fill *blanks, add func(kind, name string, data []byte) string) error {
	script, err := fs.ReadFile(src.web, "embed.js")
	if err != nil {
		return err
	}
	if script, err = named("embed.", script); err != nil {
		return err
	}
	if script, err = minify("embed.js", script, api.LoaderJS); err != nil {
		return err
	}
	fill.embed = add(embedKind, "embed.js", script)
	add("", hashed("embed.js", script), script)
	for _, name := range []string{"demo/demo.css", "demo/demo.js", "demo/feed.txt"} {
		data, err := fs.ReadFile(src.web, name)
		if err != nil {
			return err
		}
		if loader, ok := map[string]api.Loader{".css": api.LoaderCSS, ".js": api.LoaderJS}[path.Ext(name)]; ok {
			if data, err = minify(name, data, loader); err != nil {
				return err
			}
		}
		fill.demo[path.Base(name)] = add("", hashed(name, data), data)
	}
	return nil
}

// integrity is what a host page writes beside the hashed copy of a script: Subresource Integrity, section 3.
func integrity(data []byte) string {
	sum := sha512.Sum384(data)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// hostLines is how a host page loads the copy of embed.js that never changes.
func hostLines(base string, files []file) string {
	for _, f := range files {
		if strings.HasPrefix(f.path, "embed.") && f.path != "embed.js" && path.Ext(f.path) == ".js" {
			return `for other sites: <script type="module" src="https://your.host` + base + f.path + `" integrity="` + integrity(f.data) + `" crossorigin></script>`
		}
	}
	return ""
}
