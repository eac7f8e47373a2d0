package text

import (
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

const wrapped = `The council voted on Monday to close two of the libraries in the old
town, after a long debate in which nobody could say how the govern-
ment would pay for the roofs that the storm had taken in the winter.
`

func TestParagraphs(t *testing.T) {
	l := langtest.English(t)
	for _, c := range []struct {
		name, in string
		want     []string // the first word of each paragraph
	}{
		{"blank lines", "One a.\n\nTwo b.\n \t\nThree c.", []string{"One", "Two", "Three"}},
		{"single breaks", "One a.\nTwo b.\rThree c.\r\nFour d.", []string{"One", "Two", "Three", "Four"}},
		{"Unicode breaks", "One\u2028Two\u2029Three\fFour\u0085Five", []string{"One", "Two", "Three", "Four", "Five"}},
		{"hard-wrapped", wrapped, []string{"The"}},
		{"hard-wrapped, CRLF", strings.ReplaceAll(wrapped, "\n", "\r\n"), []string{"The"}},
		{"hard-wrapped twice", wrapped + "\n" + wrapped, []string{"The", "The"}},
		{"hard-wrapped, indented", wrapped + "   Now they must find the money, and it is not clear where the town\ncould find any.", []string{"The", "Now"}},
		{"hard-wrapped, then a list", wrapped + "\n- first point\n- second point", []string{"The", "-", "-"}},
		{"headlines", "Storm Hits the Coast as Thousands Flee Their Homes in the Night\nMinister Resigns Over Ferry Contract as Inquiry Opens in Court\nWho Will Pay for the New Bridge?", []string{"Storm", "Minister", "Who"}},
		{"verse", "the rain came down\non the old red town\nand nobody wore\na coat to the shore", []string{"the", "on", "and", "a"}},
	} {
		d := Parse(c.in, l, Span{0, len(c.in)})
		check(t, d, Span{0, len(c.in)})
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, d.Form(d.Sentences[p.First].First))
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: paragraphs begin %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBrokenWord(t *testing.T) {
	d := Parse(wrapped, langtest.English(t), Span{0, len(wrapped)})
	at := strings.Index(wrapped, "govern")
	for i, tok := range d.Tokens {
		if tok.Start == at {
			if got := d.Form(i); got != "govern-\nment" || d.PartsOf(i) != nil {
				t.Errorf("the broken word is %q with parts %v", got, d.PartsOf(i))
			}
			return
		}
	}
	t.Error("the broken word is not found")
}

func TestWrapColumn(t *testing.T) {
	for in, want := range map[string]int{wrapped: 68, "": 0, "One line.\nTwo lines.": 0, strings.Repeat("\n", 1000): 0} {
		if got := WrapColumn(in, Span{0, len(in)}); got != want {
			t.Errorf("WrapColumn(%.30q) = %d, want %d", in, got, want)
		}
	}
}
