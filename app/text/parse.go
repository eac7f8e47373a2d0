package text

import (
	"slices"

	"gloss/app/lang"
)

// Parse finds the paragraphs, sentences and tokens in the given blocks of input: each
// block is parsed by itself, so that a title and a body never share a sentence. Blocks are
// in order, do not overlap, and lie on rune boundaries; offsets are into the whole input.
func Parse(input string, l *lang.Language, blocks ...Span) *Document {
	return ParseMixed(input, l, nil, blocks...)
}

// ParseMixed is Parse for a text whose paragraphs may be in other languages than its own: of says in which one a paragraph is, before it is parsed by
// the rules of that language. A nil of, and nil from it, is the text's own.
func ParseMixed(input string, l *lang.Language, of func(paragraph Span) *lang.Language, blocks ...Span) *Document {
	d := &Document{Text: input, Language: l, Languages: []*lang.Language{l}}
	bytes := 0
	for _, b := range blocks {
		bytes += b.Len()
	}
	d.Tokens = make([]Token, 0, bytes/6+8) // English has a token for every six bytes
	s := &scanner{Document: d, segmenter: segmenter{in: input}}
	for _, b := range blocks {
		column := WrapColumn(input, b)
		for at := b.Start; at < b.End; {
			p, next := nextParagraph(input, Span{at, b.End}, column)
			if of != nil {
				s.speak(of(p))
			}
			s.paragraph(p, column > 0)
			at = next
		}
	}
	d.Language, d.view = l, 0
	return d
}

// speak has the next paragraph parsed by the rules of l, of the text's own language when l is nil.
func (s *scanner) speak(l *lang.Language) {
	if l == nil {
		l = s.Languages[0]
	}
	if l == s.Language {
		return
	}
	s.Language, s.view = l, slices.Index(s.Languages, l)
	if s.view < 0 {
		s.view = len(s.Languages)
		s.Languages = append(s.Languages, l)
	}
}

// paragraph appends one paragraph, unless it holds no token.
func (s *scanner) paragraph(p Span, wrapped bool) {
	tokens, sentences := len(s.Tokens), len(s.Sentences)
	s.tokens(p, wrapped)
	if len(s.Tokens) == tokens {
		return
	}
	s.Document.sentences(tokens)
	s.Paragraphs = append(s.Paragraphs, Paragraph{
		Span:  Span{s.Tokens[tokens].Start, s.Tokens[len(s.Tokens)-1].End},
		First: sentences, Last: len(s.Sentences),
	})
}
