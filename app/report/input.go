package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxBytes is the longest text that Build takes: 20 MB.
const MaxBytes = 20_000_000

// ErrTooLarge is wrapped by Build's error for a text longer than MaxBytes.
var ErrTooLarge = errors.New("text too large")

// ErrEncoding is wrapped by Build's error for a text that is not UTF-8.
var ErrEncoding = errors.New("not UTF-8")

// check says what is wrong with a text before anything is done with it.
func check(s string) error {
	if len(s) > MaxBytes {
		return fmt.Errorf("%w: the limit is %d MB (%d bytes)", ErrTooLarge, MaxBytes/1_000_000, MaxBytes)
	}
	if at := InvalidUTF8(s); at >= 0 {
		return fmt.Errorf("%w: invalid byte 0x%02x at offset %d", ErrEncoding, s[at], at)
	}
	return nil
}

// InvalidUTF8 is the byte offset of the first byte that is not UTF-8, -1 when there is none.
func InvalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

// UnmarshalJSON reads an input. Its text is required; its id may be a string or a number.
func (in *Input) UnmarshalJSON(b []byte) error {
	type plain Input
	raw := struct {
		*plain
		ID   json.RawMessage `json:"id"`
		Text *string         `json:"text"`
	}{plain: (*plain)(in)}
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	if raw.Text == nil {
		return errors.New("text: missing")
	}
	in.Text = *raw.Text
	id, err := ParseID(raw.ID)
	in.ID = id
	return err
}

// ParseID is an id as a string: a JSON string, a number as it is written, "" for nothing
// and null. Anything else is an error.
func ParseID(raw json.RawMessage) (string, error) {
	var s string
	var n json.Number
	switch {
	case len(raw) == 0, string(raw) == "null":
		return "", nil
	case json.Unmarshal(raw, &s) == nil:
		return s, nil
	case json.Unmarshal(raw, &n) == nil:
		return n.String(), nil
	}
	return "", fmt.Errorf("id: want a string or a number, got %s", raw)
}

// UnmarshalJSON reads a headline: a string is its title, an object has title, url, source,
// section and published; whatever else a report says of a headline is not input.
func (h *Headline) UnmarshalJSON(b []byte) error {
	*h = Headline{}
	if err := json.Unmarshal(b, &h.Title); err == nil {
		return nil
	}
	var o struct{ Title, URL, Source, Section, Published string }
	if err := json.Unmarshal(b, &o); err != nil {
		return fmt.Errorf("headline: want a string or an object: %w", err)
	}
	h.Title, h.URL, h.Source, h.Section, h.Published = o.Title, o.URL, o.Source, o.Section, o.Published
	return nil
}

// clean is s as valid UTF-8 with its white space collapsed.
func clean(s string) string { return collapse(strings.ToValidUTF8(s, "\uFFFD")) }
