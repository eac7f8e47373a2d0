package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/app/text"
)

// word is one word of a text, in the form in which texts and headlines are compared.
type word struct {
	text.Span
	key      string // its stem, or the letters of an acronym that in small letters is a stop word
	sentence int
}

// reader turns texts into words. One goroutine may use it at a time.
type reader struct {
	lang  *lang.Language
	stem  *lang.Stemmer
	forms lang.Table
	memo  map[string]string // keys of forms, where they are not shouted
}

func (lk *Linker) newReader() *reader {
	return &reader{lang: lk.lang, stem: lk.lang.NewStemmer(), forms: lk.forms, memo: map[string]string{}}
}

// words appends the content words of the document: no stop words, no punctuation, the
// parts of a compound in place of the whole.
func (r *reader) words(dst []word, d *text.Document) []word {
	for s, sentence := range d.Sentences {
		if !d.Reads(s) {
			continue
		}
		shouted := sentence.Last-sentence.First > 3 && !hasLower(sentence.Of(d.Text))
		for i := sentence.First; i < sentence.Last; i++ {
			t := d.Tokens[i]
			if t.Kind != text.Word && t.Kind != text.Number {
				continue
			}
			parts := d.PartsOf(i)
			if len(parts) == 0 {
				dst = r.add(dst, d.Text, t.Span, s, shouted)
			}
			for _, p := range parts {
				dst = r.add(dst, d.Text, p, s, shouted)
			}
		}
	}
	return dst
}

func (r *reader) add(dst []word, input string, s text.Span, sentence int, shouted bool) []word {
	if k := r.key(s.Of(input), shouted); k != "" {
		dst = append(dst, word{s, k, sentence})
	}
	return dst
}

// keys is the keys of a name's words.
func (r *reader) keys(name string) []string {
	d := text.Parse(name, r.lang, text.Span{End: len(name)})
	var out []string
	for _, w := range r.words(nil, d) {
		out = append(out, w.key)
	}
	return out
}

// key is what the form is compared by, "" for a stop word. "US" and "U.S." are one key, "us"
// is a stop word; in a text that is all capitals nothing tells them apart.
func (r *reader) key(form string, shouted bool) string {
	if shouted {
		return r.makeKey(form, true)
	}
	k, ok := r.memo[form]
	if !ok {
		k = r.makeKey(form, false)
		r.memo[form] = k
	}
	return k
}

func (r *reader) makeKey(form string, shouted bool) string {
	form = strings.TrimLeft(form, "@#$£€¥")
	form, _ = strings.CutSuffix(form, "'s")
	form, _ = strings.CutSuffix(form, "’s")
	if form == "" {
		return ""
	}
	if c := form[0]; '0' <= c && c <= '9' {
		return strings.ReplaceAll(form, ",", "")
	}
	if strings.Contains(form, ".") {
		form = strings.ReplaceAll(form, ".", "")
	}
	folded := lang.Fold(form)
	if r.lang.IsStop(folded) {
		if !shouted && !strings.HasSuffix(folded, "'") && utf8.RuneCountInString(form) > 1 && !hasLower(form) {
			return form
		}
		return ""
	}
	if other := r.forms[folded]; len(other) > 0 {
		folded = other[0]
	}
	return r.stem.Stem(folded)
}

func hasLower(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }
