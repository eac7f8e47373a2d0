package headline

import "strings"

// longestRecord bounds a record of quoted fields with line breaks in them, so that one
// quotation mark left open costs one line, not the rest of the file.
const longestRecord = 64 << 10

// header finds the separator of a list whose first line names its columns, one of them the
// title; no columns when the first line is no header. A single column has no separator: 0.
func (l *list) header(input string) (sep byte, columns []string) {
	first := firstLine(strings.TrimLeft(input, "\r\n"))
	for _, sep := range []byte{'\t', ',', ';'} {
		columns, _, ok := record(first, sep)
		if !ok || len(columns) < 2 {
			continue
		}
		titles := 0
		for i, c := range columns {
			columns[i] = strings.TrimSpace(c)
			if l.field(c) == "title" {
				titles++
			}
		}
		if titles > 0 {
			return sep, columns
		}
	}
	if l.field(first) == "title" {
		return 0, []string{strings.TrimSpace(first)}
	}
	return 0, nil
}

// separated reads CSV (RFC 4180) or TSV after its header.
func (l *list) separated(input string, sep byte, columns []string) {
	rest := strings.TrimLeft(input, "\r\n")
	line := 1 + strings.Count(input[:len(input)-len(rest)], "\n")
	for header := true; rest != ""; header = false {
		fields, n, ok := record(rest, sep)
		switch {
		case header:
		case !ok:
			l.problem(line, "a quotation mark is not closed before a separator or the end of a line")
			n = len(firstLine(rest))
		case len(fields) == 1 && strings.TrimSpace(fields[0]) == "":
		case len(fields) > len(columns):
			l.problem(line, "%d fields, the header has %d", len(fields), len(columns))
		default:
			var h Headline
			for i, f := range fields {
				l.set(&h, columns[i], f)
			}
			l.add(line, h)
		}
		line += strings.Count(rest[:n], "\n")
		rest = rest[n:]
		if end := lineEnd(rest); end > 0 {
			rest, line = rest[end:], line+1
		}
	}
}

// record is the fields up to the end of the line, how many bytes they take without the line's end, and
// whether each quotation mark is closed.
func record(s string, sep byte) (fields []string, n int, ok bool) {
	for {
		if n < len(s) && s[n] == '"' {
			value, m, closed := quoted(s[n:min(len(s), n+longestRecord)])
			n += m
			if !closed || n < len(s) && s[n] != sep && lineEnd(s[n:]) == 0 {
				return nil, 0, false
			}
			fields = append(fields, value)
		} else {
			start := n
			for n < len(s) && s[n] != sep && lineEnd(s[n:]) == 0 {
				n++
			}
			fields = append(fields, s[start:n])
		}
		if n == len(s) || s[n] != sep {
			return fields, n, true
		}
		n++
	}
}

// quoted is the value of a quoted field and how many bytes it takes with its marks.
func quoted(s string) (value string, n int, closed bool) {
	var b strings.Builder
	for n = 1; n < len(s); n++ {
		if s[n] != '"' {
			b.WriteByte(s[n])
			continue
		}
		if n+1 == len(s) || s[n+1] != '"' {
			return b.String(), n + 1, true
		}
		b.WriteByte('"')
		n++
	}
	return "", 0, false
}

// lineEnd is the length of the line break that s begins with, 0 when it does not.
func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\n"), strings.HasPrefix(s, "\r"):
		return 1
	}
	return 0
}

func firstLine(s string) string {
	if at := strings.IndexAny(s, "\r\n"); at >= 0 {
		return s[:at]
	}
	return s
}
