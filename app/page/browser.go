package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// This file is the page's only way to JavaScript: window.gloss, made by web/js/main.js.

func gloss() app.Value { return app.Window().Get("gloss") }

func inBrowser() bool { return app.IsClient && gloss().Truthy() }

// listen has hear called, on the UI goroutine, with each event that the reader tells, those of before included.
func listen(ctx app.Context, hear func(app.Context, string, []byte)) {
	if !inBrowser() {
		return
	}
	gloss().Call("listen", app.FuncOf(func(_ app.Value, args []app.Value) any {
		kind, words := args[0].String(), []byte(args[1].String())
		ctx.Dispatch(func(ctx app.Context) { hear(ctx, kind, words) })
		return nil
	}))
}

// mountColumn puts the text into the place that desk has for it.
func mountColumn() { call("mount") }

func call(name string, args ...any) {
	if inBrowser() {
		gloss().Call(name, args...)
	}
}

// selectSpans paints a selection and gives which of how many places is the current one, where it begins, and its grounds.
func selectSpans(c Choice, n int, how string) Place {
	if !inBrowser() {
		return Place{N: -1}
	}
	v := gloss().Call("select", c.Kind, c.Index, n, how, c.Class)
	return Place{Total: v.Index(0).Int(), N: v.Index(1).Int(), Start: v.Index(2).Int(), Confidence: v.Index(3).Int(), Why: v.Index(4).String()}
}

// same gives the index of what was selected, -1 for none, and which of its places begins at or before an offset (UTF-16 units). With an index of
// -1 it is the name that stands there now.
func same(kind string, index, start int) (is, n int) {
	if !inBrowser() {
		return index, 0
	}
	v := gloss().Call("same", kind, index, start)
	return v.Index(0).Int(), v.Index(1).Int()
}

// nth is which of its entity's mentions the ith mark of the text is, from 0.
func nth(i int) int { return gloss().Call("nth", i).Int() }

// written is a number as the browser writes it: form is "whole", "tenth" or "percent". Without a browser, as while the page is built, it is written
// as in English.
func written(n float64, form string) string {
	if inBrowser() {
		return gloss().Call("number", n, form).String()
	}
	switch form {
	case "percent":
		return strconv.FormatFloat(n*100, 'f', 0, 64) + "%"
	case "tenth":
		return strconv.FormatFloat(n, 'f', 1, 64)
	}
	s := strconv.FormatFloat(n, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// day is a date of the form 2016-10-04 as the browser writes it.
func day(date string) string {
	if !inBrowser() {
		return date
	}
	return gloss().Call("day", date).String()
}

// setting is what was kept on the device under the name, "" when nothing was.
func setting(name string) string {
	if !inBrowser() {
		return ""
	}
	return gloss().Call("setting", name).String()
}

// place moves an element to a point of the page, in CSS pixels. The policy forbids style attributes, not properties.
func place(id string, left, top float64) {
	e := app.Window().GetElementByID(id)
	if !e.Truthy() {
		return
	}
	e.Get("style").Call("setProperty", "left", app.FormatString("%.1fpx", left))
	e.Get("style").Call("setProperty", "top", app.FormatString("%.1fpx", top))
}

// showDialog opens the dialog with the id as a modal one.
func showDialog(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() && !e.Get("open").Bool() {
		e.Call("showModal")
	}
}

func closeDialog(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("close")
	}
}

// reveal scrolls the instruments until the element is in sight.
func reveal(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// focus gives the keyboard to the element.
func focus(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("focus")
	}
}

// focusIn gives the keyboard to the first button in the element.
func focusIn(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("querySelector", "button").Call("focus")
	}
}

// narrow says whether the instruments are a sheet over the text.
func narrow() bool {
	return inBrowser() && app.Window().Call("matchMedia", "(max-width: 999.98px)").Get("matches").Bool()
}
