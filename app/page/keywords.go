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
	Paper    Paper

	all bool
}

const fewWords = 20

// Render draws a bar for each word and a chip for each phrase.
func (k *Keywords) Render() app.UI {
	if len(k.Keywords) == 0 {
		return nothing(say("keywords.none"), say("keywords.none.words"))
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
		el("div", "head", txt("h2", "", say("keywords.head")).Attr("id", k.Paper.id("h-kw")), txt("small", "end", number(k.Total))),
		el("ul", "bars", rows...),
	}
	if more := len(k.Keywords) - len(shown); more > 0 {
		parts = append(parts, button("more", say("list.more", "n", number(more))).On("click", func(app.Context, app.Event) { k.all = true }))
	}
	sections := []app.UI{el("section", "", parts...).Attr("aria-labelledby", k.Paper.id("h-kw"))}
	if len(k.Phrases) > 0 {
		sections = append(sections, k.phrases())
	}
	return el("div", "", sections...)
}

func (k *Keywords) row(i, most int) app.UI {
	w := k.Keywords[i]
	c := Choice{Kind: "keyword", Index: i, Name: w.Form, Class: "word"}
	open := k.Chosen.is("keyword", i)
	name := []app.UI{app.Text(w.Form)}
	if others := forms(w); others != "" {
		name = append(name, app.Text(" "), txt("small", "", others))
	}
	return el("li", "",
		press("bar-row",
			el("span", "name", name...),
			svg(fmt.Sprintf(`<svg aria-hidden="true"><rect width="%d%%" height="8"/></svg>`, 100*w.Count/most)),
			txt("span", "count", number(w.Count))).Attr("aria-pressed", open).On("click", send("choose", c), c.key()+c.Name)).Attr("id", k.Paper.id(c.rowID()))
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
			parts = append(parts, app.Text(" "), txt("small", "", number(ph.Count)))
		}
		chips = append(chips,
			press("chip", parts...).Attr("id", k.Paper.id(c.rowID())).Attr("aria-pressed", k.Chosen.is("phrase", i)).On("click", send("choose", c), c.key()+c.Name))
	}
	return el("section", "",
		el("div", "head", txt("h2", "", say("keywords.phrases")).Attr("id", k.Paper.id("h-ph"))),
		el("div", "chips", chips...)).Attr("aria-labelledby", k.Paper.id("h-ph"))
}
