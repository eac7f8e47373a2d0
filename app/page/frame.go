package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// NewFrame is the instruments alone, for a frame in another site's page. web/js/frame.js hears the host page and plays the reader's part.
func NewFrame() *Page { return &Page{phase: Reading, tab: "who", frame: true} }

// card draws the frame: one line that folds it, the instruments, where they come from.
func (p *Page) card() app.UI {
	class := "gl-panel"
	if p.grown {
		class += " grown"
	}
	return el("main", "",
		txt("h1", "vh", say("frame.title")),
		el("details", class,
			el("summary", "", txt("b", "", say("frame.head")), txt("small", "", p.facts())),
			el("div", "stack", p.notes()...),
			&Panel{
				Frame: true, Tab: p.tab, Chosen: p.chosen, At: p.at, Body: p.instrument(),
				Working: p.working, Chars: p.chars,
				Names: p.names(), Words: p.counts().Keywords, Quotes: p.counts().Quotes, Related: p.counts().Related, Minutes: p.minutes(),
			},
			el("p", "gl-foot",
				txt("span", "", p.readHere()),
				el("a", "gl-badge", txt("b", "", "Gloss")).Attr("href", "../").Attr("target", "_blank").Attr("rel", "noopener").
					Attr("aria-label", say("frame.made")))).Attr("open", true),
		txt("div", "vh", p.live).Attr("id", "live").Attr("role", "status").Attr("aria-live", "polite"))
}

// readHere is what the panel's foot says of how the text was read.
func (p *Page) readHere() string {
	if p.plain() && p.learnt.Error != "" {
		return say("frame.private.rules")
	}
	return say("frame.private")
}

// facts is what the line says of the article: "7 people, 17 places".
func (p *Page) facts() string {
	if p.summary == nil {
		return ""
	}
	var said []string
	for i, class := range []string{"per", "loc", "org"} {
		if n := p.summary.Types[i].Entities; n > 0 && len(said) < 2 {
			said = append(said, plural("facts."+class, n))
		}
	}
	if len(said) == 0 {
		return plural("facts.words", p.summary.Stats.Words)
	}
	return strings.Join(said, ", ")
}
