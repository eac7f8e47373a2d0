package main

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/keyword"
)

// recountWords are the words of a text by a regular expression of its own, written from the
// rule alone (a count counts whole tokens and parts of compounds): letters, digits, marks and low lines, joined by
// apostrophes, stops, ampersands and hyphens. recountApart are places where a writer left out the space, or where a mark is no joiner but part of a
// character reference ("&quot;"; "D&G;" is none). recountBroken is a hyphen at a line's end that only breaks a word, as they do where lines are
// wrapped: a small letter follows, and the word in one piece stands elsewhere in the text.
var (
	recountWords  = regexp.MustCompile(`(?i)(?:https?://|www\.)\S+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|(?:[@#]_*)?` + recountPart + `(?:\.?[-‐]` + recountPart + `)*`)
	recountApart  = regexp.MustCompile(`([a-z][a-z]\.)([A-Z][a-z])|(\pL\.)(\pN)|([\pL\pN])(&\pL{2,};)`)
	recountBroken = regexp.MustCompile(`(\pL+)-\r?\n[ \t]*(\p{Ll}+)`)

	recountPossessive = regexp.MustCompile(`(?i)['’]s$`)
	recountInAddress  = regexp.MustCompile(`://|^www\.|[\pL\pN]@[\pL\pN]`)
	recountAddress    = regexp.MustCompile(`(?i)^(?:https?://|www\.)|.@`)
)

const recountPart = `(?:[\pL\pN][\pL\pN\pM_]*(?:['’.&][\pL\pN\pM_]+)*)`

// recount counts the words of every article again and tells where a keyword's count differs, and where that of a form does from what a
// search for it finds.
func (b *keyphraseBench) recount() (mismatches, counted, formMismatches, forms int) {
	for i := range b.sets {
		for j := range b.sets[i] {
			a := &b.sets[i][j]
			counts, text := b.recountArticle(a.Text), searchable(a.Text)
			for _, k := range b.extractor.Keywords(a.Document(b.lang), b.stemmer) {
				counted++
				if counts[k.Stem] != k.Count {
					mismatches++
					fmt.Fprintf(os.Stderr, "recount: %s: %q is counted %d, by regular expression %d\n", a.ID, k.Stem, k.Count, counts[k.Stem])
				}
				for _, f := range k.Forms {
					forms++
					if n := search(text, searchable(f.Form)); n != f.Count {
						formMismatches++
						fmt.Fprintf(os.Stderr, "recount: %s: %q is counted %d, a search finds %d\n", a.ID, f.Form, f.Count, n)
					}
				}
			}
		}
	}
	return mismatches, counted, formMismatches, forms
}

func (b *keyphraseBench) recountArticle(text string) map[string]int {
	counts := map[string]int{}
	for _, w := range recountWords.FindAllString(mended(text), -1) {
		if recountAddress.MatchString(w) {
			continue
		}
		w = recountPossessive.ReplaceAllString(w, "")
		counts[b.extractor.Key(w, b.stemmer)]++
		parts := strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '‐' })
		if len(parts) > 1 {
			for _, p := range parts {
				counts[b.extractor.Key(recountPossessive.ReplaceAllString(p, ""), b.stemmer)]++
			}
		}
	}
	return counts
}

// mended is the text without soft hyphens, its broken words in one piece and its words apart.
func mended(text string) string {
	text = strings.ReplaceAll(text, "\u00ad", "")
	text = recountBroken.ReplaceAllStringFunc(text, func(w string) string {
		m := recountBroken.FindStringSubmatch(w)
		if strings.Contains(text, m[1]+m[2]) {
			return m[1] + m[2]
		}
		return w
	})
	return recountApart.ReplaceAllString(text, "$1$3$5 $2$4$6")
}

// searchable is the text as a search that knows no capitals sees it.
func searchable(text string) string {
	return strings.NewReplacer("’", "'", "‐", "-").Replace(strings.ToLower(mended(text)))
}

// search is how often the form stands in the text as a whole word: no letter, digit or low line touches it, and none that one joiner (an apostrophe, a
// stop, an ampersand; about a compound a hyphen, too) ties to it, but a possessive 's. Addresses are no words.
func search(text, form string) int {
	n := 0
	for at := 0; ; {
		i := strings.Index(text[at:], form)
		if i < 0 {
			return n
		}
		from := at + i
		at = from + len(form)
		if wholeBefore(text[:from], form) && wholeBehind(text[at:], form) && !inAddress(text, from) {
			n++
		}
	}
}

func wholeBefore(text, form string) bool {
	text = strings.TrimRight(text, "_")
	r, n := utf8.DecodeLastRuneInString(text)
	if letter(r) || r == '@' || r == '#' {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
	return !(joiner(r, form) && letter(last))
}

func wholeBehind(text, form string) bool {
	if r, n := utf8.DecodeRuneInString(text); r == '\'' && strings.HasPrefix(text[n:], "s") {
		if r, _ := utf8.DecodeRuneInString(text[n+1:]); !letter(r) {
			return true
		}
	}
	r, n := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[n:])
	return !letter(r) && !(joiner(r, form) && letter(next))
}

func letter(r rune) bool { return r == '_' || unicode.In(r, unicode.L, unicode.N, unicode.M) }

func joiner(r rune, form string) bool {
	return strings.ContainsRune("'.&", r) || r == '-' && strings.Contains(form, "-")
}

// inAddress says whether what begins at at is within an address.
func inAddress(text string, at int) bool {
	from := strings.LastIndexFunc(text[:at], unicode.IsSpace) + 1
	to := strings.IndexFunc(text[at:]+" ", unicode.IsSpace) + at
	return recountInAddress.MatchString(text[from:to])
}

func sortByCount(k []keyword.Keyword) {
	slices.SortStableFunc(k, func(a, b keyword.Keyword) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Spans[0].Start, b.Spans[0].Start))
	})
}
