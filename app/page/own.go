package page

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// ownBox is the id of the box "Your own names". web/js/names.js keeps what is written in it.
const ownBox = "own-names"

// own is what is known of the reader's own names.
type own struct {
	Empty    bool // there are none
	Gone     bool // all were removed, and can be brought back
	Checked  bool // the engine has said which it can use
	Used     int  // lines
	Problems []string
	Why      string // why they are not kept on this device, "" where they are
}

const fewProblems = 6 // lines that can't be used, each with its reason; of others the number

// Own is the box: one name a line, which go before all that is found.
type Own struct {
	app.Compo
	Own own
}

// Render draws it. The text in it is web/js's.
func (o *Own) Render() app.UI {
	example := "Ada Lovelace, person\nAcme Steel, organisation, Acme Steel Works Ltd\n!Union"
	parts := []app.UI{
		txt("p", "", "One name a line: the name, a comma, what it is. With ! in front, a name is never marked."),
		txt("pre", "", example),
		txt("p", "", "What it is: person, place, organisation, group, event or other. Behind a second comma stands the full name to list it under. Your names go before all that is found, in every text, and stay on this device."),
		txt("label", "", "Your names").Attr("for", "names"),
		el("textarea", "").Attr("id", "names").Attr("rows", 7).Attr("spellcheck", "false").Attr("autocomplete", "off").Attr("autocapitalize", "off").
			Attr("dir", "auto").Attr("aria-describedby", "d-names"),
		el("div", "", o.state()...).Attr("id", "d-names").Attr("role", "status"),
		el("div", "", o.wrong()...),
		el("div", "acts", o.acts()...),
	}
	return dialog(ownBox, "Your own names", parts...)
}

func (o *Own) state() []app.UI {
	words := "They are looked at once the engine is here."
	switch n := o.Own; {
	case n.Empty:
		words = "There are none yet."
		if n.Gone {
			words = "All were removed."
		}
	case n.Checked && len(n.Problems) == 0:
		words = plural(n.Used, "line is used.", "lines are used.")
	case n.Checked:
		words = plural(n.Used, "line is used, ", "lines are used, ") + orElse(map[bool]string{true: "1 is not:"}[len(n.Problems) == 1], number(len(n.Problems))+" are not:")
	}
	out := []app.UI{txt("p", "count", words)}
	switch o.Own.Why {
	case "":
	case "full":
		out = append(out, txt("p", "", "This browser has no room for them: they last until the page is closed."))
	default:
		out = append(out, txt("p", "", "This browser keeps nothing here: they last until the page is closed."))
	}
	return out
}

// wrong lists the lines that are not used, each with a way to it and the reason.
func (o *Own) wrong() []app.UI {
	if o.Own.Empty || len(o.Own.Problems) == 0 {
		return nil
	}
	var rows []app.UI
	for _, p := range o.Own.Problems[:min(fewProblems, len(o.Own.Problems))] {
		line, why, _ := strings.Cut(p, ": ")
		n := strings.TrimPrefix(line, "line ")
		rows = append(rows, el("li", "", button("more", "Line "+n).On("click", send("line", n), n), app.Text(" "+why)))
	}
	if more := len(o.Own.Problems) - fewProblems; more > 0 {
		rows = append(rows, txt("li", "", "and "+number(more)+" more"))
	}
	return []app.UI{el("ul", "wrong", rows...)}
}

func (o *Own) acts() []app.UI {
	switch {
	case o.Own.Empty && o.Own.Gone:
		return []app.UI{button("act", "Bring them back").On("click", send("do", Do{"own", "back"}), "back")}
	case !o.Own.Empty:
		return []app.UI{button("act", "Remove all").On("click", send("do", Do{"own", "clear"}), "clear")}
	}
	return nil
}

// Correct says of a name what the reader knows better: a class of kinds, or "never".
type Correct struct {
	Names []string // the name, and what else it is called
	Class string
}

// words are what a line of the box calls each kind (web/models/types.txt).
var words = map[string]string{"per": "person", "loc": "place", "org": "organisation", "norp": "group", "event": "event", "misc": "other"}

// lines are the box's lines for a correction, by name.
func (c Correct) lines() []map[string]string {
	var out []map[string]string
	for i, name := range c.Names {
		line := "!" + name
		if c.Class != "never" {
			mark := ", "
			if strings.ContainsAny(name, ",;") {
				mark = "\t"
			}
			line = name + mark + words[c.Class]
			if i > 0 {
				line += mark + c.Names[0]
			}
		}
		out = append(out, map[string]string{"name": name, "line": line})
	}
	return out
}

func (p *Page) onCorrect(ctx app.Context, a app.Action) {
	c := a.Value.(Correct)
	b, err := json.Marshal(c.lines())
	if err != nil {
		return // strings always can be
	}
	call("own", "add", string(b))
	says := fmt.Sprintf("“%s” is never marked from now on.", c.Names[0])
	if c.Class != "never" {
		says = fmt.Sprintf("“%s” is one of your own names now.", c.Names[0])
	}
	p.say(ctx, Toast{Words: says, Do: ownBox, Label: "Your names"})
}

// corrections are the ways to say that an entity is something else, or nothing; of an unsure one also that it is what it seems to be.
func (d *detail) corrections(e report.EntitySummary, sure bool) {
	class := kindFor(e.Type).class
	if class == "num" {
		return
	}
	names := append([]string{e.Name}, e.Aliases...)
	var acts []app.UI
	for _, k := range kinds[:len(kinds)-1] {
		if k.class != class || !sure {
			c := Correct{Names: names, Class: k.class}
			acts = append(acts, el("li", k.class, press("link", txt("span", "", strings.ToLower(k.singular))).Attr("aria-label", "Mark as "+strings.ToLower(k.singular)).
				On("click", send("correct", c), k.class+e.Name)))
		}
	}
	never := Correct{Names: names, Class: "never"}
	d.fact("Mark as", el("ul", "links", acts...), button("more", "Never mark this").On("click", send("correct", never), "never"+e.Name))
}
