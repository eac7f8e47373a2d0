package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Numbers shows how long the text is, and lists its dates and amounts.
type Numbers struct {
	app.Compo
	Stats    report.Stats
	Lengths  []int  // words in each sentence, or in each of as many runs of sentences as fit
	Longest  string // how the longest sentence begins
	Entities []report.EntitySummary
	Chosen   Choice
	At       Place
	Model    string // what the names were found by
	Paper    Paper
	Context  Context
}

// Render draws the figures, the sentences, the amounts.
func (n *Numbers) Render() app.UI {
	figure := func(name string, v int) app.UI {
		return el("div", "", txt("dt", "", name), txt("dd", "", number(v)))
	}
	parts := []app.UI{el("dl", "figures",
		figure(plural("numbers.words", n.Stats.Words), n.Stats.Words),
		figure(plural("numbers.sentences", n.Stats.Sentences), n.Stats.Sentences),
		figure(plural("numbers.paragraphs", n.Stats.Paragraphs), n.Stats.Paragraphs),
		figure(plural("numbers.minutes", minutes(n.Stats.ReadingSeconds)), minutes(n.Stats.ReadingSeconds)))}
	if len(n.Lengths) > 1 {
		parts = append(parts, n.chart())
	}
	parts = append(parts, n.amounts())
	if n.Model != "" {
		parts = append(parts, txt("p", "cap", foundBy(n.Model)))
	}
	return el("div", "", parts...)
}

func (n *Numbers) chart() app.UI {
	most := 1
	for _, l := range n.Lengths {
		most = max(most, l)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="chart" role="img" aria-label="%s" preserveAspectRatio="none" viewBox="0 0 %d 56">`, esc(say("numbers.chart", "n", number(most))), 10*len(n.Lengths))
	hi := false
	for i, l := range n.Lengths {
		class := ""
		if l == most && !hi {
			class, hi = ` class="hi"`, true
		}
		h := 56 * l / most
		fmt.Fprintf(&b, `<rect%s x="%d" y="%d" width="8.6" height="%d"/>`, class, 10*i, 56-h, h)
	}
	b.WriteString(`</svg>`)
	average := (n.Stats.Words + n.Stats.Sentences/2) / max(1, n.Stats.Sentences)
	return el("section", "",
		el("div", "head", txt("h2", "", say("numbers.lengths")).Attr("id", n.Paper.id("h-sl")), txt("small", "end", plural("numbers.average", average))),
		svg(b.String()),
		txt("p", "cap", plural("numbers.longest", most, "words", n.Longest))).Attr("aria-labelledby", n.Paper.id("h-sl"))
}

func (n *Numbers) amounts() app.UI {
	var rows []app.UI
	count := 0
	for i, e := range n.Entities {
		if _, name := kindOf[e.Type]; name {
			continue
		}
		count++
		rows = append(rows, n.row(i, e))
	}
	if count == 0 {
		return nothing(say("numbers.none"), say("numbers.none.words"))
	}
	return el("section", "",
		el("div", "head num", txt("h2", "", say("numbers.head")).Attr("id", n.Paper.id("h-am")), txt("small", "end", number(count))),
		el("ul", "rows", rows...)).Attr("aria-labelledby", n.Paper.id("h-am"))
}

func (n *Numbers) row(i int, e report.EntitySummary) app.UI {
	c := Choice{Kind: "entity", Index: i, Name: e.Name, Class: "num"}
	value := value(e)
	if value == e.Name || e.Value == e.Name {
		value = ""
	}
	open := n.Chosen.is("entity", i)
	class := c.Class
	parts := []app.UI{press("row", append([]app.UI{
		el("span", "name", app.Text(e.Name+" "), txt("small", "", value)),
		dispersion(e.Ticks),
	}, times(e.Count)...)...).Attr("aria-expanded", open).On("click", send("choose", c), c.key()+c.Name)}
	if open {
		class += " open"
		var d detail
		if value != "" {
			d.fact(say("numbers.value"), app.Text(value))
		}
		d.why(n.At)
		parts = append(parts, d.ui(n.Context.lines(c, e.Count)))
	}
	return el("li", class, parts...).Attr("id", n.Paper.id(c.rowID()))
}
