package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// detail is what an open row says of its entity, fact by fact.
type detail struct{ facts []app.UI }

func (d *detail) fact(name string, value ...app.UI) {
	d.facts = append(d.facts, txt("dt", "", name), el("dd", "", value...))
}

// ui draws the facts, and above them the lines in which it stands.
func (d *detail) ui(lines app.UI) app.UI {
	if len(d.facts) == 0 {
		return el("div", "detail", lines)
	}
	return el("div", "detail", lines, el("dl", "", d.facts...))
}

// named leads to the name that a word or phrase is.
func (d *detail) named(x Context, entity int) {
	if link := x.name(entity); link != nil {
		d.fact(say("keywords.name"), link)
	}
}

// with says what shares sentences with what the row is of.
func (d *detail) with(x Context, c, chosen Choice) {
	if links := x.with(c, chosen); len(links) > 0 {
		d.fact(say("pair.head"), el("ul", "links", links...))
	}
}

// relations says what else of the text belongs to the same country, each with a way to it, and which countries it belongs to that the text
// doesn't name.
func (d *detail) relations(e report.EntitySummary, all []report.EntitySummary) {
	var also []app.UI
	for _, l := range e.Links {
		o := all[l.Entity]
		c := Choice{Kind: "entity", Index: l.Entity, Name: o.Name, Class: kindFor(o.Type).class}
		also = append(also, el("li", c.Class, press("link", txt("span", "", o.Name), app.Text(" "), txt("small", "", orElse(relatives[l.Relation], l.Relation))).
			On("click", send("follow", c), c.key()+c.Name)))
	}
	if len(also) > 0 {
		d.fact(say("who.also"), el("ul", "links", also...))
	}
	names := map[string][]string{}
	for _, r := range e.Related {
		names[r.Relation] = append(names[r.Relation], r.Name)
	}
	for _, o := range owners {
		if len(names[o.relation]) > 0 {
			d.fact(o.says, app.Text(strings.Join(names[o.relation], ", ")))
		}
	}
}

// relatives are what a link leads to, seen from the same country.
var relatives = map[string]string{"country": say("who.country"), "capital": say("who.capital"), "demonym": say("who.people")}

// owners say how an entity belongs to a country.
var owners = []struct{ relation, says string }{{"capital", say("who.capital-of")}, {"demonym", say("who.belongs-to")}}

// why says on what grounds the current mention was marked, and how sure that is.
func (d *detail) why(at Place) {
	if at.Why == "" {
		return
	}
	name := say("who.why")
	if at.Total > 1 {
		name = say("who.why-here")
	}
	d.fact(name, txt("p", "", at.grounds()), txt("p", "sure", sureness(at.Confidence)))
}

// grounds are the reasons as sentences.
func (at Place) grounds() string { return sentences(strings.Split(at.Why, "\t")) }

// sureness is a confidence, 0 to 10,000, in words and whole percent, cut off: only what is certain has a hundred.
func sureness(confidence int) string {
	sure := percent(confidence / 100)
	switch {
	case confidence >= 9000:
		return say("sure.sure", "percent", sure)
	case confidence >= 7500:
		return say("sure.fairly", "percent", sure)
	case confidence >= 5000:
		return say("sure.not-quite", "percent", sure)
	}
	return say("sure.unsure", "percent", sure)
}
