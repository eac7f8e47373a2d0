// Package headline takes an article (a parsed document and the names in it) and a list of headlines, and
// gives back how each headline relates to the article, with a level, a score and the reasons.
//
// A Linker is opened once for a language. Its Index holds a list and outlives any article; its Query
// holds an article. Index.Link brings the two together. Read reads lists of headlines out of files.
package headline

import (
	"fmt"
	"strconv"

	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/app/text"
)

// Level says how near a headline is to the article.
type Level string

const (
	Related Level = "related" // the same story, or the same actors on the same issue
	Theme   Level = "theme"   // the same subject, other actors
	None    Level = "none"
)

// Headline is one headline of a list. Its title is clean text.
type Headline struct {
	Title, URL, Source, Section, Published string
	Span                                   text.Span   // where the title stood in the paste; zero when it came from elsewhere
	Names                                  []text.Span // names in the title, byte offsets into it, in order: words inside one match only as that name; nil when nobody looked
}

// Name is one thing that the article names, as the report resolved it.
type Name struct {
	Text   string      // the fullest name, as a reason shows it
	Forms  []string    // its other names: aliases, forms in the text, and relations (Iranian, Tehran for Iran)
	Spans  []text.Span // its mentions in the document, in order; at least one
	Person bool        // a person is also meant by the last word of the name alone
}

// Kind says what a reason is.
type Kind string

const (
	Word   Kind = "word"
	Entity Kind = "entity"
	Phrase Kind = "phrase"
)

// Link is how one headline relates to the article.
type Link struct {
	Headline int     // index into the list
	Score    float64 // 0 to 1, rounded to 4 decimals; it does not depend on the other headlines
	Level    Level
	Group    int      // headlines of one story have one number; numbers run from 0 in the order of the list
	Reasons  []Reason // largest weight first
}

// Reason is one thing that a headline shares with the article. The weights of a link sum to 1.
type Reason struct {
	Kind       Kind
	Text       string
	Weight     float64
	Spans      []text.Span // in the article
	TitleSpans []text.Span // in the headline's title
}

// Linker links headlines to articles in one language. It is only read from once it is
// open, by any number of goroutines.
type Linker struct {
	lang     *lang.Language
	weak     map[string]bool // stems of words that headlines use whatever they are about
	forms    lang.Table      // irregular forms: what they are compared as
	columns  lang.Table      // names of columns in lists of headlines
	splitter *paste.Splitter
	weights  Weights
}

// Open reads the language's word list and weights. The error names the file.
func Open(l *lang.Language) (*Linker, error) {
	lk := &Linker{lang: l, weak: map[string]bool{}}
	lines, err := l.Lines("headline-weak.txt")
	if err != nil {
		return nil, err
	}
	if lk.forms, err = l.Table("headline-forms.txt"); err != nil {
		return nil, err
	}
	if lk.columns, err = l.Table("headline-columns.txt"); err != nil {
		return nil, err
	}
	if lk.splitter, err = paste.Open(l); err != nil {
		return nil, fmt.Errorf("headlines: %w", err)
	}
	st := l.NewStemmer()
	for _, w := range lines {
		lk.weak[st.Stem(w)] = true
	}
	return lk, lk.readWeights()
}

// Weights are the calibration: the score of a link is made of its features, weighted, and the
// bias; a level begins at its least score.
type Weights struct {
	Features       Features
	Bias           float64
	Related, Theme float64
}

// With is the linker with other weights. A query that it reads is scored by them, whichever
// linker made the index; so a calibration is cross-validated.
func (lk *Linker) With(w Weights) *Linker {
	other := *lk
	other.weights = w
	return &other
}

// readWeights reads the calibration. The plain language has none: its headlines are ordered
// by how much of them matches, and nothing is called related.
func (lk *Linker) readWeights() error {
	w := &lk.weights
	if !lk.lang.Supported() {
		*w = Weights{Features: Features{1: 2}, Bias: -1, Related: 2, Theme: 2}
		return nil
	}
	table, err := lk.lang.Table("headline-weights.txt")
	if err != nil {
		return err
	}
	read := func(name string, into *float64) {
		columns := table[name]
		if err == nil && len(columns) == 0 {
			err = fmt.Errorf("no %q", name)
		}
		if err == nil {
			*into, err = strconv.ParseFloat(columns[0], 64)
		}
	}
	for i, name := range FeatureNames {
		read(name, &w.Features[i])
	}
	read("bias", &w.Bias)
	read("related", &w.Related)
	read("theme", &w.Theme)
	if err != nil {
		return fmt.Errorf("language %s: headline-weights.txt: %w", lk.lang.Code, err)
	}
	return nil
}
