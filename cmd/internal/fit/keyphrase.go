// Package fit takes labelled data from the dev sets and gives back the few weights that
// are fitted on it: those of keywords and phrases.
package fit

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/app/text"
)

// Article is one article of a keyphrase set with the keyphrases that people gave it.
type Article struct {
	ID   string   `json:"id"`
	Text string   `json:"text"`
	Keys []string `json:"keys"`
}

// ReadArticles reads a keyphrase set: one JSON object a line.
func ReadArticles(file string) ([]Article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Article
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		var a Article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, a)
	}
	return out, sc.Err()
}

// Stems is the keyphrase as its stems, parted by spaces: what two keyphrases are compared by.
func Stems(st *lang.Stemmer, key string) string {
	words := strings.Fields(key)
	for i, w := range words {
		words[i] = st.Stem(w)
	}
	return strings.Join(words, " ")
}

// Gold is the article's own keyphrases by their stems.
func (a *Article) Gold(st *lang.Stemmer) map[string]bool {
	gold := make(map[string]bool, len(a.Keys))
	for _, k := range a.Keys {
		gold[Stems(st, k)] = true
	}
	return gold
}

// Document parses the article.
func (a *Article) Document(l *lang.Language) *text.Document {
	return text.Parse(a.Text, l, text.Span{End: len(a.Text)})
}

// Rows are the examples that an article gives for keywords and for phrases.
func (a *Article) Rows(e *keyword.Extractor, l *lang.Language, st *lang.Stemmer) (words, phrases []Row) {
	gold := a.Gold(st)
	w, p := e.Candidates(a.Document(l), st)
	for _, c := range w {
		words = append(words, Row{c.Features, gold[c.Stems]})
	}
	for _, c := range p {
		phrases = append(phrases, Row{c.Features, gold[c.Stems]})
	}
	return words, phrases
}

// The words that people chose as keyphrases are often long ones that stand in the text once, among them verbs and days. A reader takes the
// list for an index of what the text keeps talking about, so the weights of what a word is are given, only those of where and how
// it stands are fitted, and that of its count is raised then: doc.go of cmd/train says what this costs.
var given = map[string]float64{
	"frequency-rarity": 1.5, "letter": -4, "letters": 1.2, "in-compound": -4, "compound": -2, "verb": -2.5, "time": -2.5, "adverb": -2.5, "weak": -2.5, "address": -6,
	"ending-past": -1, "ending-ing": -0.3, "ending-adjective": -1, "name": 0.2, "name-frequency": 0.1, "in-run": -0.5,
}

const raised = 2.5

// Keywords fits the weights of keywords.
func Keywords(rows []Row) []float64 {
	names, _ := keyword.Features()
	fixed := make(map[int]float64)
	for i, name := range names {
		if v, ok := given[name]; ok {
			fixed[i] = v
		}
	}
	w := logistic(rows, fixed)
	for i, name := range names {
		if name == "frequency" {
			w[i] += raised
		}
	}
	return w
}
