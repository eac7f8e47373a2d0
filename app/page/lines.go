package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

const (
	fewLines = 8  // that are shown until all are asked for; the same in web/js/lines.js
	fewPairs = 12 // names and words that are said to stand with another
)

// Context is what an open row shows of what stands around its name or word, beside the places themselves.
type Context struct {
	Order  string // of the lines, one of report.ByPosition, ByLeft, ByRight
	All    bool   // all lines are asked for
	Failed bool   // there are none: the engine was started anew
	Result int    // which result it is of: its lines are made anew
	Pairs  []report.PairSummary
	Names  []report.EntitySummary
	Words  []report.KeywordSummary
}

func (p *Page) context() Context {
	s := p.summary
	return Context{Order: orElse(p.order, report.ByPosition), All: p.allLines, Failed: p.unlined, Result: p.shown, Pairs: s.Pairs, Names: s.Entities, Words: s.Keywords}
}

// Lines is the room for words in context: a strip of where in the article something stands, and the lines. web/js/lines.js fills both, so that a
// word may stand in thousands of places.
type Lines struct {
	app.Compo
	Of      Choice
	Total   int
	Context Context
}

// Render draws the orders of the lines, and the way to all of them, where there are many.
func (l *Lines) Render() app.UI {
	if l.Context.Failed {
		return el("div", "context", el("p", "cap", app.Text(say("lines.failed")+" "), button("more", say("lines.again")).On("click", send("do", Do{Name: "again"}))))
	}
	parts := []app.UI{el("div", "strip").Attr("id", "strip")}
	if l.Total > 2 {
		parts = append(parts, l.orders())
	}
	parts = append(parts, el("ol", "hits").Attr("id", "lines").Attr("tabindex", -1).Attr("aria-label", say("lines.label")))
	if l.Total > fewLines {
		label := say("lines.all", "n", number(l.Total))
		if l.Context.All {
			label = say("lines.few")
		}
		parts = append(parts, button("more", label).On("click", send("lines", nil)))
	}
	return el("div", "context", parts...)
}

func (l *Lines) orders() app.UI {
	order := func(by, label string) app.UI {
		return button("", label).Attr("aria-pressed", l.Context.Order == by).On("click", send("order", by), by)
	}
	return el("div", "orders", txt("span", "", say("lines.order")),
		order(report.ByPosition, say("lines.by-place")), order(report.ByLeft, say("lines.by-before")), order(report.ByRight, say("lines.by-after"))).
		Attr("role", "group").Attr("aria-label", say("lines.order"))
}

// OnMount has the lines filled in.
func (l *Lines) OnMount(ctx app.Context) { l.fill(ctx) }

// OnUpdate has them filled in anew.
func (l *Lines) OnUpdate(ctx app.Context) { l.fill(ctx) }

func (l *Lines) fill(ctx app.Context) {
	ctx.Defer(func(app.Context) { call("lines", l.Of.Kind, l.Of.Index, l.Context.Order, l.Context.All) })
}

// lines are those of an open row.
func (x Context) lines(c Choice, total int) app.UI {
	return &Lines{Of: c, Total: total, Context: Context{Order: x.Order, All: x.All, Failed: x.Failed, Result: x.Result}}
}

// with lists the names and words that share sentences with what the row is of, the strongest first; a press selects those sentences.
func (x Context) with(c, chosen Choice) []app.UI {
	var out []app.UI
	for i, pair := range x.Pairs {
		other := pair.B
		switch (report.Member{Kind: c.Kind, Index: c.Index}) {
		case pair.A:
		case pair.B:
			other = pair.A
		default:
			continue
		}
		name, class := x.member(other)
		if name == "" || len(out) == fewPairs {
			continue
		}
		both := Choice{Kind: "pair", Index: i, Name: say("pair.name", "one", c.Name, "other", name), Class: c.Class, Row: c.rowID(), Of: c.Name}
		out = append(out, el("li", class, press("link",
			txt("span", "", name), app.Text(" "), txt("small", "", number(pair.Count))).
			Attr("aria-pressed", chosen == both).Attr("title", plural("pair.sentences", pair.Count)).On("click", send("choose", both), both.key()+both.Name)))
	}
	return out
}

// member is the name of one of a pair, and the class of its colour; "" for one that the summary doesn't have.
func (x Context) member(m report.Member) (name, class string) {
	switch {
	case m.Kind == "entity" && m.Index < len(x.Names):
		e := x.Names[m.Index]
		return e.Name, kindFor(e.Type).class
	case m.Kind == "keyword" && m.Index < len(x.Words):
		return x.Words[m.Index].Form, "word"
	}
	return "", ""
}

// name leads to the entity that a word or phrase is a name of; nil where it is none of those shown.
func (x Context) name(entity int) app.UI {
	if entity < 0 || entity >= len(x.Names) {
		return nil
	}
	e := x.Names[entity]
	c := Choice{Kind: "entity", Index: entity, Name: e.Name, Class: kindFor(e.Type).class}
	return el("ul", "links", el("li", c.Class, press("link", txt("span", "", e.Name), app.Text(" "), txt("small", "", kindFor(e.Type).small)).
		On("click", send("follow", c), c.key()+c.Name)))
}

func (p *Page) onOrder(_ app.Context, a app.Action) { p.order = a.Value.(string) }

// onLines shows all lines, or the first ones.
func (p *Page) onLines(_ app.Context, _ app.Action) { p.grown, p.allLines = true, !p.allLines }

// onLine goes to the place of a line that was pressed.
func (p *Page) onLine(s said) {
	p.grown = true
	p.choose(p.chosen.whole(), s.I, "center")
}

// whole is what the row is of, of which a pair was selected.
func (c Choice) whole() Choice {
	if c.Row == "" {
		return c
	}
	kind, index := cutRow(c.Row)
	return Choice{Kind: kind, Index: index, Name: c.Of, Class: c.Class}
}
