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
		el("textarea", "").Attr("id", "paste").Attr("placeholder", "\u200b").Attr("aria-label", say("invite.head")).Attr("aria-describedby", "d-paste").
			Attr("spellcheck", "false").Attr("dir", "auto"),
		el("div", "words",
			el("h1", "", app.Text(say("invite.head")), el("span", "caret").Attr("aria-hidden", true)).Attr("id", "h-paste"),
			el("p", "lead",
				app.Text(say("invite.lead")+" "),
				txt("strong", "", say("invite.private"))).Attr("id", "d-paste"),
			el("div", "acts",
				button("btn first", say("invite.paste")).Attr("data-do", "paste"),
				button("btn", say("invite.open")).Attr("data-do", "open"),
				button("btn", say("invite.sample")).Attr("data-do", "sample")),
			txt("p", "hint", say("invite.drop"))),
		el("div", "typed acts",
			button("btn first", say("invite.read")).Attr("data-do", "read"),
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
				txt("h2", "", say("preview.names")),
				el("p", "glossed",
					specimen("per", say("preview.person"), say("preview.person.is")),
					app.Text(say("preview.after-person")+" "),
					specimen("org", say("preview.org"), say("preview.org.is")),
					app.Text(say("preview.after-org")+" "),
					specimen("loc", say("preview.place"), say("preview.place.is")),
					app.Text(" "+say("preview.after-place")+" "),
					specimen("num", say("preview.date"), say("preview.date.is")),
					app.Text("."))),
			el("li", "",
				txt("h2", "", say("preview.words")),
				el("ul", "bars", bar(say("preview.word.1"), "100%", "6"), bar(say("preview.word.2"), "50%", "3"), bar(say("preview.word.3"), "33.3%", "2"))),
			el("li", "",
				txt("h2", "", say("preview.headlines")),
				txt("p", "hl", say("preview.headline")),
				el("div", "why", why("loc", say("preview.shared.1")), why("per", say("preview.shared.2")), why("word", say("preview.shared.3"))))),
		txt("p", "cap", say("preview.from"))).Attr("aria-label", say("preview.label"))
}
