//go:build js && wasm

// Command wasm is the one binary of Gloss. In a window it is the page, in a worker the
// engine: the browser compiles it once for both.
package main

import (
	"syscall/js"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/page"
)

func main() {
	if js.Global().Get("document").IsUndefined() {
		serve()
		return
	}
	page.Route()
	app.RunWhenOnBrowser()
}
