package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tiny makes a module with a wasm program that names net/http.
func tiny(t *testing.T, main string) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "go.mod", "module tiny\n\ngo 1.26\n")
	put(t, dir, "wasm/main.go", main)
	return dir
}

const usesHTTP = "package main\n\nimport \"net/http\"\n\nfunc main() {\n\t_, err := http.Get(\"x\")\n\tprintln(err.Error(), http.StatusOK)\n}\n"

func TestBuildWasmLeavesHTTPOutAndIsReproducible(t *testing.T) {
	var log bytes.Buffer
	first, err := buildWasm(tiny(t, usesHTTP), &log)
	if err != nil {
		t.Fatal(err)
	}
	if log.Len() > 0 {
		t.Errorf("the stub was not used: %s", log.String())
	}
	if !bytes.HasPrefix(first, []byte("\x00asm")) || len(first) > 3_000_000 {
		t.Errorf("%d bytes that begin with %q", len(first), first[:4])
	}
	second, err := buildWasm(tiny(t, usesHTTP), &log) // in another folder
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two builds in two folders differ")
	}
}

func TestBuildWasmFallsBackToThePlainBuild(t *testing.T) {
	const needsMore = "package main\n\nimport \"net/http\"\n\nfunc main() { println(http.StatusText(200)) }\n"
	var log bytes.Buffer
	got, err := buildWasm(tiny(t, needsMore), &log)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(got, []byte("\x00asm")) || !strings.Contains(log.String(), "StatusText") || !strings.Contains(log.String(), "plain one") {
		t.Errorf("%d bytes, log: %s", len(got), log.String())
	}
}

func TestBuildWasmGivesTheCompilersWords(t *testing.T) {
	var log bytes.Buffer
	_, err := buildWasm(tiny(t, "package main\n\nfunc main() { nonsense() }\n"), &log)
	if err == nil || !strings.Contains(err.Error(), "undefined: nonsense") || log.Len() > 0 {
		t.Errorf("%v, log: %s", err, log.String())
	}
}

func TestOverlayReplacesWholePackages(t *testing.T) {
	overlay, err := writeOverlay(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(overlay)
	if err != nil {
		t.Fatal(err)
	}
	var list struct{ Replace map[string]string }
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	names, err := stubbed()
	if err != nil {
		t.Fatal(err)
	}
	byPackage := map[string]int{}
	for name, by := range list.Replace {
		_, folder, ok := strings.Cut(filepath.ToSlash(filepath.Dir(name)), "/src/")
		if !ok || !slices.Contains(names, folder) {
			t.Errorf("the overlay touches %s", name)
		}
		if by != "" {
			byPackage[folder]++
		}
	}
	for _, name := range names {
		if byPackage[name] != 1 {
			t.Errorf("%s: %d stubs", name, byPackage[name])
		}
	}
	if len(list.Replace) < 60 {
		t.Errorf("only %d files are replaced", len(list.Replace))
	}
}

// TestStubsServeOnlyOthersCode looks at who imports a package that has a stub: code of ours that did would compile and then fail in the browser.
// It also compiles that code: a newer go-app that names more of a package shows here, not in a larger site.
func TestStubsServeOnlyOthersCode(t *testing.T) {
	overlay, err := writeOverlay(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	names, err := stubbed()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-deps", "-export", "-overlay="+overlay, "-f", "{{.ImportPath}}{{range .Imports}} {{.}}{{end}}", "gloss/wasm")
	cmd.Env = wasmEnv()
	said, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, err.(*exec.ExitError).Stderr)
	}
	used := map[string]bool{}
	for line := range strings.Lines(string(said)) {
		fields := strings.Fields(line)
		for _, imported := range fields[1:] {
			if !slices.Contains(names, imported) {
				continue
			}
			used[imported] = true
			if user := fields[0]; strings.HasPrefix(user, "gloss/") || !strings.Contains(user, ".") && !slices.Contains(names, user) {
				t.Errorf("%s imports %s, of which the wasm build has only a stub", user, imported)
			}
		}
	}
	for _, name := range names {
		if !used[name] {
			t.Errorf("nothing imports %s: its stub can go", name)
		}
	}
}
