package page

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// invite is the page before anything was pasted. It is prerendered, so it holds no handlers: web/js acts on data-do. The
// specimens are from the sample.
func (p *Page) invite() app.UI {
	crops := make([]app.UI, 4)
	for i := range crops {
		crops[i] = el("i", "crop")
	}
	box := append(crops,
		el("textarea", "").Attr("id", "paste").Attr("placeholder", "\u200b").Attr("aria-label", "Paste an article").Attr("aria-describedby", "d-paste").
			Attr("spellcheck", "false").Attr("dir", "auto"),
		el("div", "words",
			el("h1", "", app.Text("Paste an article"), el("span", "caret").Attr("aria-hidden", true)).Attr("id", "h-paste"),
			el("p", "lead",
				app.Text("Gloss marks the people, places and organisations in it, counts its words, and tells which headlines belong to the same story. "),
				txt("strong", "", "Nothing leaves this device.")).Attr("id", "d-paste"),
			el("div", "acts",
				button("btn first", "Paste").Attr("data-do", "paste"),
				button("btn", "Open a file").Attr("data-do", "open"),
				button("btn", "Try a sample").Attr("data-do", "sample")),
			txt("p", "hint", "Or drop a .txt file anywhere on this page.")),
		el("div", "typed acts",
			button("btn first", "Read it").Attr("data-do", "read"),
			el("span", "hint", txt("kbd", "", "Ctrl"), app.Text(" "), txt("kbd", "", "Enter"))),
	)
	parts := []app.UI{el("div", "invite", el("section", "page", box...).Attr("aria-labelledby", "h-paste"), preview())}
	if len(p.notices) > 0 {
		parts = append([]app.UI{el("div", "stack above", p.notes()...)}, parts...)
	}
	return el("main", "", parts...)
}

// preview shows what there will be, in the place where it will be.
func preview() app.UI {
	specimen := func(class, word, says string) app.UI {
		return el("span", class, el("mark", "m new "+class, app.Text(word)), txt("small", "", says))
	}
	bar := func(word, width, count string) app.UI {
		return el("li", "bar-row",
			txt("span", "name", word),
			svg(`<svg aria-hidden="true"><rect width="`, width, `" height="8"/></svg>`),
			txt("span", "count", count))
	}
	why := func(class, word string) app.UI {
		return el("span", class, txt("span", "", word))
	}
	return el("aside", "preview",
		el("ul", "specimens",
			el("li", "",
				txt("h2", "", "Names, marked where they stand"),
				el("p", "glossed",
					specimen("per", "Ban Ki-moon", "person"),
					app.Text(", who led the "),
					specimen("org", "UN", "organisation"),
					app.Text(", was in "),
					specimen("loc", "Strasbourg", "place"),
					app.Text(" on "),
					specimen("num", "4 October", "date"),
					app.Text("."))),
			el("li", "",
				txt("h2", "", "Words, counted by stem"),
				el("ul", "bars", bar("climate", "100%", "6"), bar("signed", "50%", "3"), bar("emissions", "33.3%", "2"))),
			el("li", "",
				txt("h2", "", "The same story, and why"),
				txt("p", "hl", "India ratifies Paris deal on Gandhi’s birthday"),
				el("div", "why", why("loc", "India"), why("per", "Gandhi"), why("word", "ratifies")))),
		txt("p", "cap", "From the sample, an article on the Paris Agreement.")).Attr("aria-label", "What you get")
}
