package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Keywords lists the words that the text keeps using, and its phrases.
type Keywords struct {
	app.Compo
	Keywords []report.KeywordSummary
	Phrases  []report.PhraseSummary
	Total    int
	Chosen   Choice

	all bool
}

const fewWords = 20

// Render draws a bar for each word and a chip for each phrase.
func (k *Keywords) Render() app.UI {
	if len(k.Keywords) == 0 {
		return nothing("No words to count", "Only words that carry meaning are counted; short and common ones are left out.")
	}
	shown := k.Keywords
	if len(shown) > fewWords && !k.all {
		shown = shown[:fewWords]
	}
	most := 1
	for _, w := range shown {
		most = max(most, w.Count)
	}
	var rows []app.UI
	for i := range shown {
		rows = append(rows, k.row(i, most))
	}
	parts := []app.UI{
		app.Div().Class("head").Body(app.H2().ID("h-kw").Text("Words, counted by stem"), app.Small().Class("end").Text(number(k.Total))),
		app.Ul().Class("bars").Body(rows...),
	}
	if more := len(k.Keywords) - len(shown); more > 0 {
		parts = append(parts, button("more", number(more)+" more").On("click", func(app.Context, app.Event) { k.all = true }))
	}
	sections := []app.UI{app.Section().Attr("aria-labelledby", "h-kw").Body(parts...)}
	if len(k.Phrases) > 0 {
		sections = append(sections, k.phrases())
	}
	return app.Div().Body(sections...)
}

func (k *Keywords) row(i, most int) app.UI {
	w := k.Keywords[i]
	c := Choice{Kind: "keyword", Index: i, Name: w.Form, Class: "word"}
	open := k.Chosen.is("keyword", i)
	name := []app.UI{app.Text(w.Form)}
	if others := forms(w); others != "" {
		name = append(name, app.Text(" "), app.Small().Text(others))
	}
	return app.Li().ID(c.rowID()).Body(app.Button().Type("button").Class("bar-row").Attr("aria-pressed", open).On("click", send("choose", c), c.key()+c.Name).Body(
		app.Span().Class("name").Body(name...),
		svg(fmt.Sprintf(`<svg aria-hidden="true"><rect width="%d%%" height="8"/></svg>`, 100*w.Count/most)),
		app.Span().Class("count").Text(number(w.Count))))
}

// forms are the other forms that were counted with the word, with their counts.
func forms(w report.KeywordSummary) string {
	var out []string
	for _, f := range w.Forms {
		if !strings.EqualFold(f.Form, w.Form) {
			out = append(out, f.Form)
		}
	}
	return strings.Join(out, ", ")
}

func (k *Keywords) phrases() app.UI {
	var chips []app.UI
	for i, ph := range k.Phrases[:min(len(k.Phrases), 16)] {
		c := Choice{Kind: "phrase", Index: i, Name: ph.Text, Class: "word"}
		parts := []app.UI{app.Text(ph.Text)}
		if ph.Count > 1 {
			parts = append(parts, app.Text(" "), app.Small().Text(number(ph.Count)))
		}
		chips = append(chips, app.Button().Type("button").ID(c.rowID()).Class("chip").Attr("aria-pressed", k.Chosen.is("phrase", i)).
			OnClick(send("choose", c), c.key()+c.Name).Body(parts...))
	}
	return app.Section().Attr("aria-labelledby", "h-ph").Body(
		app.Div().Class("head").Body(app.H2().ID("h-ph").Text("Phrases")), app.Div().Class("chips").Body(chips...))
}
