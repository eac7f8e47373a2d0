package main

import (
	"encoding/binary"
	"errors"
	"html"
	"os"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	dropped    = regexp.MustCompile(`(?s)<!--.*?-->|<(head|script|style|pre|code|cmd|screen|tt|kbd|file|info|input|output|key|credit|meta)\b[^>]*?>.*?</(head|script|style|pre|code|cmd|screen|tt|kbd|file|info|input|output|key|credit|meta)>`)
	inline     = regexp.MustCompile(`</?(em|strong|i|b|a|span|gui|guiseq|app|link|acronym|abbr|emphasis|var|sup|sub|q|em|font|u|bold|italic|ref)\b[^>]*>`)
	otherTags  = regexp.MustCompile(`<[^>]*>`)
	variables  = regexp.MustCompile(`[$%@][A-Za-z_0-9|.]+|\{[^}]*\}|%[-0-9.]*[a-z]|\\[a-z]|&[a-z]+;`)
	spaces     = regexp.MustCompile(`\s+`)
	notInProse = "=<>{}[]|\\_^~`"
)

// readPage is the paragraphs of a page of HTML or Mallard.
func readPage(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s := inline.ReplaceAllString(dropped.ReplaceAllString(string(b), " "), "")
	return paragraphs(html.UnescapeString(otherTags.ReplaceAllString(spaces.ReplaceAllString(s, " "), "\n"))), nil
}

// readMessages is the translations in a catalogue of GNU gettext, but for those that are the same as the original, unless it is English.
func readMessages(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(b) < 28 || binary.LittleEndian.Uint32(b) != 0x950412de {
		return nil, errors.New("no little-endian catalogue")
	}
	n, ids, texts := binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint32(b[12:]), binary.LittleEndian.Uint32(b[16:])
	at := func(table, i uint32) string {
		e := b[table+8*i:]
		from := binary.LittleEndian.Uint32(e[4:])
		return string(b[from : from+binary.LittleEndian.Uint32(e)])
	}
	var out []string
	for i := range n {
		id, text := at(ids, i), at(texts, i)
		if id == "" || id == text && !strings.Contains(path, "/en_") {
			continue
		}
		for form := range strings.SplitSeq(text, "\x00") {
			form = inline.ReplaceAllString(strings.ReplaceAll(form, `\n`, "\n"), "")
			form = variables.ReplaceAllString(otherTags.ReplaceAllString(form, "\n"), " ")
			out = append(out, paragraphs(form)...)
		}
	}
	return out, nil
}

// paragraphs is the lines that are prose: long enough, mostly small letters, with no sign of code.
func paragraphs(s string) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(spaces.ReplaceAllString(line, " "))
		letters, small := 0, 0
		for _, r := range line {
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsLower(r) {
					small++
				}
			}
		}
		if utf8.RuneCountInString(line) < 40 || strings.Count(line, " ") < 5 || strings.ContainsAny(line, notInProse) || 4*letters < 3*(utf8.RuneCountInString(line)-strings.Count(line, " ")) || 10*small < 8*letters {
			continue
		}
		out = append(out, line)
	}
	return out
}
