package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Headlines lists the headlines given with the text, by how they relate to it, each with its reasons.
type Headlines struct {
	app.Compo
	List   []report.HeadlineSummary
	Total  int
	Chosen Choice
}

// Render draws those of the same story, those of the same theme, and the others folded away.
func (h *Headlines) Render() app.UI {
	if len(h.List) == 0 {
		return nothing("No headlines yet", "Paste a list under the article, one headline on each line.")
	}
	same, theme, none := level(h.List, "related"), level(h.List, "theme"), level(h.List, "none")
	var parts []app.UI
	if len(same) == 0 && len(theme) == 0 {
		parts = append(parts, nothing(fmt.Sprintf("None of the %s fits", plural(h.Total, "headline", "headlines")),
			"They share at most single words with the text, but no story and no subject."))
	}
	if len(same) > 0 {
		parts = append(parts, h.section("h-rel", "Same story", fmt.Sprintf("%d of %s", len(same), number(h.Total)), same))
	}
	if len(theme) > 0 {
		parts = append(parts, h.section("h-th", "Same theme", number(len(theme)), theme))
	}
	if len(none) > 0 {
		parts = append(parts, app.Details().Class("fold").Body(
			app.Summary().Body(app.Text("Not related "), app.Small().Class("label").Text(number(len(none)))), h.list(none)))
	}
	if cut := h.Total - len(h.List); cut > 0 {
		parts = append(parts, app.P().Class("cap").Text(number(cut)+" more are in the export."))
	}
	return app.Div().Body(parts...)
}

func (h *Headlines) section(id, head, end string, list []report.HeadlineSummary) app.UI {
	return app.Section().Aria("labelledby", id).Body(
		app.Div().Class("head").Body(app.H2().ID(id).Text(head), app.Small().Class("end").Text(end)), h.list(list))
}

func (h *Headlines) list(list []report.HeadlineSummary) app.UI {
	return app.Ol().Class("story-list").Body(app.Range(list).Slice(func(i int) app.UI { return h.line(list[i]) }))
}

func (h *Headlines) line(l report.HeadlineSummary) app.UI {
	score := int(l.Score*100 + 0.5)
	bar := svg(fmt.Sprintf(`<svg role="img" aria-label="match %d of 100"><rect class="track" width="40" height="4"/><rect class="fill" width="%d" height="4"/></svg>`, score, score*40/100))
	title := app.Span().Text(l.Title)
	if l.URL != "" {
		title = app.Span().Body(app.A().Href(l.URL).Target("_blank").Rel("noopener noreferrer").Text(l.Title))
	}
	parts := []app.UI{app.H3().Body(title, bar)}
	if from := origin(l); from != "" {
		parts = append(parts, app.P().Class("from").Text(from))
	}
	if len(l.Reasons) > 0 {
		parts = append(parts, app.Div().Class("why").Body(app.Range(l.Reasons).Slice(func(i int) app.UI { return reason(l.Reasons[i]) })))
	} else {
		parts = append(parts, app.Div().Class("why").Body(app.Span().Class("not").Text("Shares no name and no telling word with the text.")))
	}
	return app.Li().Body(parts...)
}

// origin is the source, section and time of a headline.
func origin(l report.HeadlineSummary) string {
	out := ""
	for _, s := range []string{l.Source, l.Section, l.Published} {
		if s != "" && out != "" {
			out += " · "
		}
		out += s
	}
	return out
}

// reason is a button that shows where in the text the shared thing stands.
func reason(r report.ReasonSummary) app.UI {
	class := "word"
	if r.Type != "" {
		class = kindFor(r.Type).class
	}
	if r.Start < 0 {
		return app.Span().Class("not").Text(r.Text)
	}
	c := Choice{Kind: "span", Start: r.Start, End: r.End, Name: r.Text, Class: class}
	if r.Entity >= 0 {
		c = Choice{Kind: "entity", Index: r.Entity, Name: r.Text, Class: class}
	}
	return app.Button().Type("button").Class(class).Title(fmt.Sprintf("%d%% of the match", int(r.Weight*100+0.5))).
		OnClick(send("show", c), c.key()+c.Name).Body(app.Span().Text(r.Text))
}
