package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFindGivesWholeWordsFolded(t *testing.T) {
	const text = "Farmers met. The farmers’ wells, and a farmer: Iran-based\nwater\u00adways of the Iran –  based men; WATERWAYS. Café, cafe\u0301s, cafe\u0301."
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"farmers", []string{"Farmers", "farmers"}},
		{"  FARMER. ", []string{"farmer"}},
		{"farm", nil},
		{"a farmer", []string{"a farmer"}},
		{"iran", []string{"Iran", "Iran"}},
		{"Iran-based", []string{"Iran-based"}},
		{"based water\u00adways", []string{"based\nwater\u00adways"}},
		{"waterways", []string{"water\u00adways", "WATERWAYS"}},
		{"farmers' wells", []string{"farmers’ wells"}},
		{"cafe\u0301", []string{"cafe\u0301"}},
		{"cafe", nil}, // another letter than one with an accent
		{"", nil}, {" . ", nil}, {"\xff", nil},
	} {
		var got []string
		for _, s := range Find(text, 0, len(text), c.words) {
			got = append(got, text[s[0]:s[1]])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.words, diff)
		}
	}
}

func TestFindKeepsToTheArticle(t *testing.T) {
	const text = "Dam, dam and dams; the dam."
	if diff := cmp.Diff([]Pair{{5, 8}}, Find(text, 3, 20, "dam")); diff != "" {
		t.Error(diff)
	}
	if got := Find(text, 0, 2, "dam"); len(got) != 0 {
		t.Errorf("a word that goes on behind the end: %v", got)
	}
}

func TestFindInScriptsWithoutSpaces(t *testing.T) {
	const text = "北京和東京都是首都。ทำน้ำ"
	for words, want := range map[string]int{"京": 2, "東京": 1, "首都": 1, "น้ำ": 1, "น": 0, "京和": 1} {
		if got := Find(text, 0, len(text), words); len(got) != want {
			t.Errorf("%q: %d places, want %d", words, len(got), want)
		}
	}
}

func TestBeginListsTheCommonestFirst(t *testing.T) {
	const text = "Well, wells ran dry. A well; two wells, Wells too. Welcome, we said."
	want := []Form{{"wells", 3}, {"Well", 2}, {"Welcome", 1}}
	if diff := cmp.Diff(want, Begin(text, 0, len(text), "WEL", 8)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want[:2], Begin(text, 0, len(text), "wel", 2)); diff != "" {
		t.Error(diff)
	}
	for _, words := range []string{"", "two wells", "-"} {
		if got := Begin(text, 0, len(text), words, 8); len(got) != 0 {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestAReportFindsInItsOwnUnit(t *testing.T) {
	const text = "Dam 👍🏽\n\nÉlan: the dam and the Dam.\n\nDam again"
	r := empty("")
	r.Article.Start, r.Article.End = strings.Index(text, "É"), strings.Index(text, "\n\nDam")
	first := strings.Index(text, "dam")
	if diff := cmp.Diff([]Pair{{first, first + 3}, {first + 12, first + 15}}, r.Find(text, "dam")); diff != "" {
		t.Error(diff)
	}
	r.UTF16(text)
	if diff := cmp.Diff([]Pair{{20, 23}, {32, 35}}, r.Find(text, "dam")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Form{{"dam", 2}}, r.Begin(text, "DA", 8)); diff != "" {
		t.Error(diff)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Farmers met, the farmers’ wells.", "farmers’ wells")
	f.Add("北京和東京\xff\u0301", "京 \u0301")
	f.Fuzz(func(t *testing.T, text, words string) {
		last := 0
		for _, s := range Find(text, 0, len(text), words) {
			if s[0] < last || s[1] <= s[0] || s[1] > len(text) {
				t.Fatalf("%v after %d in %d bytes", s, last, len(text))
			}
			last = s[1]
			if utf8.ValidString(text) && !utf8.ValidString(text[s[0]:s[1]]) {
				t.Fatalf("%v cuts a character", s)
			}
			if got := Find(text, s[0], s[1], text[s[0]:s[1]]); len(got) == 0 {
				t.Fatalf("%q is not found in itself", text[s[0]:s[1]])
			}
		}
		Begin(text, 0, len(text), words, 5)
	})
}
