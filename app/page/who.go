package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"gloss/app/report"
)

const (
	fewRows       = 12 // rows of a section until it is unfolded
	briefRows     = 3  // the same in a frame that no one has touched yet
	briefSections = 3
)

// Who lists the names, one section a type.
type Who struct {
	app.Compo
	Entities  []report.EntitySummary
	Unsure    []report.EntitySummary
	Sure      int // the index of the first unsure one
	Guesses   int // unsure ones in the report, of which Unsure holds those that the summary has
	Headlines []report.HeadlineSummary
	Types     []report.TypeCount
	Speakers  []report.SpeakerSummary
	Chosen    Choice
	At        Place
	Paper     Paper
	Context   Context
	Brief     bool // only so much as fits into the room reserved on another site's page

	ShowUnsure bool
	Own        bool // the reader has a box for names of their own

	Rough string // that names are found less well in the text's language, "" where they are not

	all string // classes of the sections that are unfolded
}

// Render draws a section for each type that the text has.
func (w *Who) Render() app.UI {
	byKind := make([][]int, len(kinds))
	for i, e := range w.Entities {
		if k, ok := kindOf[e.Type]; ok {
			byKind[k] = append(byKind[k], i)
		}
	}
	var sections []app.UI
	names, shown := 0, 0
	for k, list := range byKind {
		if len(list) == 0 {
			continue
		}
		names += w.total(k, list)
		if !w.Brief || len(sections) < briefSections {
			sections = append(sections, w.section(k, list))
			shown += min(len(list), briefRows)
		}
	}
	if len(sections) == 0 {
		sections = append(sections, nothing(say("who.none"), say("who.none.words")))
	}
	if w.Brief && names > shown {
		sections = append(sections, button("more", plural("frame.all", names)).On("click", send("all", nil)))
	}
	if w.Guesses > 0 && (w.ShowUnsure || !bool(w.Paper)) {
		sections = append(sections, w.unsure())
	}
	if w.Rough != "" && !w.Brief {
		sections = append(sections, txt("p", "cap rough", w.Rough))
	}
	return el("div", "", sections...)
}

// total is how many entities of the kind the report has, of which the list holds those that the summary has.
func (w *Who) total(k int, list []int) int {
	if k < len(w.Types) {
		return w.Types[k].Entities
	}
	return len(list)
}

func (w *Who) section(k int, list []int) app.UI {
	kd := kinds[k]
	total := w.total(k, list)
	few := fewRows
	if w.Brief {
		few = briefRows
	}
	shown := list
	if len(list) > few && !has(w.all, kd.class) {
		shown = list[:few]
		if w.Chosen.Kind == "entity" {
			for _, i := range list[few:] {
				if i == w.Chosen.Index {
					shown = append(shown[:few:few], i)
				}
			}
		}
	}
	var rows []app.UI
	for _, i := range shown {
		rows = append(rows, w.row(i, w.Entities[i]))
	}
	id := w.Paper.id("h-" + kd.class)
	parts := []app.UI{
		el("div", "head "+kd.class, el("h2", "", txt("span", "typed", kd.plural)).Attr("id", id), txt("small", "end", number(total))),
		el("ul", "rows", rows...),
	}
	if more := len(list) - len(shown); w.Brief {
		// one button at the end opens all
	} else if more > 0 {
		parts = append(parts, button("more", say("list.more", "n", number(more))).On("click", w.unfold(kd.class), kd.class))
	} else if cut := total - len(list); cut > 0 {
		parts = append(parts, txt("p", "cap", say("list.exported", "n", number(cut))))
	}
	return el("section", "", parts...).Attr("aria-labelledby", id)
}

func (w *Who) unfold(class string) app.EventHandler {
	return func(app.Context, app.Event) { w.all = toggle(w.all, class) }
}

func (w *Who) row(i int, e report.EntitySummary) app.UI {
	c := Choice{Kind: "entity", Index: i, Name: e.Name, Class: kindFor(e.Type).class}
	open := w.Chosen.is("entity", i)
	name := txt("span", "name", e.Name)
	beside := strings.Join(e.Aliases, ", ")
	if i >= w.Sure {
		beside = kindFor(e.Type).guess
	}
	if beside != "" {
		name = el("span", "name", app.Text(e.Name+" "), txt("small", "", beside))
	}
	class := c.Class
	parts := []app.UI{press("row", append([]app.UI{name, dispersion(e.Ticks)}, times(e.Count)...)...).Attr("aria-expanded", open).On("click", send("choose", c), c.key()+c.Name)}
	if open {
		class += " open"
		parts = append(parts, w.detail(i, e, c))
	}
	return el("li", class, parts...).Attr("id", w.Paper.id(c.rowID()))
}

// dispersion is a line as long as the article, with a tick at each place.
func dispersion(ticks []int) app.UI {
	var b strings.Builder
	b.WriteString(`<svg class="disp" width="104" height="16" viewBox="0 0 104 16" preserveAspectRatio="none" aria-hidden="true"><rect class="base" x="0" y="7.5" width="104" height="1"/>`)
	for _, t := range ticks {
		fmt.Fprintf(&b, `<rect class="tick" x="%d.%d" y="2" width="2" height="12"/>`, t*102/1000, t*1020/1000%10)
	}
	b.WriteString(`</svg>`)
	return svg(b.String())
}

func (w *Who) detail(i int, e report.EntitySummary, c Choice) app.UI {
	var d detail
	if i >= w.Sure {
		d.fact(say("who.perhaps"), app.Text(kindFor(e.Type).article))
	}
	if len(e.Aliases) > 0 {
		d.fact(say("who.also-called"), app.Text(strings.Join(e.Aliases, ", ")))
	}
	d.with(w.Context, c, w.Chosen)
	d.relations(e, w.Entities)
	d.why(w.At)
	d.quotes(i, w.Speakers)
	if n := w.named(i); n > 0 {
		d.fact(say("who.headlines"), button("more", plural("who.named", n, "total", number(len(w.Headlines)))).
			OnClick(send("tab", "headlines"), "headlines"))
	}
	if w.Own {
		d.corrections(e, i < w.Sure)
	}
	return d.ui(w.Context.lines(c, e.Count))
}

// named counts the headlines that share the entity.
func (w *Who) named(entity int) int {
	n := 0
	for _, h := range w.Headlines {
		for _, r := range h.Reasons {
			if r.Entity == entity {
				n++
				break
			}
		}
	}
	return n
}

// sentences writes reasons as sentences: the first letter large, a full stop at the end.
func sentences(list []string) string {
	var b strings.Builder
	for _, s := range list {
		if s == "" {
			continue
		}
		r := []rune(s)
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToUpper(string(r[:1])) + strings.TrimSuffix(string(r[1:]), ".") + ".")
	}
	return b.String()
}
