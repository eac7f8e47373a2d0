package page

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Choice is what the reader has selected: an entity, a keyword, a phrase, a run of words, any word, the sentences that a pair shares, or one place in
// the text.
type Choice struct {
	Kind       string // "entity", "keyword", "phrase", "quote", "ngram", "word", "pair", "span"; "" when nothing is selected
	Index      int    // into the summary's list of that kind
	Start, End int    // of a span or a quote, UTF-16 units
	Name       string
	Class      string // of its colour
	Row        string // the row in which a pair was selected, by its id; "" for what has a row of its own
	Of         string // what that row is of
}

// Place is which of a choice's places is the current one.
type Place struct {
	N, Total int // from 0
	Permille int // where in the article it stands, 0 to 1000
	Start    int // where that is, UTF-16 units

	Confidence int    // of an entity's mention, 0 to 10,000
	Why        string // on what grounds it was marked, a tab between two of them; "" for what is no mention
}

func (c Choice) key() string { return fmt.Sprintf("%s %d %d", c.Kind, c.Index, c.Start) }

// is says whether the choice is shown in the row of what has this kind and index.
func (c Choice) is(kind string, index int) bool {
	if c.Row != "" {
		return c.Row == rowOf(kind, index)
	}
	return c.Kind == kind && c.Index == index
}

// rowID is the id of the choice's row in its instrument.
func (c Choice) rowID() string { return orElse(c.Row, rowOf(c.Kind, c.Index)) }

func rowOf(kind string, index int) string { return kind + "-" + strconv.Itoa(index) }

// cutRow is what a row's id was made of.
func cutRow(id string) (kind string, index int) {
	kind, n, _ := strings.Cut(id, "-")
	index, _ = strconv.Atoi(n)
	return kind, index
}

// tab is the instrument that lists the choice.
func (c Choice) tab() string {
	switch kind := c.whole().Kind; {
	case kind == "entity" && c.Class == "num":
		return "numbers"
	case kind == "entity":
		return "who"
	case c.Kind == "quote":
		return "quotes"
	}
	return "keywords"
}

func (p *Page) entityChoice(i int) Choice {
	e, _ := p.entity(i)
	return Choice{Kind: "entity", Index: i, Name: e.Name, Class: kindFor(e.Type).class}
}

// choose selects c, its nth place as the current one; how says whether the text is scrolled there ("" for not at all).
func (p *Page) choose(c Choice, n int, how string) {
	if c.Kind == "" {
		if p.chosen.Kind != "" {
			selectSpans(Choice{Index: -1}, 0, "")
		}
		p.chosen, p.at = Choice{}, Place{}
		return
	}
	if c.rowID() != p.chosen.rowID() {
		p.allLines = false
	}
	p.chosen = c
	if c.Kind == "span" {
		call("show", c.Start, c.End, c.Class)
		p.at = Place{Total: 1, Permille: p.permille(c.Start), Start: c.Start}
		return
	}
	if c.Kind == "quote" {
		p.chooseQuote(c, how)
		return
	}
	p.at = selectSpans(c, n, how)
	p.at.Permille = p.permille(p.at.Start)
	p.live = p.named(c)
}

// named is the current place of a choice in words: "Ban Ki-moon, 2 of 5".
func (p *Page) named(c Choice) string {
	return say("live.place", "name", c.Name, "at", number(p.at.N+1), "total", number(p.at.Total))
}

// chooseAgain finds what was selected in a new result: by its name and type, by its name, or by the place where it stood. The place stays the
// current one, and nothing is scrolled.
func (p *Page) chooseAgain(c Choice, at Place) {
	if c.Kind == "span" {
		return
	}
	c = c.whole()
	index, n := same(c.Kind, p.find(c), at.Start)
	if index < 0 {
		p.choose(Choice{}, 0, "")
		return
	}
	c.Index = index
	switch c.Kind {
	case "entity":
		c = p.entityChoice(index)
	case "quote":
		c = quoteChoice(index, p.summary.Quotes[index])
	}
	p.choose(c, n, "")
}

// find is the index of what has the choice's name, and if it can be its type; -1 for none.
func (p *Page) find(c Choice) int {
	found := -1
	switch c.Kind {
	case "entity":
		for i := range p.entities() {
			switch o := p.entityChoice(i); {
			case o.Name != c.Name || p.guessed(i) && !p.unsure:
			case o.Class == c.Class:
				return i
			case found < 0:
				found = i
			}
		}
	case "keyword":
		for i, k := range p.summary.Keywords {
			if k.Form == c.Name {
				return i
			}
		}
	case "quote":
		for i, q := range p.summary.Quotes {
			if q.Start == c.Start {
				return i
			}
		}
	case "phrase":
		for i, f := range p.summary.Phrases {
			if f.Text == c.Name {
				return i
			}
		}
	case "ngram":
		for i, f := range p.summary.NGrams {
			if f.Text == c.Name {
				return i
			}
		}
	case "word":
		return 0
	}
	return found
}

// entities are the indexes of those that the summary has, unsure ones included.
func (p *Page) entities() iter.Seq[int] {
	s := p.summary
	return func(yield func(int) bool) {
		for i := range s.Entities {
			if !yield(i) {
				return
			}
		}
		for k := range s.Unsure {
			if !yield(s.Totals.Entities + k) {
				return
			}
		}
	}
}

func (p *Page) permille(at int) int {
	if p.summary == nil || p.summary.End <= p.summary.Start {
		return 0
	}
	return min(1000, max(0, 1000*(at-p.summary.Start)/(p.summary.End-p.summary.Start)))
}

// places of the choice in the article, 0 to 1000, for the map.
func (p *Page) places() []int {
	s := p.summary
	switch {
	case s == nil:
	case p.chosen.Kind == "entity":
		e, _ := p.entity(p.chosen.Index)
		return e.Ticks
	case p.chosen.Kind == "keyword" && p.chosen.Index < len(s.Keywords):
		return s.Keywords[p.chosen.Index].Ticks
	case p.chosen.Kind == "phrase" && p.chosen.Index < len(s.Phrases):
		return s.Phrases[p.chosen.Index].Ticks
	case p.chosen.Kind == "quote":
		return p.quoteTicks()
	case p.chosen.Kind == "ngram" && p.chosen.Index < len(s.NGrams):
		return s.NGrams[p.chosen.Index].Ticks
	case p.chosen.Kind == "pair" && p.chosen.Index < len(s.Pairs):
		return s.Pairs[p.chosen.Index].Ticks
	case p.chosen.Kind == "word":
		return p.sought.Ticks
	case p.chosen.Kind == "span":
		return []int{p.at.Permille}
	}
	return nil
}

func (p *Page) onChoose(ctx app.Context, a app.Action) {
	p.grown = true
	c := a.Value.(Choice)
	call("hold", c.rowID())
	ctx.Defer(func(app.Context) { call("release") })
	switch {
	case c != p.chosen || c.Kind == "span":
		p.choose(c, 0, "center")
	case c.Row != "": // the row stays open
		p.choose(c.whole(), 0, "")
	default:
		p.choose(Choice{}, 0, "")
	}
}

func (p *Page) onShow(ctx app.Context, a app.Action) {
	p.grown = true
	p.choose(a.Value.(Choice), 0, "center")
}

// onFollow selects an entity that another one's row leads to, and goes to its row.
func (p *Page) onFollow(ctx app.Context, a app.Action) {
	p.grown, p.all = true, true
	c := a.Value.(Choice)
	p.choose(c, 0, "center")
	p.openFor(ctx, c)
	ctx.Defer(func(app.Context) { focusIn(c.rowID()) })
}

// onFind shows the row of what is selected.
func (p *Page) onFind(ctx app.Context, _ app.Action) {
	p.grown, p.all = true, true
	p.showRow(ctx)
}

// showRow opens the row of what is selected, and keeps its place in the text in sight where the list rises over it.
func (p *Page) showRow(ctx app.Context) {
	p.sheet = true
	p.openFor(ctx, p.chosen)
	if !p.frame {
		ctx.Defer(func(app.Context) { selectSpans(p.chosen, p.at.N, "nearest") })
	}
}

// why shows, and says, on what grounds the current mention was marked.
func (p *Page) why(ctx app.Context) {
	if p.chosen.Kind != "entity" || p.at.Why == "" {
		return
	}
	p.showRow(ctx)
	p.live = p.named(p.chosen) + ". " + p.at.grounds() + " " + sureness(p.at.Confidence) + "."
}

func (p *Page) onStep(ctx app.Context, a app.Action) {
	switch d := a.Value.(int); d {
	case 0:
		p.choose(Choice{}, 0, "")
	default:
		p.step(ctx, d)
	}
}

func (p *Page) onTab(_ app.Context, a app.Action) {
	tab := a.Value.(string)
	p.grown = true
	p.sheet = !(p.tab == tab && p.sheet)
	p.tab = tab
	call("keep", "tab", tab)
}

// onTurn goes to the next tab by the keyboard: the sheet stays as it is.
func (p *Page) onTurn(ctx app.Context, a app.Action) {
	p.tab, p.grown = a.Value.(string), true
	call("keep", "tab", p.tab)
	ctx.Defer(func(app.Context) { focus("t-" + p.tab) })
}

func (p *Page) onSheet(_ app.Context, _ app.Action) { p.sheet = !p.sheet }

// onFilter switches the marks of a type off or on.
func (p *Page) onFilter(_ app.Context, a app.Action) {
	p.off = toggle(p.off, a.Value.(string))
	call("filter", p.off)
}

func (p *Page) onDo(ctx app.Context, a app.Action) {
	if d := a.Value.(Do); d.Name == ownBox || d.Name == stopBox {
		p.untoast()
		p.openDialog(ctx, d.Name)
		return
	}
	p.do(a.Value.(Do))
}

// Do is something that a button asks of the reader, with an argument where it takes one.
type Do struct{ Name, With string }

func (p *Page) do(d Do) {
	switch d.Name {
	case "dismiss":
		p.drop(d.With)
		p.learnt.Closed = p.learnt.Closed || d.With == "model"
		if d.With == installNotice.Kind {
			p.later = true
			call("keep", d.With, "later")
		}
	case "untoast":
		p.untoast()
	case "undo", "update":
		p.untoast()
		call(d.Name)
	case "cancel", "again":
		p.working.Stopped, p.failed = false, ""
		p.drop("failed", "restart")
		call(d.Name)
	case "tail", "other", "own", "stops":
		call(d.Name, d.With)
	case "speak":
		closeDialog(speechBox)
		call(d.Name, d.With)
	case "learn":
		call(d.Name)
	case "save", "copy":
		call(d.Name, d.With)
	}
}

func (p *Page) onOpen(ctx app.Context, a app.Action) { p.openDialog(ctx, a.Value.(string)) }

func (p *Page) openDialog(ctx app.Context, id string) {
	p.dialog = id
	switch id {
	case ownBox:
		call("own", "open")
	case stopBox:
		call("stops", "open")
	}
	ctx.Defer(func(app.Context) { showDialog(id) })
}

// onShut closes a dialog.
func (p *Page) onShut(_ app.Context, a app.Action) { closeDialog(a.Value.(string)) }

// onSwap closes one dialog and opens another.
func (p *Page) onSwap(ctx app.Context, a app.Action) {
	d := a.Value.(Do)
	closeDialog(d.Name)
	p.openDialog(ctx, d.With)
}

// onSet keeps a setting on the device: a Do of its name and value.
func (p *Page) onSet(_ app.Context, a app.Action) {
	d := a.Value.(Do)
	call("keep", d.Name, d.With)
}

// level is the headlines of one level, in order.
func level(list []report.HeadlineSummary, name string) []report.HeadlineSummary {
	var out []report.HeadlineSummary
	for _, h := range list {
		if h.Level == name {
			out = append(out, h)
		}
	}
	return out
}
