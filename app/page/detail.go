package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// detail is what an open row says of its entity, fact by fact.
type detail struct{ facts []app.UI }

func (d *detail) fact(name string, value ...app.UI) {
	d.facts = append(d.facts, txt("dt", "", name), el("dd", "", value...))
}

func (d *detail) ui() app.UI { return el("div", "detail", el("dl", "", d.facts...)) }

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
		d.fact("Also", el("ul", "links", also...))
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
var relatives = map[string]string{"country": "country", "capital": "capital", "demonym": "people"}

// owners say how an entity belongs to a country.
var owners = []struct{ relation, says string }{{"capital", "Capital of"}, {"demonym", "Belongs to"}}

// why says on what grounds the current mention was marked, and how sure that is.
func (d *detail) why(at Place) {
	if at.Why == "" {
		return
	}
	name := "Why"
	if at.Total > 1 {
		name = "Why here"
	}
	d.fact(name, txt("p", "", at.grounds()), txt("p", "sure", sureness(at.Confidence)))
}

// grounds are the reasons as sentences.
func (at Place) grounds() string { return sentences(strings.Split(at.Why, "\t")) }

// sureness is a confidence, 0 to 10,000, in words and whole percent, cut off: only what is certain has a hundred.
func sureness(confidence int) string {
	words := "Unsure"
	switch {
	case confidence >= 9000:
		words = "Sure"
	case confidence >= 7500:
		words = "Fairly sure"
	case confidence >= 5000:
		words = "Not quite sure"
	}
	return fmt.Sprintf("%s, %d%%", words, confidence/100)
}
