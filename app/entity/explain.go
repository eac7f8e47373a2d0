package entity

import (
	"strings"

	"gloss/app/text"
)

// explain adds to mentions what the whole text has shown: a surname, and whose it is.
func (d *resolver) explain(entities []Entity) {
	for e := range entities {
		if entities[e].Type == Person {
			d.explainPerson(&entities[e])
		}
	}
}

// explainPerson says of the single words of a person's name whose they are, and where that person is named in full.
func (d *resolver) explainPerson(e *Entity) {
	cut := strings.LastIndexByte(e.Name, ' ')
	if cut < 0 {
		return
	}
	last, named := e.Name[cut+1:], -1 // where the person is first named in full
	for _, i := range e.Mentions {
		if len(strings.Fields(d.mentions[i].Of(d.doc.Text))) > 1 {
			named = d.mentions[i].Start
			break
		}
	}
	var above, below string
	for _, i := range e.Mentions {
		m := &d.mentions[i]
		if m.own != nil || named < 0 || !strings.EqualFold(m.Of(d.doc.Text), last) {
			continue
		}
		if m.Start > named && above == "" {
			above = "surname of " + e.Name + ", named in full above"
		} else if m.Start < named && below == "" {
			below = "surname of " + e.Name + ", named in full below"
		}
		if m.Start > named {
			m.because(above)
		} else {
			m.because(below)
		}
	}
}

// because puts a reason before the others; one that only says the name stands elsewhere goes.
func (m *Mention) because(why string) {
	out := []string{why}
	for _, w := range m.Why {
		if len(out) < mostReasons && w != sameElsewhere && w != namedElsewhere && !strings.HasPrefix(why, w) {
			out = append(out, w)
		}
	}
	m.Why = out
}

// What a mention says that other places of the text have shown to be a name.
const (
	sameElsewhere  = "a name of the same kind elsewhere in the text"
	namedElsewhere = "named elsewhere in the text"
)

// introducedAt is the reason of an acronym that the text introduces behind the name in the span, with the words that do.
func (d *resolver) introducedAt(long, short text.Span) string {
	end := short.End
	if d.form(d.tokenFrom(end)) == ")" {
		end = d.doc.Tokens[d.tokenFrom(end)].End
	}
	return "acronym introduced at “" + strings.Join(strings.Fields(d.doc.Text[long.Start:end]), " ") + "”"
}
