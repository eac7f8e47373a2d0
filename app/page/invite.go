package page

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// invite is the page before anything was pasted. It is prerendered, so it holds no handlers: web/js acts on data-do. The
// specimens are from the sample.
func (p *Page) invite() app.UI {
	crops := make([]app.UI, 4)
	for i := range crops {
		crops[i] = app.I().Class("crop")
	}
	box := append(crops,
		app.Textarea().ID("paste").Placeholder(" ").Aria("labelledby", "h-paste").Aria("describedby", "d-paste").Spellcheck(false).Dir("auto"),
		app.Div().Class("words").Body(
			app.H1().ID("h-paste").Body(app.Text("Paste an article"), app.Span().Class("caret").Aria("hidden", true)),
			app.P().Class("lead").ID("d-paste").Body(
				app.Text("Gloss marks the people, places and organisations in it, counts its words, and tells which headlines belong to the same story. "),
				app.Strong().Text("Nothing leaves this device.")),
			app.Div().Class("acts").Body(
				button("btn first", "Paste").DataSet("do", "paste"),
				button("btn", "Open a file").DataSet("do", "open"),
				button("btn", "Try a sample").DataSet("do", "sample")),
			app.P().Class("hint").Text("Or drop a .txt file anywhere on this page."),
		),
		app.Div().Class("typed acts").Body(button("btn first", "Read it").DataSet("do", "read"), app.Span().Class("hint").Body(
			app.Elem("kbd").Text("Ctrl"), app.Text(" "), app.Elem("kbd").Text("Enter"))),
	)
	parts := []app.UI{app.Div().Class("invite").Body(
		app.Section().Class("page").Aria("labelledby", "h-paste").Body(box...),
		preview(),
	)}
	if len(p.notices) > 0 {
		parts = append([]app.UI{app.Div().Class("stack above").Body(p.notes()...)}, parts...)
	}
	return app.Main().Body(parts...)
}

// preview shows what there will be, in the place where it will be.
func preview() app.UI {
	specimen := func(class, word, says string) app.UI {
		return app.Span().Class(class).Body(app.Elem("mark").Class("m new "+class).Text(word), app.Small().Text(says))
	}
	bar := func(word, width, count string) app.UI {
		return app.Li().Class("bar-row").Body(app.Span().Class("name").Text(word),
			svg(`<svg aria-hidden="true"><rect width="`, width, `" height="8"/></svg>`), app.Span().Class("count").Text(count))
	}
	why := func(class, word string) app.UI {
		return app.Span().Class(class).Body(app.Span().Text(word))
	}
	return app.Aside().Class("preview").Aria("label", "What you get").Body(
		app.Ul().Class("specimens").Body(
			app.Li().Body(app.H2().Text("Names, marked where they stand"), app.P().Class("glossed").Body(
				specimen("per", "Ban Ki-moon", "person"), app.Text(", who led the "), specimen("org", "UN", "organisation"), app.Text(", was in "),
				specimen("loc", "Strasbourg", "place"), app.Text(" on "), specimen("num", "4 October", "date"), app.Text("."))),
			app.Li().Body(app.H2().Text("Words, counted by stem"), app.Ul().Class("bars").Body(
				bar("climate", "100%", "6"), bar("signed", "50%", "3"), bar("emissions", "33.3%", "2"))),
			app.Li().Body(app.H2().Text("The same story, and why"), app.P().Class("hl").Text("India ratifies Paris deal on Gandhi’s birthday"),
				app.Div().Class("why").Body(why("loc", "India"), why("per", "Gandhi"), why("word", "ratifies"))),
		),
		app.P().Class("cap").Text("From the sample, an article on the Paris Agreement."),
	)
}
