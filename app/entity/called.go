package entity

import (
	"strings"

	"gloss/app/text"
)

// mostBringing is how many words may stand between a name and what its bearer is called as well, commas and the like left aside: "is
// now more commonly known as".
const mostBringing = 6

// called ties a name to the one that the text says it is another name of: "Joko Widodo, better known as Jokowi".
func (d *resolver) called() {
	for i := 1; i < len(d.mentions); i++ {
		first, again := d.known[d.keys[i-1]], d.known[d.keys[i]]
		if first == nil || again == nil || first == again || again.full != "" || !d.introduces(text.Span{Start: d.mentions[i-1].End, End: d.mentions[i].Start}) {
			continue
		}
		if again.typ != first.typ && again.typ != Misc && d.mentions[i].Confidence >= 0.9 || d.leads(first, again) {
			continue
		}
		again.full, again.typ, again.given = first.key, first.typ, true
		again.why = "another name of " + first.of(d)
	}
}

// leads says whether to is another name of one that is another name of n, so that they would go round.
func (d *resolver) leads(from, to *name) bool {
	for range atMost {
		if from == nil || from == to {
			return from == to
		}
		from = d.known[from.full]
	}
	return true
}

// introduces says whether what stands between two names says that they are of one thing.
func (d *resolver) introduces(between text.Span) bool {
	last := d.before(between.End)
	for d.form(last) != "" && d.doc.Tokens[last].Kind == text.Punct && d.doc.Tokens[last].Start >= between.Start { // a quotation mark
		last--
	}
	if last < 1 || d.doc.Tokens[last].Start < between.Start {
		return false
	}
	if d.r.lexicon.classes[strings.ToLower(d.form(last))]&joiner != 0 { // "the"
		last--
	}
	if d.r.lexicon.hintOf(d.form(last))&called == 0 {
		if last--; last < 0 || d.r.lexicon.hintOf(d.form(last)+" "+d.form(last+1))&called == 0 {
			return false
		}
	}
	words := 0
	for k := last - 1; k >= 0 && d.doc.Tokens[k].Start >= between.Start; k-- {
		if d.doc.Tokens[k].Kind == text.Punct {
			continue
		}
		if words++; words > mostBringing || d.r.lexicon.hintOf(d.form(k))&brings == 0 {
			return false
		}
	}
	return d.doc.Tokens[last].Start >= between.Start
}

// official is the key of the country that the name has as a state: "Kingdom of Norway". Where a part of another country has its
// name, that could be meant.
func (d *resolver) official(n *name) (string, bool) {
	k := len(n.words) - 1
	if k < 2 || d.r.lexicon.hintOf(n.words[0])&realm == 0 || d.r.lexicon.classes[n.words[1]]&joiner == 0 {
		return "", false
	}
	for from := 2; from <= k; from++ {
		key := strings.Join(n.words[from:], " ")
		if _, twin := d.r.lexicon.twins[key]; !twin && d.r.lexicon.classes[key]&country != 0 && (from == 2 || from == 3 && d.r.lexicon.classes[n.words[2]]&joiner != 0) {
			return key, true
		}
	}
	return "", false
}
