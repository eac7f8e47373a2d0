package entity

import "gloss/app/text"

// Own is a ReaderLexicon at work. It is an interface so that the linker leaves it out of a program that reads none: the page's is small.
type Own interface {
	apply(doc *text.Document, first, last int, mentions []Mention, e *endings) []Mention
	obey(d *resolver)
	gather(d *resolver, entities []Entity) []Entity
	group(d *resolver) ([]Mention, []Entity)
}

// SetReader has the reader's lexicon, nil for none, go before all that is found from now on. Not while the Recognizer is in use elsewhere.
func (r *Recognizer) SetReader(x Own) { r.reader = x }

// obeyed is the mentions in the sentences [first, last) as the reader's lexicon will have them.
func (r *Recognizer) obeyed(doc *text.Document, first, last int, mentions []Mention) []Mention {
	if r.reader == nil {
		return mentions
	}
	return r.reader.apply(doc, first, last, mentions, r.endings())
}

// endings are those of the language's names, nil where it has none.
func (r *Recognizer) endings() *endings {
	if r.lexicon == nil {
		return nil
	}
	return r.lexicon.endings
}

const readerWhy = "your lexicon"

// ownMatch is a place where a name of the reader's stands.
type ownMatch struct {
	text.Span
	own *ownName
}

// find gives the places in the sentences [first, last) where a name of the reader's stands, whole words only, the longest first; its words
// may have endings.
func (x *ReaderLexicon) find(doc *text.Document, first, last int, e *endings) []ownMatch {
	var out []ownMatch
	var w ownWalk
	for n := first; n < last; n++ {
		if !doc.Reads(n) {
			continue
		}
		s := doc.Sentences[n]
		from := 0 // nothing that begins before it is left
		for i := s.First; i < s.Last; i++ {
			starts := doc.PartsOf(i)
			if len(starts) == 0 {
				starts = []text.Span{doc.Tokens[i].Span}
			}
			for _, p := range starts {
				if p.Start < from {
					continue
				}
				if m, ok := x.longest(doc, &w, p.Start, i, s, e); ok {
					out = append(out, m)
					from = m.End
				}
			}
		}
	}
	return out
}

// longest is the longest name of the reader's that begins at an offset, in token i.
func (x *ReaderLexicon) longest(doc *text.Document, w *ownWalk, at, i int, s text.Sentence, e *endings) (best ownMatch, ok bool) {
	w.form = w.form[:0]
	n := node(0)
	for end := at; end < s.End; {
		before := len(w.form)
		end = w.next(doc.Text[:s.End], end)
		next, known := x.follow(n, w, before, e)
		if !known {
			break
		}
		n = next
		own := x.names[ownKey{n, string(w.form)}]
		if own == nil {
			own = x.names[ownKey{n, ""}]
		}
		if own == nil {
			continue
		}
		for i+1 < s.Last && doc.Tokens[i].End < end {
			i++
		}
		if stop, whole := wordEnd(doc, i, end); whole {
			best, ok = ownMatch{text.Span{Start: at, End: stop}, own}, true
		}
	}
	return best, ok
}

// follow is the node that the last unit leads to from node n: as it is written, else without an ending, which the form then loses too.
func (x *ReaderLexicon) follow(n node, w *ownWalk, before int, e *endings) (next node, ok bool) {
	edge := func(unit string) (node, bool) {
		u, known := x.units[unit]
		if !known {
			return 0, false
		}
		to, known := x.edges[[2]int32{int32(n), u}]
		return to, known
	}
	if next, ok = edge(string(w.unit)); ok {
		return next, true
	}
	e.bases(string(w.unit), func(form string, people bool) bool {
		if people {
			return false
		}
		if next, ok = edge(form); ok {
			same := 0
			for same < len(form) && same < len(w.unit) && form[same] == w.unit[same] {
				same++
			}
			if len(w.form)-before == len(w.unit) { // the capitals are in what stays
				w.form = append(w.form[:before+same], form[same:]...)
			}
		}
		return ok
	})
	return next, ok
}

// wordEnd says whether token i or one of its parts ends at the offset, or but for the stop of an abbreviation; stop is then where it ends.
func wordEnd(doc *text.Document, i, at int) (stop int, whole bool) {
	end := doc.Tokens[i].End
	if end == at || end == at+1 && doc.Text[at] == '.' {
		return end, true
	}
	for _, p := range doc.PartsOf(i) {
		if p.End == at {
			return at, true
		}
	}
	return at, false
}

// apply puts the reader's names in the sentences [first, last) in the place of all mentions that overlap them, and takes away those that
// a name lies over that is never to be marked. A longer name of the same type stays: with "May" for a person, "Theresa May" is one still.
// Applying it again changes nothing.
func (x *ReaderLexicon) apply(doc *text.Document, first, last int, mentions []Mention, e *endings) []Mention {
	found := x.find(doc, first, last, e)
	if len(found) == 0 {
		return mentions
	}
	kept := make([]Mention, 0, len(mentions))
	var own []Mention
	f := 0
	put := func(m ownMatch) {
		if m.own.typ != "" {
			own = append(own, m.mention())
		}
	}
	for _, m := range mentions {
		for ; f < len(found) && found[f].End <= m.Start; f++ {
			put(found[f])
		}
		over := f
		for over < len(found) && found[over].Start < m.End {
			over++
		}
		switch {
		case m.own == nil && m.holds(found[f:over]):
			kept = append(kept, m)
			f = over
		case overlaps(m, found[f:over]):
		default:
			kept = append(kept, m)
		}
	}
	for ; f < len(found); f++ {
		put(found[f])
	}
	return addMentions(kept, own)
}

// holds says whether the mention is longer than each of the reader's names in it and of their type.
func (m *Mention) holds(found []ownMatch) bool {
	some := false
	for _, f := range found {
		if !m.Contains(f.Span) || f.Len() == m.Len() || f.own.typ != "" && f.own.typ != m.Type {
			return false
		}
		some = some || f.own.typ != ""
	}
	return some
}

// overlaps says whether one of the reader's names takes the mention's place: a name to mark overlaps it, or one never to mark covers it.
func overlaps(m Mention, found []ownMatch) bool {
	for _, f := range found {
		if f.own.typ != "" || f.Contains(m.Span) {
			return true
		}
	}
	return false
}

func (f ownMatch) mention() Mention {
	m := Mention{Span: f.Span, Type: f.own.typ, Confidence: 1, Why: []string{readerWhy}, own: f.own}
	for i := range m.votes {
		m.votes[i] = -mostVotes
	}
	m.votes[voteIndex(m.Type)] = 0
	return m
}

// obey has the reader's lexicon go before what the whole text has taught.
func (x *ReaderLexicon) obey(d *resolver) {
	d.mentions = x.apply(d.doc, 0, len(d.doc.Sentences), d.mentions, d.r.endings())
	for i := range d.mentions {
		m := &d.mentions[i]
		if !m.Type.Name() {
			continue
		}
		key := d.folded(m.Of(d.doc.Text))
		n := d.known[key]
		if n == nil {
			n = &name{key: key, words: keyWords(key), first: i, typ: m.Type, given: true}
			d.known[key] = n
			d.order = append(d.order, n)
		}
		if m.own != nil && n.typ != m.Type {
			n.typ, n.full = m.Type, ""
		}
	}
	d.reindex()
}
