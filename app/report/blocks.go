package report

import (
	"strings"

	"gloss/app/text"
)

// Role says what a block of the input is.
type Role uint8

const (
	RoleTitle     Role = iota // the article's title
	RoleByline                // its byline or dateline
	RoleParagraph             // a paragraph of its body
	RoleHeadline              // a line of the tail that holds a headline
	RoleOther                 // any other line: menu words, list headers, times
)

// Block is a piece of the input that stands by itself on the page: a title, a byline, a
// paragraph, or a line outside the article. Blocks are in order, do not overlap, and
// between two of them stands white space only: together they show all that was pasted.
type Block struct {
	text.Span
	Role Role
}

// blocksOf lays out the input: the article's parts as they were parsed, and between
// them each line that is none of them. heads are the spans of the tail's headlines, in order.
func blocksOf(input string, title, byline text.Span, paragraphs []text.Paragraph, heads []text.Span) []Block {
	b := blockList{input: input, heads: heads}
	for _, p := range paragraphs {
		role := RoleParagraph
		switch {
		case !title.Empty() && title.Contains(p.Span):
			role = RoleTitle
		case !byline.Empty() && byline.Contains(p.Span):
			role = RoleByline
		}
		b.lines(p.Start)
		if n := len(b.blocks); n > 0 && role != RoleParagraph && b.blocks[n-1].Role == role {
			b.blocks[n-1].End = p.End // a title or a byline is one block, however many lines it has
		} else {
			b.blocks = append(b.blocks, Block{p.Span, role})
		}
		b.at = p.End
	}
	b.lines(len(input))
	return b.blocks
}

// blockList gathers blocks from the start of the input on.
type blockList struct {
	input  string
	heads  []text.Span
	at     int // all before it is laid out
	blocks []Block
}

// lines adds each line between b.at and end that is not blank.
func (b *blockList) lines(end int) {
	at := b.at
	for _, line := range strings.SplitAfter(b.input[b.at:end], "\n") {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			start := at + strings.Index(line, trimmed)
			b.add(text.Span{Start: start, End: start + len(trimmed)})
		}
		at += len(line)
	}
	b.at = end
}

func (b *blockList) add(line text.Span) {
	for len(b.heads) > 0 && b.heads[0].End <= line.Start {
		b.heads = b.heads[1:]
	}
	role := RoleOther
	if len(b.heads) > 0 && b.heads[0].Overlaps(line) {
		role = RoleHeadline
	}
	b.blocks = append(b.blocks, Block{line, role})
}
