package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"gloss/app/keyword"
	"gloss/app/lang"
	"gloss/cmd/internal/fit"
)

const (
	keywordHead = "# What the score of a keyword is made of: the feature, a tab, its weight. Some are given, the others fitted by cmd/train, as a\n" +
		"# logistic regression, to which words people chose as keyphrases of news articles.\n"
	phraseHead = "# What the score of a phrase is made of: the feature, a tab, its weight. Fitted by cmd/train, as a logistic regression, to\n" +
		"# which phrases people chose as keyphrases of news articles.\n"
)

// keyphrase fits the weights of keywords on the set whose keyphrases are mostly single
// words and those of phrases on the one whose keyphrases are mostly phrases.
func keyphrase(s source) error {
	l, err := lang.Open(os.DirFS(filepath.Dir(s.out)), filepath.Base(s.out))
	if err != nil {
		return err
	}
	e, err := keyword.Open(l)
	if err != nil {
		return err
	}
	words, _, err := rows(e, l, filepath.Join(s.data, "keyphrase", "500n-dev.jsonl"))
	if err != nil {
		return err
	}
	_, phrases, err := rows(e, l, filepath.Join(s.data, "keyphrase", "duc2001-dev.jsonl"))
	if err != nil {
		return err
	}
	wordNames, phraseNames := keyword.Features()
	if err := writeWeights(filepath.Join(filepath.Dir(s.out), "keyword-weights.txt"), keywordHead, wordNames, fit.Keywords(words)); err != nil {
		return err
	}
	return writeWeights(filepath.Join(filepath.Dir(s.out), "phrase-weights.txt"), phraseHead, phraseNames, fit.Logistic(phrases))
}

// rows are the examples in the file of a keyphrase set.
func rows(e *keyword.Extractor, l *lang.Language, file string) (words, phrases []fit.Row, err error) {
	articles, err := fit.ReadArticles(file)
	if err != nil {
		return nil, nil, err
	}
	st := l.NewStemmer()
	for i := range articles {
		w, p := articles[i].Rows(e, l, st)
		words, phrases = append(words, w...), append(phrases, p...)
	}
	return words, phrases, nil
}

func writeWeights(file, head string, names []string, weights []float64) error {
	var b bytes.Buffer
	b.WriteString(head)
	for i, name := range names {
		fmt.Fprintf(&b, "%s\t%.3f\n", name, weights[i])
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
