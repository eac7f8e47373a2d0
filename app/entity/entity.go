// Package entity takes a parsed document and gives back the names, dates and amounts in
// it: each place where one stands (Mention) and each thing that is named (Entity).
package entity

import "gloss/app/text"

// Type says what an entity is.
type Type string

const (
	Person   Type = "PER"
	Location Type = "LOC"
	Org      Type = "ORG"
	Group    Type = "NORP"
	Event    Type = "EVENT"
	Misc     Type = "MISC"
	Date     Type = "DATE"
	Time     Type = "TIME"
	Money    Type = "MONEY"
	Percent  Type = "PERCENT"
	Quantity Type = "QUANTITY"
)

// Name says whether the type is a name (not a date or an amount).
func (t Type) Name() bool {
	switch t {
	case Date, Time, Money, Percent, Quantity:
		return false
	}
	return true
}

// Mention is one place in the text where an entity is named. Mentions are in order and never overlap.
type Mention struct {
	text.Span
	Type       Type
	Confidence float64 // 0 to 1, rounded to 4 decimals
	Why        []string
}

// Entity is one thing that is named, with all the places that name it.
type Entity struct {
	Name       string // the fullest proper name, white space collapsed
	Type       Type
	Aliases    []string
	Related    []Relation
	Value      string // normal form of a date or an amount
	Salience   float64
	Confidence float64
	Mentions   []int // indices into the mentions, in order
}

// Relation links an entity to another name.
type Relation struct{ Name, Relation string }
