package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// acronyms ties an acronym to the name that it stands for: one that is introduced behind it, in brackets or by "or",
// and one that is made of the first letters of just one name of the text.
func (d *resolver) acronyms() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if !m.Type.Name() {
			continue
		}
		short := d.introducedAfter(m.Span)
		long := d.known[d.keys[i]]
		if short.Empty() || long == nil || !standsFor(short.Of(d.doc.Text), long.words) && !d.bracketed(short, long) {
			continue
		}
		key := foldPhrase(short.Of(d.doc.Text))
		n := d.known[key]
		if n == nil {
			n = &name{key: key, words: []string{key}, first: i}
			d.known[key] = n
		}
		if n.full == "" {
			n.full, n.typ, n.given = long.key, long.typ, true
			n.why = d.introducedAt(m.Span, short)
		}
	}
	byLetters := d.byLetters()
	for _, n := range d.order {
		if n.full != "" || len(n.words) != 1 || !isAcronym(n.key) {
			continue
		}
		if long := byLetters[letters(n.key)]; long != nil && len(letters(n.key)) > 2 {
			n.full, n.typ, n.given = long.key, long.typ, true
			n.why = "first letters of " + long.of(d)
		}
	}
}

// bracketed says whether an acronym that stands alone in brackets behind the name of an organisation is its acronym, though it is not made
// of its words' first letters alone: it takes more letters of a word (KUNA) or leaves some out, beginning as the name does, or is that of the name
// in another language.
func (d *resolver) bracketed(short text.Span, long *name) bool {
	i, key := d.tokenFrom(short.Start), foldPhrase(short.Of(d.doc.Text))
	if long.typ != Org || len(long.words) < 2 || d.form(i-1) != "(" || d.form(i+1) != ")" || d.r.lexicon.classes[key] != 0 || capitals(key) != len(key) || len(key) < 3 {
		return false
	}
	all, free := initials(long.words)
	var firm []byte
	for k := range all {
		if !free[k] {
			firm = append(firm, all[k])
		}
	}
	last := d.r.lexicon.classes[long.words[len(long.words)-1]]
	same := len(all) > 0 && all[0] == key[0]
	return same || strings.HasPrefix(string(firm), key) || last&orgWord != 0
}

// isPossessive says whether a token is what makes a possessive of the one before it.
func isPossessive(form string) bool { return form == "'s" || form == "’s" }

// letters is an acronym without its full stops.
func letters(acronym string) string { return strings.ReplaceAll(acronym, ".", "") }

// byLetters gives the one name that has the first letters of its words, or of all but the small ones; nil where several have them.
func (d *resolver) byLetters() map[string]*name {
	out := map[string]*name{}
	for _, n := range d.order {
		if len(n.words) < 2 || n.typ == Person {
			continue
		}
		all, free := initials(n.words)
		var firm []byte
		for i := range all {
			if !free[i] {
				firm = append(firm, all[i])
			}
		}
		for k, s := range []string{string(all), string(firm)} {
			if k == 1 && len(firm) == len(all) {
				continue
			}
			if o, ok := out[s]; ok && o != n {
				out[s] = nil
			} else {
				out[s] = n
			}
		}
	}
	return out
}

// introduced gives the acronyms that the text introduces, with their types.
func (d *resolver) introduced() map[string]Type {
	out := map[string]Type{}
	for key, n := range d.known {
		if n.full != "" {
			out[key] = n.typ
		}
	}
	return out
}

// introducedAfter is the word in capitals, or in brackets with one, that follows the name as "(SCO)", "or SCO" or "(the SCO)".
func (d *resolver) introducedAfter(s text.Span) text.Span {
	i := d.tokenFrom(s.End)
	forms := func(k int) string {
		if k < len(d.doc.Tokens) {
			return d.doc.Form(k)
		}
		return ""
	}
	if isPossessive(forms(i)) {
		i++
	}
	has := func(k int, c class) bool { return d.r.lexicon.classes[forms(k)]&c != 0 }
	switch {
	case forms(i) == "," && has(i+1, alias):
		i += 2
	case forms(i) == "(", has(i, alias):
		i++
	default:
		return text.Span{}
	}
	if has(i, joiner) {
		i++
	}
	if f := forms(i); f == `"` || f == "“" {
		i++
	}
	if f := forms(i); len(f) > 1 && len(f) <= 10 && (capitals(f) >= 2 || len(f) > 2 && capitals(f) == 1 && forms(i-1) == "(" && forms(i+1) == ")") { // "(Ark)"
		return d.doc.Tokens[i].Span
	}
	return text.Span{}
}

// tokenFrom is the first token that begins at or after the offset.
func (d *resolver) tokenFrom(at int) int {
	lo, hi := 0, len(d.doc.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; d.doc.Tokens[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func capitals(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// standsFor says whether the letters of the acronym are the first letters of the words, small words ("of", "and") and
// parts of compounds being free to count or not.
func standsFor(acronym string, words []string) bool {
	all, free := initials(words)
	want := strings.ToUpper(letters(acronym))
	at := 0
	for i := range all {
		switch {
		case at < len(want) && all[i] == want[at]:
			at++
		case !free[i]:
			return false
		}
	}
	return at == len(want) && at >= 2
}

// initials is the first letters of the words and of the parts of compounds, in capitals, and whether each may be left out of an acronym.
func initials(words []string) (all []byte, free []bool) {
	for _, w := range words {
		for k, part := range strings.Split(w, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			if r < utf8.RuneSelf && unicode.IsLetter(r) {
				all = append(all, byte(unicode.ToUpper(r)))
				free = append(free, k > 0 || len(part) <= 3)
			}
		}
	}
	return all, free
}
