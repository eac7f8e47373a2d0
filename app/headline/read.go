package headline

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Limits of a list.
const (
	MaxBytes = 20 << 20 // of a file
	maxTitle = 1000     // bytes of a title
)

// Problem is a part of a list that could not be read; the others were.
type Problem struct {
	Line int // from 1
	Text string
}

func (p Problem) String() string { return fmt.Sprintf("line %d: %s", p.Line, p.Text) }

// Read reads a list of headlines. Its format is told by its content: a JSON array of strings or objects, JSON Lines,
// a JSON object that holds such an array, CSV or TSV with a header, or plain lines. UTF-8 with or without
// a byte order mark, and UTF-16 with one. Duplicates are merged. A part that cannot be read is a
// Problem; an error means that nothing could be read, and names the byte offset where there is one.
func (lk *Linker) Read(data []byte) ([]Headline, []Problem, error) {
	if len(data) > MaxBytes {
		return nil, nil, fmt.Errorf("headlines: %d bytes, the limit is %d", len(data), MaxBytes)
	}
	input, err := decode(data)
	if err != nil {
		return nil, nil, fmt.Errorf("headlines: %w", err)
	}
	if strings.TrimSpace(input) == "" {
		return nil, nil, errors.New("headlines: the list is empty")
	}
	if name := markup(input); name != "" {
		return nil, nil, fmt.Errorf("headlines: %s cannot be read; give plain lines, JSON, CSV or TSV", name)
	}
	l := &list{columns: lk.columns, seen: map[string]int{}}
	switch trimmed := strings.TrimLeft(input, " \t\r\n"); {
	case opens(trimmed, '[', "\"{[]"):
		l.jsonArray(input)
	case opens(trimmed, '{', "\"}"):
		l.jsonLines(input)
	default:
		if sep, columns := l.header(input); len(columns) > 0 {
			l.separated(input, sep, columns)
		} else {
			l.plain(input, lk.splitter)
		}
	}
	return l.headlines, l.problems, nil
}

// opens says whether s begins with the bracket and then, after white space, one of the next bytes: a
// plain list may begin with "[Video]".
func opens(s string, bracket byte, next string) bool {
	if s == "" || s[0] != bracket {
		return false
	}
	s = strings.TrimLeft(s[1:], " \t\r\n")
	return s != "" && strings.IndexByte(next, s[0]) >= 0
}

// decode is the data as UTF-8 without a byte order mark.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	rest := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if at := bytes.IndexByte(rest, 0); at >= 0 {
		return "", fmt.Errorf("a NUL byte at offset %d: not a text file", at+len(data)-len(rest))
	}
	if at := invalid(rest); at >= 0 {
		return "", fmt.Errorf("not UTF-8 at byte offset %d", at+len(data)-len(rest))
	}
	return string(rest), nil
}

// decodeUTF16 is the units as UTF-8.
func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 == 1 {
		return "", fmt.Errorf("UTF-16 with half a unit at byte offset %d", len(data)+1)
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	if at := slices.Index(units, 0); at >= 0 {
		return "", fmt.Errorf("a NUL at byte offset %d: not a text file", 2+2*at)
	}
	return string(utf16.Decode(units)), nil
}

// invalid is the offset of the first byte that is not UTF-8, -1 when there is none.
func invalid(data []byte) int {
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

// roots are the root elements of the kinds of markup that people take for lists.
var roots = []struct{ element, name string }{
	{"rss", "an RSS feed"}, {"feed", "an Atom feed"}, {"rdf:rdf", "an RDF feed"}, {"opml", "an OPML list of feeds"},
	{"urlset", "a sitemap"}, {"sitemapindex", "a sitemap"}, {"!doctype html", "an HTML page"}, {"html", "an HTML page"},
}

// markup names the kind of markup that the input is, "" when it is none.
func markup(input string) string {
	head := strings.ToLower(strings.TrimSpace(input[:min(len(input), 4096)]))
	if !strings.HasPrefix(head, "<") {
		return ""
	}
	for _, r := range roots {
		if strings.Contains(head, "<"+r.element) {
			return r.name
		}
	}
	if strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!") {
		return "XML"
	}
	return ""
}
