package entity

import (
	"strings"

	"gloss/app/text"
)

// mendKorean makes a person of what is written as only persons' names are: "Park Geun-hye".
func (d *resolver) mendKorean(m *Mention) bool {
	if m.Type == Person || m.shouted || d.r.lexicon.classes[foldPhrase(m.Of(d.doc.Text))] != 0 || !hyphenated(m.Of(d.doc.Text)) {
		return false
	}
	m.become(Person, "written as a surname and a given name")
	return true
}

// hyphenated says whether a name is two words, the second a compound that goes on in lower case.
func hyphenated(form string) bool {
	surname, given, two := strings.Cut(form, " ")
	head, tail, cut := strings.Cut(given, "-")
	return two && cut && tail != "" && !strings.ContainsAny(given, " .") && strings.ToLower(tail) == tail && kindOf(surname) == title && kindOf(head) == title
}

// mendRank takes what tells a father from a son into the name.
func (d *resolver) mendRank(m *Mention) bool {
	i := d.tokenFrom(m.End)
	if m.Type != Person || !strings.Contains(m.Of(d.doc.Text), " ") || d.r.lexicon.hintOf(d.form(i))&younger == 0 || d.doc.Tokens[i].Start > m.End+1 {
		return false
	}
	m.End = d.doc.Tokens[i].End
	return true
}

// mendCompound takes the rest of a given name into the name that ends within it ("Huang Mei-ling").
func (d *resolver) mendCompound(m *Mention) bool {
	i := d.tokenFrom(m.End) - 1
	if m.Type != Person || i < 0 || d.doc.Tokens[i].End <= m.End || d.doc.Tokens[i].Start <= m.Start {
		return false
	}
	rest := d.doc.Text[m.End:d.doc.Tokens[i].End]
	if len(rest) < 2 || rest[0] != '-' || strings.ToLower(rest) != rest {
		return false
	}
	m.End = d.doc.Tokens[i].End
	return true
}

// mendOffice parts a person from the office that was taken for a piece of the name, and from whose it is: "[Harrow City] Councilor
// [Lin Chih-wei]". What has a given name before the word is a name: "Billie Jean King".
func (d *resolver) mendOffice(m *Mention) []Mention {
	form := m.Of(d.doc.Text)
	words := strings.Fields(form)
	at := -1
	for k := len(words) - 2; k > 0 && at < 0; k-- {
		if d.r.lexicon.classes[strings.ToLower(words[k])]&(office|honorific) != 0 && kindOf(words[k]) == title {
			at = k
		}
	}
	if m.shouted || at < 0 {
		return nil
	}
	head, tail := strings.Join(words[:at], " "), strings.Join(words[at+1:], " ")
	if m.Type != Person && !hyphenated(tail) || !strings.HasSuffix(form, tail) || !strings.HasPrefix(form, head) || d.r.lexicon.hintOf(words[len(words)-1])&younger != 0 {
		return nil
	}
	for _, w := range words[:at] {
		if c := d.r.lexicon.classes[foldPhrase(w)]; c&given != 0 && c&(office|honorific) == 0 {
			return nil
		}
	}
	who := *m
	who.Start = m.End - len(tail)
	who.become(Person, "“"+words[at]+"” stands before it")
	place, known := *m, d.r.lexicon.classes[foldPhrase(head)]
	place.End = m.Start + len(head)
	if known&(country|region|capital|city) == 0 && (at < 2 || d.r.lexicon.classes[strings.ToLower(words[at-1])]&placeWord == 0) {
		return []Mention{who}
	}
	place.become(Location, "“"+words[at]+"” stands behind it")
	return []Mention{place, who}
}

// addressed is the part of a person's name that stands alone, unmarked, behind the title at the token: "Sheikh Mishal".
func (d *resolver) addressed(i int) (Mention, bool) {
	form := d.form(i)
	if i+1 >= len(d.doc.Tokens) || kindOf(form) != title || d.r.lexicon.classes[foldPhrase(form)]&honorific == 0 || !d.adjacent(i, d.doc.Tokens[i+1].Start) {
		return Mention{}, false
	}
	at := d.doc.Tokens[i+1].Span
	key := foldPhrase(at.Of(d.doc.Text))
	_, last := d.surnames[key]
	if !last && !d.begins[key] || kindOf(at.Of(d.doc.Text)) != title || kindOf(d.form(i+2)).name() || d.mentionAt(at.End) >= 0 || !d.plain(at.Start) {
		return Mention{}, false
	}
	m := Mention{Span: text.Span{Start: at.Start, End: at.End}}
	m.become(Person, "“"+form+"” stands before it")
	return m, true
}
