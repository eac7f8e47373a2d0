package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed overlay/http.go.txt
var httpStub []byte

// buildWasm compiles the package ./wasm of the module at root and gives the binary. The standard library's net/http is left
// out (see overlay/http.go.txt); should a newer Go or go-app need more of it than the stub has, the plain build takes its place and log says so.
func buildWasm(root string, log io.Writer) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "gloss-wasm-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	overlay, err := writeOverlay(tmp, httpStub)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(tmp, "app.wasm")
	slim := compile(root, out, "-overlay="+overlay)
	if slim != nil {
		if err := compile(root, out); err != nil {
			return nil, err
		}
		fmt.Fprintf(log, "The build without net/http failed; this is the plain one, about 0.3 MB larger. The reason:\n%v\n", slim)
	}
	return os.ReadFile(out)
}

// compile runs the Go compiler. No path, version-control state or build id enters the binary: the same sources give the same bytes in any folder.
func compile(root, out string, flags ...string) error {
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="}, flags...)
	cmd := exec.Command("go", append(args, "-o", out, "./wasm")...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build ./wasm: %w\n%s", err, said)
	}
	return nil
}

// writeOverlay writes, into dir, the stub and the file for -overlay that puts it in the place of all of net/http, and gives the latter's path.
func writeOverlay(dir string, stub []byte) (string, error) {
	cmd := exec.Command("go", "list", "-f", "{{.Dir}}{{range .GoFiles}}\n{{.}}{{end}}", "net/http")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	said, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go list net/http: %w", err)
	}
	names := strings.Split(strings.TrimSpace(string(said)), "\n")
	if len(names) < 2 {
		return "", fmt.Errorf("go list net/http gave no files: %q", said)
	}
	file := filepath.Join(dir, "http.go")
	if err := os.WriteFile(file, stub, 0o644); err != nil {
		return "", err
	}
	replace := map[string]string{filepath.Join(names[0], names[1]): file}
	for _, name := range names[2:] {
		replace[filepath.Join(names[0], name)] = "" // an empty path leaves the file out
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return path, os.WriteFile(path, list, 0o644)
}

// readWasmExec reads the script that starts a Go wasm binary, as the toolchain in use has it.
func readWasmExec() ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
}
