package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Keywords lists the words that the text keeps using, its phrases and its runs of words, and shows any of them in context.
type Keywords struct {
	app.Compo
	Keywords []report.KeywordSummary
	Phrases  []report.PhraseSummary
	NGrams   []report.NGramSummary
	Total    int
	Chosen   Choice
	Places   int // of what is chosen
	Sought   Sought
	Own      bool // the reader has a box for stop words of their own
	Paper    Paper
	Context  Context

	all, allPhrases bool
}

const (
	fewWords   = 20
	fewPhrases = 16
)

// Render draws a bar for each word and a chip for each phrase.
func (k *Keywords) Render() app.UI {
	if len(k.Keywords) == 0 {
		return el("div", "", nothing(say("keywords.none"), say("keywords.none.words")), k.anyWord())
	}
	return el("div", "", k.words(), k.phrases(), k.anyWord(), k.runs())
}

func (k *Keywords) words() app.UI {
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
	if c := k.Chosen.whole(); c.Kind == "keyword" && c.Index >= len(shown) && c.Index < len(k.Keywords) {
		rows = append(rows, k.row(c.Index, most))
	}
	end := app.UI(txt("small", "end", number(k.Total)))
	if k.Own {
		end = button("more end", say("keywords.stops")).On("click", send("do", Do{Name: stopBox}))
	}
	parts := []app.UI{
		el("div", "head", txt("h2", "", say("keywords.head")).Attr("id", k.Paper.id("h-kw")), end),
		el("ul", "bars", rows...),
	}
	if more := len(k.Keywords) - len(shown); more > 0 {
		parts = append(parts, button("more", say("list.more", "n", number(more))).On("click", func(app.Context, app.Event) { k.all = true }))
	}
	return el("section", "", parts...).Attr("aria-labelledby", k.Paper.id("h-kw"))
}

func (k *Keywords) row(i, most int) app.UI {
	w := k.Keywords[i]
	c := Choice{Kind: "keyword", Index: i, Name: w.Form, Class: "word"}
	open := k.Chosen.is("keyword", i)
	name := []app.UI{app.Text(w.Form)}
	if others := forms(w, false); others != "" {
		name = append(name, app.Text(" "), txt("small", "", others))
	}
	parts := []app.UI{press("bar-row", append([]app.UI{
		el("span", "name", name...),
		svg(fmt.Sprintf(`<svg aria-hidden="true"><rect width="%d%%" height="8"/></svg>`, 100*w.Count/most)),
	}, times(w.Count)...)...).Attr("aria-expanded", open).On("click", send("choose", c), c.key()+c.Name)}
	class := "word"
	if open {
		class += " open"
		parts = append(parts, k.detail(c, w))
	}
	return el("li", class, parts...).Attr("id", k.Paper.id(c.rowID()))
}

func (k *Keywords) detail(c Choice, w report.KeywordSummary) app.UI {
	var d detail
	if len(w.Forms) > 1 {
		d.fact(say("keywords.forms"), app.Text(forms(w, true)))
	}
	d.named(k.Context, w.Entity)
	d.with(k.Context, c, k.Chosen)
	if k.Own {
		d.fact(say("keywords.stop"), neverCount(w))
	}
	return d.ui(k.Context.lines(c, w.Count))
}

// forms are the other forms that were counted with the word, or all of them, with their counts.
func forms(w report.KeywordSummary, all bool) string {
	var out []string
	for _, f := range w.Forms {
		if all || !strings.EqualFold(f.Form, w.Form) {
			out = append(out, say("keywords.form", "form", f.Form, "n", number(f.Count)))
		}
	}
	return strings.Join(out, ", ")
}

func (k *Keywords) phrases() app.UI {
	if len(k.Phrases) == 0 {
		return el("section", "").Attr("hidden", true)
	}
	shown := k.Phrases
	if len(shown) > fewPhrases && !k.allPhrases {
		shown = shown[:fewPhrases]
	}
	var chips []app.UI
	for i, ph := range shown {
		chips = append(chips, k.chip(Choice{Kind: "phrase", Index: i, Name: ph.Text, Class: "word"}, ph.Count))
	}
	if more := len(k.Phrases) - len(shown); more > 0 {
		chips = append(chips, button("more", say("list.more", "n", number(more))).On("click", func(app.Context, app.Event) { k.allPhrases = true }))
	}
	var d detail
	if k.Chosen.Kind == "phrase" && k.Chosen.Index < len(k.Phrases) {
		d.named(k.Context, k.Phrases[k.Chosen.Index].Entity)
	}
	return el("section", "",
		el("div", "head", txt("h2", "", say("keywords.phrases")).Attr("id", k.Paper.id("h-ph"))),
		el("div", "chips", chips...),
		k.below("phrase", d)).Attr("aria-labelledby", k.Paper.id("h-ph"))
}

// chip is a phrase or run of words, and how often it stands in the text.
func (k *Keywords) chip(c Choice, count int) app.UI {
	parts := []app.UI{app.Text(c.Name)}
	if count > 1 {
		parts = append(append(parts, app.Text(" ")), times(count)...)
	}
	return press("chip", parts...).Attr("id", k.Paper.id(c.rowID())).Attr("aria-expanded", k.Chosen == c).On("click", send("choose", c), c.key()+c.Name)
}

// below is the chosen one of a kind in context, below all chips: none of them moves.
func (k *Keywords) below(kind string, d detail) app.UI {
	if k.Chosen.Kind != kind {
		return el("div", "").Attr("hidden", true)
	}
	return el("div", "under word open", d.ui(k.Context.lines(k.Chosen, k.Places)))
}

// runs are the runs of words that stand in the text more than once, folded away.
func (k *Keywords) runs() app.UI {
	if len(k.NGrams) == 0 || bool(k.Paper) {
		return el("section", "").Attr("hidden", true)
	}
	var chips []app.UI
	for i, n := range k.NGrams {
		chips = append(chips, k.chip(Choice{Kind: "ngram", Index: i, Name: n.Text, Class: "word"}, n.Count))
	}
	return el("details", "fold",
		el("summary", "", app.Text(say("keywords.runs")+" "), txt("small", "label", number(len(k.NGrams)))),
		el("div", "chips", chips...),
		k.below("ngram", detail{}))
}

func (k *Keywords) anyWord() app.UI {
	if k.Paper {
		return el("section", "").Attr("hidden", true)
	}
	return &AnyWord{Sought: k.Sought, Chosen: k.Chosen, Total: k.Places, Context: k.Context}
}
