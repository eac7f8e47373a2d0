package entity

import (
	"strings"

	"gloss/app/text"
)

// languages makes other names of the peoples' names that are a language where they stand: "speaks Arabic and Hebrew", "he answered in English".
func (d *resolver) languages() {
	end := -1 // of the last language
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.Type != Group || m.own != nil {
			continue
		}
		word := strings.ToLower(m.Of(d.doc.Text))
		if d.r.lexicon.kinds.words[word]&language == 0 {
			continue
		}
		before := d.before(m.Start)
		cue := d.form(before)
		listed := before > 0 && d.doc.Tokens[before-1].End == end && (cue == "," || d.r.lexicon.classes[cue]&joiner != 0)
		if !listed && d.r.lexicon.kinds.words[strings.ToLower(cue)]&tongue == 0 || !d.nothingFollows(m.End) {
			continue
		}
		end = m.End
		m.Type, m.Why = Misc, []string{"a language: “" + cue + "” stands before it"}
		key := word + " (language)"
		d.linked[m.Start] = &name{key: key, words: []string{key}, typ: Misc}
	}
}

// nothingFollows says whether no word that a name of a people could belong to follows the offset.
func (d *resolver) nothingFollows(offset int) bool {
	i := d.tokenFrom(offset)
	if i >= len(d.doc.Tokens) || i >= d.doc.Sentences[max(0, d.doc.SentenceAt(offset-1))].Last {
		return true
	}
	f := d.form(i)
	return d.doc.Tokens[i].Kind == text.Punct || d.doc.Language.IsStop(f) && f == strings.ToLower(f)
}
