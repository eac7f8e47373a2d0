package page

import "strings"

// learnt is what has come of the learnt model of names, which arrives after the program: until then, and without it, names are found by rules.
type learnt struct {
	Language string // of the model that is spoken of, "" while none is
	Error    string // why it can't be had
	Closed   bool   // that was told, and the reader has closed it
}

// rules is what a report says of its model where there was none.
const rules = "rules"

func (p *Page) onModel(s said) {
	p.learnt = learnt{Language: s.Language, Error: s.Error}
	p.tellModel()
}

// plain says whether the names of the text were found by rules, though there is a model for its language.
func (p *Page) plain() bool {
	return p.summary != nil && p.summary.Model == rules && p.summary.Language == p.learnt.Language
}

// awaited says whether the model for the text is on its way, or the text being read by it.
func (p *Page) awaited() bool { return p.plain() && p.learnt.Error == "" && p.failed == "" }

// tellModel says above a text that was read by rules why it was, or takes that away. In another site's page, whose readers can do nothing about it and
// where a notice would need room, the panel's foot says it in a word.
func (p *Page) tellModel() {
	p.drop("model")
	if !p.frame && p.plain() && p.learnt.Error != "" && !p.learnt.Closed {
		p.notice(Notice{Kind: "model", Head: say("model.head"),
			Words: say("model.words", "why", strings.TrimSuffix(p.learnt.Error, ".")),
			Acts:  []Act{{Label: say("notice.again"), Do: Do{Name: "learn"}}}})
	}
}

// foundBy says what names were found by, and what that means.
func foundBy(model string) string {
	switch model {
	case "":
		return ""
	case rules:
		return say("found.rules")
	}
	return say("found.model", "model", model)
}
