package lang

import (
	"embed"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

//go:embed testdata
var testdata embed.FS

func openEnglish(t testing.TB) *Language {
	t.Helper()
	l, err := Open(models(t), "en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ form, want string }{
		{"", ""},
		{"sanctions", "sanctions"},
		{"Sanctions", "sanctions"},
		{"don’t", "don't"},
		{"DON'T", "don't"},
		{"AT&T", "at&t"},
		{"Éléonore", "éléonore"},
		{"İstanbul", "istanbul"}, // the same in every locale
		{"co\u00adoperate", "cooperate"},
		{"\u200eleft\u200f", "left"},
		{"Ｇｌｏｓｓ", "gloss"},
		{"ﬁnance eﬀect", "finance effect"},
		{"non‑stop", "non-stop"},
		{"govern-\nment", "government"},
		{"govern-\r\n  ment", "government"},
		{"well- known", "well- known"},
		{"Σ", "σ"},
		{"\xffA\xfe", "\ufffda\ufffd"},
		{"2,000", "2,000"},
	} {
		if got := Fold(c.form); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.form, got, c.want)
		}
	}
}

func TestFoldAllocatesNothingWhenNothingChanges(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("organization") }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Don’t", "a-\nb", "--\n\n-\nx", "ﬁ", "-\u00ad\n", "\xc3", "-\r", "\xd4-\n\x94"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
		if utf8.ValidString(s) && !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q is not UTF-8", s, once)
		}
	})
}

func TestStem(t *testing.T) {
	s := openEnglish(t).NewStemmer()
	for _, c := range []struct{ form, want string }{
		{"sanctions", "sanction"},
		{"Sanctioned", "sanction"},
		{"SANCTIONS", "sanction"},
		{"Iran's", "iran"},
		{"Gov.", "gov"},
		{"U.S.", "u.s"},
		{"...", "..."},
		{"2,000", "2,000"},
		{"", ""},
		{"'", "'"},
		{strings.Repeat("A", 100), strings.Repeat("a", 100)},
	} {
		for range 2 { // computed, then remembered
			if got := s.Stem(c.form); got != c.want {
				t.Errorf("Stem(%q) = %q, want %q", c.form, got, c.want)
			}
		}
	}
}

func TestStemmerForgets(t *testing.T) {
	s := Plain().NewStemmer()
	for i := range memoMax + 10 {
		s.Stem(fmt.Sprint(i))
	}
	if n := len(s.memo); n > memoMax {
		t.Errorf("%d forms remembered, want at most %d", n, memoMax)
	}
	before := len(s.memo)
	s.Stem(strings.Repeat("x", memoLen+1))
	if len(s.memo) != before {
		t.Error("a form too long to be a word was remembered")
	}
}

func FuzzStem(f *testing.F) {
	for _, w := range []string{"y", "'s", "yyy", "''", "sky's", "ied", "\xff", "\xd8\u061c\x9c", "é", "ABC.", "generating"} {
		f.Add(w)
	}
	for _, w := range []string{"l'", "qu", "ção", "y", "ûú", "об", "ующими", "вшись", "ььь", "cs", "ggyel", "zsal", "ssz", "ert", "hetslov", "ó", "q'qu", "IÚ"} {
		f.Add(w)
	}
	var all []*Language
	for _, code := range []string{"en", "es", "fr", "hu", "no", "ru", "sv"} {
		l, err := Open(models(f), code)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, l)
	}
	f.Fuzz(func(t *testing.T, form string) {
		for _, l := range all {
			st := l.NewStemmer().Stem(form)
			if st != l.NewStemmer().Stem(Fold(form)) {
				t.Errorf("%s: the stem of %q differs from that of its folded form", l.Code, form)
			}
		}
	})
}

func TestLanguage(t *testing.T) {
	l := openEnglish(t)
	for _, w := range []string{"the", "don't", "whose", "between", "it's"} {
		if !l.IsStop(w) {
			t.Errorf("%q is no stop word", w)
		}
	}
	for _, w := range []string{"sanction", "january", "monday", "The"} {
		if l.IsStop(w) {
			t.Errorf("%q is a stop word", w)
		}
	}
	if a, b := l.IDF("the"), l.IDF("zyzzyva"); a >= b || b > 1 || a < 0 {
		t.Errorf("IDF of a common stem %v, of an unknown one %v", a, b)
	}
	if r, ok := l.Rank("the"); !ok || r != 0 {
		t.Errorf("Rank(the) = %d, %v", r, ok)
	}
	if !l.Knows("governments") || l.Knows("gvrnmnt") {
		t.Error("Knows does not tell a word from noise")
	}
	if !l.Supported() || Plain().Supported() {
		t.Error("Supported is wrong")
	}
	p := Plain()
	if p.IsStop("the") || p.NewStemmer().Stem("Words") != "words" || p.IDF("the") != 1 || p.Elided("tis") || p.Attributes("said") {
		t.Error("the plain language knows English")
	}
	if _, ok := p.Abbreviation("Mr"); ok {
		t.Error("the plain language knows an abbreviation")
	}
}

func TestAbbreviation(t *testing.T) {
	l := openEnglish(t)
	for _, c := range []struct {
		form string
		ends Ends
	}{
		{"Mr", Never}, {"MR", Never}, {"mr", 0}, {"e.g", Never}, {"E.G", Never},
		{"No", WithNumber}, {"NO", WithNumber}, {"no", 0}, {"p.m", AtCapital}, {"P.M", AtCapital},
		{"Inc", AtStopWord}, {"INC", AtStopWord}, {"inc", 0}, {"dog", 0}, {"", 0},
		{strings.Repeat("M", 1000), 0},
	} {
		if a, ok := l.Abbreviation(c.form); a.Ends != c.ends || ok != (c.ends != 0) {
			t.Errorf("Abbreviation(%.20q) = %v, %v, want %v", c.form, a.Ends, ok, c.ends)
		}
	}
	if a, _ := l.Abbreviation("p.m"); !a.GoesOnBefore("eastern") || a.GoesOnBefore("police") || a.GoesOnBefore("east") {
		t.Error("the words that may follow p.m. are wrong")
	}
}

func TestOpenErrors(t *testing.T) {
	whole := func(change map[string]string) fstest.MapFS {
		m := fstest.MapFS{}
		for _, name := range []string{"stop.txt", "abbreviations.txt", "elided.txt", "attribution.txt", "background.txt"} {
			m["en/"+name] = &fstest.MapFile{Data: []byte("# nothing\n")}
		}
		for name, data := range change {
			m["en/"+name] = &fstest.MapFile{Data: []byte(data)}
		}
		return m
	}
	if _, err := Open(whole(nil), "en"); err != nil {
		t.Errorf("empty tables: %v", err)
	}
	for _, c := range []struct {
		fsys fstest.MapFS
		code string
		want string
	}{
		{whole(nil), "xx", "no stemmer"},
		{whole(nil), "../en", "../en"},
		{fstest.MapFS{}, "en", "stop.txt"},
		{whole(map[string]string{"abbreviations.txt": "Mr\tsometimes\n"}), "en", "abbreviations.txt"},
		{whole(map[string]string{"stop.txt": "a\n\xff\n"}), "en", "stop.txt:2"},
		{fstest.MapFS{"en/abbreviations.txt": {}, "stop.txt": {}}, "en", "stop.txt"},
	} {
		if _, err := Open(c.fsys, c.code); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open(%q): error %v, want one with %q", c.code, err, c.want)
		}
	}
}

func TestLanguageMayLackTables(t *testing.T) {
	l, err := Open(fstest.MapFS{"fr/stop.txt": {Data: []byte("le\nl'\n-il\n")}, "shared.txt": {Data: []byte("a\tb\n")}, "fr/own.txt": {Data: []byte("own\n")}, "own.txt": {Data: []byte("of all\n")}}, "fr")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := l.Abbreviation("M"); ok || l.Elided("tis") || l.Attributes("dit") || l.Knows("le") {
		t.Error("a language without tables knows words")
	}
	shared, err := l.Table("shared.txt")
	if own, err2 := l.Lines("own.txt"); err != nil || err2 != nil || shared["a"][0] != "b" || len(own) != 1 || own[0] != "own" {
		t.Errorf("tables of all languages: %v, %v; own %q, %v", shared, err, own, err2)
	}
	for form, want := range map[string]bool{"le": true, "l'": true, "dit-il": true, "dit": false, "il": false, "dit-il-y": false, "-il": true} {
		if l.IsStop(form) != want {
			t.Errorf("IsStop(%q) = %v", form, !want)
		}
	}
	if !l.Elides("L") || l.Elides("le") || !l.Leans("-il") || l.Leans(":s") || Plain().Elides("l") || Plain().Leans(":s") {
		t.Error("what elides or leans is wrong")
	}
}

func BenchmarkStem(b *testing.B) {
	words := strings.Fields(strings.Repeat("The ministers of seven nations discussed further sanctions on Tuesday ", 100))
	s := openEnglish(b).NewStemmer()
	for b.Loop() {
		for _, w := range words {
			s.Stem(w)
		}
	}
}
