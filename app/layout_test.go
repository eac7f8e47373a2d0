//go:build !js

// Package app_test checks what holds for the tree as a whole: which package may import
// which, where things stand, how long files are.
package app_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pkg is what `go list` says of one package.
type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

// targets are the builds whose imports are looked at: the commands' own and the page's.
var targets = map[string][]string{"native": nil, "js/wasm": {"GOOS=js", "GOARCH=wasm"}}

// list asks for all packages of the module as one target builds them.
func list(t *testing.T, env []string) map[string]pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-deps", "-json=ImportPath,Imports,Deps", "./...")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	pkgs := map[string]pkg{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs[p.ImportPath] = p
	}
	return pkgs
}

var engine = []string{"lang", "text", "paste", "entity", "keyword", "quote", "headline", "report"}

func TestImports(t *testing.T) {
	for name, env := range targets {
		t.Run(name, func(t *testing.T) {
			pkgs := list(t, env)
			for _, e := range engine {
				checkEngine(t, pkgs, "gloss/app/"+e)
			}
			stages := []string{"gloss/app/entity", "gloss/app/keyword", "gloss/app/quote", "gloss/app/headline"}
			for _, s := range stages {
				for _, other := range stages {
					if s != other && slices.Contains(pkgs[s].Deps, other) {
						t.Errorf("%s imports %s: only report wires stages", s, other)
					}
				}
			}
			for _, p := range pkgs {
				checkEdges(t, p)
			}
		})
	}
}

// checkEngine: the engine is plain Go, bytes in and values out.
func checkEngine(t *testing.T, pkgs map[string]pkg, path string) {
	p, ok := pkgs[path]
	if !ok {
		t.Errorf("no package %s", path)
	}
	for _, d := range p.Deps {
		if d == "net/http" || d == "html/template" || strings.HasPrefix(d, "github.com/maxence-charriere/go-app/") {
			t.Errorf("%s depends on %s", path, d)
		}
	}
	for _, i := range p.Imports {
		if i == "os" || i == "syscall/js" || i == "embed" {
			t.Errorf("%s imports %s", path, i)
		}
	}
}

// checkEdges: who may know the page, what the server and the files know.
func checkEdges(t *testing.T, p pkg) {
	const page = "gloss/app/page"
	switch p.ImportPath {
	case "gloss/wasm", "gloss/cmd/bundle", page:
	default:
		if slices.Contains(p.Imports, page) {
			t.Errorf("%s imports %s", p.ImportPath, page)
		}
	}
	if tests := "gloss/app/lang/langtest"; slices.Contains(p.Imports, tests) {
		t.Errorf("%s imports %s, which is for tests", p.ImportPath, tests)
	}
	for _, d := range p.Deps {
		if p.ImportPath == "gloss/cmd/serve" && strings.HasPrefix(d, "gloss/app/") {
			t.Errorf("%s depends on %s", p.ImportPath, d)
		}
		if p.ImportPath == "gloss/web" && strings.HasPrefix(d, "gloss/") {
			t.Errorf("%s depends on %s", p.ImportPath, d)
		}
	}
}

// tracked is the files that git knows or would add, with paths from the root.
func tracked(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	var files []string
	for _, f := range strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		if _, err := os.Stat(filepath.Join("..", f)); err == nil {
			files = append(files, f)
		}
	}
	if len(files) < 10 {
		t.Fatalf("git lists %d files only", len(files))
	}
	return files
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", file))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTopLevel(t *testing.T) {
	allowed := []string{"app", "web", "wasm", "cmd", "go.mod", "go.sum", "Makefile", "README.md", "LICENSE", "NOTICE", "SECURITY.md"}
	for _, f := range tracked(t) {
		top, _, _ := strings.Cut(f, "/")
		if !strings.HasPrefix(top, ".") && !slices.Contains(allowed, top) {
			t.Errorf("%s: %s has no place at the top level", f, top)
		}
	}
}

func TestFolders(t *testing.T) {
	allowed := map[string][]string{
		"app": append(slices.Clone(engine), "page"),
		"cmd": {"bundle", "serve", "analyze", "train", "bench", "internal"},
	}
	for _, f := range tracked(t) {
		parts := strings.Split(f, "/")
		if names, ok := allowed[parts[0]]; ok && len(parts) > 2 && !slices.Contains(names, parts[1]) {
			t.Errorf("%s: %s/%s is not in the layout", f, parts[0], parts[1])
		}
	}
}

func TestFileLength(t *testing.T) {
	const most = 500
	for _, f := range tracked(t) {
		switch path.Ext(f) {
		case ".go", ".js", ".mjs", ".cjs", ".css":
			if n := bytes.Count(read(t, f), []byte("\n")); n > most {
				t.Errorf("%s has %d lines, more than %d", f, n, most)
			}
		}
	}
}

// TestNoRegistryHost: files name packages, never the host that hands them out.
func TestNoRegistryHost(t *testing.T) {
	var hosts [][]byte
	for _, parts := range [][]string{
		{"registry", "npmjs", "org"}, {"registry", "yarnpkg", "com"}, {"npm", "pkg", "github", "com"}, {"proxy", "golang", "org"}, {"sum", "golang", "org"}, {"goproxy", "io"}, {"goproxy", "cn"},
		{"deb", "debian", "org"}, {"archive", "ubuntu", "com"}, {"pypi", "org"}, {"files", "pythonhosted", "org"}, {"index", "crates", "io"}, {"static", "crates", "io"}, {"rubygems", "org"}, {"repo", "maven", "apache", "org"},
	} {
		hosts = append(hosts, []byte(strings.Join(parts, ".")))
	}
	for _, f := range tracked(t) {
		b := read(t, f)
		for _, h := range hosts {
			if bytes.Contains(b, h) {
				t.Errorf("%s names %s", f, h)
			}
		}
	}
}

// goFiles is the tracked Go files under a folder, tests left out.
func goFiles(t *testing.T, folder string) []string {
	var out []string
	for _, f := range tracked(t) {
		if strings.HasPrefix(f, folder+"/") && path.Ext(f) == ".go" && !strings.HasSuffix(f, "_test.go") {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		t.Fatalf("no Go files under %s", folder)
	}
	return out
}

func parse(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, read(t, file), parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOnlyBrowserCallsJS(t *testing.T) {
	for _, file := range goFiles(t, "app") {
		for _, i := range parse(t, file).Imports {
			if p, _ := strconv.Unquote(i.Path.Value); p == "syscall/js" && file != "app/page/browser.go" {
				t.Errorf("%s imports syscall/js", file)
			}
		}
	}
}

// TestSameOnEveryMachine: these functions give other bits in wasm than natively.
func TestSameOnEveryMachine(t *testing.T) {
	banned := []string{"Exp", "Exp2", "Expm1", "Pow", "Pow10", "Tanh", "Sinh", "Cosh", "FMA"}
	for _, e := range engine {
		for _, file := range goFiles(t, "app/"+e) {
			ast.Inspect(parse(t, file), func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "math" && slices.Contains(banned, sel.Sel.Name) {
					t.Errorf("%s calls math.%s", file, sel.Sel.Name)
				}
				return true
			})
		}
	}
}

// TestTables: each table that the engine names in its code is there for a language or for all, and none is empty.
func TestTables(t *testing.T) {
	files := tracked(t)
	named := 0
	for _, e := range engine {
		for _, file := range goFiles(t, "app/"+e) {
			ast.Inspect(parse(t, file), func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				name, _ := strconv.Unquote(lit.Value)
				if strings.HasSuffix(name, ".txt") && !strings.ContainsAny(name, " /") {
					named++
					if !slices.ContainsFunc(files, func(f string) bool { return strings.HasPrefix(f, "web/models/") && strings.HasSuffix(f, "/"+name) }) {
						t.Errorf("%s names %s, which web/models has not", file, name)
					}
				}
				return true
			})
		}
	}
	if named == 0 {
		t.Error("the engine names no table")
	}
	for _, f := range files {
		if strings.HasPrefix(f, "web/models/") && len(bytes.TrimSpace(read(t, f))) == 0 {
			t.Errorf("%s is empty", f)
		}
	}
}
