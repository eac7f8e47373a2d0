package page

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// Paper says that an instrument is drawn for print: all of them are, beside the one that is on screen.
type Paper bool

// id keeps the ids of the two apart.
func (p Paper) id(name string) string {
	if p {
		return "paper-" + name
	}
	return name
}

// paper is all instruments, without a selection, shown only in print. They are drawn a while after the result, one at a time, so that the page does
// not stand still: a browser that is about to print does not wait.
func (p *Page) paper() app.UI {
	var all []app.UI
	if p.summary != nil {
		for _, t := range tabs[:p.printable] {
			all = append(all, p.draw(t.id, Choice{}, true))
		}
	}
	return el("div", "paper", all...)
}

// printMore has one more instrument drawn for paper, and then the next, while the result is this one.
func (p *Page) printMore(ctx app.Context, s *report.Summary) {
	if p.summary != s || p.printable == len(tabs) {
		return
	}
	p.printable++
	ctx.After(betweenPrints, func(ctx app.Context) { p.printMore(ctx, s) })
}

// How long after a result it is drawn for paper, and the pause between two instruments.
const (
	beforePrints  = time.Second
	betweenPrints = 100 * time.Millisecond
)
