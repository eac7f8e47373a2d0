package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Unsure names are more likely none than one. They are in no count, and in the list and the text only where the reader asked for them.

// entity is the one with the index, unsure ones included, as far as the summary has them.
func (p *Page) entity(i int) (e report.EntitySummary, ok bool) {
	switch s := p.summary; {
	case s == nil || i < 0:
	case i < len(s.Entities):
		return s.Entities[i], true
	case i >= s.Totals.Entities && i-s.Totals.Entities < len(s.Unsure):
		return s.Unsure[i-s.Totals.Entities], true
	}
	return e, false
}

// guessed says whether the entity with the index is an unsure one.
func (p *Page) guessed(i int) bool { return p.summary != nil && i >= p.summary.Totals.Entities }

// onUnsure shows the unsure names, or hides them, and keeps that on the device.
func (p *Page) onUnsure(app.Context, app.Action) {
	p.unsure = !p.unsure
	if !p.unsure && p.chosen.Kind == "entity" && p.guessed(p.chosen.Index) {
		p.choose(Choice{}, 0, "")
	}
	call("keep", "unsure", orElse(map[bool]string{true: "on"}[p.unsure], "off"))
	call("guess", p.unsure)
}

// unsure is the section for them: a switch, and what it shows.
func (w *Who) unsure() app.UI {
	id := w.Paper.id("h-unsure")
	parts := []app.UI{el("div", "head", el("h2", "", txt("span", "typed unsure", say("who.unsure"))).Attr("id", id), txt("small", "end", number(w.Guesses)))}
	if !w.Paper {
		parts = append(parts, press("switch", txt("span", "", say("who.unsure.show")), el("span", "knob")).
			Attr("role", "switch").Attr("aria-checked", w.ShowUnsure).On("click", send("unsure", nil)))
	}
	if w.ShowUnsure {
		parts = append(parts, txt("p", "cap", say("who.unsure.words")), w.guesses())
	}
	return el("section", "", parts...).Attr("aria-labelledby", id)
}

func (w *Who) guesses() app.UI {
	var rows []app.UI
	for k := range w.Unsure {
		rows = append(rows, w.row(w.Sure+k, w.Unsure[k]))
	}
	return el("ul", "rows", rows...)
}

// perhaps says what an unsure name may be: "Perhaps a person".
func perhaps(k kind) string { return say("kind.perhaps", "kind", k.article) }
