package page

import (
	_ "embed" // the page's words
	"strings"
)

// wordsFile holds all of the page's own words, those of the scripts (web/js) and of the pages' templates (web/html) included: a key, a tab, a text.
//
//go:embed words.txt
var wordsFile string

var texts = readTexts(wordsFile)

func readTexts(file string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(file) {
		key, text, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			out[key] = strings.ReplaceAll(text, `\n`, "\n")
		}
	}
	return out
}

// say is the text with the key. Its places are filled by pairs: say("chosen.at", "at", "2", "total", "5").
func say(key string, pairs ...string) string {
	text, ok := texts[key]
	if !ok {
		return key
	}
	if len(pairs) == 0 {
		return text
	}
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// plural is the text with the key in the form that n asks for; {n} in it is n.
func plural(key string, n int, pairs ...string) string {
	form := ".other" // the forms of English; another language's are Intl.PluralRules'
	if n == 1 {
		form = ".one"
	}
	return say(key+form, append(pairs, "n", number(n))...)
}

// Texts are those whose keys begin with the prefix, by the rest of the key: "script." for web/js, "html." for web/html.
func Texts(prefix string) map[string]string {
	out := map[string]string{}
	for key, text := range texts {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			out[rest] = text
		}
	}
	return out
}
