package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Panel is the instruments: beside the text, or on a narrow screen a sheet that rises from below, or in a frame.
type Panel struct {
	app.Compo
	Frame   bool
	Tab     string
	Sheet   bool
	Chosen  Choice
	At      Place
	Body    app.UI // the instrument of the tab
	Working Working
	Chars   int // length of the text in UTF-16 units
	Names   int
	Words   int
	Quotes  int
	Related int
	Minutes int
}

// tabs are the instruments, in order, with what they are called where there is little room; a frame has those with such a name.
var tabs = []struct{ id, label, short string }{
	{"who", say("tab.who"), say("tab.who.short")}, {"keywords", say("tab.keywords"), say("tab.keywords.short")},
	{"quotes", say("tab.quotes"), ""}, {"headlines", say("tab.headlines"), say("tab.headlines.short")}, {"numbers", say("tab.numbers"), ""},
}

// tabs are the indexes of those that the panel has.
func (p *Panel) tabs() []int {
	var has []int
	for i, t := range tabs {
		if !p.Frame || t.short != "" {
			has = append(has, i)
		}
	}
	return has
}

// Render draws the tabs, the selection and the instrument.
func (p *Panel) Render() app.UI {
	bar := el("div", "tabs", app.Range(p.tabs()).Slice(func(i int) app.UI { return p.tab(i) })).Attr("role", "tablist").Attr("aria-label", say("panel.label"))
	body := el("div", "body", p.Body).Attr("id", "instrument").Attr("role", "tabpanel").Attr("aria-labelledby", "t-"+p.Tab).Attr("tabindex", 0)
	if p.Frame {
		return el("div", "inside", bar, p.work(), p.chosen(), body)
	}
	return el("aside", "panel",
		el("button", "handle").Attr("type", "button").Attr("aria-label", say("panel.handle")).Attr("aria-expanded", p.Sheet).
			Attr("aria-controls", "instrument").On("click", send("sheet", nil)),
		bar,
		p.work(),
		p.chosen(),
		body).
		Attr("aria-label", say("panel.label"))
}

// tab is the ith that the panel has.
func (p *Panel) tab(i int) app.UI {
	has := p.tabs()
	t := tabs[has[i]]
	count := []string{number(p.Names), number(p.Words), number(p.Quotes), number(p.Related), duration(p.Minutes)}[has[i]]
	if p.Minutes == 0 { // there is no result yet
		count = "–"
	}
	index := -1
	if t.id == p.Tab {
		index = 0
	}
	label := t.label
	if p.Frame {
		label = t.short
	}
	return press("",
		txt("span", "n", count),
		txt("span", "", label)).Attr("role", "tab").Attr("id", "t-"+t.id).Attr("aria-controls", "instrument").Attr("aria-selected", t.id == p.Tab).
		Attr("tabindex", index).On("click", send("tab", t.id), t.id).On("keydown", arrow(i, has), i)
}

// arrow moves from tab to tab, as tabs do everywhere.
func arrow(i int, has []int) app.EventHandler {
	n := len(has)
	return func(ctx app.Context, e app.Event) {
		next := map[string]int{"ArrowRight": (i + 1) % n, "ArrowLeft": (i + n - 1) % n, "Home": 0, "End": n - 1}
		to, ok := next[e.Get("key").String()]
		if !ok {
			return
		}
		e.PreventDefault()
		ctx.NewActionWithValue("turn", tabs[has[to]].id)
	}
}

// work is how far the reading is. It stands here, where it moves nothing in the text.
func (p *Panel) work() app.UI {
	if !p.Working.On && !p.Working.Stopped {
		return el("div", "").Attr("hidden", true)
	}
	return &Work{Working: p.Working, Chars: p.Chars}
}

// chosen is the one place for stepping through the selection.
func (p *Panel) chosen() app.UI {
	if p.Chosen.Kind == "" {
		return el("div", "chosen").Attr("hidden", true)
	}
	of := ""
	if p.At.Total > 1 {
		of = say("chosen.at", "at", number(p.At.N+1), "total", number(p.At.Total))
	}
	what := []app.UI{txt("span", "", p.Chosen.Name), txt("i", "", of)}
	parts := []app.UI{press("what", what...).Attr("title", say("chosen.find")).On("click", send("find", nil))}
	if p.Chosen.Kind == "span" {
		parts = []app.UI{el("p", "what", what...)}
	}
	if p.Chosen.Kind == "entity" && !p.Frame {
		parts = append(parts, button("act ask", say("chosen.why")).Attr("aria-label", say("chosen.why.label")).On("click", send("find", nil)))
	}
	step := func(label, name string, d int) app.UI {
		return press("act", icon(name)).Attr("aria-label", label).On("click", send("step", d), d)
	}
	switch {
	case p.At.Total < 2:
	case p.Chosen.Kind == "quote":
		parts = append(parts, step(say("chosen.previous.quote"), "previous", -1), step(say("chosen.next.quote"), "next", 1))
	default:
		parts = append(parts, step(say("chosen.previous"), "previous", -1), step(say("chosen.next"), "next", 1))
	}
	parts = append(parts, step(say("chosen.clear"), "clear", 0))
	return el("div", "chosen "+p.Chosen.Class, parts...).Attr("role", "group").Attr("aria-label", say("chosen.label"))
}

// instrument is the one that the tab shows.
func (p *Page) instrument() app.UI {
	if p.phase == Empty {
		return nothing(say("frame.empty"), say("frame.empty.words"))
	}
	if p.summary == nil {
		return &Waiting{Loading: p.loading, Stopped: p.working.Stopped, Failed: p.failed}
	}
	return p.draw(p.tab, p.chosen, false)
}

// draw is the instrument of a tab, with a selection, for the screen or for paper.
func (p *Page) draw(tab string, c Choice, paper Paper) app.UI {
	s := p.summary
	switch tab {
	case "keywords":
		return &Keywords{Keywords: s.Keywords, Phrases: s.Phrases, NGrams: s.NGrams, Total: s.Totals.Keywords, Chosen: c, Places: p.at.Total, Sought: p.sought, Own: !p.frame && !bool(paper), Paper: paper, Context: p.context()}
	case "quotes":
		return p.quotes(c, paper)
	case "headlines":
		return &Headlines{List: s.Headlines, Total: s.Totals.Headlines, Chosen: c, Paper: paper}
	case "numbers":
		return &Numbers{Stats: s.Stats, Lengths: s.Lengths, Longest: s.Longest, Entities: s.Entities, Chosen: c, At: p.at, Model: s.Model, Paper: paper, Context: p.context()}
	}
	w := &Who{Entities: s.Entities, Headlines: s.Headlines, Types: s.Types, Chosen: c, At: p.at, Paper: paper, Brief: p.frame && !p.all, Sure: s.Totals.Entities, Rough: roughness(s), Context: p.context()}
	if !p.frame {
		w.Own, w.Speakers = !bool(paper), s.Speakers
		w.Unsure, w.Guesses, w.ShowUnsure = s.Unsure, s.Totals.Unsure, p.unsure
	}
	return w
}

// Waiting stands in an instrument until there is a result.
type Waiting struct {
	app.Compo
	Loading float64
	Stopped bool
	Failed  string
}

// Render says what is awaited.
func (w *Waiting) Render() app.UI {
	switch {
	case w.Failed == "start":
		return nothing(say("waiting.start"), say("waiting.start.words"))
	case w.Failed != "":
		return nothing(say("waiting.failed"), say("waiting.failed.words"))
	case w.Stopped:
		return nothing(say("waiting.stopped"), say("waiting.stopped.words"))
	case w.Loading < 1:
		return nothing(say("waiting.loading"), say("waiting.loading.words"))
	}
	return nothing(say("waiting.reading"), say("waiting.reading.words"))
}

// nothing is an instrument with nothing in it: what would be here, and how to get it.
func nothing(head, words string, more ...app.UI) app.UI {
	return el("div", "nothing", append([]app.UI{txt("p", "", head), txt("p", "", words)}, more...)...)
}
