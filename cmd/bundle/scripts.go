package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"gloss/app/page"
)

// entries are the scripts of web/js that pages name; what they import is joined to them, and what they share stands in files of its own.
var entries = []string{"main.js", "frame.js"}

// shared begins the names of those.
const shared = "shared-"

// readScripts gives the scripts of web/js and wasm_exec.js, minified, in one folder named by the hash of them all, so that
// they import one another by their plain relative names and still never change under a name.
func readScripts(web fs.FS, wasmExec []byte) (files []file, folder string, err error) {
	if files, err = join(web); err != nil {
		return nil, "", err
	}
	worker, err := joinClassic(web)
	if err != nil {
		return nil, "", err
	}
	files = append(files, worker...)
	exec, err := minify("wasm_exec.js", wasmExec, api.LoaderJS)
	if err != nil {
		return nil, "", err
	}
	files = append(files, file{path: "wasm_exec.js", data: exec})
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

// join joins the modules of each entry.
func join(web fs.FS) ([]file, error) {
	return build(web, api.BuildOptions{EntryPoints: entries, Splitting: true, Format: api.FormatESModule, ChunkNames: shared + "[hash]"})
}

// joinClassic joins the modules of the worker into a classic script.
func joinClassic(web fs.FS) ([]file, error) {
	return build(web, api.BuildOptions{EntryPoints: []string{"worker.js"}, Format: api.FormatIIFE})
}

func build(web fs.FS, o api.BuildOptions) ([]file, error) {
	o.Bundle, o.Outdir, o.Plugins = true, "/", []api.Plugin{reading(web)}
	o.MinifyWhitespace, o.MinifySyntax, o.MinifyIdentifiers, o.LegalComments = true, true, true, api.LegalCommentsNone
	made := api.Build(o)
	if len(made.Errors) > 0 {
		return nil, fmt.Errorf("web/js: %s", said(made.Errors))
	}
	var files []file
	for _, f := range made.OutputFiles {
		files = append(files, file{path: path.Base(strings.ReplaceAll(f.Path, "\\", "/")), data: f.Contents})
	}
	return files, nil
}

// textsModule gives the scripts their words: page.Texts, an object by key.
const textsModule = "js/texts.js"

// reading lets the joiner read the modules out of web/js and textsModule, and nothing else.
func reading(web fs.FS) api.Plugin {
	return api.Plugin{Name: "web", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: path.Join("js", a.Path), Namespace: "web"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "web"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			if a.Path == textsModule {
				texts, err := json.Marshal(page.Texts("script."))
				text := string(texts)
				return api.OnLoadResult{Contents: &text, Loader: api.LoaderJSON}, err
			}
			data, err := fs.ReadFile(web, a.Path)
			text := string(data)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
		})
	}}
}

// minify takes what only people need out of a script or a style sheet.
func minify(name string, data []byte, loader api.Loader) ([]byte, error) {
	made := api.Transform(string(data), api.TransformOptions{
		Loader: loader, Sourcefile: name, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, LegalComments: api.LegalCommentsNone,
	})
	if len(made.Errors) > 0 {
		return nil, fmt.Errorf("%s: %s", name, said(made.Errors))
	}
	return made.Code, nil
}

// said is what the joiner says of faults, with their lines.
func said(messages []api.Message) string {
	return strings.TrimSpace(strings.Join(api.FormatMessages(messages, api.FormatMessagesOptions{}), ""))
}

// imported gives, sorted, the scripts of the folder that entries share: a page asks for them at once, instead of after its first script.
func imported(scripts []file, folder string) []string {
	var out []string
	for _, f := range scripts {
		if strings.HasPrefix(f.path, folder+shared) {
			out = append(out, f.path)
		}
	}
	return out
}
