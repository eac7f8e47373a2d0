package entity

import (
	"reflect"
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/app/text"
)

// FuzzResolve: of any bytes, in any of the languages, with the rules or the learnt model, with a reader's lexicon or without, the mentions lie in order within the text and
// never overlap, unsure ones too; every entity has mentions, and each mention one entity; the unsure ones change nothing; the same text gives the same
// answer again, and so does the text with blank lines behind it.
func FuzzResolve(f *testing.F) {
	rules, l := openRules(f)
	learnt, _ := openEnglish(f)
	x, _ := ParseLexicon("iran\tPER\tIran Smith\nThe\tORG\n!A\nU.S.\tMISC\nputin's\tORG\na-b\tLOC\n5\tEVENT\nof the\tLOC\nSmith\tORG\tIran\n", nil)
	ownRules, _ := openRules(f)
	ownRules.SetReader(x)
	ownLearnt, _ := openEnglish(f)
	ownLearnt.SetReader(x)
	all, languages := []*Recognizer{rules, learnt, ownRules, ownLearnt}, []*lang.Language{l, l, l, l}
	for _, code := range roughLanguages {
		for _, own := range []Own{nil, x} {
			r, l := openRough(f, code)
			r.SetReader(own)
			all, languages = append(all, r), append(languages, l)
		}
		for _, kind := range []string{"names", "amounts", "held"} {
			cases := strings.Join(roughCases(f, code+"-"+kind+".txt")[:4], "\n")
			for which := range all {
				f.Add(cases, uint8(which), "")
			}
		}
	}
	for _, s := range append(hostile, "The Shanghai Cooperation Organization (SCO) met on 5 May 2019 in Tehran, Mr. Putin's aide said.", "SEOUL, South Korea (AP) — Hurricane Katrina, the Cuban missile crisis and the 2022 World Cup.\n\nShe speaks French and Dutch.",
		"The U.S. and Putin's Iran met Mr Smith of the A-B on 5 May 2019, Iran Smith said.", "IRAN AND RUSSIA SIGN DEAL\n\nTwo Leaders Meet at Kestrel Wing of Wonder\n\nGENEVA/ZURICH 1996-08-30") {
		for which := range all {
			f.Add(s, uint8(which), "\n\n")
		}
	}
	f.Fuzz(func(t *testing.T, input string, which uint8, blank string) {
		r, l := all[int(which)%len(all)], languages[int(which)%len(all)]
		first := answerOf(t, r, parse(input, l))
		if again := answerOf(t, r, parse(input, l)); !reflect.DeepEqual(first, again) {
			t.Fatalf("once\n%+v\nand again\n%+v", first, again)
		}
		lines := "\n"
		for range min(len(blank), 5) {
			lines += "\n"
		}
		if longer := answerOf(t, r, parse(input+lines, l)); !reflect.DeepEqual(first, longer) {
			t.Fatalf("%q gives\n%+v\nand with blank lines behind it\n%+v", input, first, longer)
		}
		check(t, r, parse(input, l))
	})
}

// answer is all that is found in a text.
type answer struct {
	mentions, unsure []Mention
	entities, doubts []Entity
}

func answerOf(t *testing.T, r *Recognizer, doc *text.Document) answer {
	t.Helper()
	found, guesses := r.RecognizeAll(doc, 0, len(doc.Sentences))
	if plain := r.Recognize(doc, 0, len(doc.Sentences)); !reflect.DeepEqual(found, plain) {
		t.Fatalf("with the unsure ones\n%+v\nand without\n%+v", found, plain)
	}
	var a answer
	a.mentions, a.entities = r.Resolve(doc, found)
	a.unsure, a.doubts = r.Unsure(doc, a.mentions, guesses)
	checkMentions(t, doc, a.mentions)
	checkMentions(t, doc, a.unsure)
	checkUnsure(t, a.mentions, a.unsure, a.doubts)
	return a
}

// TestBlankLinesChangeNothing puts blank lines behind the texts that are no English prose.
func TestBlankLinesChangeNothing(t *testing.T) {
	r, l := openEnglish(t)
	for _, input := range hostile {
		if was, is := answerOf(t, r, parse(input, l)), answerOf(t, r, parse(input+"\n\n \n", l)); !reflect.DeepEqual(was, is) {
			t.Errorf("%q gives\n%+v\nand with blank lines behind it\n%+v", input, was, is)
		}
	}
}
