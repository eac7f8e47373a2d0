package main

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"gloss/app/keyword"
)

// recountWords are the words of a text by a regular expression of its own, written from the
// rule alone (a count counts whole tokens and parts of compounds): letters, digits and marks, joined by
// apostrophes, stops, ampersands and hyphens. recountApart are places where a writer left out the space, or where a mark is no joiner.
var (
	recountWords = regexp.MustCompile(`(?i)(?:https?://|www\.)\S+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|[@#]?` + recountPart + `(?:\.?[-‐]` + recountPart + `)*`)
	recountApart = regexp.MustCompile(`([a-z][a-z]\.)([A-Z][a-z])|(\pL\.)(\pN)|(\pL)(&\pL+;)`)

	recountPossessive = regexp.MustCompile(`(?i)['’]s$`)
	recountAddress    = regexp.MustCompile(`(?i)^(?:https?://|www\.)|.@`)
)

const recountPart = `(?:(?:\pL\.){2,}|[\pL\pN][\pL\pN\pM]*(?:['’.&][\pL\pN\pM]+)*)`

// recount counts the words of every article again and tells where a keyword's count differs.
func (b *keyphraseBench) recount() (mismatches, counted int) {
	for i := range b.sets {
		for j := range b.sets[i] {
			a := &b.sets[i][j]
			counts := b.recountArticle(a.Text)
			for _, k := range b.extractor.Keywords(a.Document(b.lang), b.stemmer) {
				counted++
				if counts[k.Stem] != k.Count {
					mismatches++
					fmt.Fprintf(os.Stderr, "recount: %s: %q is counted %d, by regular expression %d\n", a.ID, k.Stem, k.Count, counts[k.Stem])
				}
			}
		}
	}
	return mismatches, counted
}

func (b *keyphraseBench) recountArticle(text string) map[string]int {
	counts := map[string]int{}
	text = recountApart.ReplaceAllString(strings.ReplaceAll(text, "\u00ad", ""), "$1$3$5 $2$4$6")
	for _, w := range recountWords.FindAllString(text, -1) {
		if recountAddress.MatchString(w) {
			continue
		}
		w = recountPossessive.ReplaceAllString(w, "")
		counts[b.stemmer.Stem(w)]++
		parts := strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '‐' })
		if len(parts) > 1 {
			for _, p := range parts {
				counts[b.stemmer.Stem(recountPossessive.ReplaceAllString(p, ""))]++
			}
		}
	}
	return counts
}

func sortByCount(k []keyword.Keyword) {
	slices.SortStableFunc(k, func(a, b keyword.Keyword) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Spans[0].Start, b.Spans[0].Start))
	})
}
