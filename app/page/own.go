package page

import (
	"encoding/json"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

// ownBox is the id of the box say("own.head"). web/js/names.js keeps what is written in it.
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
	example := say("own.example")
	parts := []app.UI{
		txt("p", "", say("own.intro")),
		txt("pre", "", example),
		txt("p", "", say("own.kinds")),
		txt("label", "", say("own.box")).Attr("for", "names"),
		el("textarea", "").Attr("id", "names").Attr("rows", 7).Attr("spellcheck", "false").Attr("autocomplete", "off").Attr("autocapitalize", "off").
			Attr("dir", "auto").Attr("aria-describedby", "d-names"),
		el("div", "", o.state()...).Attr("id", "d-names").Attr("role", "status"),
		el("div", "", o.wrong()...),
		el("div", "acts", o.acts()...),
	}
	return dialog(ownBox, say("own.head"), parts...)
}

func (o *Own) state() []app.UI {
	words := say("own.waiting")
	switch n := o.Own; {
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
	switch o.Own.Why {
	case "":
	case "full":
		out = append(out, txt("p", "", say("own.no-room")))
	default:
		out = append(out, txt("p", "", say("own.blocked")))
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
		rows = append(rows, el("li", "", button("more", say("own.line", "line", n)).On("click", send("line", n), n), app.Text(" "+why)))
	}
	if more := len(o.Own.Problems) - fewProblems; more > 0 {
		rows = append(rows, txt("li", "", say("own.more", "n", number(more))))
	}
	return []app.UI{el("ul", "wrong", rows...)}
}

func (o *Own) acts() []app.UI {
	switch {
	case o.Own.Empty && o.Own.Gone:
		return []app.UI{button("act", say("own.back")).On("click", send("do", Do{"own", "back"}), "back")}
	case !o.Own.Empty:
		return []app.UI{button("act", say("own.remove")).On("click", send("do", Do{"own", "clear"}), "clear")}
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
