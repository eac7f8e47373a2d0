package report

import (
	"bytes"
	"fmt"
	"strconv"

	"gloss/app/paste"
)

// Tail is a paste.Tail in JSON and on the command line: "auto", "text", or a number of lines.
type Tail paste.Tail

// ParseTail reads "auto", "text" or a whole number from 1 up.
func ParseTail(s string) (Tail, error) {
	switch s {
	case "auto":
		return Tail(paste.Auto), nil
	case "text":
		return Tail(paste.Text), nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 0, fmt.Errorf(`tail: want "auto", "text" or a number of lines from 1 up, got %s`, s)
	}
	return Tail(n), nil
}

// UnmarshalJSON reads what ParseTail reads, a number without quotes; null is "auto".
func (t *Tail) UnmarshalJSON(b []byte) error {
	s := string(bytes.TrimSpace(b))
	switch s {
	case `"auto"`, `"text"`:
		s = s[1 : len(s)-1]
	case `null`:
		s = "auto"
	}
	var err error
	*t, err = ParseTail(s)
	return err
}
