// Package keyword takes a parsed document and gives back what it keeps talking about:
// single words counted by stem (Keyword) and phrases of two to four words (Phrase).
package keyword

import "gloss/app/text"

// Keyword is a group of words with one stem.
type Keyword struct {
	Stem  string // the key of the group, never shown
	Form  string // the commonest surface form, folded unless it is always written with a capital
	Count int
	Score float64 // 0 to 1, rounded to 4 decimals; the list is ordered by it
	Forms []Form  // commonest first
	Spans []text.Span
}

// Form is one surface form of a keyword.
type Form struct {
	Form  string
	Count int
}

// Phrase is a run of two to four words that belongs together.
type Phrase struct {
	Text  string // the commonest surface form, white space collapsed
	Count int
	Score float64
	Spans []text.Span
}
