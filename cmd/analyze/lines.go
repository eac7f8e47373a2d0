package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"gloss/app/report"
)

// maxLine is the longest line of JSON that is read: a text within the limit, each byte
// escaped (\u0000), and as much again for the rest.
const maxLine = 12 * report.MaxBytes

// lines answers one JSON object a line, each as soon as it is read. The error says how many lines were bad.
func (a *analyzer) lines(stdin io.Reader, out *bufio.Writer) error {
	src := stdin
	if a.file != "-" {
		f, err := openFile(a.file)
		if err != nil {
			return err
		}
		defer f.Close()
		src = f
	}
	in := bufio.NewReaderSize(src, 64<<10)
	bad := 0
	for n := 1; ; n++ {
		line, tooLong, err := readLine(in)
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", a.name(), n, err)
		}
		if n == 1 {
			line = strings.TrimPrefix(line, string(markUTF8))
		}
		if strings.TrimSpace(line) == "" && !tooLong {
			continue
		}
		ok, err := a.line(line, n, tooLong, out)
		if err != nil {
			return err
		}
		if !ok {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%s: %s could not be analysed", a.name(), count(bad))
	}
	return nil
}

func count(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%d lines", n)
}

// readLine reads up to the next line break, which it leaves out. Of a line above maxLine the
// rest is read and dropped. io.EOF when there is no line left.
func readLine(in *bufio.Reader) (line string, tooLong bool, err error) {
	var b []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(b)+len(part) > maxLine {
			tooLong = true
		} else if !tooLong {
			b = append(b, part...)
		}
		switch {
		case err == nil, err == io.EOF && (len(b) > 0 || tooLong):
			return strings.TrimRight(string(b), "\r\n"), tooLong, nil
		case err != bufio.ErrBufferFull:
			return "", false, err
		}
	}
}

// line answers one line. The error is one of writing; what is wrong with the line is
// answered in its place, and ok is false.
func (a *analyzer) line(line string, n int, tooLong bool, out *bufio.Writer) (ok bool, err error) {
	r, id, err := a.answer(line, tooLong)
	if err != nil {
		b, err := json.Marshal(map[string]string{"id": id, "error": fmt.Sprintf("line %d: %v", n, err)})
		if err != nil {
			return false, err
		}
		if _, err := out.Write(append(b, '\n')); err != nil {
			return false, err
		}
		return false, out.Flush()
	}
	if err := writeJSON(out, r); err != nil {
		return false, err
	}
	return true, out.Flush()
}

// answer makes the report of one line; id is the line's own, as far as it could be read.
func (a *analyzer) answer(line string, tooLong bool) (r *report.Report, id string, err error) {
	if tooLong {
		return nil, "", report.ErrTooLarge
	}
	if at := report.InvalidUTF8(line); at >= 0 {
		return nil, idOf(line), fmt.Errorf("not UTF-8: invalid byte 0x%02x at offset %d", line[at], at)
	}
	in := report.Input{Tail: a.tail, Language: a.language, Unsure: a.unsure}
	if err := json.Unmarshal([]byte(line), &in); err != nil {
		return nil, idOf(line), plain(err)
	}
	r, err = a.build(in)
	return r, in.ID, err
}

// plain is an error of decoding without the names of Go types.
func plain(err error) error {
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("%s: want another kind of value than %s", wrong.Field, wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("want a JSON object, got %s", wrong.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("bad JSON at byte %d: %w", syntax.Offset, err)
	}
	return err
}

// idOf is the id of a line that is wrong otherwise, "" when it cannot be read.
func idOf(line string) string {
	var in struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal([]byte(line), &in) != nil {
		return ""
	}
	id, err := report.ParseID(in.ID)
	if err != nil {
		return ""
	}
	return id
}
