package quote

import (
	"fmt"
	"strings"

	"gloss/app/lang"
)

// class says what a word can be: a set of bits.
type class uint16

const (
	say class = 1 << iota
	tell
	according
	to
	one
	other
	clause
	and
	det
	of
	filler
	aux
	verb
)

var classNames = map[string]class{
	"say": say, "tell": tell, "according": according, "to": to, "one": one, "other": other, "clause": clause,
	"and": and, "det": det, "of": of, "filler": filler, "aux": aux, "verb": verb,
}

// words is what the language's quote.txt says of each folded word.
type words struct {
	lang    *lang.Language
	class   map[string]class
	endings []string // of adverbs
}

func openWords(l *lang.Language) (words, error) {
	w := words{lang: l, class: map[string]class{}}
	lines, err := l.Lines("quote.txt")
	if err != nil {
		return w, err
	}
	for _, line := range lines {
		name, members, _ := strings.Cut(line, "\t")
		if name == "adverb-ending" {
			w.endings = append(w.endings, strings.Fields(members)...)
			continue
		}
		bit, ok := classNames[name]
		if !ok {
			return w, fmt.Errorf("language %s: quote.txt: unknown class %q", l.Code, name)
		}
		for _, m := range strings.Fields(members) {
			w.class[m] |= bit
		}
	}
	return w, nil
}

// isAdverb says whether the folded word ends like an adverb.
func (w *words) isAdverb(folded string) bool {
	for _, e := range w.endings {
		if len(folded) > len(e)+2 && strings.HasSuffix(folded, e) {
			return true
		}
	}
	return false
}
