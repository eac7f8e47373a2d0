package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
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

// TestStubCoversGoApp type-checks go-app against the stub: a newer go-app that names more of net/http shows here, not in a larger site.
func TestStubCoversGoApp(t *testing.T) {
	overlay, err := writeOverlay(t.TempDir(), httpStub)
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
	stubs := 0
	for name, by := range list.Replace {
		if filepath.Base(filepath.Dir(name)) != "http" {
			t.Errorf("the overlay touches %s", name)
		}
		if by != "" {
			stubs++
		}
	}
	if stubs != 1 || len(list.Replace) < 20 {
		t.Errorf("%d stubs for %d files", stubs, len(list.Replace))
	}
	cmd := exec.Command("go", "build", "-overlay="+overlay, "github.com/maxence-charriere/go-app/v9/pkg/app")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}
