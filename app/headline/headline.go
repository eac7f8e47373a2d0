// Package headline takes lists of headlines and weighted terms of an article and gives
// back which headlines belong to the same story, and why.
package headline

import "gloss/app/text"

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
	Names                                  []text.Span // names in the title, byte offsets into it: words inside one match only as that name
}

// TermKind says what a term of the article is.
type TermKind string

const (
	Word   TermKind = "word"
	Entity TermKind = "entity"
	Phrase TermKind = "phrase"
)

// Term is something that the article talks about and a headline may share.
type Term struct {
	Kind   TermKind
	Text   string   // as shown to a person
	Stems  []string // what must stand in a row in the headline for the term to match
	Unit   int      // terms of one unit are names of the same thing (Iran, Iranian, Tehran); -1 for a plain word
	Name   bool     // its words belong to a name: they never match words inside another name
	Weight float64  // how much the article is about it, 0 to 1
	Spans  []text.Span
}

// Link is how one headline relates to the article.
type Link struct {
	Headline int // index into the list
	Score    float64
	Level    Level
	Group    int
	Reasons  []Reason
}

// Reason is one thing that a headline shares with the article. Weights of a link sum to 1.
type Reason struct {
	Kind       TermKind
	Text       string
	Weight     float64
	Spans      []text.Span // in the article
	TitleSpans []text.Span // in the headline's title
}
