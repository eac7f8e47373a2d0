package page

import (
	"encoding/json"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// ownBox is the id of the box say("own.head"). web/js/names.js keeps what is written in it.
const ownBox = "own-names"

// own is what is known of what the reader writes in a box of their own: names, or stop words (stops.go).
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
	example := say("own.example")
	parts := []app.UI{
		txt("p", "", say("own.intro")),
		txt("pre", "", example),
		txt("p", "", say("own.kinds")),
	}
	parts = append(parts, o.Own.box("names", say("own.box"), 7)...)
	return dialog(ownBox, say("own.head"), append(parts, o.Own.state("names"), o.Own.wrong("line"), o.Own.acts("own", say("own.remove")))...)
}

// box is what is written in, with its label.
func (n own) box(id, label string, rows int) []app.UI {
	return []app.UI{
		txt("label", "", label).Attr("for", id),
		el("textarea", "").Attr("id", id).Attr("rows", rows).Attr("spellcheck", "false").Attr("autocomplete", "off").Attr("autocapitalize", "off").
			Attr("dir", "auto").Attr("aria-describedby", "d-"+id),
	}
}

// state says how many lines of the box are used, and where they are not kept.
func (n own) state(id string) app.UI {
	words := say("own.waiting")
	switch {
	case n.Empty:
		words = say("own.none")
		if n.Gone {
			words = say("own.removed")
		}
	case n.Checked && len(n.Problems) == 0:
		words = plural("own.used", n.Used)
	case n.Checked:
		words = say("own.partly", "used", plural("own.partly.used", n.Used), "unused", plural("own.partly.unused", len(n.Problems)))
	}
	out := []app.UI{txt("p", "count", words)}
	switch n.Why {
	case "":
	case "full":
		out = append(out, txt("p", "", say("own.no-room")))
	default:
		out = append(out, txt("p", "", say("own.blocked")))
	}
	return el("div", "", out...).Attr("id", "d-"+id).Attr("role", "status")
}

// wrong lists the lines that are not used, each with a way to it, by an action, and the reason.
func (n own) wrong(way string) app.UI {
	if n.Empty || len(n.Problems) == 0 {
		return el("div", "")
	}
	var rows []app.UI
	for _, p := range n.Problems[:min(fewProblems, len(n.Problems))] {
		line, why, _ := strings.Cut(p, ": ")
		at := strings.TrimPrefix(line, "line ")
		rows = append(rows, el("li", "", button("more", say("own.line", "line", at)).On("click", send(way, at), at), app.Text(" "+why)))
	}
	if more := len(n.Problems) - fewProblems; more > 0 {
		rows = append(rows, txt("li", "", say("own.more", "n", number(more))))
	}
	return el("div", "", el("ul", "wrong", rows...))
}

// acts remove all that is in the box, or bring it back; box is its name in web/js.
func (n own) acts(box, remove string) app.UI {
	switch {
	case n.Empty && n.Gone:
		return el("div", "acts", button("act", say("own.back")).On("click", send("do", Do{box, "back"}), "back"))
	case !n.Empty:
		return el("div", "acts", button("act", remove).On("click", send("do", Do{box, "clear"}), "clear"))
	}
	return el("div", "acts")
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
	says := say("own.never", "name", c.Names[0])
	if c.Class != "never" {
		says = say("own.added", "name", c.Names[0])
	}
	p.say(ctx, Toast{Words: says, Do: ownBox, Label: say("own.toast")})
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
			acts = append(acts, el("li", k.class, press("link", txt("span", "", k.small)).Attr("aria-label", say("correct.label", "kind", k.small)).
				On("click", send("correct", c), k.class+e.Name)))
		}
	}
	never := Correct{Names: names, Class: "never"}
	d.fact(say("correct.head"), el("ul", "links", acts...), button("more", say("correct.never")).On("click", send("correct", never), "never"+e.Name))
}
