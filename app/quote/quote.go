// Package quote takes a parsed document and the spans of the people and organisations in
// it and gives back who said what.
package quote

import "gloss/app/text"

// Quote is one quotation with its speaker.
type Quote struct {
	text.Span           // from the opening mark to the closing one, marks included
	Speaker   text.Span // one of the given names, or a noun phrase; zero when unknown
	Name      int       // the index of the given name that spoke; -1 when none of them
	Cue       text.Span // "said", "told"; zero when there is none
	Indirect  bool
}
