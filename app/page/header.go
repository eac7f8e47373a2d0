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
}

// Render draws the bar.
func (h *Header) Render() app.UI {
	parts := []app.UI{
		app.A().Class("brand").Href(".").Aria("label", "Gloss, start page").Body(app.B().Text("Gloss")),
	}
	if h.Title != "" {
		parts = append(parts, app.P().Class("title").Text(h.Title))
	}
	parts = append(parts, app.Nav().Aria("label", "Article").Body(h.acts()...))
	if h.Loading > 0 && h.Loading < 1 {
		percent := int(h.Loading * 100)
		parts = append(parts, app.Span().Class("thin").Attr("role", "progressbar").Aria("label", "Getting the engine").
			Aria("valuenow", percent).Aria("valuemin", 0).Aria("valuemax", 100).
			Body(svg(fmt.Sprintf(`<svg aria-hidden="true"><rect width="%d%%" height="2"/></svg>`, percent))))
	}
	return app.Header().Class("bar").Body(parts...)
}

func (h *Header) acts() []app.UI {
	look := button("act", "Aa").Aria("label", "Text and theme").OnClick(send("open", "settings"), "settings")
	do := func(name, label, class string) app.UI {
		return button("act "+class, label).DataSet("do", name)
	}
	switch h.Phase {
	case Editing:
		return []app.UI{button("btn first small", "Done").DataSet("do", "done")}
	case Reading:
		return []app.UI{
			do("paste", "Paste", ""), do("open", "Open", ""), do("edit", "Edit", "many"),
			button("act many", "Export").OnClick(send("open", "export"), "export"), do("clear", "Clear", "many"), look,
			button("act few", "").Aria("label", "Edit, export and clear").OnClick(send("open", "more"), "more").Body(
				svg(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M4 10h.01M10 10h.01M16 10h.01" stroke-width="2.5"/></svg>`)),
		}
	}
	return []app.UI{look}
}
