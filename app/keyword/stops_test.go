package keyword

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestParseStopWords(t *testing.T) {
	w, problems := ParseStopWords("\ufeff# mine\r\n+Harbour\r\n- said\n\nferry\n+\n+two words\n[fr\n+perdu\n[EN-GB]\n-will\n+harbour\n-harbour\n+--\n+" + strings.Repeat("a", 65) + "\n[und]\n+ja")
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	want := []string{
		`line 5: want +word or -word, got "ferry"`, `line 6: there is no word behind the +`, `line 7: "two words" is more than one word`,
		`line 8: "[fr" is no language that has stop words; those below it are not used`, `line 14: "--" has no letter`, `line 15: a word has 64 bytes at most`,
	}
	if !slices.Equal(lines, want) {
		t.Errorf("problems\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	if w.Len() != 6 {
		t.Errorf("%d lines used, want 6", w.Len())
	}
	for _, tt := range []struct {
		code string
		own  bool
		want string
	}{
		{"en", true, "map[harbour:false said:false will:false]"},
		{"en", false, "map[harbour:false will:false]"},
		{"ru", true, "map[harbour:true said:false]"},
		{"ru", false, "map[]"},
		{"und", true, "map[harbour:true ja:true said:false]"},
	} {
		if got := fmt.Sprint(w.of(tt.code, tt.own)); got != tt.want {
			t.Errorf("%s, own %v: %s, want %s", tt.code, tt.own, got, tt.want)
		}
	}
}

func TestStopWordsWithoutEnd(t *testing.T) {
	_, problems := ParseStopWords(strings.Repeat("bad\n", 1000))
	if n := len(problems); n != maxStopTrouble || problems[n-1].Line != 1000 || !strings.Contains(problems[n-1].Text, "950 other lines") {
		t.Errorf("%d problems, the last %v", n, problems[n-1])
	}
	w, problems := ParseStopWords(strings.Repeat("+word\n", MaxStopWords/6+2))
	if len(problems) != 1 || !strings.Contains(problems[0].Text, "limit of 1 MB") || w.Len() != MaxStopWords/6 {
		t.Errorf("%d used, problems %v", w.Len(), problems)
	}
}

// TestReadersStopWords looks at what a reader's lines do to all three lists.
func TestReadersStopWords(t *testing.T) {
	l, e := open(t)
	const in = "The ferry company will sail. A ferry company of ferries; the will, the ferry company will sail."
	const all = "ferry company 3 ferry company will sail 2"
	for _, tt := range []struct{ lines, keywords, phrases, ngrams string }{
		{"", "company compani 3 ferry ferri 4 sail sail 2", "ferry company 3", all},
		{"+Ferry", "company compani 3 sail sail 2", "", "company will sail 2"},
		{"+ferries", "company compani 3 sail sail 2", "", "company will sail 2"},
		{"+ferry\n-ferries", "company compani 3 ferries ferri 4 sail sail 2", "", "company will sail 2"},
		{"+ferry\n-ferry", "company compani 3 ferry ferri 4 sail sail 2", "ferry company 3", all},
		{"-will", "company compani 3 ferry ferri 4 sail sail 2 will will 3", all, all},
		{"[ru]\n+ferry", "company compani 3 ferry ferri 4 sail sail 2", "ferry company 3", all},
		{"[en]\n+ferry", "company compani 3 sail sail 2", "", "company will sail 2"},
		{"+company\n+sail", "ferry ferri 4", "", ""},
		{"+company", "ferry ferri 4 sail sail 2", "", ""}, // nor is it within an n-gram
	} {
		stops, _ := ParseStopWords(tt.lines)
		w := e.WithStopWords(stops, true).Read(parse(l, in), l.NewStemmer())
		var keywords, phrases, ngrams []string
		for _, k := range w.Keywords() {
			keywords = append(keywords, fmt.Sprint(k.Form, " ", k.Stem, " ", k.Count))
		}
		slices.Sort(keywords)
		for _, p := range w.Phrases() {
			phrases = append(phrases, fmt.Sprint(p.Text, " ", p.Count))
		}
		slices.Sort(phrases)
		for _, n := range w.NGrams() {
			ngrams = append(ngrams, fmt.Sprint(n.Text, " ", n.Count))
		}
		for _, c := range []struct {
			what, want string
			got        []string
		}{{"keywords", tt.keywords, keywords}, {"phrases", tt.phrases, phrases}, {"n-grams", tt.ngrams, ngrams}} {
			if got := strings.Join(c.got, " "); got != c.want {
				t.Errorf("%q: %s\ngot  %s\nwant %s", tt.lines, c.what, got, c.want)
			}
		}
	}
	if e.WithStopWords(nil, true) != e {
		t.Error("without stop words it is not the same")
	}
}
