package quote

import (
	"fmt"
	"slices"
	"strings"

	"gloss/app/lang"
)

// class says what a word can be: a set of bits. What each means for the rules stands in the English quote.txt.
type class uint32

const (
	say class = 1 << iota
	bare
	tell
	call
	saying
	add
	source
	behind
	that
	by
	he
	she
	one
	other
	who
	clause
	and
	det
	of
	inside
	filler
	aux
	verb
	nothing
	mr
	mrs
	office
	me
	adverb // ends like one
	past   // ends like a verb that tells what was done
	runs   // begins a cue of several words
)

// pronoun is all that may stand for a speaker.
const pronoun = he | she | one | other | who

var classNames = map[string]class{
	"say": say, "bare": bare, "tell": tell, "call": call, "saying": saying, "add": add, "source": source, "behind": behind, "that": that, "by": by,
	"he": he, "she": she, "one": one, "other": other, "who": who, "clause": clause, "and": and, "det": det, "of": of, "inside": inside,
	"filler": filler, "aux": aux, "verb": verb, "nothing": nothing, "mr": mr, "mrs": mrs, "office": office, "me": me,
}

// words is what the language's quote.txt says of each folded word, and given.txt of each given name.
type words struct {
	lang    *lang.Language
	class   map[string]class
	runs    map[string][]wordRun // of several words, by the first one
	endings []string             // of adverbs
	pasts   []string             // of verbs that tell what was done
	sex     map[string]class     // of given names: he or she
	rules   map[string]bool
}

// wordRun is a cue of several words.
type wordRun struct {
	rest  []string // behind the first
	class class
}

// The rules that a language may have.
const (
	ruleDash        = "dash"         // a paragraph that begins with a dash is speech
	ruleResume      = "resume"       // and goes on as speech behind the sentence that tells the speaker
	ruleDrop        = "drop"         // a cue may have no subject at all
	ruleCompound    = "compound"     // a noun behind a name is the head of both: "Trump supporters"
	ruleFamilyFirst = "family-first" // the given name is a name's last word
	ruleVerbNext    = "verb-next"    // no comma stands between "according to Smith" and the verb
)

func openWords(l *lang.Language) (words, error) {
	w := words{lang: l, class: map[string]class{}, runs: map[string][]wordRun{}, sex: map[string]class{}, rules: map[string]bool{}}
	lines, err := l.Lines("quote.txt")
	if err != nil {
		return w, err
	}
	for _, line := range lines {
		name, members, _ := strings.Cut(line, "\t")
		switch name {
		case "adverb-ending":
			w.endings = append(w.endings, strings.Fields(members)...)
		case "past-ending":
			w.pasts = append(w.pasts, strings.Fields(members)...)
		case "rules":
			for _, m := range strings.Fields(members) {
				w.rules[m] = true
			}
		default:
			bit, ok := classNames[name]
			if !ok {
				return w, fmt.Errorf("language %s: quote.txt: unknown class %q", l.Code, name)
			}
			w.add(bit, strings.Fields(members))
		}
	}
	return w, w.openSexes()
}

// add puts words into a class; those of several words have underscores between them.
func (w *words) add(bit class, members []string) {
	for _, m := range members {
		if first, rest, several := strings.Cut(m, "_"); several {
			w.addRun(first, strings.Split(rest, "_"), bit)
			continue
		}
		w.class[m] |= bit
	}
}

func (w *words) addRun(first string, rest []string, bit class) {
	for i, run := range w.runs[first] {
		if slices.Equal(run.rest, rest) {
			w.runs[first][i].class |= bit
			return
		}
	}
	w.runs[first] = append(w.runs[first], wordRun{rest, bit})
}

// openSexes reads which given names are of men and which of women.
func (w *words) openSexes() error {
	given, err := w.lang.Table("given.txt")
	for name, columns := range given {
		switch {
		case len(columns) == 0:
		case columns[0] == "m":
			w.sex[name] = he
		case columns[0] == "f":
			w.sex[name] = she
		}
	}
	return err
}

// of is all that the word can be.
func (w *words) of(form string) class {
	folded := lang.Fold(form)
	k := w.class[folded]
	if ends(folded, w.endings) {
		k |= adverb
	}
	if ends(folded, w.pasts) {
		k |= past
	}
	if w.runs[folded] != nil {
		k |= runs
	}
	return k
}

func ends(folded string, endings []string) bool {
	for _, e := range endings {
		if len(folded) > len(e)+2 && strings.HasSuffix(folded, e) {
			return true
		}
	}
	return false
}
