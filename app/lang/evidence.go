package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	exclusive = 60 // the weight of a word that one language has; shared by those that have it

	inProse  = 2 // what a distinct word of a language tells where it stands as words of grammar do
	inAName  = 1 // and where it may be part of a name ("van Gogh", "El Paso"), or is one letter
	several  = 3 * inProse
	few      = 2 * inProse // enough with many letters that English has not, or where they are a good part of all words
	goodPart = 4           // one word in so many

	clearly     = 2  // how many words another language must have for each of English
	minShare    = 16 // one word in so many must be of another language for the text to be in it
	clearBy     = 50 // by how much more likely (Detector.likely) another language than English is clear; by twice as much among many capitals
	clearSoon   = 35 // where there are letters that English has not
	clearEach   = 20 // and for each word of grammar that only English has
	otherBy     = 60 // by how much more likely a paragraph's language than its text's is
	enoughWords = 20 // a text of so many words has several of grammar
	manyWords   = 40 // a text of so many words has words of grammar, whatever its language
)

// vote is what the words of a text tell, by language.
type vote struct {
	usual        int   // the language that needs no evidence; -1 when there is none
	words, lower int   // words of the text; those without a capital and of two letters or more
	shouted      int   // words in capitals
	usualWords   int   // those that the usual language has
	weights      []int // the sum of the weights of its words
	own          []int // its words that the usual language has not
	shared       []int // its words that the usual language has too
	evidence     []int // what its distinct words tell that the usual language has not
	seen         map[string]int
}

// vote counts the words of grammar in text.
func (d *Detector) vote(text string, usual int) *vote {
	n := len(d.languages)
	v := &vote{usual: usual, weights: make([]int, n), own: make([]int, n), shared: make([]int, n), evidence: make([]int, n), seen: make(map[string]int)}
	word := ""
	for next := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		v.add(d, word, next)
		word = next
	}
	v.add(d, word, "")
	return v
}

// add counts a word that stands before next.
func (v *vote) add(d *Detector, word, next string) {
	if word == "" {
		return
	}
	v.words++
	if !capital(word) {
		if utf8.RuneCountInString(word) > 1 { // code has more letters by themselves
			v.lower++
		}
	} else if _, n := utf8.DecodeRuneInString(word); n == len(word) || capital(word[n:]) {
		v.shouted++
	}
	fold := Fold(word)
	ids := d.words[fold]
	if len(ids) == 0 {
		return
	}
	usual := false
	for _, id := range ids {
		usual = usual || id == v.usual
	}
	if usual {
		v.usualWords++
	}
	gain := 0
	if !usual {
		if t := tells(word, next); t > v.seen[fold] {
			gain = t - v.seen[fold]
			v.seen[fold] = t
		}
	}
	for _, id := range ids {
		v.weights[id] += exclusive / len(ids)
		v.evidence[id] += gain
		if usual {
			v.shared[id]++
		} else {
			v.own[id]++
		}
	}
}

// tells is how much a word of grammar before next tells.
func tells(word, next string) int {
	if utf8.RuneCountInString(word) == 1 || capital(next) || capital(word) && next == "" {
		return inAName
	}
	return inProse
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// best is the language of the script whose words weigh most, the usual one winning a tie.
func (v *vote) best(d *Detector, script string, usual int) int {
	best := usual
	for i, l := range d.languages {
		if l.script == script && (best < 0 || v.weights[i] > v.weights[best]) {
			best = i
		}
	}
	return best
}

// strong says whether the words of language i are evidence enough against the usual one, in a text of plain Latin letters or not.
func (v *vote) strong(i int, plain bool) bool {
	own, usual := v.own[i], v.usualWords-v.shared[i]
	if own <= clearly*usual || own*minShare < v.words {
		return false
	}
	if 2*v.lower < v.words { // a list of names or titles
		return v.evidence[i] >= several
	}
	if !plain || usual == 0 && own*goodPart >= v.words {
		return v.evidence[i] >= few
	}
	return v.evidence[i] >= several
}

// foreign says whether the text is long, in prose, and without the usual language's words of grammar.
func (v *vote) foreign() bool {
	return v.words >= manyWords && 2*v.lower > v.words && v.usualWords*minShare < v.words
}

// clear says whether the text is in prose, and by how much language i is likelier than the usual one clear, in a text of plain Latin letters or not.
func (v *vote) clear(i, margin int, plain bool) bool {
	if i < 0 || v.words < 3 || 3*v.lower <= v.words && !v.shouts() {
		return false
	}
	need := clearBy
	if !plain {
		need = clearSoon
	}
	if 5*v.lower < 3*v.words && !v.shouts() {
		need *= 2
	}
	return margin >= need+clearEach*(v.usualWords-v.shared[i])
}

// kept says whether the text is plainly in the usual language: a good part of its words are of its grammar, and few of another's. It saves most
// English texts the grams, and is only for them: the words of what is like other languages are not all known.
func (v *vote) kept() bool {
	if v.usualWords*goodPart < v.words {
		return false
	}
	for i, n := range v.own {
		if n > v.usualWords-v.shared[i] {
			return false
		}
	}
	return true
}

// otherwise says whether a paragraph in the usual language's script is in language i, by margin likelier than the usual one. Of a language whose words of
// grammar are not known, the margin must tell it, and the usual one's words must be few.
func (v *vote) otherwise(i, margin int, known bool) bool {
	usual := v.usualWords - v.shared[i]
	if !known {
		return margin >= 2*otherBy && v.usualWords*goodPart < v.words
	}
	return margin >= otherBy && v.own[i] > clearly*usual && v.evidence[i] >= several
}

// prose says whether most of the words are no names, as far as capitals tell.
func (v *vote) prose() bool { return 2*v.lower > v.words || v.shouts() }

// shouts says whether nearly all of the text is in capitals.
func (v *vote) shouts() bool { return 5*v.shouted >= 4*v.words }

// has is how many words of grammar of language i the text has.
func (v *vote) has(i int) int { return v.own[i] + v.shared[i] }
