// Package paste takes what a person pasted and gives back where its title, byline, body
// and trailing list of headlines stand.
package paste

import "gloss/app/text"

// Split says where the parts of a paste stand. A zero Span means there is none.
type Split struct {
	Title, Byline text.Span
	Body          text.Span
	// Headlines are the lines of the list at the end, cleaned; empty when there is no list.
	Headlines []Item
}

// Item is one headline of a list. Its fields hold clean text: bullets and numbers gone,
// source, section and time moved to their fields, white space collapsed.
type Item struct {
	Title, Source, Section, Published string
	Span                              text.Span // where the title stood in the list
}

// Tail says what a person has decided of the last lines: Auto finds a list of headlines, Text says that
// there is none, a positive number that the last N non-blank lines are headlines.
type Tail int

const (
	Auto Tail = 0
	Text Tail = -1
)
