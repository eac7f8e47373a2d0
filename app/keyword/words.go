package keyword

import (
	"slices"
	"sort"
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
)

// Keywords counts the words of the document by stem, parts of compounds too, and ranks them by how much the document is about
// them. A stem all of whose forms are stop words is none, nor is a number. st must be of the document's language.
func (e *Extractor) Keywords(doc *text.Document, st *lang.Stemmer) []Keyword {
	return e.Read(doc, st).Keywords()
}

// Keywords is the document's keywords, as Extractor.Keywords has them.
func (w *Words) Keywords() []Keyword {
	spans, forms := w.spansAndForms(w.each)
	scores, order := make([]float64, len(w.each)), make([]int32, len(w.each))
	var f [len(wordFeatures)]float64
	for i := range w.each {
		w.wordFeatures(w.e.lang, &w.each[i], &f)
		scores[i], order[i] = w.e.words.score(f[:]), int32(i)
	}
	sort.SliceStable(order, func(a, b int) bool { return scores[order[a]] > scores[order[b]] })
	out := make([]Keyword, len(w.each))
	for n, i := range order {
		g := &w.each[i]
		out[n] = Keyword{
			Stem: w.keys[g.stem], Count: int(g.count), Score: scores[i],
			Form: w.shown(g, forms[i]), Forms: forms[i], Spans: spans[i],
		}
	}
	return out
}

// shown is the commonest form that is no stop word.
func (w *Words) shown(g *group, forms []Form) string {
	for _, f := range forms {
		if w.e.classes.of(foldStop(f.Form), w.keys[g.stem])&stop == 0 {
			return f.Form
		}
	}
	return forms[0].Form
}

// spansAndForms gives back the spans and forms of each group.
func (s *scan) spansAndForms(groups []group) ([][]text.Span, [][]Form) {
	index := make([]int32, len(s.stems))
	total := int32(0)
	spans := make([][]text.Span, len(groups))
	for i, g := range groups {
		index[g.stem] = int32(i) + 1
		total += g.count
	}
	all := make([]text.Span, total)
	for i, g := range groups {
		spans[i], all = all[:0:g.count], all[g.count:]
	}
	spell := s.spellings()
	byFold := make([]int32, len(s.folds)) // index+1 into forms of its group
	forms := make([][]Form, len(groups))
	for _, p := range s.places {
		if p.surface < 0 {
			continue
		}
		f := &s.surfaces[p.surface]
		n := index[f.stem] - 1
		if n < 0 {
			continue
		}
		spans[n] = append(spans[n], p.Span)
		if byFold[f.fold] == 0 {
			forms[n] = append(forms[n], Form{Form: spell[f.fold]})
			byFold[f.fold] = int32(len(forms[n]))
		}
		forms[n][byFold[f.fold]-1].Count++
	}
	for _, f := range forms {
		if len(f) > 1 {
			sort.SliceStable(f, func(a, b int) bool { return f[a].Count > f[b].Count })
		}
	}
	return spans, forms
}

// spellings is how each folded form is shown: as it is most often written where it is
// always written with a capital that tells something, else folded.
func (s *scan) spellings() []string {
	told := make([]int32, len(s.surfaces)) // places whose capitals tell something
	lower := make([]bool, len(s.folds))
	for _, p := range s.places {
		if p.surface < 0 {
			continue
		}
		f := &s.surfaces[p.surface]
		switch {
		case !f.upper:
			lower[f.fold] = true
		case s.tells(p) || f.rare && !s.flat[p.sentence]:
			told[p.surface]++
		}
	}
	out := slices.Clone(s.folds)
	best := make([]int32, len(s.folds))
	for i, f := range s.surfaces {
		if told[i] > best[f.fold] && !lower[f.fold] {
			best[f.fold] = told[i]
			out[f.fold] = strings.ReplaceAll(f.text, "’", "'")
		}
	}
	return out
}
