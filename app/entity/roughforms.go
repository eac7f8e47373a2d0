package entity

import (
	"slices"
	"strings"

	"gloss/app/text"
)

// readForms finds for each name of the text the form without an ending: that of the tables, else one that stands in the text, else one that several
// of its words are forms of ("Путину", "Путиным"). From then on the names go by it (folded).
func (d *resolver) readForms() {
	x := d.r.lexicon
	s := d.r.scan(d.doc)
	defer d.r.done(s)
	s.mode = sentenceCase
	words := map[string]string{} // of a name, as written -> its form
	var order []string
	for i := range d.mentions {
		if !d.mentions[i].Type.Name() {
			continue
		}
		for w := range strings.FieldsSeq(d.mentions[i].Of(d.doc.Text)) {
			if _, ok := words[w]; !ok {
				words[w] = s.base(w)
				order = append(order, w)
			}
		}
	}
	if x.endings.ofNames() {
		d.formsOfText(words, order)
	}
	for i := range d.mentions {
		phrase := d.mentions[i].Of(d.doc.Text)
		if !d.mentions[i].Type.Name() || d.folds[phrase] != "" {
			continue
		}
		key := foldPhrase(phrase)
		if x.classes[key] == 0 || kindOf(phrase) == lower {
			var parts []string
			for w := range strings.FieldsSeq(phrase) {
				parts = append(parts, words[w])
			}
			key = strings.Join(parts, " ")
		}
		d.folds[phrase] = key
	}
}

// ofNames says whether some of the endings are of names, and not of words for peoples only.
func (e *endings) ofNames() bool {
	if e == nil {
		return false
	}
	for _, rows := range e.rows {
		if slices.ContainsFunc(rows, func(b base) bool { return !b.people }) {
			return true
		}
	}
	return false
}

// formsOfText has the words of names that the tables lack, or have only as given names, go by the forms without endings that the text shows.
func (d *resolver) formsOfText(words map[string]string, order []string) {
	x := d.r.lexicon
	stands, tally := map[string]bool{}, map[string]int{}
	for _, w := range order {
		stands[words[w]] = true
	}
	free := func(w string) bool { return x.classes[w]&^given == 0 && !x.inner[w] }
	base := map[string]string{}
	for _, w := range order {
		word := words[w]
		if base[word] != "" || !free(word) {
			continue
		}
		x.endings.bases(word, func(form string, people bool) bool {
			if !people && stands[form] && form != word && base[form] != word {
				base[word] = form
			}
			return base[word] != ""
		})
		if base[word] == "" && x.classes[word] == 0 {
			x.endings.bases(word, func(form string, people bool) bool {
				if !people {
					tally[form]++
				}
				return false
			})
		}
	}
	shown := map[string]bool{}
	for _, form := range base {
		shown[form] = true
	}
	for _, w := range order {
		word := words[w]
		if base[word] == "" && !shown[word] && x.classes[word] == 0 {
			best := 1
			x.endings.bases(word, func(form string, people bool) bool {
				if !people && tally[form] > best {
					base[word], best = form, tally[form]
				}
				return false
			})
		}
	}
	for _, w := range order {
		for n := 0; n < 3 && base[words[w]] != ""; n++ {
			words[w] = base[words[w]]
		}
	}
}

// roughFullest is the form of a name that shows it best: of an organisation in another case what the tables call it, else one without an ending, of
// those the one with the most words.
func (d *resolver) roughFullest(forms []string, counts map[string]int, t Type) string {
	best, plain := "", false
	for _, f := range forms {
		n := d.known[d.folded(f)]
		if n != nil && n.full != "" && best != "" {
			continue
		}
		is := foldPhrase(f) == d.folded(f)
		more := strings.Count(f, " ") - strings.Count(best, " ")
		switch {
		case best == "", t != Group && more > 0, more == 0 && (is && !plain || is == plain && strings.Contains(best, ".") && !strings.Contains(f, ".")), t == Group && is == plain && counts[f] > counts[best]:
			best, plain = f, is
		}
	}
	if full, ok := d.r.lexicon.orgs[d.folded(best)]; ok && t == Org && !plain {
		return full
	}
	if name, ok := d.r.lexicon.proper[d.folded(best)]; ok && t == Location && !plain {
		return name
	}
	return best
}

// roughAcronyms ties what stands in capitals and in brackets behind the name of an organisation to it.
func (d *resolver) roughAcronyms() {
	for i := range d.mentions {
		m := &d.mentions[i]
		at := d.tokenFrom(m.End)
		long := d.known[d.keys[i]]
		if m.Type != Org || long == nil || len(long.words) < 2 || d.form(at) != "(" || d.form(at+2) != ")" || capitals(d.form(at+1)) < 2 {
			continue
		}
		short := d.doc.Tokens[at+1].Span
		key := d.folded(short.Of(d.doc.Text))
		if d.r.lexicon.classes[key]&(country|region) != 0 {
			continue
		}
		n := d.known[key]
		if n == nil {
			n = &name{key: key, words: []string{key}, first: i}
			d.known[key] = n
		}
		if n.full == "" && n != long && !d.leads(long, n) {
			n.full, n.typ, n.given = long.key, long.typ, true
			n.why = d.introducedAt(m.Span, text.Span{Start: short.Start, End: short.End})
		}
	}
}

// inOrder is the words of a person's name with the surname at the end, where the language puts it first and the name is no foreign one.
func (x *lexicon) inOrder(words []string) []string {
	last := len(words) - 1
	if !x.surnameFirst || last < 1 || x.classes[words[0]]&given != 0 && x.classes[words[last]]&given == 0 {
		return words
	}
	return append(slices.Clone(words[1:]), words[0])
}

func (d *resolver) inOrder(words []string) []string { return d.r.lexicon.inOrder(words) }
