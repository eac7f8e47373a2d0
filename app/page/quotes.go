package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

const (
	fewQuotes = 40 // quotations until the list is unfolded
	fewVoices = 6
	shades    = 3 // speakers who have a shade of their own in the bar
)

// noSpeaker stands where nobody is told who speaks. web/js/notes.js says the same beside the text.
var noSpeaker = say("script.quotes.nobody")

// Voice is a speaker whose quotations alone are listed; the zero value is none.
type Voice struct {
	On         bool
	Name, Type string // "" for the unknown ones
}

func voiceOf(v report.SpeakerSummary) Voice { return Voice{On: true, Name: v.Name, Type: v.Type} }

// speaker is who says a quotation; the zero value where the summary doesn't have it.
func speaker(q report.QuoteSummary, all []report.SpeakerSummary) (s report.SpeakerSummary) {
	if q.Speaker < 0 || q.Speaker >= len(all) {
		return report.SpeakerSummary{Entity: -1}
	}
	return all[q.Speaker]
}

// listed are the indexes of the quotations that a speaker says, or of all.
func (v Voice) listed(quotes []report.QuoteSummary, all []report.SpeakerSummary) []int {
	var out []int
	for i, q := range quotes {
		if !v.On || q.Speaker >= 0 && voiceOf(speaker(q, all)) == v {
			out = append(out, i)
		}
	}
	return out
}

func quoteChoice(i int, q report.QuoteSummary) Choice {
	return Choice{Kind: "quote", Index: i, Start: q.Start, End: q.End, Name: q.Text, Class: "quote"}
}

// Quotes lists what is said in the text, and by whom.
type Quotes struct {
	app.Compo
	Quotes   []report.QuoteSummary
	Speakers []report.SpeakerSummary
	Totals   report.Totals
	Words    int // of the text
	Voice    Voice
	Chosen   Choice
	Paper    Paper

	all, everyone bool // the list, the speakers are unfolded
}

func (p *Page) quotes(c Choice, paper Paper) app.UI {
	s := p.summary
	q := &Quotes{Quotes: s.Quotes, Speakers: s.Speakers, Totals: s.Totals, Words: s.Stats.Words, Chosen: c, Paper: paper}
	if !paper {
		q.Voice = p.voice
	}
	return q
}

// Render draws who is quoted, and how much, then the quotations.
func (q *Quotes) Render() app.UI {
	if len(q.Quotes) == 0 {
		return nothing(say("quotes.none"), say("quotes.none.words"))
	}
	id := q.Paper.id("h-q")
	parts := []app.UI{
		el("div", "head", txt("h2", "", say("quotes.head")).Attr("id", id),
			txt("small", "end", plural("quotes.share", q.Words, "quoted", number(q.Totals.Quoted)))),
		q.voices(),
	}
	return el("div", "", el("section", "", append(parts, q.list()...)...).Attr("aria-labelledby", id))
}

// voices are the speakers: their shares of the quoted words as one bar, and a line for each, which lists what they say alone.
func (q *Quotes) voices() app.UI {
	shown := q.Speakers
	if len(shown) > fewVoices && !q.everyone {
		shown = shown[:fewVoices]
	}
	parts := []app.UI{}
	if q.Totals.Quoted > 0 {
		parts = append(parts, q.bar())
	}
	var rows []app.UI
	for i, v := range shown {
		rows = append(rows, q.voice(i, v))
	}
	parts = append(parts, el("ul", "", rows...))
	if more := len(q.Speakers) - len(shown); more > 0 {
		parts = append(parts, button("more", say("list.more", "n", number(more))).On("click", func(app.Context, app.Event) { q.everyone = true }))
	}
	return el("div", "voices", parts...)
}

// shade is the class of a speaker's part of the bar: those who say most have their own, the unknown ones are grey.
func (q *Quotes) shade(i int) string {
	switch {
	case q.Speakers[i].Name == "":
		return "v0"
	case i < shades:
		return "v" + strconv.Itoa(i+1)
	}
	return "v4"
}

func (q *Quotes) bar() app.UI {
	var b strings.Builder
	var says []string
	at := 0.0
	for i, v := range q.Speakers {
		if v.Words == 0 {
			continue
		}
		share := 100 * float64(v.Words) / float64(q.Totals.Quoted)
		fmt.Fprintf(&b, `<rect class="%s" x="%.2f%%" width="%.2f%%" height="12"/>`, q.shade(i), at, max(share-0.5, 0.2))
		at += share
		if i < fewVoices {
			says = append(says, orElse(v.Name, noSpeaker)+" "+number(v.Words))
		}
	}
	return svg(`<svg class="shares" role="img" aria-label="`, esc(say("quotes.bar", "shares", strings.Join(says, ", "))), `">`, b.String(), `</svg>`)
}

func (q *Quotes) voice(i int, v report.SpeakerSummary) app.UI {
	c := voiceOf(v)
	share := "–"
	if v.Words > 0 {
		share = percent(max(1, (200*v.Words+q.Totals.Quoted)/(2*max(1, q.Totals.Quoted))))
	}
	return el("li", "", press("voice",
		txt("span", q.shade(i), ""), txt("span", "who", orElse(v.Name, noSpeaker)), app.Text(" "),
		txt("small", "", saysOf(v)), app.Text(" "), txt("small", "count", share)).
		Attr("aria-pressed", q.Voice == c).On("click", send("voice", c), "voice"+c.Type+" "+c.Name))
}

// saysOf is how much somebody says: "2 quotes, 22 words".
func saysOf(v report.SpeakerSummary) string {
	if v.Quotes == 0 {
		return say("quotes.retold", "n", number(v.Indirect))
	}
	return plural("quotes.count", v.Quotes) + ", " + plural("foot.words", v.Words)
}

// list is the quotations, or those of one speaker.
func (q *Quotes) list() []app.UI {
	var rows []app.UI
	all := q.Voice.listed(q.Quotes, q.Speakers)
	for n, i := range all {
		if n < fewQuotes || q.all || bool(q.Paper) || q.Chosen.is("quote", i) {
			rows = append(rows, q.row(i, q.Quotes[i]))
		}
	}
	var parts []app.UI
	if q.Voice.On {
		only := say("quotes.only.unknown")
		if q.Voice.Name != "" {
			only = say("quotes.only", "name", q.Voice.Name)
		}
		parts = append(parts, el("p", "cap", txt("span", "", only), app.Text(" "),
			button("more", say("quotes.all", "n", number(len(q.Quotes)))).On("click", send("voice", Voice{}), "all")))
	}
	parts = append(parts, el("ol", "said", rows...))
	if more := len(all) - len(rows); more > 0 {
		parts = append(parts, button("more", say("list.more", "n", number(more))).On("click", func(app.Context, app.Event) { q.all = true }))
	} else if cut := q.Totals.Quotes - len(q.Quotes); cut > 0 {
		parts = append(parts, txt("p", "cap", say("list.exported", "n", number(cut))))
	}
	return parts
}

func (q *Quotes) row(i int, s report.QuoteSummary) app.UI {
	c := quoteChoice(i, s)
	class := ""
	if s.Indirect {
		class = "indirect"
	}
	on := q.Chosen.is("quote", i)
	if on {
		class += " on"
	}
	who := speaker(s, q.Speakers)
	return el("li", strings.TrimSpace(class),
		el("blockquote", "", press("", txt("span", "name", s.Text)).Attr("aria-pressed", on).On("click", send("choose", c), c.key()+c.Name)),
		el("p", strings.TrimSpace("by "+kindClass(who.Type)), q.by(s, who)...)).Attr("id", q.Paper.id(c.rowID()))
}

// kindClass is the class of an entity's type, "" where there is none.
func kindClass(typ string) string {
	if typ == "" {
		return ""
	}
	return kindFor(typ).class
}

// by is who says it, the cue, the paragraph, and what else is to be known of it.
func (q *Quotes) by(s report.QuoteSummary, v report.SpeakerSummary) []app.UI {
	var out []app.UI
	switch {
	case v.Name == "" && s.Speaker >= 0:
		out = append(out, txt("b", "nobody", noSpeaker))
	case v.Entity >= 0:
		c := Choice{Kind: "entity", Index: v.Entity, Name: v.Name, Class: kindFor(v.Type).class}
		out = append(out, press("link", txt("b", "", v.Name)).On("click", send("follow", c), c.key()+c.Name))
	default:
		out = append(out, txt("b", "", v.Name))
	}
	add := func(words string) { out = append(out, app.Text(" "), txt("span", "", words)) }
	switch {
	case s.Cue != "":
		add(s.Cue)
	case s.Continued:
		add(say("quotes.continued"))
	}
	if s.Paragraph > 0 {
		add(say("quotes.paragraph", "n", number(s.Paragraph)))
	}
	switch {
	case s.Indirect:
		add(say("quotes.indirect"))
	case s.Nested:
		add(say("quotes.nested"))
	}
	return out
}

// quoted are the indexes of the quotations that are listed.
func (p *Page) quoted() []int {
	if p.summary == nil {
		return nil
	}
	return p.voice.listed(p.summary.Quotes, p.summary.Speakers)
}

// chooseQuote selects a quotation: the places to step through are the quotations of the list.
func (p *Page) chooseQuote(c Choice, how string) {
	list := p.quoted()
	at := slices.Index(list, c.Index)
	if at < 0 {
		p.voice = Voice{}
		list = p.quoted()
		at = slices.Index(list, c.Index)
	}
	p.at = selectSpans(c, 0, how)
	p.at.N, p.at.Total, p.at.Start, p.at.Permille = at, len(list), c.Start, p.permille(c.Start)
	q := p.summary.Quotes[c.Index]
	p.live = say("quotes.live", "text", c.Name, "name", orElse(speaker(q, p.summary.Speakers).Name, noSpeaker), "at", number(at+1), "total", number(len(list)))
}

// step goes to the next place of what is selected, or to the one before it: of a quotation, to the next one in the list.
func (p *Page) step(ctx app.Context, d int) {
	list := p.quoted()
	if p.chosen.Kind != "quote" || len(list) == 0 {
		p.choose(p.chosen, p.at.N+d, "center")
		return
	}
	i := list[(p.at.N+d+len(list))%len(list)]
	p.choose(quoteChoice(i, p.summary.Quotes[i]), 0, "center")
	ctx.Defer(func(app.Context) { reveal(p.chosen.rowID()) })
}

// quoteTicks are the places of the quotations that are listed.
func (p *Page) quoteTicks() []int {
	var out []int
	for _, i := range p.quoted() {
		out = append(out, p.summary.Quotes[i].Tick)
	}
	return out
}

// onVoice lists one speaker's quotations alone, or all again.
func (p *Page) onVoice(_ app.Context, a app.Action) {
	v := a.Value.(Voice)
	p.grown = true
	if v == p.voice {
		v = Voice{}
	}
	p.voice, p.tab = v, "quotes"
	if p.chosen.Kind != "quote" {
		return
	}
	if slices.Contains(p.quoted(), p.chosen.Index) {
		p.choose(p.chosen, 0, "")
	} else {
		p.choose(Choice{}, 0, "")
	}
}

// keepVoice lists all quotations where the speaker who was chosen is none in a new result.
func (p *Page) keepVoice() {
	for _, v := range p.summary.Speakers {
		if voiceOf(v) == p.voice {
			return
		}
	}
	p.voice = Voice{}
}

// onNote opens the quotation whose note beside the text was pressed.
func (p *Page) onNote(ctx app.Context, i int) {
	if p.summary == nil || i >= len(p.summary.Quotes) {
		return
	}
	p.choose(quoteChoice(i, p.summary.Quotes[i]), 0, "")
	if !narrow() {
		p.openFor(ctx, p.chosen)
	}
}

// quotes is a way to what the entity says, from its open row.
func (d *detail) quotes(entity int, speakers []report.SpeakerSummary) {
	for _, v := range speakers {
		if v.Entity == entity {
			d.fact(say("who.quotes"), button("more", saysOf(v)).On("click", send("voice", voiceOf(v)), "voice"+v.Name))
		}
	}
}
