package report

import (
	"strings"

	"gloss/app/text"
)

const (
	summaryLengths = 60 // bars that fit beside one another
	opening        = 5  // words by which a sentence is known again
)

// sentenceLengths is how long the sentences of an article are, in words.
type sentenceLengths struct {
	words   []int  // of each sentence, or of the longest in each run of as many as fit one bar
	longest string // how the longest one begins
}

func lengthsOf(d *text.Document) sentenceLengths {
	n := len(d.Sentences)
	bars := min(n, summaryLengths)
	l := sentenceLengths{words: make([]int, bars)}
	longest, at := 0, -1
	for i, s := range d.Sentences {
		words := 0
		for t := s.First; t < s.Last; t++ {
			if k := d.Tokens[t].Kind; k == text.Word || k == text.Number {
				words++
			}
		}
		bar := i * bars / n
		l.words[bar] = max(l.words[bar], words)
		if words > longest {
			longest, at = words, i
		}
	}
	if at >= 0 {
		l.longest = begin(d.Text[d.Sentences[at].Start:d.Sentences[at].End])
	}
	return l
}

// begin is the first words of a sentence, white space collapsed, with dots where it goes on.
func begin(s string) string {
	s = strings.TrimLeft(s, "\"“”‘’'«»„([")
	const enough = 120 // bytes; a "word" may be very long
	words := strings.Fields(s[:min(len(s), 4*enough)])
	if len(words) <= opening {
		return strings.ToValidUTF8(strings.Join(words, " "), "")
	}
	out := strings.Join(words[:opening], " ")
	if len(out) > enough {
		out = strings.ToValidUTF8(out[:enough], "")
	}
	return strings.ToValidUTF8(strings.TrimRight(out, ",;:"), "") + "…"
}
