package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Legend is the key to the marks, and the switch for each type of them.
type Legend struct {
	app.Compo
	Types []report.TypeCount
	Off   string // classes of the types that are switched off, with a space between
}

// Render draws the types that the text has.
func (l *Legend) Render() app.UI {
	counts := make([]int, len(kinds))
	for i, t := range l.Types {
		counts[min(i, len(kinds)-1)] += t.Entities
	}
	var parts []app.UI
	for i, k := range kinds {
		if counts[i] > 0 {
			parts = append(parts,
				press(k.class,
					txt("span", "", k.plural),
					app.Text(" "),
					txt("b", "", number(counts[i]))).Attr("aria-pressed", !has(l.Off, k.class)).On("click", send("filter", k.class), k.class))
		}
	}
	return el("div", "legend", parts...).Attr("role", "group").Attr("aria-label", say("legend.label"))
}

func has(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if w == word {
			return true
		}
	}
	return false
}

// toggle adds the word to a list, or takes it out.
func toggle(list, word string) string {
	var out []string
	for _, w := range strings.Fields(list) {
		if w != word {
			out = append(out, w)
		}
	}
	if !has(list, word) {
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// Map shows, beside the text, where in it the selection stands.
type Map struct {
	app.Compo
	Places []int // 0 to 1000
	Class  string
	Name   string
	At     int
}

// Render draws a tick for each place.
func (m *Map) Render() app.UI {
	var b strings.Builder
	b.WriteString(`<svg role="img" aria-label="`)
	if len(m.Places) == 0 {
		b.WriteString(say("map.none"))
	} else {
		b.WriteString(esc(plural("map.places", len(m.Places), "name", m.Name)))
	}
	b.WriteString(`"><rect class="track" x="5.5" width="1" height="100%"/><rect id="seen" class="seen" x="0" y="0%" width="12" height="0%"/>`)
	fmt.Fprintf(&b, `<g class="%s on">`, esc(m.Class))
	for _, at := range m.Places {
		fmt.Fprintf(&b, `<rect class="tick" x="0" y="%.1f%%" width="12" height="3"/>`, float64(at)/10)
	}
	if len(m.Places) > 0 {
		fmt.Fprintf(&b, `<rect class="tick at" x="-3" y="%.1f%%" width="18" height="5"/>`, float64(m.At)/10)
	}
	b.WriteString(`</g></svg>`)
	return el("div", "map", svg(b.String()))
}

// OnUpdate has the grey window drawn anew, the drawing being a new one.
func (m *Map) OnUpdate(ctx app.Context) { ctx.Defer(func(app.Context) { call("window") }) }

// OnMount draws the grey window for the first time.
func (m *Map) OnMount(ctx app.Context) { ctx.Defer(func(app.Context) { call("window") }) }

// Tail says how the end of the paste was read, and lets the reader say otherwise.
type Tail struct {
	app.Compo
	Found   report.TailSummary
	Word    string // "auto", "text" or a number of lines
	Related int
	Editing bool
}

// Render draws the switch, or nothing where there is no choice.
func (t *Tail) Render() app.UI {
	if t.Editing || (t.Found.Headlines == 0 && t.Word != "text") {
		return el("div", "").Attr("hidden", true)
	}
	if t.Word == "text" {
		return el("div", "tail",
			txt("span", "", say("tail.text")+" "),
			button("more", say("tail.look")).On("click", send("do", Do{"tail", "auto"}), "auto"))
	}
	return el("div", "tail",
		txt("span", "", plural("tail.found", t.Found.Headlines)+" "),
		button("more", related(t.Related)).On("click", send("tab", "headlines"), "tab"),
		app.Text(" "),
		button("more", plural("tail.is-text", t.Found.Headlines)).On("click", send("do", Do{"tail", "text"}), "text"))
}

func related(n int) string {
	if n == 0 {
		return say("tail.none-related")
	}
	return plural("tail.related", n)
}
