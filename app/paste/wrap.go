package paste

import (
	"unicode"
	"unicode/utf8"
)

// Widths between which text is hard-wrapped, in runes.
const minWrap, maxWrap = 40, 132

// longWord is the width in runes above which a word says nothing of the wrap.
const longWord = 20

// wrapping is how a text is hard-wrapped.
type wrapping struct {
	width int  // the column, in runes; 0 when it is not
	all   bool // no line is longer: a list at the end is wrapped as well
}

// findWrap finds the column at which the text is hard-wrapped. A greedy filler leaves a
// line only when the next word does not fit, so that a pair of lines speaks for every width from the first line's own to that
// plus the next line's first word. Pairs whose second line begins in lower case are surely of one
// sentence; the width that most of them agree on is the wrap's, if nearly all do.
func findWrap(input string, lines []line) wrapping {
	var sure, all [maxWrap + 2]int // differences; their running sums are the counts
	pairs := 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i+1].blanks > 0 {
			continue
		}
		first := firstWidth(lines[i+1].Of(input))
		if first > longWord { // a link or the like fits nowhere and proves nothing
			continue
		}
		from, to := lines[i].width, lines[i].width+first
		lower := startsLower(lines[i+1].Of(input))
		if lower {
			pairs++
		}
		if from > maxWrap || to < minWrap {
			continue
		}
		from, to = max(from, minWrap), min(to, maxWrap)
		all[from]++
		all[to+1]--
		if lower {
			sure[from]++
			sure[to+1]--
		}
	}
	best, bestSure, bestAll := 0, 0, 0
	nSure, nAll := 0, 0
	for w := minWrap; w <= maxWrap; w++ {
		nSure += sure[w]
		nAll += all[w]
		if nSure > bestSure || nSure == bestSure && nAll > bestAll {
			best, bestSure, bestAll = w, nSure, nAll
		}
	}
	if bestSure < 2 || bestSure*10 < pairs*7 {
		return wrapping{}
	}
	wrap := wrapping{width: best, all: true}
	for _, l := range lines {
		wrap.all = wrap.all && l.width <= best
	}
	return wrap
}

// full says whether line i is one that a filler at the width left because the next word did not fit.
func full(input string, lines []line, i int, wrap wrapping) bool {
	if wrap.width == 0 || i+1 >= len(lines) || lines[i+1].blanks > 0 {
		return false
	}
	w := lines[i].width
	return w <= wrap.width && w+1+firstWidth(lines[i+1].Of(input)) > wrap.width
}

// continues says whether line i goes on in line i+1 as one sentence.
func continues(input string, lines []line, i int, wrap wrapping) bool {
	if i+1 >= len(lines) || lines[i+1].blanks > 0 || !startsLower(lines[i+1].Of(input)) {
		return false
	}
	return full(input, lines, i, wrap)
}

// firstWidth is the width in runes of the first word, 40 at most.
func firstWidth(s string) int {
	n := 0
	for _, r := range s {
		if n == 40 || unicode.IsSpace(r) {
			break
		}
		n++
	}
	return n
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
