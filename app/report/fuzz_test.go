package report

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// FuzzBuild: whatever is pasted, as text or as a tail below it, gives a report whose invariants hold, the same
// twice, in bytes and in UTF-16, and the same but for them with the unsure ones; bytes that are not UTF-8 give an error and nothing else.
func FuzzBuild(f *testing.F) {
	for _, c := range adversarial {
		f.Add(c.text, "", int8(0))
	}
	f.Add(story, "\n\n\nRhine water reaches Cologne\nChess final ends in a draw\nNew stamps honour a poet", int8(0))
	f.Add(story, "• Rhine water reaches Cologne - Wire\r\n2 hours ago\r\n", int8(2))
	f.Add("caf\xc3", "\xff", int8(-1))
	b := open(f)
	f.Fuzz(func(t *testing.T, text, tail string, lines int8) {
		in := Input{Text: text + tail, Tail: Tail(max(lines, -1)), Headlines: []Headline{{Title: tail}}}
		if len(text)%2 == 0 {
			in.Language = "en"
		}
		if !utf8.ValidString(in.Text) {
			if _, err := b.Build(in, nil); err == nil {
				t.Error("no error for bytes that are not UTF-8")
			}
			return
		}
		r, blocks := buildBlocks(t, b, in)
		first, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		again, err := build(t, b, in).JSON()
		if err != nil || !bytes.Equal(first, again) {
			t.Errorf("two reports of one input differ: %v\n%s\n%s", err, first, again)
		}
		checkSummary(t, in, r, blocks)
		checkUnsureApart(t, b, in)
	})
}
