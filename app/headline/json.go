package headline

import (
	"encoding/json"
	"slices"
	"strings"
)

// jsonArray reads an array of strings and objects. What stands after a place that is not
// JSON is lost, and that is said.
func (l *list) jsonArray(input string) {
	d := json.NewDecoder(strings.NewReader(input))
	line, at := 1, 0
	here := func() int {
		next := int(d.InputOffset())
		next += len(input[next:]) - len(strings.TrimLeft(input[next:], ", \t\r\n"))
		line, at = line+strings.Count(input[at:next], "\n"), next
		return line
	}
	if _, err := d.Token(); err != nil {
		l.problem(1, "%v", err)
		return
	}
	for d.More() {
		n := here()
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			l.problem(n, "not JSON from here on: %v", err)
			return
		}
		l.jsonValue(n, raw)
	}
	if _, err := d.Token(); err != nil {
		l.problem(here(), "the array is not closed")
	}
}

// jsonLines reads one string or object a line, or one object that holds an array of them.
func (l *list) jsonLines(input string) {
	if first := firstLine(strings.TrimLeft(input, " \t\r\n")); !json.Valid([]byte(first)) {
		if l.jsonFeed(input) {
			return
		}
	} else if strings.TrimSpace(input) == strings.TrimSpace(first) && l.jsonFeed(input) {
		return
	}
	for n := 1; input != ""; n++ {
		line := firstLine(input)
		input = input[len(line):]
		input = input[lineEnd(input):]
		if line = strings.TrimSpace(line); line != "" {
			l.jsonValue(n, []byte(line))
		}
	}
}

// jsonFeed reads an object over several lines, or one with an array of headlines; false when it is neither.
func (l *list) jsonFeed(input string) bool {
	var object map[string]json.RawMessage
	if json.Unmarshal([]byte(input), &object) != nil {
		return false
	}
	for _, name := range names(object) {
		var values []json.RawMessage
		if l.field(name) != "list" || json.Unmarshal(object[name], &values) != nil {
			continue
		}
		line, rest := 1, input
		for _, v := range values {
			if at := strings.Index(rest, string(v)); at >= 0 {
				line += strings.Count(rest[:at], "\n")
				rest = rest[at:]
			}
			l.jsonValue(line, v)
		}
		return true
	}
	l.jsonValue(1, []byte(input))
	return true
}

// jsonValue reads a title, or an object with a title and other fields.
func (l *list) jsonValue(line int, raw []byte) {
	var title string
	if json.Unmarshal(raw, &title) == nil {
		l.add(line, Headline{Title: plainText(title)})
		return
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil {
		if json.Valid(raw) {
			l.problem(line, "want a string or an object")
		} else {
			l.problem(line, "not JSON: %v", err)
		}
		return
	}
	var h Headline
	for _, name := range names(object) {
		var value string
		if json.Unmarshal(object[name], &value) == nil {
			l.set(&h, name, value)
		}
	}
	l.add(line, h)
}

// names are the object's names in order.
func names(object map[string]json.RawMessage) []string {
	out := make([]string, 0, len(object))
	for name := range object {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
