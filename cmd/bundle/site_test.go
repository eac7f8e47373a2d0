package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// small is a site of a few bytes with the real templates, icon and manifest.
func small(t *testing.T, base string) source {
	t.Helper()
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	web := fstest.MapFS{
		"css/10-base.css":          text("body{margin:0}\n\n"),
		"css/20-marks.css":         text("mark{color:red}"),
		"css/README":               text("not a style"),
		"js/frame.js":              text("import { a } from \"./a.js\";\nframe(a);\n"),
		"js/main.js":               text("import { a } from \"./a.js\";\nimport { own } from \"./own.js\";\nstart(a, own);\n"),
		"js/own.js":                text("// Why.\nexport const own = \"main's\";\n"),
		"js/a.js":                  text("export { b as a } from './b.mjs';\n"),
		"js/b.mjs":                 text("export const b = \"./worker.js\";\n"),
		"js/worker.js":             text("onmessage = () => {};\n"),
		"js/notes.txt":             text("not a script"),
		"models/en/stop.txt":       text("# Stop words.\n\nthe\n of \r\n"),
		"models/en/background.txt": text("the\t1\n# a comment\nof\t2\n"),
		"models/detect.txt":        text("en\tthe\n"),
		"models/en.names":          text("gloss-names: 1\n\n"),
		"samples/paris.txt":        text("Paris, 2016"),
		"samples/zoo.txt":          text("A zoo"),
	}
	for _, name := range []string{"sw.js", "kill.js", "embed.js", "html/index.html", "html/404.html", "html/embed.html", "html/demo.html", "demo/demo.css", "demo/demo.js", "demo/feed.txt", "icons/icon.svg", "icons/paste.svg", "icons/sample.svg",
		"screenshots/read-wide.png", "screenshots/headlines-wide.png", "screenshots/read-narrow.png", "screenshots/who-narrow.png", "manifest/manifest.webmanifest"} {
		data, err := os.ReadFile("../../web/" + name)
		if err != nil {
			t.Fatal(err)
		}
		web[name] = &fstest.MapFile{Data: data}
	}
	return source{web: web, base: base, wasm: []byte("\x00asm"), wasmExec: []byte("globalThis.Go = class {};"), shown: prerendered{body: `<div id="app"><h1>Gloss</h1></div>`, frame: `<div id="frame"></div>`}}
}

func made(t *testing.T, src source) map[string]file {
	t.Helper()
	files, err := assemble(src)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string]file{}
	for _, f := range files {
		if _, twice := byPath[f.path]; twice {
			t.Errorf("%s is there twice", f.path)
		}
		byPath[f.path] = f
	}
	return byPath
}

var (
	configElement = regexp.MustCompile(`<script type="application/json" id="gloss-build">(.*)</script>`)
	address       = regexp.MustCompile(`(?:href|src)="([^"<]+)"`)
)

func configOf(t *testing.T, index []byte) config {
	t.Helper()
	m := configElement.FindSubmatch(index)
	if m == nil {
		t.Fatalf("no configuration in\n%s", index)
	}
	var c config
	if err := json.Unmarshal(m[1], &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryAddressIsAFile(t *testing.T) {
	for _, base := range []string{"/", "/gloss/", "/a/b/"} {
		files := made(t, small(t, base))
		cfg := configOf(t, files["index.html"].data)
		urls := []string{cfg.Wasm, cfg.WasmSplit, cfg.WasmExec, cfg.Worker, cfg.Models["en"], cfg.Models["all"], cfg.Names["en"], cfg.Samples["paris"], cfg.Samples["zoo"], cfg.Sample}
		for _, page := range []string{"index.html", "404.html", "embed/index.html", "demo/index.html"} {
			for _, m := range address.FindAllSubmatch(files[page].data, -1) {
				if url := string(m[1]); url != base && url[0] != '#' {
					urls = append(urls, url)
				}
			}
		}
		if len(urls) < 19 {
			t.Errorf("%s: only %d addresses", base, len(urls))
		}
		for _, url := range urls {
			name, ok := strings.CutPrefix(url, base)
			if _, there := files[name]; !ok || !there {
				t.Errorf("%s: address %q is not a file of the site", base, url)
			}
		}
		if cfg.Base != base || cfg.WasmSize != 4 || cfg.Sample != cfg.Samples["paris"] || len(cfg.Version) != 12 {
			t.Errorf("configuration %+v", cfg)
		}
	}
}

func TestSameSourceSameBytes(t *testing.T) {
	first, err := assemble(small(t, "/"))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := assemble(small(t, "/"))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(first, again) {
			t.Fatal("two builds of one source differ")
		}
	}
}

func TestAChangeChangesNamesAndVersion(t *testing.T) {
	before := made(t, small(t, "/"))
	old := configOf(t, before["index.html"].data)
	for name, change := range map[string]func(src *source, web fstest.MapFS){
		"wasm":     func(src *source, _ fstest.MapFS) { src.wasm = []byte("\x00asm2") },
		"wasmExec": func(src *source, _ fstest.MapFS) { src.wasmExec = []byte("other") },
		"body":     func(src *source, _ fstest.MapFS) { src.shown.body = "<div>Other</div>" },
		"css":      func(_ *source, web fstest.MapFS) { web["css/10-base.css"] = &fstest.MapFile{} },
		"js": func(_ *source, web fstest.MapFS) {
			web["js/a.js"] = &fstest.MapFile{Data: []byte("export const a = 1;")}
		},
		"models": func(_ *source, web fstest.MapFS) { web["models/en/stop.txt"] = &fstest.MapFile{} },
		"sample": func(_ *source, web fstest.MapFS) { web["samples/zoo.txt"] = &fstest.MapFile{} },
	} {
		src := small(t, "/")
		change(&src, src.web.(fstest.MapFS))
		after := made(t, src)
		if got := configOf(t, after["index.html"].data).Version; got == old.Version {
			t.Errorf("%s changed, the version did not", name)
		}
		for path, f := range after {
			was, there := before[path]
			if there && !bytes.Equal(was.data, f.data) && immutableName.MatchString(path) {
				t.Errorf("%s changed: %s has other contents under the same name", name, path)
			}
		}
	}
}

var immutableName = regexp.MustCompile(`(^|[./])[0-9a-f]{12}[./]`)

func TestConfigurationCannotEndItsElement(t *testing.T) {
	src := small(t, "/")
	src.web.(fstest.MapFS)["samples/<!--<b>&.txt"] = &fstest.MapFile{Data: []byte("x")}
	index := made(t, src)["index.html"].data
	if n := bytes.Count(index, []byte("<b>")); n != 0 {
		t.Errorf("a name became markup:\n%s", index)
	}
	if _, ok := configOf(t, index).Samples["<!--<b>&"]; !ok {
		t.Errorf("the sample is not in the configuration: %v", configOf(t, index).Samples)
	}
}

func TestModels(t *testing.T) {
	packs, err := packModels(small(t, "/").web)
	if err != nil {
		t.Fatal(err)
	}
	want := []pack{
		{"all", []byte("-- detect.txt --\nen\tthe\n")},
		{"en", []byte("-- en/background.txt --\nthe\t1\nof\t2\n-- en/stop.txt --\nthe\n of\n")},
	}
	if !reflect.DeepEqual(packs, want) {
		t.Errorf("packs %q, want %q", packs, want)
	}
	tables, err := txtar.FS(txtar.Parse(packs[1].data))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := fs.ReadFile(tables, "en/stop.txt"); string(b) != "the\n of\n" {
		t.Errorf("read back: %q, %v", b, err)
	}
	bad := fstest.MapFS{"models/en/stop.txt": &fstest.MapFile{Data: []byte("the\n-- x --\n")}}
	if _, err := packModels(bad); err == nil {
		t.Error("a line that looks like a marker was taken")
	}
}

func TestScriptsAreJoinedAndWhatTheyShareIsAskedForAtOnce(t *testing.T) {
	scripts, folder, err := readScripts(small(t, "/").web, []byte("globalThis.Go = class {};"))
	if err != nil {
		t.Fatal(err)
	}
	contents := map[string]string{}
	for _, f := range scripts {
		contents[strings.TrimPrefix(f.path, folder)] = string(f.data)
	}
	more := imported(scripts, folder)
	if len(more) != 1 || len(scripts) != 5 {
		t.Fatalf("%d scripts, %q shared, want 5 and one", len(scripts), more)
	}
	common := strings.TrimPrefix(more[0], folder)
	for name, want := range map[string]string{"main.js": "main's", "frame.js": "./" + common, common: "./worker.js", "worker.js": "onmessage", "wasm_exec.js": "globalThis.Go"} {
		if !strings.Contains(contents[name], want) || strings.Contains(contents[name], "Why") {
			t.Errorf("%s: %q, want %q in it", name, contents[name], want)
		}
	}
	index := made(t, small(t, "/gloss/"))["index.html"].data
	if want := `<link rel="modulepreload" href="/gloss/` + more[0] + `">`; !strings.Contains(string(index), want) {
		t.Errorf("no %s in\n%s", want, index)
	}
}

func TestAFaultInAScriptIsNamedWithItsLine(t *testing.T) {
	for name, want := range map[string]string{"js/own.js": "js/own.js:2", "js/worker.js": "worker.js:2", "embed.js": "embed.js:2", "css/10-base.css": ""} {
		src := small(t, "/")
		src.web.(fstest.MapFS)[name] = &fstest.MapFile{Data: []byte("\nconst const;")}
		_, err := assemble(src)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

func TestStylesAreJoinedInOrder(t *testing.T) {
	css, err := joinCSS(small(t, "/").web)
	if want := "body{margin:0}mark{color:red}\n"; err != nil || string(css) != want {
		t.Errorf("%q, %v, want %q", css, err, want)
	}
}

func TestMissingSources(t *testing.T) {
	for _, name := range []string{"sw.js", "embed.js", "html/index.html", "html/404.html", "html/embed.html", "html/demo.html", "demo/demo.css", "demo/demo.js", "demo/feed.txt", "icons/icon.svg", "icons/paste.svg", "icons/sample.svg",
		"screenshots/read-wide.png", "screenshots/headlines-wide.png", "screenshots/read-narrow.png", "screenshots/who-narrow.png", "manifest/manifest.webmanifest"} {
		src := small(t, "/")
		delete(src.web.(fstest.MapFS), name)
		if _, err := assemble(src); err == nil || !strings.Contains(err.Error(), name[strings.Index(name, "/")+1:]) {
			t.Errorf("without %s: %v", name, err)
		}
	}
}

func TestListNamesEveryOtherFile(t *testing.T) {
	files := made(t, small(t, "/gloss/"))
	var list struct {
		Version, Base string
		Files         []struct {
			Path, Hash string
			Size       int
		}
	}
	if err := json.Unmarshal(files["site.json"].data, &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Files) != len(files)-1 || list.Base != "/gloss/" || list.Version != configOf(t, files["index.html"].data).Version {
		t.Errorf("site.json: %d files of %d, base %q, version %q", len(list.Files), len(files)-1, list.Base, list.Version)
	}
	for _, e := range list.Files {
		if f := files[e.Path]; len(f.data) != e.Size || hash(f.data) != e.Hash {
			t.Errorf("%s: size %d, hash %s", e.Path, e.Size, e.Hash)
		}
	}
}

func TestCleanBase(t *testing.T) {
	for in, want := range map[string]string{"": "/", "/": "/", "gloss": "/gloss/", "/gloss": "/gloss/", "/gloss/": "/gloss/", "//a/b//": "/a/b/"} {
		if got, err := cleanBase(in); got != want || err != nil {
			t.Errorf("cleanBase(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"/a//b/", "/../", "/a/./b", "/a b/", "/<x>/", "https://host/"} {
		if got, err := cleanBase(in); err == nil {
			t.Errorf("cleanBase(%q) = %q, want an error", in, got)
		}
	}
}

// TestModelsComeLast: no page asks for a learnt model by itself, and the service worker keeps it.
func TestModelsComeLast(t *testing.T) {
	files := made(t, small(t, "/gloss/"))
	name := strings.TrimPrefix(configOf(t, files["index.html"].data).Names["en"], "/gloss/")
	if f := files[name]; f.kind != "names model" || string(f.data) != "gloss-names: 1\n\n" || !strings.HasPrefix(name, "models/en.") || !strings.HasSuffix(name, ".names") {
		t.Fatalf("the model is %q: %+v", name, f)
	}
	for _, page := range []string{"index.html", "embed/index.html"} {
		if rest := configElement.ReplaceAll(files[page].data, nil); bytes.Contains(rest, []byte(".names")) {
			t.Errorf("%s asks for the model", page)
		}
	}
	if !bytes.Contains(files["sw.js"].data, []byte(name)) {
		t.Error("the service worker does not keep the model")
	}
}
