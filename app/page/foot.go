package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Foot is the status line.
type Foot struct {
	app.Compo
	Phase    Phase
	Loading  float64
	Working  bool
	Offline  bool // the page works without a network
	Cut      bool // there is none
	Awaited  bool // the text was read by rules, and the model of names is on its way
	Words    int
	Minutes  int
	Language string // what the text is written in, as Page.speech has it
}

// Render draws the line.
func (f *Foot) Render() app.UI {
	var said []string
	if f.Phase != Empty && f.Words > 0 {
		said = append(said, plural("foot.words", f.Words), duration(f.Minutes), f.Language)
	}
	switch {
	case f.Loading == 0 && f.Phase == Empty: // prerendered, perhaps for a reader without JavaScript
	case f.Loading < 1:
		said = append(said, say("foot.loading", "percent", percent(int(f.Loading*100))))
	case f.Working:
		said = append(said, say("foot.reading"))
	case f.Awaited:
		said = append(said, say("foot.awaited"))
	}
	network, class := "", "badge"
	switch {
	case f.Cut:
		network = say("foot.offline")
	case f.Offline:
		network, class = say("foot.works-offline"), "badge ready"
	}
	if network != "" {
		said = append(said, network)
	}
	if f.Phase == Empty {
		said = append(said, say("foot.private.first"), say("foot.no-account"))
	} else {
		said = append(said, say("foot.private"))
	}
	keys := el("span", "keys")
	if f.Phase != Empty {
		keys = keys.Body(
			press("", app.Text(say("foot.how"))).On("click", send("open", "about"), "about"),
			press("", app.Text(say("foot.keys.before")+" "), txt("kbd", "", "?"), app.Text(" "+say("foot.keys.after"))).On("click", send("open", "keys"), "keys"))
	} else {
		keys = keys.Body(press("", app.Text(say("foot.how"))).On("click", send("open", "about"), "about"))
	}
	list := app.Range(said).Slice(func(i int) app.UI {
		if said[i] == network {
			return el("li", "", txt("span", class, network))
		}
		if said[i] == f.Language {
			return el("li", "", button("speech", f.Language).Attr("aria-label", say("speech.label", "language", f.Language)).On("click", send("open", speechBox), f.Language))
		}
		return el("li", "", txt("span", "", said[i]))
	})
	return el("footer", "foot", el("ul", "", list), keys)
}
