package paste

import (
	"strings"
	"unicode"

	"gloss/app/text"
)

// Bonuses and limits of a list's beginning, beside the weights of its lines.
const (
	underHeader  = 3.0  // a header like "Related stories" above
	afterGap     = 1.2  // two blank lines or more above, more than between the paragraphs
	afterProse   = 0.6  // the line above is the end of a paragraph
	afterOther   = -2.5 // the line above is neither
	afterColon   = -8.0 // the line above ends with a colon: the list is part of the text
	metaLine     = 0.4  // a time, source or section on a line of its own in the list
	ownLabel     = 0.3  // a word or two above a headline that may be its section
	leftOver     = 3    // words that a wrapped headline leaves for its second line
	weakest      = -0.5 // of a headline under such a label
	enough       = 3.0  // what a list must reach
	enoughMean   = 0.45 // what its headlines must reach on average, but for a header
	giveUp       = 14.0 // the scan goes no further when it is so far below its best
	proseWords   = 14   // words of a paragraph that make it prose
	paragraphEnd = 4    // words of a last line that ends with a full stop and is prose
)

// tail finds where a trailing list of headlines begins: the index of its first line (of a header above it, if
// there is one, the line after it). It goes up from the last line, adding what each line weighs, and keeps the best beginning;
// false when none is good enough or nothing above it is prose.
func (s *Splitter) tail(input string, lines []line, wrap wrapping) (int, bool) {
	best, at := 0.0, -1
	sum, titles, titleSum, below := 0.0, 0, 0.0, weakest
	clock := false // a time line below
	prose := s.firstProse(input, lines, wrap)
	if prose < 0 {
		return 0, false
	}
	for i := len(lines) - 1; i > prose; i-- {
		e := s.read(input, lines[i])
		switch e.role {
		case title:
			if s.joined(input, lines, i, wrap) {
				continue
			}
			f := s.features(input, lines, i, wrap, e)
			f.add(timed, clock)
			clock = false
			score := f.score()
			if score < 0 && below > weakest && s.mayLabel(input, lines[i], e) {
				sum += ownLabel
				below = weakest
				break
			}
			titles++
			titleSum += score
			sum += score
			below = score
		case meta:
			sum += metaLine
			clock = clock || e.timed
			if e.author {
				continue
			}
		case menu, header:
			continue
		}
		if titles > 0 {
			bonus, headed := s.beginning(input, lines, i, wrap)
			total := sum + bonus
			good := total >= enough && (headed || titles >= 2 && titleSum >= enoughMean*float64(titles))
			if good && total > best {
				best, at = total, i
			}
		}
		if sum < best-giveUp {
			break
		}
	}
	return at, at > 0
}

// joined says whether line i goes on the headline in the line above: one with a bullet or a number, or any where the whole paste
// is wrapped and only a few words are left over.
func (s *Splitter) joined(input string, lines []line, i int, wrap wrapping) bool {
	if i == 0 || lines[i].blanks > 0 || !startsLower(lines[i].Of(input)) && !full(input, lines, i-1, wrap) {
		return false
	}
	if e := s.read(input, lines[i]); e.role != title || e.bullet || e.number >= 0 {
		return false
	}
	above := s.read(input, lines[i-1])
	return above.role == title && (above.bullet || above.number >= 0 ||
		wrap.all && full(input, lines, i-1, wrap) && s.measure(lines[i].Of(input)).words <= leftOver)
}

// mayLabel says whether the line may be a section of its own making above a headline: a word or two, the first with a capital.
func (s *Splitter) mayLabel(input string, l line, e entry) bool {
	h := s.measure(l.Of(input))
	return !e.bullet && e.number < 0 && h.words <= 2 && h.digits == 0 && !h.stop() && !unicode.IsLower(h.first) &&
		!strings.ContainsRune(",;:?!", h.last)
}

// features are those of line i as a headline, e being what was read of it.
func (s *Splitter) features(input string, lines []line, i int, wrap wrapping, e entry) seen {
	l := e.title.Of(input)
	f := s.look(l, s.measure(l))
	f.add(bulleted, e.bullet || e.number >= 0)
	f.add(blankAbove, lines[i].blanks > 0)
	f.add(sourced, e.source != "" || e.section != "" || !e.part.Empty() && e.part.Len() < 30)
	f.add(timed, e.timed || e.timeStart >= 0)
	if !e.bullet && e.number < 0 {
		f.add(leftFull, full(input, lines, i, wrap))
		f.add(goesOn, continues(input, lines, i, wrap) || i > 0 && continues(input, lines, i-1, wrap))
	}
	return f
}

// beginning is what speaks for a list beginning at line i, from the lines above it; headed says that a header does.
func (s *Splitter) beginning(input string, lines []line, i int, wrap wrapping) (bonus float64, headed bool) {
	gap := lines[i].blanks
	above := i - 1
	for above >= 0 {
		l := lines[above].Of(input)
		if s.isHeader(l) {
			headed = true
		} else if !s.isMenu(l) && !isRule(l) {
			break
		}
		gap = max(gap, lines[above].blanks)
		above--
	}
	if headed {
		bonus += underHeader
	}
	if above < 0 {
		return bonus + afterOther, headed
	}
	l := lines[above].Of(input)
	h := s.measure(l)
	switch {
	case gap >= 2 && gap > lines[above].blanks:
		bonus += afterGap
	case h.last == ':' && !headed:
		return bonus + afterColon, headed
	}
	prose := h.words >= sentenceWords || (h.stop() || h.last == '!' || h.last == '?') && (h.words >= paragraphEnd || above > 0 && full(input, lines, above-1, wrap))
	switch {
	case prose:
		bonus += afterProse
	case !headed && s.byline(l) != bylineName:
		bonus += afterOther
	}
	return bonus, headed
}

const sentenceWords = 20

// firstProse is the index of the last line of the first paragraph that is prose, -1 when there is none: without an
// article above it a list is not cut.
func (s *Splitter) firstProse(input string, lines []line, wrap wrapping) int {
	for i := 0; i < len(lines); {
		end := paragraphLast(input, lines, i, wrap)
		p := text.Span{Start: lines[i].Start, End: lines[end].End}
		if p.Len() > 60 {
			h := s.measure(p.Of(input))
			if h.words >= proseWords && (h.stop() || h.words >= 30) {
				return end
			}
		}
		i = end + 1
	}
	return -1
}

// paragraphLast is the index of the last line of the paragraph that begins at line i, hard wraps joined.
func paragraphLast(input string, lines []line, i int, wrap wrapping) int {
	for full(input, lines, i, wrap) {
		i++
	}
	return i
}
