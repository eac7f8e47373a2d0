package paste

import "strings"

// Kinds of rows in paste-headers.txt.
const (
	headerWhole = "whole" // the whole line
	headerStart = "start" // begins a line of a few words: "more from"
	headerNoun  = "noun"  // what a header is about: stories, news
	headerWord  = "word"  // what else stands in one: latest, from, our
)

// header says how sure it is that the line is the header of a list of headlines: 2 when it is in the table or made wholly of
// headers' words, 1 when it only begins like one, 0 when it is none.
func (s *Splitter) header(l string) int {
	if len(l) > 60 {
		return 0
	}
	f := fold(l)
	if f == "" || strings.HasSuffix(l, ".") {
		return 0
	}
	if s.headerKind(f) == headerWhole {
		return 2
	}
	words := strings.Fields(f)
	if len(words) < 2 || len(words) > 7 {
		return 0
	}
	nouns, all := 0, true
	for _, w := range words {
		switch s.headerKind(w) {
		case headerNoun:
			nouns++
		case headerWord, headerWhole:
		default:
			all = false
		}
	}
	if all && nouns > 0 {
		return 2
	}
	if len(words) <= 5 {
		for n := 1; n <= 3 && n < len(words); n++ {
			if s.headerKind(strings.Join(words[:n], " ")) == headerStart {
				return 1
			}
		}
	}
	return 0
}

func (s *Splitter) headerKind(f string) string {
	if cols := s.headers[f]; len(cols) > 0 {
		return cols[0]
	}
	return ""
}
