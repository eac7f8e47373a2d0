package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// el is an element with its class ("" for none) and children. All elements are made by it: go-app's constructors, one type a tag, weigh
// a tenth of the binary.
func el(tag, class string, body ...app.UI) app.HTMLElem {
	e := app.Elem(tag).Body(body...)
	if class != "" {
		e = e.Attr("class", class)
	}
	return e
}

// txt is an element that holds a text.
func txt(tag, class, words string) app.HTMLElem { return el(tag, class, app.Text(words)) }

// button is a button with a label.
func button(class, label string) app.HTMLElem { return press(class, app.Text(label)) }

// press is a button with anything in it.
func press(class string, body ...app.UI) app.HTMLElem {
	return el("button", class, body...).Attr("type", "button")
}

// times is a row's count, and the same as it is read out: a number of times.
func times(n int) []app.UI {
	return []app.UI{txt("span", "count", number(n)).Attr("aria-hidden", true), txt("span", "vh", plural("row.times", n))}
}

// send is a handler that posts an action. go-app tells the handlers of an element apart by the scope that On is given after it: the value must follow from that.
func send(name string, value any) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { ctx.NewActionWithValue(name, value) }
}

// svg is a drawing. Its parts are our own figures and names that esc has been over.
func svg(parts ...string) app.UI { return app.Raw(strings.Join(parts, "")) }

var icons = map[string]string{
	"previous": "M12 4l-6 6 6 6",
	"next":     "M8 4l6 6-6 6",
	"clear":    "M5 5l10 10M15 5L5 15",
}

func icon(name string) app.UI {
	return svg(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="`, icons[name], `"/></svg>`)
}
