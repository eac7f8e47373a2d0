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
	weights  Features
	bias     float64
	related  float64 // least score that is related
	theme    float64
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

// readWeights reads the calibration. The plain language has none: its headlines are ordered
// by how much of them matches, and nothing is called related.
func (lk *Linker) readWeights() error {
	if !lk.lang.Supported() {
		lk.weights[1], lk.bias, lk.related, lk.theme = 2, -1, 2, 2
		return nil
	}
	table, err := lk.lang.Table("headline-weights.txt")
	if err != nil {
		return err
	}
	places := map[string]*float64{"bias": &lk.bias, "related": &lk.related, "theme": &lk.theme}
	for i, name := range FeatureNames {
		places[name] = &lk.weights[i]
	}
	for name, p := range places {
		columns := table[name]
		if len(columns) == 0 {
			return fmt.Errorf("language %s: headline-weights.txt: no %q", lk.lang.Code, name)
		}
		if *p, err = strconv.ParseFloat(columns[0], 64); err != nil {
			return fmt.Errorf("language %s: headline-weights.txt: %s: %w", lk.lang.Code, name, err)
		}
	}
	return nil
}
