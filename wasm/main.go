// Command wasm is the one binary of Gloss: the page in a window, the engine in a worker.
package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

type placeholder struct{ app.Compo }

func (p *placeholder) Render() app.UI { return app.Main().Body(app.H1().Text("Gloss")) }

func main() {
	app.RouteFunc("/", func() app.Composer { return &placeholder{} })
	app.RunWhenOnBrowser()
}
