package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"gloss/app/lang"
)

// Parse finds the paragraphs, sentences and tokens in the given blocks of input: each
// block is parsed by itself, so that a title and a body never share a sentence. Blocks are
// in order, do not overlap, and lie on rune boundaries; offsets are into the whole input.
func Parse(input string, l *lang.Language, blocks ...Span) *Document {
	d := &Document{Text: input, Language: l}
	for _, b := range blocks {
		d.parseBlock(b)
	}
	return d
}

func (d *Document) parseBlock(b Span) {
	at := b.Start
	for _, line := range strings.SplitAfter(d.Text[b.Start:b.End], "\n") {
		start := at
		at += len(line)
		if strings.TrimSpace(line) == "" {
			continue
		}
		d.parseParagraph(Span{start, at})
	}
}

func (d *Document) parseParagraph(p Span) {
	par := Paragraph{Span: p, First: len(d.Sentences)}
	first := len(d.Tokens)
	at := p.Start
	it := words.FromString(p.Of(d.Text))
	for it.Next() {
		w := it.Value()
		s := Span{at, at + len(w)}
		at = s.End
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsSpace(r):
			continue
		case unicode.IsLetter(r):
			d.Tokens = append(d.Tokens, Token{Span: s, Kind: Word})
		case unicode.IsDigit(r):
			d.Tokens = append(d.Tokens, Token{Span: s, Kind: Number})
		default:
			d.Tokens = append(d.Tokens, Token{Span: s, Kind: Punct})
		}
		if w == "." || w == "?" || w == "!" {
			d.closeSentence(first, len(d.Paragraphs))
			first = len(d.Tokens)
		}
	}
	d.closeSentence(first, len(d.Paragraphs))
	par.Last = len(d.Sentences)
	if par.Last > par.First {
		par.Span = Span{d.Sentences[par.First].Start, d.Sentences[par.Last-1].End}
		d.Paragraphs = append(d.Paragraphs, par)
	}
}

func (d *Document) closeSentence(first, paragraph int) {
	if first == len(d.Tokens) {
		return
	}
	d.Sentences = append(d.Sentences, Sentence{
		Span:  Span{d.Tokens[first].Start, d.Tokens[len(d.Tokens)-1].End},
		First: first, Last: len(d.Tokens), Paragraph: paragraph,
	})
}
