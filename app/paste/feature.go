package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what the words of a line look like.
type shape struct {
	words    int
	first    rune // of the first word
	inner    int  // words after the first that hold a cased letter
	capitals int  // of these, with a capital first
	long     int  // of these, with four letters or more
	longCaps int  // of these, with a capital first
	digits   int  // words that hold a digit
	stops    int  // stop words
	breaks   int  // sentence ends inside
	columns  int  // tabs and runs of spaces inside
	code     int  // signs of program code
	commas   int
	count    bool // the last word is a number of four digits or more
	versus   bool
	last     rune // the last rune but closing quotes and brackets
	ellipsis bool
	bracket  bool // ends with a closing bracket
	abbrev   bool // ends with an initialism and its full stop (U.S.)
}

// maxMeasured is how many bytes of a line are looked at for its words: no headline is so long.
const maxMeasured = 400

// measure looks at the line's words.
func (s *Splitter) measure(l string) shape {
	var h shape
	tooLong := len(l) > maxMeasured
	head := l
	if tooLong {
		head = l[:maxMeasured]
	}
	caseless := 0
	prev := ""
	for _, w := range strings.Fields(head) {
		core := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
		if core == "" {
			continue
		}
		h.words++
		r, _ := utf8.DecodeRuneInString(core)
		switch {
		case h.words == 1:
			h.first = r
		case unicode.IsUpper(r) || unicode.IsLower(r):
			s.addInner(&h, core, unicode.IsUpper(r))
			if unicode.IsUpper(r) && endsSentence(prev) {
				h.breaks++
			}
		}
		if strings.ContainsFunc(core, unicode.IsDigit) {
			h.digits++
		}
		for _, r := range core {
			if isUnspaced(r) {
				caseless++
			}
		}
		folded := strings.ToLower(core)
		if s.lang.IsStop(folded) {
			h.stops++
		}
		if cols := s.labels[folded]; len(cols) > 0 && cols[0] == "versus" {
			h.versus = true
		}
		prev = w
	}
	h.count = isCount(prev)
	h.words += caseless / 3
	h.columns = strings.Count(head, "\t") + strings.Count(strings.TrimSpace(head), "   ") + strings.Count(head, " | ")
	h.code = strings.Count(head, ";") + strings.Count(head, "{") + strings.Count(head, "}") + strings.Count(head, "()") + strings.Count(head, "=") + strings.Count(head, "</")
	h.commas = strings.Count(head, ",")
	h.setEnd(l)
	if tooLong {
		h.words = max(h.words, 60)
	}
	return h
}

func (s *Splitter) addInner(h *shape, word string, capital bool) {
	h.inner++
	long := utf8.RuneCountInString(word) >= 4
	if long {
		h.long++
	}
	if capital {
		h.capitals++
		if long {
			h.longCaps++
		}
	}
}

// isCount says whether the word is a number of four digits or more, no year among them.
func isCount(w string) bool {
	digits := 0
	for _, r := range w {
		if unicode.IsDigit(r) {
			digits++
		} else if !strings.ContainsRune(".,%$£€", r) {
			return false
		}
	}
	return digits > 4 || digits == 4 && len(w) > 4
}

// isUnspaced says whether the rune is of a script that is written without spaces between words.
func isUnspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// endsSentence says whether the word ends a sentence: a stop after four letters or more (after fewer it may be an
// abbreviation: Gov., U.S., Mr.).
func endsSentence(w string) bool {
	w = strings.TrimRight(w, "\"'”’)]")
	if strings.HasSuffix(w, "!") || strings.HasSuffix(w, "?") {
		return true
	}
	return strings.HasSuffix(w, ".") && len(w) > 4 && !strings.Contains(w[:len(w)-1], ".")
}

// setEnd looks at how the line ends.
func (h *shape) setEnd(l string) {
	t := strings.TrimRightFunc(l, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'”’»“", r)
	})
	h.bracket = strings.HasSuffix(t, ")") || strings.HasSuffix(t, "]")
	t = strings.TrimRight(t, ")]\"'”’» ")
	h.last, _ = utf8.DecodeLastRuneInString(t)
	h.ellipsis = h.last == '…' || strings.HasSuffix(t, "...")
	if h.last != '.' || h.ellipsis {
		return
	}
	w := t[strings.LastIndexFunc(t, unicode.IsSpace)+1:]
	h.abbrev = isInitialism(strings.TrimLeft(w, "([\"'“‘"))
}

// isInitialism says whether the word is single letters with a full stop each: U.S., D.C., J.
func isInitialism(w string) bool {
	rest := w
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		if !unicode.IsLetter(r) || size >= len(rest) || rest[size] != '.' {
			return false
		}
		rest = rest[size+1:]
	}
	return w != ""
}

// stop says whether the line ends with a full stop (in any script) that is not an initialism's.
func (h shape) stop() bool {
	return !h.abbrev && !h.ellipsis && strings.ContainsRune(".。．।۔።", h.last)
}

// feature is one thing that can be seen of a line and speaks for or against its being a headline.
type feature uint8

const (
	oneWord feature = iota
	twoWords
	threeWords
	headlineLength
	longish
	sentenceLength
	paragraphLength
	fullStop
	openEnd
	truncated
	twoSentences
	titleCase
	someCapitals
	noCapitals
	lowerStart
	fewStopWords
	manyStopWords
	figures
	columns
	codeSigns
	fixture
	bracketEnd
	enumeration
	labelled
	bulleted
	blankAbove
	sourced
	timed
	leftFull
	goesOn
	features
)

// weights are the features' log-odds by hand: positive for a headline. They were set on made-up pastes over one half
// of a development set and left alone on the other; see cmd/bench split.
var weights = [features]float64{
	oneWord: -2, twoWords: -1.2, threeWords: 0.1, headlineLength: 0.9, longish: 0, sentenceLength: -2, paragraphLength: -8,
	fullStop: -3, openEnd: -2, truncated: -0.3, twoSentences: -1,
	titleCase: 0.8, someCapitals: 0.2, noCapitals: -0.2, lowerStart: -2, fewStopWords: 0.3, manyStopWords: -0.7,
	figures: -2, columns: -2, codeSigns: -3, fixture: -2.5, bracketEnd: -1.8, enumeration: -2.5, labelled: -3,
	bulleted: 0.5, blankAbove: 0.2, sourced: 0.8, timed: 0.8,
	leftFull: -1, goesOn: -4,
}

// seen is a set of features.
type seen uint32

func (f *seen) add(x feature, when bool) {
	if when {
		*f |= 1 << x
	}
}

func (f seen) has(x feature) bool { return f&(1<<x) != 0 }

// score is the sum of the features' weights, in the order of the features.
func (f seen) score() float64 {
	sum := 0.0
	for x := range features {
		if f.has(x) {
			sum += weights[x]
		}
	}
	return sum
}

// look gives the features of the words of one line; h is its shape without bullet, source and time.
func (s *Splitter) look(l string, h shape) seen {
	var f seen
	switch n := h.words; {
	case n <= 1:
		f.add(oneWord, true)
	case n == 2:
		f.add(twoWords, true)
	case n == 3:
		f.add(threeWords, true)
	case n <= 16:
		f.add(headlineLength, true)
	case n <= 20:
		f.add(longish, true)
	case n <= 28:
		f.add(sentenceLength, true)
	default:
		f.add(paragraphLength, true)
	}
	f.add(fullStop, h.stop())
	f.add(openEnd, strings.ContainsRune(",;:，；：、،", h.last) && h.last != 0)
	f.add(truncated, h.ellipsis)
	f.add(twoSentences, h.breaks > 0)
	tc := h.titleCase()
	f.add(titleCase, tc)
	f.add(someCapitals, !tc && h.capitals > 0)
	f.add(noCapitals, h.inner >= 3 && h.capitals == 0)
	f.add(lowerStart, unicode.IsLower(h.first) && !innerCapital(l) || strings.ContainsRune(":,.;)", firstRune(l)))
	f.add(fewStopWords, h.words >= 4 && h.stops*10 <= h.words*3 && s.lang.Supported())
	f.add(manyStopWords, h.words >= 4 && h.stops*2 >= h.words && !tc)
	f.add(figures, h.words >= 2 && (h.digits*3 >= h.words || h.count && h.words <= 6))
	f.add(columns, h.columns > 1)
	f.add(codeSigns, h.code > 1)
	f.add(fixture, h.versus && h.words <= 9)
	f.add(bracketEnd, h.bracket)
	f.add(enumeration, h.commas >= 3 && h.words <= 3*h.commas)
	f.add(labelled, s.isLabelled(l) || s.isDated(l) || s.byline(l) == bylineName)
	return f
}

// titleCase says whether nearly all words of four letters or more, the first left out, begin with a capital.
func (h shape) titleCase() bool { return h.long >= 2 && h.longCaps*10 >= h.long*7 }

// isDated says whether the line begins like an entry of a programme: "Friday, 19:30 …", "Sunday 22:00 …".
func (s *Splitter) isDated(l string) bool {
	words := strings.Fields(l[:min(len(l), 40)])
	if len(words) < 2 {
		return false
	}
	cols := s.times[fold(words[0])]
	return len(cols) > 0 && cols[0] == timeWeekday && (strings.HasSuffix(words[0], ",") || strings.ContainsFunc(words[1], unicode.IsDigit))
}

// innerCapital says whether the first word is written like iPhone or eBay.
func innerCapital(l string) bool {
	w, _, _ := strings.Cut(l, " ")
	return strings.ContainsFunc(w, unicode.IsUpper)
}

// isLabelled says whether the line begins with a word and a colon that no headline begins with: "Referee: …", "Q: …".
func (s *Splitter) isLabelled(l string) bool {
	at := strings.IndexByte(l[:min(len(l), 40)], ':')
	return at > 0 && s.labels.Has(fold(l[:at]))
}
