package entity

import (
	"slices"
	"strings"

	"gloss/app/text"
)

// Known is names that one text has taught, for reading its headlines.
type Known struct {
	r       *Recognizer
	names   map[string]Type // by key
	longest int             // words
}

// Know takes the names and aliases of the entities.
func (r *Recognizer) Know(entities []Entity) *Known {
	k := &Known{r: r, names: map[string]Type{}}
	if r.lexicon == nil {
		return k
	}
	for i := range entities {
		if e := &entities[i]; e.Type.Name() {
			name := foldPhrase(e.Name)
			k.add(name, e.Type)
			k.addSurname(strings.Fields(name), e.Type)
			for _, a := range e.Aliases {
				k.add(foldPhrase(a), e.Type)
			}
		}
	}
	return k
}

func (k *Known) add(key string, t Type) {
	if _, ok := k.names[key]; ok || key == "" {
		return
	}
	k.names[key] = t
	words := 1
	for i := range len(key) {
		if key[i] == ' ' {
			words++
		}
	}
	k.longest = max(k.longest, words)
}

// addSurname takes the last word of a person's name too, unless it is known as something else.
func (k *Known) addSurname(words []string, t Type) {
	words = k.r.lexicon.inOrder(words)
	n := len(words) - 1
	if t != Person || n < 1 || len(words[n]) <= 2 || k.r.lexicon.classes[words[n]]&^given != 0 {
		return
	}
	k.add(words[n], t)
	for i := n - 1; i > 0 && k.r.lexicon.classes[words[i]]&particle != 0; i-- {
		k.add(strings.Join(words[i:], " "), t)
	}
}

// Recognize finds the mentions in a headline's title: the names that the text has taught, and what
// the title shows by itself.
func (k *Known) Recognize(title *text.Document) []Mention {
	if k.r.lexicon == nil {
		return k.r.Recognize(title, 0, len(title.Sentences))
	}
	own := k.r.Recognize(title, 0, len(title.Sentences))
	taught := k.find(title, 0, len(title.Sentences), nil)
	own = slices.DeleteFunc(own, func(m Mention) bool { return holds(m.Span, taught) > 1 })
	for i := range own {
		if t, ok := k.names[foldPhrase(own[i].Of(title.Text))]; ok && own[i].Type.Name() {
			own[i].Type, own[i].Why = t, []string{"a name of the article"}
		}
	}
	return k.r.obeyed(title, 0, len(title.Sentences), addMentions(withoutGuesses(own, taught), taught))
}

// holds is how many of the mentions lie within the span and are shorter.
func holds(s text.Span, mentions []Mention) int {
	n := 0
	for _, m := range mentions {
		if s.Contains(m.Span) && m.Len() < s.Len() {
			n++
		}
	}
	return n
}

// find gives the places in the sentences [first, last) where a known name stands, the longest first. A single word that
// begins a sentence, where capitals say nothing, must not be a stop word or one that the text has in lower case.
func (k *Known) find(doc *text.Document, first, last int, lowered map[string]bool) []Mention {
	var out []Mention
	why := []string{namedElsewhere} // of all
	s := k.r.scan(doc)
	defer k.r.done(s)
	for n := first; n < last; n++ {
		if !doc.Reads(n) {
			continue
		}
		s.read(doc.Sentences[n])
		s.foldAtoms()
		for i := 0; i < len(s.atoms); i++ {
			if !s.atoms[i].kind.name() && s.atoms[i].class&particle == 0 {
				continue
			}
			for j := min(len(s.atoms), i+k.longest+2); j > i; j-- {
				t, ok := k.names[string(s.phrase(i, j))]
				if form := s.atoms[i].Of(doc.Text); !ok && j == i+1 && s.mode == upperCase && isAcronym(form) {
					t, ok = k.names[form] // weak tells "US" from "us" below
				}
				if !ok || j == i+1 && s.weak(i, lowered) {
					continue
				}
				out = append(out, Mention{Span: text.Span{Start: s.atoms[i].Start, End: s.atoms[j-1].End},
					Type: t, Confidence: 0.8, Why: why})
				i = j - 1
				break
			}
		}
	}
	return out
}

// weak says whether the capital of atom i says nothing and the word may be a common one.
func (s *scanner) weak(i int, lowered map[string]bool) bool {
	a := &s.atoms[i]
	if s.mode == sentenceCase && !a.opens {
		return false
	}
	w := string(s.word(i))
	return lowered[w] || s.doc.Language.IsStop(w) || a.class&(calendar|joiner) != 0
}
