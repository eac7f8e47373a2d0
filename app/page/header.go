package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Header is the bar at the top: the name, the article's title once it has scrolled away, what can be done.
type Header struct {
	app.Compo
	Phase   Phase
	Title   string
	Loading float64
	Install bool // the browser offers it
}

// Render draws the bar.
func (h *Header) Render() app.UI {
	parts := []app.UI{
		el("a", "brand", txt("b", "", "Gloss")).Attr("href", ".").Attr("aria-label", say("home")),
	}
	if h.Title != "" {
		parts = append(parts, txt("p", "title", h.Title))
	}
	parts = append(parts, el("nav", "", h.acts()...).Attr("aria-label", say("bar.label")))
	if h.Loading > 0 && h.Loading < 1 {
		percent := int(h.Loading * 100)
		parts = append(parts,
			el("span", "thin",
				svg(fmt.Sprintf(`<svg aria-hidden="true"><rect width="%d%%" height="2"/></svg>`, percent))).Attr("role", "progressbar").
				Attr("aria-label", say("bar.loading")).Attr("aria-valuenow", percent).Attr("aria-valuemin", 0).Attr("aria-valuemax", 100))
	}
	return el("header", "bar", parts...)
}

func (h *Header) acts() []app.UI {
	look := button("act", "Aa").Attr("aria-label", say("bar.look")).On("click", send("open", "settings"), "settings")
	do := func(name, label, class string) app.UI {
		return button("act "+class, label).Attr("data-do", name)
	}
	switch h.Phase {
	case Editing:
		return []app.UI{button("btn first small", say("bar.done")).Attr("data-do", "done")}
	case Reading:
		return []app.UI{
			do("paste", say("bar.paste"), ""), do("open", say("bar.open"), ""), do("edit", say("bar.edit"), "many"),
			button("act many", say("bar.export")).On("click", send("open", "export"), "export"), do("clear", say("bar.clear"), "many"), look,
			button("act few", "").Attr("aria-label", say("bar.more")).On("click", send("open", "more"), "more").Body(
				svg(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M4 10h.01M10 10h.01M16 10h.01" stroke-width="2.5"/></svg>`)),
		}
	}
	if h.Install {
		return []app.UI{do("install", say("bar.install"), ""), look}
	}
	return []app.UI{look}
}
