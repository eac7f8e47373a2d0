package keyword

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
	"gloss/app/text"
)

func open(t testing.TB) (*lang.Language, *Extractor) {
	t.Helper()
	l := langtest.English(t)
	e, err := Open(l)
	if err != nil {
		t.Fatal(err)
	}
	return l, e
}

func parse(l *lang.Language, in string) *text.Document {
	return text.Parse(in, l, text.Span{End: len(in)})
}

// show writes a keyword as "form count: form×n form×n: start-end start-end".
func show(k Keyword) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d:", k.Form, k.Count)
	for _, f := range k.Forms {
		fmt.Fprintf(&b, " %s×%d", f.Form, f.Count)
	}
	b.WriteByte(':')
	for _, s := range k.Spans {
		fmt.Fprintf(&b, " %d-%d", s.Start, s.End)
	}
	return b.String()
}

func TestKeywords(t *testing.T) {
	l, e := open(t)
	for _, tt := range []struct{ name, in, stem, want string }{
		{"forms of one stem", "Banned here. The ban and the bans; a Ban.", "ban", "ban 4: ban×2 banned×1 bans×1: 0-6 17-20 29-33 37-40"},
		{"a possessive is left out", "The minister’s plan. Ministers' plans.", "minist", "minister 2: minister×1 ministers×1: 4-12 23-32"},
		{"a compound and its parts", "An Iran-based group of Iran.", "iran", "Iran 2: Iran×2: 3-7 23-27"},
		{"a compound as a whole", "An Iran-based group of Iran.", "iran-bas", "Iran-based 1: Iran-based×1: 3-13"},
		{"a part in lower case", "Re-elect them, elect them, ELECT.", "elect", "elect 3: elect×3: 3-8 15-20 27-32"},
		{"a number's part", "A 10-year plan. Years passed.", "year", "year 2: year×1 years×1: 5-9 16-21"},
		{"an abbreviation with and without its stop", "He met Dr. Smith and Dr Jones.", "dr", "Dr. 2: Dr.×2: 7-10 21-23"},
		{"always a capital", "He knows NATO. We like NATO.", "nato", "NATO 2: NATO×2: 9-13 23-27"},
		{"not always a capital", "He saw the Senate. The senate sat.", "senat", "senate 2: senate×2: 11-17 23-29"},
		{"a capital only where the sentence begins", "Workers left. He saw workers.", "worker", "workers 2: workers×2: 0-7 21-28"},
		{"a capital where all words have one", "Workers Leave Steel Factories In Ohio\n\nThe factories were old.", "factori", "factories 2: factories×2: 20-29 43-52"},
		{"the commonest form comes first", "We vote. Voting, voted, voting.", "vote", "voting 4: voting×2 vote×1 voted×1: 3-7 9-15 17-22 24-30"},
		{"curly and straight apostrophes are one", "The o’clock and o'clock.", "o'clock", "o'clock 2: o'clock×2: 4-13 18-25"},
		{"beyond ASCII", "Ünal, ünal – naïve!", "ünal", "ünal 2: ünal×2: 0-5 7-12"},
		{"a word that stems like a stop word", "It was its owner's.", "it", ""},
		{"a stop word", "The ban and the bans.", "the", ""},
		{"a number", "In 2020 and 2020.", "2020", ""},
		{"an address", "See http://example.org/sanctions now.", "sanction", ""},
		{"us is not US", "The US told us so.", "us", ""},
		{"broken UTF-8", "\xffban\xff ban", "ban", "ban 2: ban×2: 1-4 6-9"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, k := range e.Keywords(parse(l, tt.in), l.NewStemmer()) {
				if k.Stem == tt.stem {
					got += show(k)
				}
			}
			if got != tt.want {
				t.Errorf("%q\ngot  %s\nwant %s", tt.in, got, tt.want)
			}
		})
	}
}

// TestOrder looks at what stands before what in the list.
func TestOrder(t *testing.T) {
	l, e := open(t)
	for _, tt := range []struct{ name, in, before, after string }{
		{"often before long", "The secretary-general spoke on the climate. Pre-industrial temperatures matter, and climate talks failed. The climate waits.", "climate", "temperatures"},
		{"a name before what is used once", "Iran spoke. Ministers of Iran left. The perception changed in Iran.", "Iran", "perception"},
		{"a noun before a month", "In November he left. The November vote on the harbour was close. The harbour closed.", "harbour", "November"},
		{"a noun before a verb", "He said so. She said no, and the union said that the union left.", "union", "said"},
		{"a noun before a form of address", "Mr. Lowe spoke. Mr. Lowe and Mr. Hay left the ferry to Mr. Orr.", "ferry", "Mr."},
		{"a noun before a letter", "Plan B for the ferry. The ferry or B? B, he hoped.", "ferry", "B"},
		{"a compound before its parts", "An e-mail. The e-mail and the e-mails.", "e-mail", "mail"},
		{"early before late", "The harbour closed. The bridge stood. It rained. It snowed. It blew. The tunnel stood.", "harbour", "tunnel"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var forms []string
			for _, k := range e.Keywords(parse(l, tt.in), l.NewStemmer()) {
				forms = append(forms, k.Form)
			}
			if a, b := slices.Index(forms, tt.before), slices.Index(forms, tt.after); a < 0 || b < 0 || a > b {
				t.Errorf("%q: %q stands at %d, %q at %d", forms, tt.before, a, tt.after, b)
			}
		})
	}
}

func TestPhrases(t *testing.T) {
	l, e := open(t)
	for _, tt := range []struct {
		name, in string
		want     []string // in the order of the text
	}{
		{"stop words part phrases", "The nuclear program of the old ministry ended.", []string{"nuclear program"}},
		{"verbs part phrases", "Officials say trade talks go nowhere.", []string{"trade talks"}},
		{"punctuation parts phrases", "Trade talks, peace talks", []string{"Trade talks", "peace talks"}},
		{"a compound is one word", "A Tehran-based hacker group struck.", []string{"Tehran-based hacker group"}},
		{"a phrase within a longer one yields", "A nuclear weapons program and a nuclear weapons program.", []string{"nuclear weapons program"}},
		{"a phrase that also stands alone stays", "A nuclear weapons program and nuclear weapons.", []string{"nuclear weapons program", "nuclear weapons"}},
		{"forms of one phrase are merged", "A trade talk, then trade talks, the trade talks.", []string{"trade talks"}},
		{"a possessive parts phrases", "Iran’s nuclear program.", []string{"nuclear program"}},
		{"white space is collapsed", "The nuclear \t  program ended.", []string{"nuclear program"}},
		{"no past tense at the head", "He blamed foreign hackers.", []string{"foreign hackers"}},
		{"a participle at the head", "The proposed trade law.", []string{"proposed trade law"}},
		{"no weak word at either end", "Many other trade laws last year.", []string{"trade laws"}},
		{"no cut within a name", "The Iranian foreign minister Hossein Amirabdollahian spoke.", []string{"Iranian foreign minister", "foreign minister Hossein Amirabdollahian"}},
		{"no single words", "Sanctions. The sanctions.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			phrases := e.Phrases(parse(l, tt.in), l.NewStemmer())
			slices.SortStableFunc(phrases, func(a, b Phrase) int { return a.Spans[0].Start - b.Spans[0].Start })
			var got []string
			for _, p := range phrases {
				got = append(got, p.Text)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q\ngot  %q\nwant %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestPhraseSpans(t *testing.T) {
	l, e := open(t)
	in := "The trade talk failed. Trade  talks go on; no trade talks."
	got := e.Phrases(parse(l, in), l.NewStemmer())
	if len(got) != 1 || got[0].Count != 3 || got[0].Text != "trade talk" {
		t.Fatalf("got %+v", got)
	}
	if want := fmt.Sprint([]text.Span{{Start: 4, End: 14}, {Start: 23, End: 35}, {Start: 46, End: 57}}); fmt.Sprint(got[0].Spans) != want {
		t.Errorf("got %v, want %v", got[0].Spans, want)
	}
}

// TestPlainLanguage counts words by their folded forms where nothing is known of the language.
func TestPlainLanguage(t *testing.T) {
	l := lang.Plain()
	e, err := Open(l)
	if err != nil {
		t.Fatal(err)
	}
	doc := parse(l, "Der Zoll steigt. Der Zoll trifft Zölle.")
	k := e.Keywords(doc, l.NewStemmer())
	if got, want := show(k[0]), "Zoll 2: Zoll×2: 4-8 21-25"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if p := e.Phrases(doc, l.NewStemmer()); len(p) > 0 {
		t.Errorf("got phrases %v", p)
	}
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	l, _ := open(t)
	if _, err := openWeights(l, "keyword-weights.txt", wordFeatures[1:]); err == nil || !strings.Contains(err.Error(), "keyword-weights.txt") {
		t.Errorf("got %v, want an error that names the file", err)
	}
	if _, err := openWeights(l, "stop.txt", make([]string, len(phraseFeatures))); err == nil {
		t.Error("a file without weights is no error")
	}
}

func TestScoreStaysInBounds(t *testing.T) {
	for _, x := range []float64{-1e9, -1, 0, 1, 1e9} {
		if s := (Weights{1}).score([]float64{x}); s < 0 || s > 1 {
			t.Errorf("score of %v is %v", x, s)
		}
	}
}
