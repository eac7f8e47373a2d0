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
