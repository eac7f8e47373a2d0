package keyword_test

import (
	"strings"
	"testing"

	"gloss/app/keyword"
	"gloss/app/lang/langtest"
	"gloss/app/text"
)

// TestLinksWithinPhrases: French and Spanish phrases hold "de" and its like inside, with their article, and never at their ends; forms of
// one stem are one phrase.
func TestLinksWithinPhrases(t *testing.T) {
	for _, c := range []struct {
		code, input string
		want        map[string]int // phrase -> count; 0: it must not be there
	}{
		{"fr", "Le prix de l'eau monte. Les prix de l’eau montent. Le ministère des Affaires étrangères et le coût de la vie au centre d'accueil du Bugey.",
			map[string]int{"prix de l'eau": 2, "ministère des Affaires étrangères": 1, "coût de la vie": 1, "centre d'accueil du Bugey": 1, "coût de la vie au centre": 0, "eau monte": 0}},
		{"es", "La ley de amnistía y las leyes de la amnistía. El precio del agua. El presidente de los Estados Unidos habla de la vida, del agua.",
			map[string]int{"ley de amnistía": 2, "precio del agua": 1, "presidente de los Estados Unidos": 1, "vida del agua": 0, "Estados Unidos habla": 0}},
		{"fr", "Il parle de la ville. La ville de le maire. Un projet de de loi. La fin de, la loi de 2020 loi.",
			map[string]int{"parle de la ville": 0, "ville de le maire": 1, "projet de de loi": 0, "loi de 2020 loi": 0}},
		{"ru", "Ядерная программа. О ядерной программе говорят. Ядерную программу обсудят.",
			map[string]int{"ядерной программе": 3}},
		{"ru", "По соглашению Оренбургская область и новая старая вода. Министр природных ресурсов, мирная ядерная программа.",
			map[string]int{"соглашению Оренбургская область": 0, "Оренбургская область": 1, "Министр природных ресурсов": 1, "мирная ядерная программа": 1}},
		{"hu", "Komáromban megállapodás született a kerületi bíróságban ügyészség ellen.", map[string]int{"Komáromban megállapodás": 0, "bíróságban ügyészség": 0, "kerületi bíróságban": 1}},
		{"en", "The price of water rose. The prices of water fell.", map[string]int{"price of water": 0}},
	} {
		l := langtest.Language(t, c.code)
		e, err := keyword.Open(l)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, p := range e.Phrases(text.Parse(c.input, l, text.Span{End: len(c.input)}), l.NewStemmer()) {
			got[p.Text] = p.Count
			for _, s := range p.Spans {
				if words := strings.Fields(s.Of(c.input)); l.IsStop(strings.ToLower(words[0])) || l.IsStop(strings.ToLower(words[len(words)-1])) {
					t.Errorf("%s: %q has a word of grammar at an end", c.code, s.Of(c.input))
				}
			}
		}
		for p, n := range c.want {
			if got[p] != n {
				t.Errorf("%s: %q %d times, want %d; got %v", c.code, p, got[p], n, got)
			}
		}
	}
}
