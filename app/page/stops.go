package page

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// stopBox is the id of the box for stop words of the reader's own. web/js/stops.js keeps what is written in it.
const stopBox = "own-stops"

// StopWord is a word of the box: with "+" one that is not counted, with "-" one that is.
type StopWord struct {
	Language string `json:"language"` // a code; "" is the language of each text
	Sign     string `json:"sign"`
	Word     string `json:"word"`
}

// Stops is the box: the words one by one, by language, and the lines that they are.
type Stops struct {
	app.Compo
	Own      own
	Words    []StopWord
	Language string // of the text, "" while there is none
}

// Render draws it. The text in it is web/js's.
func (s *Stops) Render() app.UI {
	parts := []app.UI{txt("p", "", say("stops.intro")), el("div", "", s.lists()...)}
	parts = append(parts, s.Own.box("stops", say("stops.box"), 4)...)
	return dialog(stopBox, say("stops.head"), append(parts,
		txt("p", "how", say("stops.how")), s.Own.state("stops"), s.Own.wrong("stop-line"), s.Own.acts("stops", say("stops.reset")))...)
}

// languages are those that have words, in the order of the lists: that of the text, that of each text, the others.
func (s *Stops) languages() []string {
	list := []string{}
	for _, first := range []string{s.Language, ""} {
		if !slices.Contains(list, first) {
			list = append(list, first)
		}
	}
	for _, w := range s.Words {
		if !slices.Contains(list, w.Language) {
			list = append(list, w.Language)
		}
	}
	return list
}

func (s *Stops) lists() []app.UI {
	var out []app.UI
	for _, code := range s.languages() {
		var rows []app.UI
		for _, w := range s.Words {
			if w.Language == code && stopLanguage(code) != "" {
				rows = append(rows, s.row(w))
			}
		}
		if len(rows) > 0 {
			out = append(out, txt("h3", "", stopLanguage(code)), el("ul", "stops", rows...))
		}
	}
	return out
}

func (s *Stops) row(w StopWord) app.UI {
	says := say("stops.added")
	if w.Sign == "-" {
		says = say("stops.taken")
	}
	return el("li", "", el("span", "", txt("b", "", w.Word), app.Text(" "), txt("small", "", says)),
		button("act", say("stops.remove")).Attr("aria-label", say("stops.remove.label", "word", w.Word)).On("click", send("unstop", w), w.Language+w.Sign+w.Word))
}

// stopLanguage is how a language is called in the box, "" where none has that code.
func stopLanguage(code string) string {
	switch {
	case code == "":
		return say("stops.each")
	case code == plainly:
		return say("stops.plain")
	case languageName(code) == code:
		return ""
	}
	return languageName(code)
}

// neverCount is the way to take a keyword out of what is counted, in the text's language.
func neverCount(w report.KeywordSummary) app.UI {
	return button("more", say("stops.never")).On("click", send("stop", w.Form), w.Form)
}

func (p *Page) onStop(ctx app.Context, a app.Action) {
	w := StopWord{Sign: "+", Word: a.Value.(string)}
	if p.summary != nil {
		w.Language = p.summary.Language
	}
	callStops("add", w)
	p.say(ctx, Toast{Words: say("stops.told", "word", w.Word), Do: stopBox, Label: say("stops.toast")})
}

func (p *Page) onUnstop(_ app.Context, a app.Action) { callStops("remove", a.Value.(StopWord)) }

func callStops(what string, w StopWord) {
	if b, err := json.Marshal(w); err == nil { // strings always can be
		call("stops", what, string(b))
	}
}

// stops is the box, for this text.
func (p *Page) stops() app.UI {
	language := ""
	if p.summary != nil {
		language = p.summary.Language
	}
	return &Stops{Own: p.stop, Words: p.stopWords, Language: language}
}
