package page

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// languages are those that Gloss has tables for, by what they are called.
var languages = []struct{ code, name string }{
	{"en", say("language.en")}, {"fr", say("language.fr")}, {"hu", say("language.hu")}, {"no", say("language.no")},
	{"ru", say("language.ru")}, {"es", say("language.es")}, {"sv", say("language.sv")},
}

// plainly is the code of the language whose texts are read without tables.
const plainly = "und"

func languageName(code string) string {
	for _, l := range languages {
		if l.code == code {
			return l.name
		}
	}
	return code
}

// languageNames are the names of the languages, one after the other.
func languageNames(codes []string) string {
	all := ""
	for _, code := range codes {
		if name := languageName(code); all == "" {
			all = name
		} else {
			all = say("language.list", "before", all, "last", name)
		}
	}
	return all
}

// speech says what the text is written in: "French", "French, with English", "German, read plainly".
func (p *Page) speech() string {
	if p.summary == nil || len(p.summary.Languages) == 0 {
		return ""
	}
	var others []string
	for _, l := range p.summary.Languages[1:] {
		others = append(others, orElse(l.Name, languageName(l.Language)))
	}
	own := spoken(p.summary.Languages[0])
	if len(others) == 0 {
		return own
	}
	return say("language.with", "language", own, "others", languageNames(others))
}

func spoken(l report.LanguageSummary) string {
	switch {
	case l.Language != plainly:
		return languageName(l.Language)
	case l.Name != "":
		return say("language.plain", "language", l.Name)
	}
	return say("language.unknown")
}

// roughness is what the report says of the names, where they are found less well than in English.
func roughness(s *report.Summary) string {
	for _, n := range s.Notices {
		if n.Kind == report.NoticeRough {
			return n.Text
		}
	}
	return ""
}

// lost is a language whose tables could not be had, and why.
type lost struct{ Language, Error string }

// onLost tells of them, or takes what was told away.
func (p *Page) onLost(list []lost) {
	p.drop("tables")
	if len(list) == 0 {
		return
	}
	var codes []string
	for _, l := range list {
		codes = append(codes, l.Language)
	}
	names := languageNames(codes)
	why := sentences([]string{list[0].Error})
	if p.cut {
		why = say("tables.offline", "languages", names)
	}
	p.notice(Notice{Kind: "tables", Head: say("tables.head", "languages", names), Words: plural("tables.words", len(list), "why", why),
		Acts: []Act{{Label: say("notice.again"), Do: Do{Name: "again"}}}})
}

// speechBox is the id of the window in which the reader says what language the text is in.
const speechBox = "speech"

// Speech is that window.
type Speech struct {
	app.Compo
	Detected string // as Page.speech has it
	Language string // what the reader has said, "" while it is as detected
}

// Render draws a choice for each language.
func (s *Speech) Render() app.UI {
	choice := func(code, label string) app.UI {
		return el("li", "", button("act", label).Attr("aria-pressed", code == s.Language).On("click", send("do", Do{"speak", code}), code))
	}
	auto := say("speech.auto.unread")
	if s.Language == "" && s.Detected != "" {
		auto = say("speech.auto", "language", s.Detected)
	}
	rows := []app.UI{choice("", auto)}
	for _, l := range languages {
		rows = append(rows, choice(l.code, l.name))
	}
	rows = append(rows, choice(plainly, say("speech.plain")))
	return dialog(speechBox, say("speech.head"), el("ul", "choices spoken", rows...), txt("p", "", say("speech.words")))
}
