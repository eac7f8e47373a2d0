package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
)

// TestCountsAreThoseOfASearch: in every language the forms of a keyword are as many as a person finds who searches the article for each as a whole word,
// whatever is elided before it or leans on it.
func TestCountsAreThoseOfASearch(t *testing.T) {
	b := open(t)
	langtest.Archives(t, "testdata/??.txtar", func(t *testing.T, a *txtar.Archive) {
		in := string(a.Files[0].Data)
		r := build(t, b, Input{Text: in})
		article := strings.ToLower(in[r.Article.Start:r.Article.End])
		if len(r.Keywords) < 50 {
			t.Errorf("%d keywords", len(r.Keywords))
		}
		for _, k := range r.Keywords {
			sum := 0
			for _, f := range k.Forms {
				if n := search(article, strings.ToLower(f.Form)); n != f.Count {
					t.Errorf("%q: %d times, a search finds %d", f.Form, f.Count, n)
				}
				sum += f.Count
			}
			if sum != k.Count || len(k.Spans) != k.Count {
				t.Errorf("%q: count %d, its forms' %d, %d spans", k.Form, k.Count, sum, len(k.Spans))
			}
		}
	})
}

// search counts the places of the word that neither follow nor precede a letter or digit.
func search(s, word string) int {
	n := 0
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return n
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(word):])
		if !inWord(before) && !inWord(after) {
			n++
		}
		at += len(word)
	}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
