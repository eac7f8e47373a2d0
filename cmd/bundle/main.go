// Command bundle builds the site: the wasm binary, the prerendered page, scripts, styles, word
// tables and icons under names that change with their contents, each compressed beside itself.
//
//	go run ./cmd/bundle [-base /gloss/] [-out web/dist] [-kill-switch]
//
// With -kill-switch, sw.js is web/kill.js: a service worker that takes the one before it away from people's devices.
// It prints what each part weighs and fails when a part is above its budget.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	base := flag.String("base", "/", "path `prefix` that the site will be served under")
	out := flag.String("out", "web/dist", "`folder` to write, relative to the module; files in it that are not of the site are deleted")
	kill := flag.Bool("kill-switch", false, "write a service worker that takes the one on people's devices away")
	flag.Parse()
	if err := run(*base, *out, *kill, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run(base, out string, kill bool, log io.Writer) error {
	base, err := cleanBase(base)
	if err != nil {
		return err
	}
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(root, out)
	}
	src := source{web: os.DirFS(filepath.Join(root, "web")), base: base, kill: kill}
	if src.wasm, err = buildWasm(root, log); err != nil {
		return err
	}
	if src.wasmExec, err = readWasmExec(); err != nil {
		return err
	}
	if src.shown, err = prerender(); err != nil {
		return err
	}
	if src.notice, err = readNotice(root); err != nil {
		return err
	}
	files, err := assemble(src)
	if err != nil {
		return err
	}
	c := compressor{cache: filepath.Join(root, ".cache", "compressed")}
	if files, err = c.compressAll(files); err != nil {
		return err
	}
	if err := writeSite(out, files); err != nil {
		return err
	}
	fmt.Fprintln(log, hostLines(base, files))
	return weigh(log, files)
}

// cleanBase gives the prefix with a slash at both ends.
func cleanBase(base string) (string, error) {
	clean := "/" + strings.Trim(base, "/") + "/"
	if clean == "//" {
		return "/", nil
	}
	for _, part := range strings.Split(strings.Trim(clean, "/"), "/") {
		if part == "" || part == "." || part == ".." || strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~") != "" {
			return "", fmt.Errorf("-base %q: want a path such as /gloss/, of letters, digits and - _ . ~", base)
		}
	}
	return clean, nil
}

// moduleRoot is the folder of go.mod, so that the command runs from any folder of the module.
func moduleRoot() (string, error) {
	said, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOMOD: %w", err)
	}
	mod := strings.TrimSpace(string(said))
	if mod == "" || mod == os.DevNull {
		return "", fmt.Errorf("not inside a Go module")
	}
	return filepath.Dir(mod), nil
}

// readNotice joins our licence and the notices of others.
func readNotice(root string) ([]byte, error) {
	var all []byte
	for _, name := range []string{"LICENSE", "NOTICE"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return nil, err
		}
		all = append(append(all, data...), '\n')
	}
	return all, nil
}
