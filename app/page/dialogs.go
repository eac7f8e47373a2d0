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
	done := el("form", "", txt("button", "btn", say("dialog.done")).Attr("type", "submit")).Attr("method", "dialog")
	parts := append([]app.UI{txt("h2", "", head).Attr("id", "h-"+id)}, body...)
	class := ""
	if id == ownBox || id == stopBox {
		class = "own-box"
	}
	return el("dialog", class, append(parts, done)...).Attr("id", id).Attr("aria-labelledby", "h-"+id)
}

func (d *Dialogs) settings() app.UI {
	choice := func(name, value, label, current string) app.UI {
		return press("", app.Text(label)).Attr("aria-pressed", value == current).On("click", send("set", Do{name, value}), name, value)
	}
	return dialog("settings", say("settings.head"),
		el("fieldset", "",
			txt("legend", "", say("settings.theme")),
			el("div", "seg", choice("theme", "", say("settings.system"), d.Theme), choice("theme", "light", say("settings.light"), d.Theme), choice("theme", "dark", say("settings.dark"), d.Theme))),
		el("fieldset", "",
			txt("legend", "", say("settings.size")),
			el("div", "seg",
				choice("size", "18", "18", d.Size),
				choice("size", "20", "20", d.Size),
				choice("size", "22", "22", d.Size),
				choice("size", "24", "24", d.Size))),
		el("fieldset", "",
			txt("legend", "", say("settings.names")),
			button("btn", say("own.head")).On("click", send("swap", Do{"settings", ownBox}), "names"),
			button("btn", say("stops.head")).On("click", send("swap", Do{"settings", stopBox}), "stops")),
		app.If(d.Unkept, txt("p", "", say("settings.unkept"))),
	)
}

func (d *Dialogs) keys() app.UI {
	list := []struct{ key, does string }{
		{"n p", say("keys.step")}, {"w", say("keys.why")}, {"Esc", say("keys.clear")}, {"1 2 3 4 5", say("keys.tabs")},
		{"← →", say("keys.marks")}, {"Enter", say("keys.open")},
		{"/", say("keys.word")}, {"a", say("keys.selected")}, {"e", say("keys.edit")}, {"?", say("keys.list")},
	}
	var rows []app.UI
	for _, l := range list {
		var caps []app.UI
		for _, k := range strings.Fields(l.key) {
			caps = append(caps, txt("kbd", "", k), app.Text(" "))
		}
		rows = append(rows, el("dt", "", caps...), txt("dd", "", l.does))
	}
	return dialog("keys", say("keys.head"), el("dl", "keylist", rows...))
}

func (d *Dialogs) export() app.UI {
	lists := []struct{ list, name, says string }{
		{"json", say("export.report"), say("export.report.is")}, {"entities", say("export.names"), say("export.csv")}, {"keywords", say("export.keywords"), say("export.csv")},
		{"phrases", say("export.phrases"), say("export.csv")}, {"quotes", say("export.quotes"), say("export.csv")}, {"numbers", say("export.numbers"), say("export.csv")}, {"headlines", say("export.headlines"), say("export.csv")},
	}
	var rows []app.UI
	for _, l := range lists {
		if l.list == "headlines" && !d.Headlines {
			continue
		}
		act := func(name, label string) app.UI {
			return button("act", label).Attr("aria-label", say("export.act", "act", label, "list", l.name)).On("click", send("do", Do{name, l.list}), name, l.list)
		}
		rows = append(rows, el("li", "", el("span", "", app.Text(l.name), txt("small", "", l.says)), act("copy", say("export.copy")), act("save", say("export.save"))))
	}
	return dialog("export", say("export.head"), el("ul", "menu", rows...))
}

// more holds on a narrow screen what has no room in the header.
func (d *Dialogs) more() app.UI {
	act := func(name, label string) app.UI {
		return el("li", "", button("act", label).Attr("data-do", name).On("click", send("shut", "more"), name))
	}
	rows := []app.UI{
		act("edit", say("more.edit")),
		el("li", "", button("act", say("bar.export")).On("click", send("swap", Do{"more", "export"}), "export")),
		el("li", "", button("act", say("own.head")).On("click", send("swap", Do{"more", ownBox}), "names")),
		el("li", "", button("act", say("stops.head")).On("click", send("swap", Do{"more", stopBox}), "stops")),
		el("li", "", button("act", say("more.language")).On("click", send("swap", Do{"more", speechBox}), "language")),
		act("clear", say("more.clear")),
		el("li", "", button("act", say("foot.how")).On("click", send("swap", Do{"more", "about"}), "about")),
	}
	if d.Install {
		rows = append(rows, act("install", say("more.keep")))
	}
	return dialog("more", say("more.head"), el("ul", "choices", rows...))
}

func (d *Dialogs) about() app.UI {
	return dialog("about", say("foot.how"),
		txt("p", "", say("about.program")),
		txt("p", "", say("about.kept")),
		txt("p", "", say("about.names")),
		app.If(d.Model != "", txt("p", "", foundBy(d.Model))),
	)
}
