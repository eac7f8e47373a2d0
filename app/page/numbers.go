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
}

// Render draws the figures, the sentences, the amounts.
func (n *Numbers) Render() app.UI {
	figure := func(value, name string) app.UI {
		return el("div", "", txt("dt", "", name), txt("dd", "", value))
	}
	one := func(v int, name string) app.UI {
		if v == 1 {
			name = strings.TrimSuffix(name, "s")
		}
		return figure(number(v), name)
	}
	parts := []app.UI{el("dl", "figures",
		one(n.Stats.Words, "words"),
		one(n.Stats.Sentences, "sentences"),
		one(n.Stats.Paragraphs, "paragraphs"),
		one(minutes(n.Stats.ReadingSeconds), "minutes"))}
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
	fmt.Fprintf(&b, `<svg class="chart" role="img" aria-label="Words in each sentence, the longest has %d" preserveAspectRatio="none" viewBox="0 0 %d 56">`, most, 10*len(n.Lengths))
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
		el("div", "head", txt("h2", "", "Sentence length").Attr("id", n.Paper.id("h-sl")), txt("small", "end", plural(average, "word", "words")+" on average")),
		svg(b.String()),
		txt("p", "cap", fmt.Sprintf("The longest, %s, opens “%s”", plural(most, "word", "words"), n.Longest))).Attr("aria-labelledby", n.Paper.id("h-sl"))
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
		return nothing("No dates or amounts", "Years, days, sums, shares and measures would be listed here.")
	}
	return el("section", "",
		el("div", "head num", txt("h2", "", "Dates and amounts").Attr("id", n.Paper.id("h-am")), txt("small", "end", number(count))),
		el("ul", "rows", rows...)).Attr("aria-labelledby", n.Paper.id("h-am"))
}

func (n *Numbers) row(i int, e report.EntitySummary) app.UI {
	c := Choice{Kind: "entity", Index: i, Name: e.Name, Class: "num"}
	value := orElse(map[bool]string{true: e.Value}[e.Value != e.Name], "")
	open := n.Chosen.is("entity", i)
	class := c.Class
	parts := []app.UI{press("row",
		el("span", "name", app.Text(e.Name+" "), txt("small", "", value)),
		dispersion(e.Ticks),
		txt("span", "count", number(e.Count))).Attr("aria-expanded", open).On("click", send("choose", c), c.key()+c.Name)}
	if open {
		class += " open"
		var d detail
		if value != "" {
			d.fact("Reads as", app.Text(value))
		}
		d.why(n.At)
		parts = append(parts, d.ui())
	}
	return el("li", class, parts...).Attr("id", n.Paper.id(c.rowID()))
}
