package keyword

import (
	"fmt"
	"strings"

	"gloss/app/lang"
)

// class says what a word can be: a set of bits.
type class uint32

const (
	stop class = 1 << iota
	verb
	adverb
	timeWord
	number
	weak
	det
	prep
	beforeVerb
	infinitive
	title
	endsAdjective
	endsPast
	endsIng
	endsAdverb
	endsNoun
	endsFirst // an adjective that belongs to what follows: only adjectives stand before it in a phrase
	endsLast  // a case that ends a phrase
	hidden    // a stop word by the reader's own list
	link      // may stand within a phrase and is none of its words
)

var classNames = map[string]class{
	"verb": verb, "adverb": adverb, "time": timeWord, "number": number, "weak": weak, "det": det, "prep": prep, "before-verb": beforeVerb, "infinitive": infinitive, "title": title, "link": link,
	"ending-adjective": endsAdjective, "ending-past": endsPast, "ending-ing": endsIng, "ending-adverb": endsAdverb, "ending-noun": endsNoun, "ending-first": endsFirst, "ending-last": endsLast,
}

// classes looks up the class of a word by the word itself and by its ending.
type classes struct {
	lang    *lang.Language
	words   map[string]class
	endings map[string]class
	last    [256]bool // the last bytes of the endings
	longest int       // bytes of the longest ending

	alone   map[string]string // what a folded form is counted under that shares its stem with another word by accident
	own     stopList          // the reader's own
	ownKeys map[string]bool   // of the words that it adds
}

func openClasses(l *lang.Language) (*classes, error) {
	c := &classes{lang: l, words: map[string]class{}, endings: map[string]class{}, alone: map[string]string{}}
	lines, err := l.Lines("classes.txt")
	if err != nil {
		return nil, err
	}
	for _, line := range lines {
		name, members, _ := strings.Cut(line, "\t")
		bit, ok := classNames[name]
		if !ok {
			return nil, fmt.Errorf("language %s: classes.txt: unknown class %q", l.Code, name)
		}
		for _, m := range strings.Fields(members) {
			if bit >= endsAdjective && bit <= endsLast {
				c.endings[m] |= bit
				c.longest = max(c.longest, len(m))
				c.last[m[len(m)-1]] = true
			} else {
				c.words[m] |= bit
			}
		}
	}
	return c, c.readAlone()
}

// readAlone reads stems.txt: the forms of a word on each line.
func (c *classes) readAlone() error {
	lines, err := c.lang.Lines("stems.txt")
	for _, line := range lines {
		forms := strings.Fields(line)
		for _, f := range forms {
			c.alone[f] = forms[0]
		}
	}
	return err
}

// key is what a folded form with the stem is counted under.
func (c *classes) key(folded, stem string) string {
	if k, ok := c.alone[folded]; ok {
		return k
	}
	return stem
}

// minStemLetters is what must stand before an ending for it to be one: "al" is none in "deal".
const minStemLetters = 3

// of is the class of a folded word that is counted under the key. What the reader says of a word goes before the tables.
func (c *classes) of(folded, key string) class {
	k := c.words[folded]
	if c.lang.IsStop(folded) {
		k |= stop
	}
	if add, ok := c.own[folded]; ok && !add {
		k = 0 // a word like any other
	} else if ok || c.ownKeys[key] {
		k |= stop | hidden
	}
	if folded == "" || !c.last[folded[len(folded)-1]] {
		return k
	}
	for n := min(c.longest, len(folded)-minStemLetters); n > 0; n-- {
		if e, ok := c.endings[folded[len(folded)-n:]]; ok {
			return k | e
		}
	}
	return k
}
