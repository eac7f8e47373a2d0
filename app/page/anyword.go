package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

const anyWord = "anyword" // the id of the box

// Sought is what was looked for in the article, and what was found.
type Sought struct {
	Words  string
	Count  int
	Like   []report.Form // words that begin so
	Ticks  []int         // where the word that was chosen stands
	Asked  bool          // the words were to be shown in context
	Failed bool
}

// AnyWord is the box for a word of the reader's own.
type AnyWord struct {
	app.Compo
	Sought  Sought
	Chosen  Choice
	Total   int
	Context Context
}

// Render draws the box, what begins as it does, and the lines of what was chosen.
func (a *AnyWord) Render() app.UI {
	box := el("input", "field").Attr("id", anyWord).Attr("type", "search").Attr("placeholder", say("anyword.hint")).Attr("autocomplete", "off").
		Attr("spellcheck", false).Attr("maxlength", 200).Attr("enterkeyhint", "search").On("input", a.typed).On("keydown", a.pressed)
	parts := []app.UI{
		el("div", "head", el("h2", "", txt("label", "", say("anyword.head")).Attr("for", anyWord))),
		box,
		el("div", "likes", a.likes()...).Attr("role", "status"),
	}
	if a.Chosen.Kind == "word" {
		parts = append(parts, el("div", "under word open", (&detail{}).ui(a.Context.lines(a.Chosen, a.Total))))
	}
	return el("section", "", parts...)
}

// likes are the words that begin as the box does, or that there are none.
func (a *AnyWord) likes() []app.UI {
	s := a.Sought
	switch {
	case s.Words == "":
		return []app.UI{txt("p", "cap", "")}
	case s.Failed:
		return []app.UI{txt("p", "cap", say("lines.failed"))}
	case s.Count == 0 && len(s.Like) == 0:
		return []app.UI{txt("p", "cap", say("anyword.none", "words", s.Words))}
	case s.Asked && s.Count > 0:
		return []app.UI{txt("p", "cap", plural("anyword.found", s.Count, "words", s.Words))}
	}
	var chips []app.UI
	if len(s.Like) == 0 { // words that stand together
		s.Like = []report.Form{{Form: s.Words, Count: s.Count}}
	}
	for _, f := range s.Like {
		chips = append(chips, press("chip", app.Text(f.Form+" "), txt("small", "", number(f.Count))).On("click", send("seek", f.Form), f.Form))
	}
	return []app.UI{el("div", "chips", chips...)}
}

func (a *AnyWord) typed(ctx app.Context, e app.Event) {
	call("seek", e.Get("target").Get("value").String(), false)
}

func (a *AnyWord) pressed(ctx app.Context, e app.Event) {
	if e.Get("key").String() == "Enter" {
		e.PreventDefault()
		ctx.NewActionWithValue("seek", e.Get("target").Get("value").String())
	}
}

// onSeek looks for a word, to show it in context.
func (p *Page) onSeek(_ app.Context, a app.Action) {
	p.grown = true
	call("seek", a.Value.(string), true)
}

// onFound hears what has been found. A word that was selected in the text (s.Here) is shown in its list, and is in sight in the text.
func (p *Page) onFound(s said) {
	if p.summary == nil {
		return
	}
	p.sought = Sought{Words: s.Sought, Count: s.Count, Like: s.Like, Ticks: p.sought.Ticks, Asked: s.Choose, Failed: s.Failed}
	if !s.Choose {
		return
	}
	if s.Here {
		p.tab, p.sheet = "keywords", true
	}
	if s.Count == 0 {
		p.live = say("anyword.none", "words", s.Sought)
		return
	}
	p.sought.Ticks = s.Ticks
	c, how := Choice{Kind: "word", Name: s.Sought, Class: "word"}, "center"
	if s.Here {
		how = "nearest"
	}
	p.choose(c, s.N, how)
}

// seek goes to the box for any word.
func (p *Page) seek(ctx app.Context) {
	p.tab, p.sheet = "keywords", true
	ctx.Defer(func(app.Context) { focus(anyWord) })
}
