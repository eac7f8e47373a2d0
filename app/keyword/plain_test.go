package keyword

import (
	"fmt"
	"strings"
	"testing"
)

func TestNGrams(t *testing.T) {
	l, e := open(t)
	for _, tt := range []struct{ name, in, want string }{
		{"stop words within, none at the ends", "The Bank of England met. At the Bank of England.", "Bank of England 2: 4-19 32-47"},
		{"once is not enough", "Trade talks failed. Peace talks failed.", "talks failed 2: 6-18 26-38"},
		{"a shorter one yields", "Nuclear weapons program. A nuclear weapons program.", "nuclear weapons program 2: 0-23 27-50"},
		{"a shorter one that stands alone stays", "Nuclear arms race, nuclear arms race, nuclear arms.", "nuclear arms 3: 0-12 19-31 38-50; nuclear arms race 2: 0-17 19-36"},
		{"forms are not merged", "A trade talk. The trade talks. A trade talk.", "trade talk 2: 2-12 33-43"},
		{"four words and no more", "Red green blue black white. Red green blue black white.", "Red green blue black 2: 0-20 28-48; green blue black white 2: 4-26 32-54"},
		{"compounds are one word", "A Tehran-based group and a Tehran-based group.", "Tehran-based group 2: 2-20 27-45"},
		{"numbers and punctuation part", "Some 10 boats, 20 boats; red, boats; red, boats.", ""},
		{"written as it mostly is", "They shut Long Beach. He saw a long beach, and Long Beach, not Long Beach.", "Long Beach 4: 10-20 31-41 47-57 63-73"},
		{"capitals do not", "Trade Talks failed; he saw trade talks.", "trade talks 2: 0-11 27-38"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, n := range e.Read(parse(l, tt.in), l.NewStemmer()).NGrams() {
				line := fmt.Sprintf("%s %d:", n.Text, n.Count)
				for _, s := range n.Spans {
					line += fmt.Sprintf(" %d-%d", s.Start, s.End)
				}
				got = append(got, line)
			}
			if g := strings.Join(got, "; "); g != tt.want {
				t.Errorf("%q\ngot  %s\nwant %s", tt.in, g, tt.want)
			}
		})
	}
}

// TestNGramsOfALongText keeps the fifty that stand there most often, whatever the text.
func TestNGramsOfALongText(t *testing.T) {
	l, e := open(t)
	var b strings.Builder
	for i := range 60 {
		for range 2 + i {
			fmt.Fprintf(&b, "Harbour%c%c tunnel%c%c. ", 'a'+i%26, 'a'+i/26, 'a'+i%26, 'a'+i/26)
		}
	}
	got := e.Read(parse(l, b.String()), l.NewStemmer()).NGrams()
	if len(got) != MaxNGrams || got[0].Count != 61 || got[MaxNGrams-1].Count != 12 {
		t.Fatalf("%d n-grams, the first stands %d times, the last %d", len(got), got[0].Count, got[len(got)-1].Count)
	}
}
