//go:build !js

// Command wasm is the one binary of Gloss, for GOOS=js GOARCH=wasm only: `make build` makes it.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "wasm: this program runs in a browser; `make run` builds and serves it")
	os.Exit(2)
}
