// Package gold reads labelled sentences (token, tab, BIO tag a line) and gives them back as
// running text, printed as a newspaper would, with the names as byte spans.
package gold

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/text"
)

// Name is one labelled name: a span of the text and its type; "?" where the labellers were unsure.
type Name struct {
	text.Span
	Type string
}

// Document is one document of a set as running text, up to five sentences a paragraph; a line that does not
// end as a sentence does is a paragraph by itself.
type Document struct {
	Text      string
	Names     []Name
	Sentences []text.Span
}

type token struct{ form, tag string }

// Case is how a document is printed.
type Case int

const (
	AsWritten Case = iota
	TitleCased
	UpperCased
)

// Read reads the labelled file at path and prints its documents in the given case.
func Read(path string, c Case) ([]Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("labelled file: %w", err)
	}
	defer f.Close()
	var docs [][][]token
	var sentence []token
	end := func() {
		if len(sentence) == 0 {
			return
		}
		if len(docs) == 0 {
			docs = append(docs, nil)
		}
		docs[len(docs)-1] = append(docs[len(docs)-1], sentence)
		sentence = nil
	}
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		form, tag, ok := strings.Cut(sc.Text(), "\t")
		switch {
		case strings.TrimSpace(form) == "":
			end()
		case !ok:
			return nil, fmt.Errorf("%s:%d: no tab", path, n)
		case form == "-DOCSTART-":
			end()
			docs = append(docs, nil)
		default:
			sentence = append(sentence, token{form, tag})
		}
	}
	end()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	p := printer{hyphens: splitsHyphens(docs), c: c}
	var out []Document
	for _, d := range docs {
		if len(d) > 0 {
			out = append(out, p.print(d))
		}
	}
	return out, nil
}

// splitsHyphens says whether a set makes three tokens of "all-rounder": then a "-" that
// stands alone was printed without spaces.
func splitsHyphens(docs [][][]token) bool {
	whole, alone := 0, 0
	for _, d := range docs {
		for _, s := range d {
			for _, t := range s {
				switch i := strings.IndexByte(t.form, '-'); {
				case t.form == "-":
					alone++
				case i > 0 && i < len(t.form)-1 && unicode.IsLetter(rune(t.form[i-1])):
					whole++
				}
			}
		}
	}
	return alone > whole
}

type printer struct {
	hyphens bool
	c       Case
}

func (p printer) print(sentences [][]token) Document {
	var b strings.Builder
	var d Document
	inParagraph := 0
	for k, s := range sentences {
		switch {
		case k == 0:
		case inParagraph < 4 && closes(sentences[k-1]):
			b.WriteByte(' ')
			inParagraph++
		default:
			b.WriteString("\n\n")
			inParagraph = 0
		}
		start := b.Len()
		quoted := false
		for i, t := range s {
			if i > 0 && p.gap(s[i-1].form, t.form, quoted) {
				b.WriteByte(' ')
			}
			if t.form == `"` {
				quoted = !quoted
			}
			at := b.Len()
			b.WriteString(p.cased(t.form))
			d.add(t.tag, text.Span{Start: at, End: b.Len()})
		}
		d.Sentences = append(d.Sentences, text.Span{Start: start, End: b.Len()})
	}
	d.Text = b.String()
	return d
}

// closes says whether a sentence ends as one in a paragraph does, and not as a heading or a line of a table.
func closes(s []token) bool {
	switch s[len(s)-1].form {
	case ".", "?", "!", `"`, "”", "''":
		return true
	}
	return false
}

// add begins a name at s, or makes the last one longer.
func (d *Document) add(tag string, s text.Span) {
	switch {
	case tag == "?" || strings.HasPrefix(tag, "B-"):
		d.Names = append(d.Names, Name{s, strings.TrimPrefix(tag, "B-")})
	case strings.HasPrefix(tag, "I-") && len(d.Names) > 0:
		d.Names[len(d.Names)-1].End = s.End
	}
}

func (p printer) cased(form string) string {
	switch r, n := utf8.DecodeRuneInString(form); {
	case p.c == UpperCased:
		return strings.ToUpper(form)
	case p.c == TitleCased && n < len(form) && !strings.HasPrefix(form, "'") && form != "n't":
		return string(unicode.ToUpper(r)) + form[n:]
	}
	return form
}

// gap says whether a space stands between two tokens; quoted says that a straight quotation mark is open.
func (p printer) gap(before, after string, quoted bool) bool {
	switch before {
	case "(", "[", "{", "“", "‘", "``", "$", "£", "€", "#":
		return false
	case `"`:
		if quoted {
			return false
		}
	case "-", "/", "–":
		if p.hyphens {
			return false
		}
	}
	switch after {
	case ".", ",", ";", ":", "?", "!", ")", "]", "}", "%", "”", "’", "''", "n't", "n’t", "...", "…", "'":
		return false
	case `"`:
		return !quoted
	case "-", "/", "–":
		return !p.hyphens
	}
	return !strings.HasPrefix(after, "'") && !strings.HasPrefix(after, "’")
}
