package report

import (
	"bytes"
	"encoding/json"
	"fmt"

	"gloss/app/paste"
)

// Tail is a paste.Tail in JSON: "auto", "text", or a number of lines.
type Tail paste.Tail

// UnmarshalJSON reads "auto", "text" or a positive whole number.
func (t *Tail) UnmarshalJSON(b []byte) error {
	switch b = bytes.TrimSpace(b); string(b) {
	case `"auto"`, `null`:
		*t = Tail(paste.Auto)
		return nil
	case `"text"`:
		*t = Tail(paste.Text)
		return nil
	}
	var n int
	if err := json.Unmarshal(b, &n); err != nil || n < 1 {
		return fmt.Errorf(`tail: want "auto", "text" or a number of lines from 1 up, got %s`, b)
	}
	*t = Tail(n)
	return nil
}
