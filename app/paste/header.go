package paste

import "strings"

// Kinds of rows in paste-headers.txt.
const (
	headerWhole = "whole" // the whole line
	headerStart = "start" // begins a line of a few words: "more from"
	headerNoun  = "noun"  // what a header is about: stories, news
	headerWord  = "word"  // what else stands in one: latest, from, our
)

// isHeader says whether the line is the header of a list of headlines: it is in the table, is made wholly of
// headers' words, or begins like one and is short.
func (s *Splitter) isHeader(l string) bool {
	if longer(l, 60) {
		return false
	}
	f := fold(l)
	if f == "" || strings.HasSuffix(l, ".") {
		return false
	}
	if s.headerKind(f) == headerWhole {
		return true
	}
	words := strings.Fields(f)
	if !s.lang.Supported() { // no words to go by: a few with a colon
		return len(words) <= 4 && strings.HasSuffix(l, ":")
	}
	if len(words) < 2 || len(words) > 7 {
		return false
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
		return true
	}
	if len(words) <= 5 {
		for n := 1; n <= 3 && n < len(words); n++ {
			if s.headerKind(strings.Join(words[:n], " ")) == headerStart {
				return true
			}
		}
	}
	return false
}

func (s *Splitter) headerKind(f string) string {
	if cols := s.headers[f]; len(cols) > 0 {
		return cols[0]
	}
	return ""
}
