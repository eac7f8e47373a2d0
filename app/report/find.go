package report

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/app/text"
)

// Find gives the places between start and end where the words stand, in text order, as a person finds them who looks for whole words: letters folded,
// any white space between two of them, other characters between them as written. What stands before the first word and behind the last is
// left out. In scripts that put no spaces between words, each character is one. Offsets are in bytes.
func Find(input string, start, end int, words string) []Pair {
	want := newWording(words)
	if want == nil {
		return []Pair{}
	}
	out := []Pair{}
	for at := nextWord(input, start, end); at.start < end; at = nextWord(input, at.end, end) {
		if to := want.at(input, at, end); to > 0 {
			out = append(out, Pair{at.start, to})
			at.end = to
		}
	}
	return out
}

// Begin lists the words between start and end that begin as the given one does, letters folded, the commonest first, at most so many. A form is
// written as in its first place.
func Begin(input string, start, end int, word string, most int) []Form {
	want := newWording(word)
	out := []Form{}
	if want == nil || len(want.words) != 1 {
		return out
	}
	known := map[string]int{}
	for at := nextWord(input, start, end); at.start < end; at = nextWord(input, at.end, end) {
		if want.apart(input[at.start]) {
			continue
		}
		form := input[at.start:at.end]
		key := lang.Fold(form)
		if !strings.HasPrefix(key, want.words[0]) {
			continue
		}
		i, ok := known[key]
		if !ok {
			i = len(out)
			known[key] = i
			out = append(out, Form{Form: form})
		}
		out[i].Count++
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].Count > out[k].Count })
	return out[:min(len(out), most)]
}

// Find is the function Find in the article, for spans in the report's own unit. input is the text that the report is of.
func (r *Report) Find(input, words string) []Pair {
	if r.Offsets != OffsetsUTF16 {
		return Find(input, r.Article.Start, r.Article.End, words)
	}
	units := text.NewUTF16Index(input)
	out := Find(input, units.ByteAt(r.Article.Start), units.ByteAt(r.Article.End), words)
	for i, s := range out {
		out[i] = Pair{units.At(s[0]), units.At(s[1])}
	}
	return out
}

// Begin is the function Begin in the article.
func (r *Report) Begin(input, word string, most int) []Form {
	start, end := r.Article.Start, r.Article.End
	if r.Offsets == OffsetsUTF16 {
		units := text.NewUTF16Index(input)
		start, end = units.ByteAt(start), units.ByteAt(end)
	}
	return Begin(input, start, end, word, most)
}

// wording is words that are looked for: each folded, and what stands before all but the first.
type wording struct{ words, gaps []string }

func newWording(s string) *wording {
	w := wording{}
	for at := nextWord(s, 0, len(s)); at.start < len(s); {
		w.words = append(w.words, lang.Fold(s[at.start:at.end]))
		next := nextWord(s, at.end, len(s))
		w.gaps = append(w.gaps, gap(s[at.end:next.start]))
		at = next
	}
	if len(w.words) == 0 {
		return nil
	}
	return &w
}

// apart says that no word with this first byte can be the first one.
func (w *wording) apart(b byte) bool {
	first := w.words[0][0]
	return b < utf8.RuneSelf && first < utf8.RuneSelf && b|0x20 != first|0x20
}

// at gives the end of the wording where it begins with a word of the text, 0 where that is another.
func (w *wording) at(s string, word wordSpan, end int) int {
	if w.apart(s[word.start]) {
		return 0
	}
	for i, want := range w.words {
		if word.start >= end || lang.Fold(s[word.start:word.end]) != want {
			return 0
		}
		if i == len(w.words)-1 {
			break
		}
		next := nextWord(s, word.end, end)
		if gap(s[word.end:next.start]) != w.gaps[i] {
			return 0
		}
		word = next
	}
	return word.end
}

// gap is what stands between two words, folded, any white space in it as one space.
func gap(s string) string {
	if s == " " {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range lang.Fold(s) {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// wordSpan is a run of letters, figures and marks; of a script without spaces, one character with its marks.
type wordSpan struct{ start, end int }

// nextWord is the first word that begins between from and end; both its ends are end where there is none.
func nextWord(s string, from, end int) wordSpan {
	for at := from; at < end; {
		r, n := utf8.DecodeRuneInString(s[at:end])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			at += n
			continue
		}
		start, alone := at, unicode.In(r, spaceless...)
		for at += n; at < end; at += n {
			if r, n = utf8.DecodeRuneInString(s[at:end]); !goesOn(r, alone) {
				break
			}
		}
		return wordSpan{start, at}
	}
	return wordSpan{end, end}
}

var spaceless = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// goesOn says whether a word goes on with r: one that is alone only with what is written on its character.
func goesOn(r rune, alone bool) bool {
	if r < utf8.RuneSelf && !alone {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	if unicode.IsMark(r) || unicode.Is(unicode.Cf, r) {
		return true
	}
	return !alone && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, spaceless...)
}
