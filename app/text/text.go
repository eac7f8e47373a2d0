// Package text takes the untouched input as a string and gives back its
// paragraphs, sentences and tokens as byte spans into it.
package text

import (
	"gloss/app/lang"
)

// Span is a half-open range [Start, End) of byte offsets into the input.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty says that the span covers nothing; the zero Span means "there is none".
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains says whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Of is the text that the span covers.
func (s Span) Of(input string) string { return input[s.Start:s.End] }

// Kind says what a token is made of.
type Kind uint8

const (
	Word   Kind = iota // letters, with joiners and digits inside: "Iran-based", "AT&T", "COVID-19", "@bbc", "#vote"
	Number             // begins with a digit or a currency sign: "2,000", "$2,000", "3.5%", "12:30"
	Punct              // punctuation
	Symbol             // emoji and other signs
)

// Token is one word, number, punctuation mark or symbol.
type Token struct {
	Span
	Kind Kind
	// FirstPart and LastPart bound the parts of a hyphenated compound in
	// Document.Parts, [FirstPart, LastPart); equal when the token has none.
	FirstPart, LastPart int32
}

// Sentence is a run of tokens [First, Last) that ends with a full stop or its like,
// or with its paragraph.
type Sentence struct {
	Span
	First, Last int // tokens
	Paragraph   int
}

// Paragraph is a run of sentences [First, Last) set off by blank lines or, where lines
// are not hard-wrapped, by single line breaks.
type Paragraph struct {
	Span
	First, Last int // sentences
}

// Document is the parsed input. Tokens are in order and do not overlap; between two of
// them stands white space or other ignorable text only, so that gaps and tokens together are the input.
type Document struct {
	Text       string
	Language   *lang.Language
	Tokens     []Token
	Parts      []Span
	Sentences  []Sentence
	Paragraphs []Paragraph
}

// Form is the exact text of token i.
func (d *Document) Form(i int) string { return d.Tokens[i].Of(d.Text) }

// PartsOf is the spans of the parts of token i, nil when it is not a compound.
func (d *Document) PartsOf(i int) []Span {
	t := d.Tokens[i]
	return d.Parts[t.FirstPart:t.LastPart]
}

// SentenceAt is the index of the sentence that holds byte offset at, or the last one that
// begins before it; -1 when there is none.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
