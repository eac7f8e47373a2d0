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
		if short.Empty() || long == nil || !standsFor(short.Of(d.doc.Text), long.words) {
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
			n.why = "short for " + long.of(d)
		}
	}
	for _, n := range d.order {
		if n.full == "" && len(n.words) == 1 && isAcronym(n.key) && len(n.key) > 2 {
			d.matchInitials(n)
		}
	}
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

// matchInitials ties the acronym to the one name that has its letters.
func (d *resolver) matchInitials(n *name) {
	var long *name
	for _, o := range d.order {
		if len(o.words) > 1 && o.typ != Person && standsFor(n.key, o.words) {
			if long != nil {
				return
			}
			long = o
		}
	}
	if long != nil {
		n.full, n.typ, n.given = long.key, long.typ, true
		n.why = "first letters of " + long.of(d)
	}
}

// introducedAfter is the word in capitals that follows the name as "(SCO)", "or SCO" or "(the SCO)".
func (d *resolver) introducedAfter(s text.Span) text.Span {
	i := d.tokenFrom(s.End)
	forms := func(k int) string {
		if k < len(d.doc.Tokens) {
			return d.doc.Form(k)
		}
		return ""
	}
	if f := forms(i); f == "'s" || f == "’s" {
		i++
	}
	switch forms(i) {
	case ",":
		if forms(i+1) != "or" {
			return text.Span{}
		}
		i += 2
	case "(", "or":
		i++
	default:
		return text.Span{}
	}
	if forms(i) == "the" {
		i++
	}
	if f := forms(i); f == `"` || f == "“" {
		i++
	}
	if f := forms(i); len(f) > 1 && len(f) <= 10 && capitals(f) >= 2 {
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
	var letters, small []byte
	for _, w := range words {
		for k, part := range strings.Split(w, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			if r >= utf8.RuneSelf || !unicode.IsLetter(r) {
				continue
			}
			letters = append(letters, byte(unicode.ToUpper(r)))
			free := byte(0)
			if k > 0 || len(part) <= 3 {
				free = 1
			}
			small = append(small, free)
		}
	}
	want := strings.ToUpper(strings.ReplaceAll(acronym, ".", ""))
	at := 0
	for i := range letters {
		switch {
		case at < len(want) && letters[i] == want[at]:
			at++
		case small[i] == 0:
			return false
		}
	}
	return at == len(want) && at >= 2
}
