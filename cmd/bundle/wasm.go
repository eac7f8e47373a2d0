package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// stubs hold one file for each package of the standard library that the wasm build does without: overlay/net_http.go.txt for net/http. go-app and its
// own dependencies name these packages in code that never runs in a browser, and all that they link would be sent.
//
//go:embed overlay
var stubs embed.FS

// buildWasm compiles the package ./wasm of the module at root, with the stubs, and gives the binary. Should a newer Go or go-app need more of a package
// than its stub has, the plain build takes its place and log says so.
func buildWasm(root string, log io.Writer) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "gloss-wasm-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	overlay, err := writeOverlay(tmp)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(tmp, "app.wasm")
	slim := compile(root, out, "-overlay="+overlay)
	if slim != nil {
		if err := compile(root, out); err != nil {
			return nil, err
		}
		fmt.Fprintf(log, "The build with the stubs of cmd/bundle/overlay failed; this is the plain one, about 0.5 MB larger. The reason:\n%v\n", slim)
	}
	return os.ReadFile(out)
}

// inlined are the packages in whose functions the compiler may put others in the place of calls: the engine's inner loops, and what they call. For all
// others, such as the stemmers (a word's stem is found once) and the stages that read a text once, that is switched off, which takes a tenth off the
// compressed binary and costs the engine a seventh of its speed; with it off everywhere, it is a third.
var inlined = []string{
	"gloss/app/entity", "gloss/app/keyword", "gloss/app/lang", "gloss/app/text", "github.com/clipperhouse/...",
	"bytes", "internal/abi", "internal/bytealg", "internal/runtime/maps", "internal/runtime/sys", "math/bits", "strings", "unicode", "unicode/utf8",
}

// compile runs the Go compiler. No path, version-control state or build id enters the binary: the same sources give the same bytes in any folder.
func compile(root, out string, flags ...string) error {
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l"}, flags...)
	for _, pattern := range inlined {
		args = append(args, "-gcflags="+pattern+"=")
	}
	cmd := exec.Command("go", append(args, "-o", out, "./wasm")...)
	cmd.Dir = root
	cmd.Env = wasmEnv()
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build ./wasm: %w\n%s", err, said)
	}
	return nil
}

func wasmEnv() []string {
	return append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
}

// writeOverlay writes, into dir, the stubs and the file for -overlay that puts each in the place of all files of its package, and gives the latter's path.
func writeOverlay(dir string) (string, error) {
	names, err := stubbed()
	if err != nil {
		return "", err
	}
	cmd := exec.Command("go", append([]string{"list", "-f", "{{.ImportPath}}\n{{.Dir}}{{range .GoFiles}}\n{{.}}{{end}}\n\n"}, names...)...)
	cmd.Env = wasmEnv()
	var complaint strings.Builder
	cmd.Stderr = &complaint
	said, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go list %v: %w\n%s", names, err, complaint.String())
	}
	replace := map[string]string{}
	for paragraph := range strings.SplitSeq(strings.TrimSpace(string(said)), "\n\n") {
		lines := strings.Split(paragraph, "\n")
		if len(lines) < 3 {
			return "", fmt.Errorf("go list gave no files: %q", lines)
		}
		name, folder, files := lines[0], lines[1], lines[2:]
		stub, err := stubs.ReadFile(stubFile(name))
		if err != nil {
			return "", err
		}
		file := filepath.Join(dir, strings.ReplaceAll(name, "/", "_")+".go")
		if err := os.WriteFile(file, stub, 0o644); err != nil {
			return "", err
		}
		replace[filepath.Join(folder, files[0])] = file
		for _, f := range files[1:] {
			replace[filepath.Join(folder, f)] = "" // an empty path leaves the file out
		}
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return path, os.WriteFile(path, list, 0o644)
}

// stubbed gives the import paths of the packages that have a stub, sorted.
func stubbed() ([]string, error) {
	entries, err := fs.ReadDir(stubs, "overlay")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.ReplaceAll(strings.TrimSuffix(e.Name(), ".go.txt"), "_", "/"))
	}
	return names, nil
}

func stubFile(name string) string {
	return "overlay/" + strings.ReplaceAll(name, "/", "_") + ".go.txt"
}

// readWasmExec reads the script that starts a Go wasm binary, as the toolchain in use has it.
func readWasmExec() ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
}
