package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/app/text"
)

// scope is a run of tokens [first, last) beyond which nothing is looked for: a paragraph, or what stands within marks.
type scope struct{ first, last int }

// reader looks at the tokens of one document.
type reader struct {
	words   *words
	doc     *text.Document
	names   []Name
	classes []class // of the tokens that are words
	marks   []mark
	tops    []int // the marks that stand in no other
	stray   []int // the tokens of marks that nothing closes or opens
	found   []Quote
	sex     map[int]class // of each entity that is a person: he, she, or both where it isn't known
	prev    attribution   // of the mark before that stands in no other, when it is told of a speaker
	last    *mark         // that mark
	spoke   []spoken      // who spoke before, in order

	toldIn int         // the last sentence that tells speech without marks, -1 when there is none
	toldBy attribution // who spoke there
	toldAt text.Span   // what was said
}

// char is the only character of token t, 0 when it has more than one.
func (r *reader) char(t int) rune {
	s := r.doc.Tokens[t].Span
	c, n := utf8.DecodeRuneInString(r.doc.Text[s.Start:])
	if n != s.Len() {
		return 0
	}
	return c
}

// is says whether token t of the scope is one of the characters.
func (r *reader) is(in scope, t int, chars ...rune) bool {
	if t < in.first || t >= in.last || r.doc.Tokens[t].Kind != text.Punct {
		return false
	}
	c := r.char(t)
	for _, want := range chars {
		if c == want {
			return true
		}
	}
	return false
}

// isDash says whether token t is a dash that stands by itself.
func (r *reader) isDash(in scope, t int) bool {
	return r.is(in, t, '—', '–', '-', '―') || t >= in.first && t < in.last && r.doc.Form(t) == "--"
}

// isStop says whether token t ends a sentence.
func (r *reader) isStop(in scope, t int) bool {
	if r.is(in, t, '.', '!', '?', '…') {
		return true
	}
	if t < in.first || t >= in.last || r.doc.Tokens[t].Kind != text.Punct {
		return false
	}
	c := r.doc.Form(t)[0]
	return c == '.' || c == '!' || c == '?'
}

// isWord says whether token t is a word of the scope.
func (r *reader) isWord(in scope, t int) bool {
	return t >= in.first && t < in.last && r.doc.Tokens[t].Kind == text.Word
}

// class is what the word at token t can be; 0 for what is no word.
func (r *reader) class(in scope, t int) class {
	if !r.isWord(in, t) {
		return 0
	}
	return r.classes[t]
}

// classify looks up each word once.
func (r *reader) classify() {
	known := map[string]class{}
	r.classes = make([]class, len(r.doc.Tokens))
	for t := range r.doc.Tokens {
		if r.doc.Tokens[t].Kind != text.Word {
			continue
		}
		form := r.doc.Form(t)
		k, ok := known[form]
		if !ok {
			k = r.words.of(form)
			known[form] = k
		}
		r.classes[t] = k
	}
}

// passes says whether token t may stand between a speaker and the cue: "also", "later", "angrily".
func (r *reader) passes(in scope, t int) bool {
	k := r.class(in, t)
	return k&filler != 0 || k&adverb != 0 && !r.upper(t)
}

func (r *reader) upper(t int) bool {
	c, _ := utf8.DecodeRuneInString(r.doc.Form(t))
	return unicode.IsUpper(c)
}

// span is from the start of token first to the end of the one before next.
func (r *reader) span(first, next int) text.Span {
	return text.Span{Start: r.doc.Tokens[first].Start, End: r.doc.Tokens[next-1].End}
}

// wordsIn is how many words and numbers stand in the tokens [first, last).
func (r *reader) wordsIn(first, last int) int {
	n := 0
	for t := first; t < last; t++ {
		if k := r.doc.Tokens[t].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}

// sentence is the sentence that token t stands in, as a scope inside in.
func (r *reader) sentence(in scope, t int) scope {
	s := r.doc.Sentences[max(0, r.doc.SentenceAt(r.doc.Tokens[t].Start))]
	return scope{max(in.first, s.First), min(in.last, s.Last)}
}

// nameAt is the index of the name that begins in token t, -1 when none does, and the token behind it.
func (r *reader) nameAt(t int) (name, next int) {
	tok := r.doc.Tokens[t].Span
	i := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= tok.Start })
	if i == len(r.names) || r.names[i].Start >= tok.End {
		return -1, t
	}
	next = t + 1
	for next < len(r.doc.Tokens) && r.doc.Tokens[next].Start < r.names[i].End {
		next++
	}
	return i, next
}

// owns says whether token next is the possessive of the word before it: "Putin's spokesman".
func (r *reader) owns(next int) bool {
	return next < len(r.doc.Tokens) && r.doc.Tokens[next].Kind == text.Clitic
}

// cue is a verb of saying, or words like "according to".
type cue struct {
	first, next int // tokens
	text.Span
	kind class
}

// cueAt is the cue that begins at token t, of one word or several.
func (r *reader) cueAt(in scope, t int) (cue, bool) {
	if !r.isWord(in, t) {
		return cue{}, false
	}
	const cues = say | tell | call | saying | source | behind
	for _, run := range r.runsAt(t) {
		next := t + 1
		for _, w := range run.rest {
			if !r.isWord(in, next) || lang.Fold(r.doc.Form(next)) != w {
				next = -1
				break
			}
			next++
		}
		if next > 0 && run.class&cues != 0 {
			return cue{t, next, r.span(t, next), run.class}, true
		}
	}
	if k := r.classes[t]; k&cues != 0 && !r.isArticle(in, t-1) {
		return cue{t, t + 1, r.doc.Tokens[t].Span, k}, true
	}
	return cue{}, false
}

// isArticle says whether the word at token t makes a noun of the next one: "the talks", "her claims"; not "some say".
func (r *reader) isArticle(in scope, t int) bool {
	k := r.class(in, t)
	return k&det != 0 && k&pronoun == 0
}

// runsAt are the cues of several words that token t, a word, can begin.
func (r *reader) runsAt(t int) []wordRun {
	if r.classes[t]&runs == 0 {
		return nil
	}
	return r.words.runs[lang.Fold(r.doc.Form(t))]
}

// maxBeside is how many auxiliaries and adverbs a verb has beside it.
const maxBeside = 8

// overAux is the first token at or after t that is no auxiliary and nothing that may stand beside one.
func (r *reader) overAux(in scope, t int) int {
	for end := t + maxBeside; t < end && (r.passes(in, t) || r.class(in, t)&aux != 0); {
		t++
	}
	return t
}

// beforeAux is the token behind the last one before token t that is no auxiliary and nothing that may stand beside one.
func (r *reader) beforeAux(in scope, t int) int {
	for first := t - maxBeside; t > first && (r.passes(in, t-1) || r.class(in, t-1)&aux != 0); {
		t--
	}
	return t
}
