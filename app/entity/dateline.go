package entity

import (
	"strings"

	"gloss/app/text"
)

const datelineWhy = "where the report was written"

// datelines puts the places where a report was written, which open it, in the place of what was found there: "SEATTLE (AP) — …",
// "KYIV, Ukraine — …", "COLOMBO 1996-08-30".
func (s *scanner) datelines(found []Mention) []Mention {
	places, sure := s.datelinePlaces()
	if places == nil {
		places, sure = s.bylinePlace()
	}
	if places == nil || !sure && (len(found) == 0 || found[0].Start != s.atoms[0].Start) {
		return found // "TENNIS - Results"
	}
	more := make([]Mention, 0, len(places))
	for _, p := range places {
		m := Mention{Span: text.Span{Start: s.atoms[p.Start].Start, End: s.atoms[p.End-1].End}}
		m.become(Location, datelineWhy)
		m.dateline = true
		more = append(more, m)
	}
	return overlay(found, more)
}

// datelinePlaces is the atoms of each place in the dateline that opens the sentence, none where there is no dateline; sure says that more than
// a dash shows it.
func (s *scanner) datelinePlaces() (places []text.Span, sure bool) {
	first := s.capitals(0)
	if first == 0 || !s.placeInCapitals(0, first) {
		return nil, false
	}
	places = []text.Span{{Start: 0, End: first}}
	at := first
	if s.is(at, "/") {
		if next := s.capitals(at + 1); next > at+1 && s.placeInCapitals(at+1, next) {
			places = append(places, text.Span{Start: at + 1, End: next})
			at = next
		}
	}
	if next := s.region(at); next > at {
		places = append(places, text.Span{Start: at + 1, End: next})
		at = next
	}
	at, dated := s.datelineDate(at)
	at, agency := s.agency(at)
	ends := at == len(s.atoms) || at+1 == len(s.atoms) && s.is(at, ".")
	switch dash := s.is(at, "—", "–", "-", "--", "•"); {
	case s.mode != sentenceCase && !(dated && ends), !dash && !agency && !(dated && ends):
		return nil, false
	}
	return places, dated || agency || len(places) > 1
}

// bylinePlace is the known place in capitals that ends a line behind a comma: "By A Reporter, BERLIN".
func (s *scanner) bylinePlace() (places []text.Span, sure bool) {
	n := len(s.atoms) - 1
	if s.mode != sentenceCase || n < 2 || !s.is(n-1, ",") || s.atoms[n].kind != upper || s.atoms[n].class&(country|capital|city) == 0 || s.atoms[n].class&(knownOrg|orgWord) != 0 {
		return nil, false
	}
	return []text.Span{{Start: n, End: n + 1}}, true
}

// is says whether atom i is one of the signs.
func (s *scanner) is(i int, signs ...string) bool {
	if i >= len(s.atoms) {
		return false
	}
	form := s.atoms[i].Of(s.doc.Text)
	for _, sign := range signs {
		if form == sign {
			return true
		}
	}
	return false
}

// capitals is the end of the words in capitals that begin at atom i, of at most three.
func (s *scanner) capitals(i int) int {
	j := i
	for j < len(s.atoms) && j < i+3 && s.atoms[j].kind == upper {
		j++
	}
	return j
}

// placeInCapitals says whether the atoms [i, j), which are in capitals, may be a place: they are no acronym and no organisation's name.
func (s *scanner) placeInCapitals(i, j int) bool {
	for k := i; k < j; k++ {
		if s.atoms[k].class&orgWord != 0 {
			return false
		}
	}
	return s.r.lexicon.classes[string(s.phrase(i, j))]&knownOrg == 0
}

// region is the end of the country or the like that follows the place at atom i, behind a comma; i when there is none.
func (s *scanner) region(i int) int {
	j := i + 1
	for s.is(i, ",") && j < len(s.atoms) && j < i+4 && s.atoms[j].kind.name() && s.atoms[j].class&calendar == 0 {
		j++
	}
	if j == i+1 || s.r.lexicon.classes[string(s.phrase(i+1, j))]&knownOrg != 0 {
		return i
	}
	return j
}

// datelineDate is the end of the day that follows at atom i, with or without a comma before it, and says whether there is one.
func (s *scanner) datelineDate(i int) (end int, dated bool) {
	j := i
	if s.is(j, ",") {
		j++
	}
	for ; j < len(s.atoms) && (s.atoms[j].kind == number || s.atoms[j].class&calendar != 0 || dated && s.is(j, ",")); j++ {
		form := s.atoms[j].Of(s.doc.Text)
		dated = dated || s.atoms[j].class&calendar != 0 || strings.Count(form, "-") == 2 || strings.Count(form, "/") == 2
	}
	if !dated {
		return i, false
	}
	return j, true
}

// agency is the end of the news agency at atom i, in brackets or behind a comma, and says whether there is one: one that is known, or one in
// brackets with a dash behind.
func (s *scanner) agency(i int) (end int, ok bool) {
	brackets := s.is(i, "(")
	j := i + 1
	for (brackets || s.is(i, ",")) && j < len(s.atoms) && j < i+4 && s.atoms[j].kind.name() {
		j++
	}
	if j == i+1 || brackets && !s.is(j, ")") {
		return i, false
	}
	switch known := s.r.lexicon.classes[string(s.phrase(i+1, j))]&knownOrg != 0; {
	case brackets:
		return j + 1, known || s.is(j+1, "—", "–", "-", "--")
	case known:
		return j, true
	}
	return i, false
}
