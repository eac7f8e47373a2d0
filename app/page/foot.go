package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Foot is the status line.
type Foot struct {
	app.Compo
	Phase    Phase
	Loading  float64
	Working  bool
	Words    int
	Minutes  int
	Language string
}

// Render draws the line.
func (f *Foot) Render() app.UI {
	var said []string
	if f.Phase != Empty && f.Words > 0 {
		said = append(said, plural(f.Words, "word", "words"), fmt.Sprintf("%d min", f.Minutes), f.Language)
	}
	switch {
	case f.Loading < 1:
		said = append(said, fmt.Sprintf("getting the engine, %d%%", int(f.Loading*100)))
	case f.Working:
		said = append(said, "reading")
	}
	if f.Phase == Empty {
		said = append(said, "Nothing leaves this device", "No account, no cookies")
	} else {
		said = append(said, "nothing leaves this device")
	}
	keys := app.Span().Class("keys")
	if f.Phase != Empty {
		keys = keys.Body(app.Button().Type("button").OnClick(send("open", "keys"), "keys").Body(
			app.Text("Press "), app.Elem("kbd").Text("?"), app.Text(" for keys")))
	} else {
		keys = keys.Body(app.Button().Type("button").OnClick(send("open", "about"), "about").Text("How it works"))
	}
	return app.Footer().Class("foot").Body(
		app.Ul().Body(app.Range(said).Slice(func(i int) app.UI { return app.Li().Text(said[i]) })),
		keys,
	)
}
