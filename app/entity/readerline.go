package entity

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// TypeWords are what a reader may call the types beside their codes, such as "person"; of several for one type the first is the one that messages use.
type TypeWords []TypeWord

// TypeWord is a word, in lower case, and its type.
type TypeWord struct {
	Word string
	Type Type
}

// ParseTypeWords reads a table of words and the codes of their types, a tab between; other lines and those with # are passed over.
func ParseTypeWords(table string) TypeWords {
	var words TypeWords
	for line := range strings.Lines(table) {
		word, code, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if slices.Contains(ownTypes, Type(code)) && !strings.HasPrefix(word, "#") {
			words = append(words, TypeWord{word, Type(code)})
		}
	}
	return words
}

// ownTypes are the types that a reader may give.
var ownTypes = []Type{Person, Location, Org, Group, Event, Misc}

// parse reads one line: nil and no trouble for a blank line or a comment.
func (w TypeWords) parse(line string, n int) (own *ownName, trouble string) {
	if !utf8.ValidString(line) {
		return nil, "is not UTF-8"
	}
	if blank := strings.TrimSpace(line); blank == "" || blank[0] == '#' {
		return nil, ""
	}
	line = strings.TrimRight(strings.TrimLeft(line, " "), " \t") // a tab in front says that there is no name
	rest, never := strings.CutPrefix(line, "!")
	cells := w.cellsOf(rest, never)
	for i := range cells {
		cells[i] = unquoted(strings.Join(strings.Fields(cells[i]), " "))
	}
	typ, known := w.typeOf(column(cells, 1))
	own = &ownName{name: cells[0], canonical: column(cells, 2), typ: typ, line: n}
	if own.canonical == own.name {
		own.canonical = ""
	}
	switch {
	case !strings.ContainsFunc(own.name, isOfWord):
		return nil, "there is no name"
	case len(own.name) > maxOwnName || len(own.canonical) > maxOwnName:
		return nil, fmt.Sprintf("the name is longer than %d bytes", maxOwnName)
	case never && len(cells) > 1:
		return nil, "a line with ! takes a name only"
	case never:
		return own, ""
	case len(cells) == 1 && strings.ContainsAny(own.name, ",;"):
		return nil, fmt.Sprintf("%s is no type (%s)", short(strings.TrimSpace(own.name[strings.LastIndexAny(own.name, ",;")+1:])), w.list())
	case column(cells, 1) == "":
		return nil, fmt.Sprintf("%s has no type; write a comma and its type behind it (%s)", short(own.name), w.list())
	case !known:
		return nil, fmt.Sprintf("%s is no type (%s)", short(cells[1]), w.list())
	case len(cells) > 3:
		return nil, "there is more than a name, a type and a canonical name"
	case own.canonical != "" && !strings.ContainsFunc(own.canonical, isOfWord):
		return nil, fmt.Sprintf("%s is no canonical name", short(own.canonical))
	}
	return own, ""
}

// typeOf is the type that a cell says, in any capitals.
func (w TypeWords) typeOf(cell string) (Type, bool) {
	if code := Type(strings.ToUpper(cell)); slices.Contains(ownTypes, code) {
		return code, true
	}
	for _, t := range w {
		if strings.EqualFold(t.Word, cell) {
			return t.Type, true
		}
	}
	return "", false
}

// list is what a type may be called, as a message says it: a word for each, or its code.
func (w TypeWords) list() string {
	var out []string
	for _, typ := range ownTypes {
		said := string(typ)
		if i := slices.IndexFunc(w, func(t TypeWord) bool { return t.Type == typ }); i >= 0 {
			said = w[i].Word
		}
		out = append(out, said)
	}
	return strings.Join(out, ", ")
}

// cellsOf is the line's cells. Where it has no tab, people part them by semicolons, commas or several spaces. Names have commas too ("Acme, Inc."), so
// that such a mark parts only where a type stands behind it, at best at the line's end: what is in front of that is the name, what follows the
// canonical one. A single space does only before a code in capitals that ends the line: "Acme Group" has no type.
func (w TypeWords) cellsOf(line string, never bool) []string {
	if never || strings.Contains(line, "\t") {
		return strings.Split(line, "\t")
	}
	for _, mark := range []string{";", ",", "  "} {
		if at := strings.LastIndex(line, mark); at >= 0 && w.knows(line[at+len(mark):]) {
			return []string{strings.TrimRight(line[:at], " "+mark), line[at+len(mark):]}
		}
		for at := 0; ; at += len(mark) {
			next := strings.Index(line[at:], mark)
			if next < 0 {
				break
			}
			at += next
			if said, after, _ := strings.Cut(line[at+len(mark):], mark); w.knows(said) {
				return []string{line[:at], said, strings.TrimLeft(after, " "+mark)}
			}
		}
	}
	if at := strings.LastIndexByte(line, ' '); at > 0 && slices.Contains(ownTypes, Type(line[at+1:])) {
		return []string{line[:at], line[at+1:]}
	}
	return []string{line}
}

func (w TypeWords) knows(cell string) bool {
	_, ok := w.typeOf(strings.TrimSpace(cell))
	return ok
}

// unquoted is a cell without the quotes that spreadsheets put around one with a comma.
func unquoted(cell string) string {
	if n := len(cell); n > 2 && cell[0] == '"' && cell[n-1] == '"' {
		return cell[1 : n-1]
	}
	return cell
}
