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
	Word    Kind = iota // letters, with joiners and digits inside: "Iran-based", "AT&T", "COVID-19", "@bbc", "#vote", "U.S.", "Mr."
	Number              // begins with a digit or a currency sign: "2,000", "$2,000", "US$5m", "3.5%", "12:30", "10-year-old"
	Punct               // punctuation; a run of one mark is one token: "...", "--"
	Symbol              // emoji and other signs
	Clitic              // the possessive or contracted 's of the word before it, or the bare apostrophe of a plural: [Putin]['s], [Democrats][']; Swedish [EU][:s]
	Address             // a URL or an e-mail address
)

// Token is one word, number, punctuation mark or symbol.
//
// A final 's (of either apostrophe) is a token of its own, of kind Clitic, so that a mention can cover
// the name alone and a count sees the name; every other apostrophe inside a word stays in it ("don't",
// "o'clock", "O'Brien"), but that of an elision, which ends the token: [l'][eau]. An abbreviation keeps its stop ("U.S.", "Mr.", the "J." of "J. Smith").
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
	Lang        int // index into Document.Languages
}

// Paragraph is a run of sentences [First, Last) set off by blank lines or, where lines
// are not hard-wrapped, by single line breaks.
type Paragraph struct {
	Span
	First, Last int // sentences
}

// Document is the parsed input. Tokens are in order and do not overlap; between two of
// them stands white space or other ignorable text only (control and bidi characters, broken
// UTF-8), so that gaps and tokens together are the input.
type Document struct {
	Text       string
	Language   *lang.Language   // that of the text, or of the view (In)
	Languages  []*lang.Language // of its paragraphs; the text's own is the first
	Tokens     []Token
	Parts      []Span
	Sentences  []Sentence
	Paragraphs []Paragraph

	view int // the one of Languages that is read
}

// In is a view of the document for the stages of one of its Languages: the same text, sentences and tokens, and that language. What a stage reads
// are the sentences that the view Reads. Without a view, those are the ones in the text's own language.
func (d *Document) In(language int) *Document {
	v := *d
	v.Language, v.view = d.Languages[language], language
	return &v
}

// Reads says whether sentence i is in the language of the view, so that a stage of this language is to read it.
func (d *Document) Reads(i int) bool { return d.Sentences[i].Lang == d.view }

// Form is the exact text of token i.
func (d *Document) Form(i int) string { return d.Tokens[i].Of(d.Text) }

// PartsOf is the spans of the parts of token i, nil when it is not a compound.
func (d *Document) PartsOf(i int) []Span {
	t := d.Tokens[i]
	if t.FirstPart == t.LastPart {
		return nil
	}
	return d.Parts[t.FirstPart:t.LastPart]
}

// Words is the number of words in the document: its tokens of kind Word, Number and Address. A compound counts once; a
// possessive 's does not count.
func (d *Document) Words() int {
	n := 0
	for i := range d.Tokens {
		if d.Tokens[i].Kind.counts() {
			n++
		}
	}
	return n
}

// counts says whether a token of the kind is one of the text's words.
func (k Kind) counts() bool { return k == Word || k == Number || k == Address }

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
