package page

import (
	"fmt"
	"math"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Headlines lists the headlines given with the text, by how they relate to it, each with its reasons.
type Headlines struct {
	app.Compo
	List   []report.HeadlineSummary
	Total  int
	Chosen Choice
	Paper  Paper
}

// Render draws those of the same story, those of the same theme, and the others folded away.
func (h *Headlines) Render() app.UI {
	if len(h.List) == 0 {
		return nothing(say("headlines.none"), say("headlines.none.words"))
	}
	same, theme, none := level(h.List, "related"), level(h.List, "theme"), level(h.List, "none")
	var parts []app.UI
	if len(same) == 0 && len(theme) == 0 {
		parts = append(parts, nothing(plural("headlines.no-fit", h.Total),
			say("headlines.no-fit.words")))
	}
	if len(same) > 0 {
		parts = append(parts, h.section(h.Paper.id("h-rel"), say("headlines.same"), say("headlines.of", "n", number(len(same)), "total", number(h.Total)), same))
	}
	if len(theme) > 0 {
		parts = append(parts, h.section(h.Paper.id("h-th"), say("headlines.theme"), number(len(theme)), theme))
	}
	if len(none) > 0 {
		parts = append(parts, el("details", "fold", el("summary", "", app.Text(say("headlines.not")+" "), txt("small", "label", number(len(none)))), h.list(none)))
	}
	if cut := h.Total - len(h.List); cut > 0 {
		parts = append(parts, txt("p", "cap", say("list.exported", "n", number(cut))))
	}
	return el("div", "", parts...)
}

func (h *Headlines) section(id, head, end string, list []report.HeadlineSummary) app.UI {
	return el("section", "", el("div", "head", txt("h2", "", head).Attr("id", id), txt("small", "end", end)), h.list(list)).Attr("aria-labelledby", id)
}

func (h *Headlines) list(list []report.HeadlineSummary) app.UI {
	return el("ol", "story-list", app.Range(list).Slice(func(i int) app.UI { return h.line(list[i]) }))
}

func (h *Headlines) line(l report.HeadlineSummary) app.UI {
	score := int(math.Sqrt(l.Score)*100 + 0.5) // scores of the same story begin near 0.3: the root spreads them over the bar
	bar := svg(fmt.Sprintf(`<svg role="img" aria-label="%s"><rect class="track" width="40" height="4"/><rect class="fill" width="%d" height="4"/></svg>`, esc(say("headlines.match", "score", number(score))), score*40/100))
	title := txt("span", "", l.Title)
	if l.URL != "" {
		title = el("span", "", txt("a", "", l.Title).Attr("href", l.URL).Attr("target", "_blank").Attr("rel", "noopener noreferrer"))
	}
	parts := []app.UI{el("h3", "", title, bar)}
	if from := origin(l); from != "" {
		parts = append(parts, txt("p", "from", from))
	}
	if len(l.Reasons) > 0 {
		parts = append(parts, el("div", "why", app.Range(l.Reasons).Slice(func(i int) app.UI { return reason(l.Reasons[i]) })))
	} else {
		parts = append(parts, el("div", "why", txt("span", "not", say("headlines.nothing"))))
	}
	return el("li", "", parts...)
}

// origin is the source, section and time of a headline.
func origin(l report.HeadlineSummary) string {
	out := ""
	for _, s := range []string{l.Source, l.Section, l.Published} {
		if s != "" && out != "" {
			out += " · "
		}
		out += s
	}
	return out
}

// reason is a button that shows where in the text the shared thing stands.
func reason(r report.ReasonSummary) app.UI {
	class := "word"
	if r.Type != "" {
		class = kindFor(r.Type).class
	}
	if r.Start < 0 {
		return txt("span", "not", r.Text)
	}
	c := Choice{Kind: "span", Start: r.Start, End: r.End, Name: r.Text, Class: class}
	if r.Entity >= 0 {
		c = Choice{Kind: "entity", Index: r.Entity, Name: r.Text, Class: class}
	}
	return press(class, txt("span", "", r.Text)).Attr("title", say("headlines.share", "percent", percent(int(r.Weight*100+0.5)))).On("click", send("show", c), c.key()+c.Name)
}
