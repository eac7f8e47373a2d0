package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Dialogs are the small windows over the page.
type Dialogs struct {
	app.Compo
	Open      string
	Theme     string
	Size      string
	Headlines bool   // there are some to export
	Install   bool   // the browser offers it
	Unkept    bool   // what is set lasts only as long as the page
	Model     string // what the names of the text were found by, as the report says it
}

// Render draws all of them; browser.go opens the one that is asked for.
func (d *Dialogs) Render() app.UI {
	return el("div", "", d.settings(), d.keys(), d.export(), d.more(), d.about())
}

func dialog(id, head string, body ...app.UI) app.UI {
	done := el("form", "", txt("button", "btn", "Done").Attr("type", "submit")).Attr("method", "dialog")
	parts := append([]app.UI{txt("h2", "", head).Attr("id", "h-"+id)}, body...)
	return el("dialog", "", append(parts, done)...).Attr("id", id).Attr("aria-labelledby", "h-"+id)
}

func (d *Dialogs) settings() app.UI {
	choice := func(name, value, label, current string) app.UI {
		return press("", app.Text(label)).Attr("aria-pressed", value == current).On("click", send("set", Do{name, value}), name, value)
	}
	return dialog("settings", "Text and theme",
		el("fieldset", "",
			txt("legend", "", "Theme"),
			el("div", "seg", choice("theme", "", "System", d.Theme), choice("theme", "light", "Light", d.Theme), choice("theme", "dark", "Dark", d.Theme))),
		el("fieldset", "",
			txt("legend", "", "Text size"),
			el("div", "seg",
				choice("size", "18", "18", d.Size),
				choice("size", "20", "20", d.Size),
				choice("size", "22", "22", d.Size),
				choice("size", "24", "24", d.Size))),
		el("fieldset", "",
			txt("legend", "", "Names"),
			button("btn", "Your own names").On("click", send("swap", Do{"settings", ownBox}), "names")),
		app.If(d.Unkept, txt("p", "", "This browser keeps no settings here: these last until the page is closed.")),
	)
}

func (d *Dialogs) keys() app.UI {
	list := []struct{ key, does string }{
		{"n p", "next, previous mention"}, {"w", "why the mention is marked"}, {"Esc", "clear the selection"}, {"1 2 3 4", "instruments"},
		{"← →", "from mark to mark, once in the text"}, {"Enter", "open the mark in its instrument"},
		{"e", "edit the text"}, {"?", "this list"},
	}
	var rows []app.UI
	for _, l := range list {
		var caps []app.UI
		for _, k := range strings.Fields(l.key) {
			caps = append(caps, txt("kbd", "", k), app.Text(" "))
		}
		rows = append(rows, el("dt", "", caps...), txt("dd", "", l.does))
	}
	return dialog("keys", "Keys", el("dl", "keylist", rows...))
}

func (d *Dialogs) export() app.UI {
	lists := []struct{ list, name, says string }{
		{"json", "Report", "JSON, all of it"}, {"entities", "Names", "CSV"}, {"keywords", "Keywords", "CSV"},
		{"phrases", "Phrases", "CSV"}, {"numbers", "Dates and amounts", "CSV"}, {"headlines", "Headlines", "CSV"},
	}
	var rows []app.UI
	for _, l := range lists {
		if l.list == "headlines" && !d.Headlines {
			continue
		}
		act := func(name, label string) app.UI {
			return button("act", label).Attr("aria-label", label+" "+l.name).On("click", send("do", Do{name, l.list}), name, l.list)
		}
		rows = append(rows, el("li", "", el("span", "", app.Text(l.name), txt("small", "", l.says)), act("copy", "Copy"), act("save", "Save")))
	}
	return dialog("export", "Export", el("ul", "menu", rows...))
}

// more holds on a narrow screen what has no room in the header.
func (d *Dialogs) more() app.UI {
	act := func(name, label string) app.UI {
		return el("li", "", button("act", label).Attr("data-do", name).On("click", send("shut", "more"), name))
	}
	rows := []app.UI{
		act("edit", "Edit the text"),
		el("li", "", button("act", "Export").On("click", send("swap", Do{"more", "export"}), "export")),
		el("li", "", button("act", "Your own names").On("click", send("swap", Do{"more", ownBox}), "names")),
		act("clear", "Clear text and draft"),
		el("li", "", button("act", "How it works").On("click", send("swap", Do{"more", "about"}), "about")),
	}
	if d.Install {
		rows = append(rows, act("install", "Keep Gloss on this device"))
	}
	return dialog("more", "Article", el("ul", "choices", rows...))
}

func (d *Dialogs) about() app.UI {
	return dialog("about", "How it works",
		txt("p", "", "Gloss is a program that your browser fetches once and then runs by itself. The text that you paste is read on this device, by rules, word tables and a learnt model that came with the page. It is sent nowhere: there is no server that could read it."),
		txt("p", "", "The text is kept in this browser until you clear it, so that a reload or a crash loses nothing. There is no account, no cookie, and nobody is counted."),
		txt("p", "", "Names are found by a model learnt from open, labelled news; until it has arrived, or where it cannot be had, by rules: their shape, their neighbours and lists of well-known ones. Each says why it was marked. Your own names go before all. Words are counted by their stem, and headlines are compared with the text by the names and telling words that both share."),
		app.If(d.Model != "", txt("p", "", foundBy(d.Model))),
	)
}
