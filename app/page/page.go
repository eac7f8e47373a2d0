// Package page takes what the reader (web/js) and the engine (a worker) tell and gives back
// what people see around the text: the frame, the legend and the instruments, as go-app components.
//
// The text itself is not rendered here: web/js lays it out and paints it, from the first moment on, before this
// package has arrived. Page hears of it as events (events.go) and acts on it through browser.go.
package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Phase is what the page is doing with a text.
type Phase string

const (
	Empty   Phase = "empty"   // nothing was pasted yet
	Reading Phase = "reading" // a text is shown
	Editing Phase = "editing" // a text is shown in a box to write in
)

// Page is the whole page. It holds the state; all other components are given what they show.
type Page struct {
	app.Compo

	frame     bool // the instruments alone, in a frame of another site's page
	grown     bool // a frame in which the reader has done something: it may outgrow the room reserved for it
	all       bool // a frame in which the reader asked for all names
	phase     Phase
	loading   float64 // share of the engine that has arrived, 1 when it is there
	chars     int     // length of the text in UTF-16 units
	language  string  // the reader's word on the language: a code, "" for as it is detected
	tail      string  // the reader's word on the end of the paste: "auto", "text" or a number
	working   Working
	failed    string          // why there will be no result, "" while there may be one
	summary   *report.Summary // nil until there is a result
	printable int             // so many instruments are drawn for paper
	results   int             // how many there were
	shown     int             // how many of them were shown
	chosen    Choice
	at        Place
	tab       string
	voice     Voice // whose quotes alone are listed
	sheet     bool  // the instruments are open, on a narrow screen
	off       string
	unsure    bool // unsure names are shown
	notices   []Notice
	toast     Toast
	standing  Toast // one that stays, to be shown again after a passing one
	toasts    int
	offline   bool   // the page works without a network
	cut       bool   // there is none
	install   bool   // the browser offers to install the page
	later     bool   // and was told: not now
	unkept    bool   // settings last only as long as the page
	live      string // what a screen reader is told
	own       own    // the reader's own names
	stop      own    // and stop words
	stopWords []StopWord
	order     string // of lines in context
	allLines  bool   // all lines of the open row are shown
	unlined   bool   // there are none: the engine has lost the text
	sought    Sought // a word of the reader's own
	learnt    learnt // the model of names
	tip       Tip
	dialog    string
}

// Working says how far an analysis is, once it takes long enough to be worth a word.
type Working struct {
	On          bool
	Stopped     bool
	Stage       string
	Done, Total int
	Languages   []string // codes of those whose tables are on their way
}

// Route makes the pages known to go-app's router, which compares whole paths; web/js/goapp.js gives each its slash.
func Route() {
	app.RouteFunc("/", func() app.Composer { return New() })
	app.RouteFunc("/embed/", func() app.Composer { return NewFrame() })
}

// New is the page as it is before anything was pasted.
func New() *Page {
	return &Page{phase: Empty, tab: "who", own: own{Empty: true}, stop: own{Empty: true}}
}

// NewReading is the frame of a text that is read, shown until the program is there.
func NewReading() *Page {
	return &Page{phase: Reading, tab: "who", own: own{Empty: true}, stop: own{Empty: true}}
}

// OnMount connects the page with the reader.
func (p *Page) OnMount(ctx app.Context) {
	ctx.Handle("choose", p.onChoose)
	ctx.Handle("show", p.onShow)
	ctx.Handle("follow", p.onFollow)
	ctx.Handle("find", p.onFind)
	ctx.Handle("unsure", p.onUnsure)
	ctx.Handle("step", p.onStep)
	ctx.Handle("tab", p.onTab)
	ctx.Handle("sheet", p.onSheet)
	ctx.Handle("filter", p.onFilter)
	ctx.Handle("do", p.onDo)
	ctx.Handle("open", p.onOpen)
	ctx.Handle("set", p.onSet)
	ctx.Handle("turn", p.onTurn)
	ctx.Handle("shut", p.onShut)
	ctx.Handle("swap", p.onSwap)
	ctx.Handle("order", p.onOrder)
	ctx.Handle("lines", p.onLines)
	ctx.Handle("seek", p.onSeek)
	ctx.Handle("correct", p.onCorrect)
	ctx.Handle("voice", p.onVoice)
	ctx.Handle("stop", p.onStop)
	ctx.Handle("unstop", p.onUnstop)
	ctx.Handle("stop-line", func(_ app.Context, a app.Action) { call("stops", "line", a.Value.(string)) })
	ctx.Handle("line", func(_ app.Context, a app.Action) { call("own", "line", a.Value.(string)) })
	ctx.Handle("all", func(app.Context, app.Action) { p.grown, p.all = true, true })
	p.loading = 1
	p.tab = orElse(setting("tab"), "who")
	p.unsure = setting("unsure") == "on"
	p.later = setting(installNotice.Kind) == "later"
	listen(ctx, p.hear)
	ctx.Defer(func(app.Context) { mountColumn() })
}

// Render draws the whole page: header, text and instruments, status line.
func (p *Page) Render() app.UI {
	if p.frame {
		return p.card()
	}
	class := "shell"
	if p.phase != Empty {
		class += " read"
	}
	if p.working.On || p.working.Stopped {
		class += " busy"
	}
	if p.sheet {
		class += " sheet-open"
	}
	return el("div", class,
		txt("a", "skip", orElse(map[Phase]string{Empty: say("skip.paste")}[p.phase], say("skip.article"))).Attr("href", "#"+p.start()),
		&Header{Phase: p.phase, Title: p.title(), Loading: p.loading, Install: p.install},
		app.If(p.phase == Empty, p.invite()),
		app.If(p.phase != Empty, p.desk()),
		p.foot(),
		&Bubble{Toast: p.toast},
		el("div", "tip",
			txt("b", "", p.tip.Type),
			app.Text(" "),
			txt("span", "", p.tip.Name)).Attr("id", "tip").Attr("role", "tooltip").Attr("hidden", p.tip.Type == ""),
		txt("div", "vh", p.live).Attr("id", "live").Attr("role", "status").Attr("aria-live", "polite"),
		&Dialogs{Open: p.dialog, Theme: setting("theme"), Size: orElse(setting("size"), "20"), Headlines: p.counts().Headlines > 0, Install: p.install, Unkept: p.unkept, Model: p.model()},
		&Own{Own: p.own},
		p.stops(),
		&Speech{Detected: p.speech(), Language: p.language})
}

func (p *Page) start() string {
	if p.phase == Empty {
		return "paste"
	}
	return "story"
}

func (p *Page) title() string {
	if p.summary == nil || p.phase == Empty {
		return ""
	}
	return p.summary.Title
}

// model is what the names were found by, "" while there is no result.
func (p *Page) model() string {
	if p.summary == nil || p.phase == Empty {
		return ""
	}
	return p.summary.Model
}

func (p *Page) counts() report.Totals {
	if p.summary == nil {
		return report.Totals{}
	}
	return p.summary.Totals
}

// desk is the reading frame: the column, the map beside it, the instruments.
func (p *Page) desk() app.UI {
	return el("main", "desk",
		el("div", "sheet",
			el("div", "column",
				&Legend{Types: p.types(), Off: p.off},
				p.heading(),
				el("div", "stack", p.notes()...),
				el("article", "", el("div", "").Attr("id", "column")).Attr("aria-label", say("text.label")),
				&Tail{Found: p.tailFound(), Word: p.tail, Related: p.counts().Related, Editing: p.phase == Editing},
				el("div", "stack", p.offers()...))),
		&Map{Places: p.places(), Class: p.chosen.Class, Name: p.chosen.Name, At: p.at.Permille},
		p.panel(),
		p.paper())
}

// heading stands for the article's title, for those who hear the page, where the text shows none.
func (p *Page) heading() app.UI {
	if p.title() != "" && p.phase != Editing {
		return el("div", "").Attr("hidden", true)
	}
	return txt("h1", "vh", say("text.untitled"))
}

func (p *Page) types() []report.TypeCount {
	if p.summary == nil {
		return nil
	}
	return p.summary.Types
}

func (p *Page) tailFound() report.TailSummary {
	if p.summary == nil {
		return report.TailSummary{}
	}
	return p.summary.Tail
}

// notes is what stands above the text: what could not be done.
func (p *Page) notes() []app.UI {
	var out []app.UI
	for _, n := range p.notices {
		out = append(out, &NoticeBox{Notice: n})
	}
	return out
}

// offers is what stands under the text: what the browser would do.
func (p *Page) offers() []app.UI {
	if !p.install || p.later || p.phase != Reading {
		return nil
	}
	return []app.UI{&NoticeBox{Notice: installNotice}}
}

func (p *Page) foot() app.UI {
	f := &Foot{Phase: p.phase, Loading: p.loading, Working: p.working.On, Offline: p.offline, Cut: p.cut, Awaited: p.awaited()}
	if p.summary != nil {
		f.Words, f.Minutes, f.Language = p.summary.Stats.Words, minutes(p.summary.Stats.ReadingSeconds), p.speech()
	}
	return f
}

func (p *Page) panel() app.UI {
	return &Panel{
		Tab: p.tab, Sheet: p.sheet, Chosen: p.chosen, At: p.at, Body: p.instrument(),
		Working: p.working, Chars: p.chars,
		Names: p.names(), Words: p.counts().Keywords, Quotes: p.counts().Quotes, Related: p.counts().Related, Minutes: p.minutes(),
	}
}

// names counts the entities that are names: dates and amounts are not.
func (p *Page) names() int {
	n := 0
	for i, t := range p.types() {
		if i < 6 {
			n += t.Entities
		}
	}
	return n
}

func (p *Page) minutes() int {
	if p.summary == nil {
		return 0
	}
	return minutes(p.summary.Stats.ReadingSeconds)
}
