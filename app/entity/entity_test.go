package entity

import (
	"io/fs"
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
	"gloss/app/text"
)

// openEnglish opens the recogniser on the tables and the model that are shipped.
func openEnglish(t testing.TB) (*Recognizer, *lang.Language) {
	t.Helper()
	r, l := openRules(t)
	data, err := fs.ReadFile(langtest.Models(t), "en.names")
	if err != nil {
		t.Fatal(err)
	}
	m, err := OpenModel(data)
	if err != nil {
		t.Fatal(err)
	}
	r.SetModel(m)
	return r, l
}

// openRules opens the recogniser on the tables alone.
func openRules(t testing.TB) (*Recognizer, *lang.Language) {
	t.Helper()
	l := langtest.English(t)
	r, err := Open(l)
	if err != nil {
		t.Fatal(err)
	}
	return r, l
}

// parse parses the whole input as one block.
func parse(input string, l *lang.Language) *text.Document {
	return text.Parse(input, l, text.Span{Start: 0, End: len(input)})
}

// cut takes the marks out of "[Putin PER]'s" and gives the bare text and what is marked.
func cut(t *testing.T, marked string) (string, []Mention) {
	t.Helper()
	var b strings.Builder
	var want []Mention
	for rest := marked; rest != ""; {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:open])
		inside, after, ok := strings.Cut(rest[open+1:], "]")
		if !ok {
			t.Fatalf("%q: a mark is not closed", marked)
		}
		value := ""
		if inner, v, ok := strings.Cut(inside, "="); ok {
			inside, value = inner, v
		}
		at := strings.LastIndexByte(inside, ' ')
		start := b.Len()
		b.WriteString(inside[:at])
		want = append(want, Mention{Span: text.Span{Start: start, End: b.Len()}, Type: Type(inside[at+1:]), Value: value})
		rest = after
	}
	return b.String(), want
}

// mark writes the mentions into the input as cut reads them.
func mark(input string, mentions []Mention) string {
	var b strings.Builder
	at := 0
	for _, m := range mentions {
		b.WriteString(input[at:m.Start] + "[" + m.Of(input) + " " + string(m.Type))
		if m.Value != "" {
			b.WriteString("=" + m.Value)
		}
		b.WriteString("]")
		at = m.End
	}
	return b.String() + input[at:]
}

// same says whether the mentions agree in span, type and value.
func same(got, want []Mention) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if got[i].Span != want[i].Span || got[i].Type != want[i].Type || got[i].Value != want[i].Value {
			return false
		}
	}
	return true
}

// checkMarked reads each marked text, one sentence or more, by itself, as a whole document.
func checkMarked(t *testing.T, cases []string) {
	t.Helper()
	r, l := openEnglish(t)
	for _, marked := range cases {
		input, want := cut(t, marked)
		doc := parse(input, l)
		if got, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences))); !same(got, want) {
			t.Errorf("got  %s\nwant %s", mark(input, got), marked)
		}
	}
}

func TestBoundaries(t *testing.T) {
	checkMarked(t, []string{
		"[Ban Ki-moon PER] met [Kim Jong-un PER] in [Seoul LOC].",
		"The [South Korea LOC]-led talks pleased [Moon Jae-in PER].",
		"A [New York LOC]-based firm was sold on [Monday DATE].",
		"He met [Putin PER]'s adviser.",
		"He met [Putin PER]’s adviser.",
		"Officials of the [Shanghai Cooperation Organization ORG] met.",
		"Talks with President [Ebrahim Raisi PER] began.",
		"Talks with Mr [Raisi PER] began.",
		"Talks with Mr. [Raisi PER] began.",
		"Talks with Sir [Keir Starmer PER] began.",
		"Talks with Prime Minister [Keir Starmer PER] began.",
		"an [Iran LOC]-based group",
		"a [U.S. LOC]-led coalition",
		"a [London LOC]-born singer",
		"It was signed in [Tehran LOC].",
		"It was signed in [Tehran LOC], [Iran LOC].",
		"The ship left for the [Persian Gulf LOC].",
		"The [White House ORG] declined to comment.",
		"He lives in [New York LOC].",
		"She works for [Goldman Sachs ORG] in [Hong Kong LOC].",
		"“[Iran LOC] will answer,” said [Hossein Amirabdollahian PER].",
		"The [European Union ORG]'s foreign ministers met.",
		"She moved from [Saudi Arabia LOC] to [South Korea LOC].",
	})
}

func TestTypes(t *testing.T) {
	checkMarked(t, []string{
		"The [WHO ORG] said that those who fell ill recovered.",
		"The [US LOC] told us to wait.",
		"It was the [UN ORG] that sent it.",
		"The [United Nations ORG] sent it.",
		"The [Ministry of Finance ORG] declined.",
		"He studied at the [University of Oxford ORG].",
		"He studied at [Oxford University ORG].",
		"The [Bank of England ORG] raised rates.",
		"[Iranian NORP] officials denied it.",
		"[Democrats NORP] and [Republicans NORP] voted.",
		"[Muslims NORP] and [Kurds NORP] fled.",
		"[French NORP] police arrested [John Smith PER].",
		"[Hurricane Katrina EVENT] struck the coast.",
		"They met [Michael Jordan PER] in [Jordan LOC].",
		"They met in [Georgia LOC].",
		"[Paris Hilton PER] arrived in [Paris LOC].",
		"Troops crossed the border into [Chad LOC].",
		"[Theresa May PER] said it may rain.",
		"I will ask [Will Smith PER] to mark it.",
		"They marked the day with [Mark Rutte PER].",
		"Fans in [Washington LOC] saw [George Washington PER].",
		"The company is based in [California LOC].",
		"[Manchester United ORG] beat [Real Madrid ORG].",
		"She is mayor of [Berlin LOC].",
		"He joined the [Labour Party ORG].",
		"[Angela Merkel PER] of [Germany LOC] spoke.",
		"The minister, [Sergei Lavrov PER], left [Moscow LOC].",
		"[Microsoft Corp ORG] rose.",
		"[Apple Inc. ORG] fell.",
		"The [North Atlantic Treaty Organization ORG] met.",
		"[Lake Victoria LOC] is shrinking.",
		"[Mount Everest LOC] was climbed.",
		"They crossed the [River Thames LOC] on foot.",
		"flights to [Tokyo LOC], [Beijing LOC] and [Seoul LOC]",
		"The [Supreme Court ORG] ruled.",
		"[Barack Obama PER] said so.",
		"The [BBC ORG] reported it.",
		"[NATO ORG] troops stayed.",
		"[SEATTLE LOC] ([AP ORG]) — Rain fell.",
		"[BEIJING LOC] — Rain fell.",
	})
}

func TestCommonWordsAreNoNames(t *testing.T) {
	checkMarked(t, []string{
		"The weather was good.",
		"It is what it is.",
		"They told us who it was.",
		"However, nobody came.",
		"Will they come?",
		"May I ask?",
		"Perhaps they will.",
		"He was right, and I was wrong.",
		"This is the end.",
		"Police said nothing.",
		"Yes. No. Perhaps.",
		"We may win, they may lose.",
		"I think that he will.",
	})
}

func TestResolveKeepsOrderAndBounds(t *testing.T) {
	r, l := openEnglish(t)
	for _, input := range hostile {
		check(t, r, parse(input, l))
	}
}

// hostile is input that is no English prose.
var hostile = []string{
	"", " ", "\n\n\n", "\xff\xfe", "A\xffB C", "[", "’s", "'s 's", "-", "A-", "-A-B-", "U.S.", "(SCO)", "SCO (SCO) or SCO", "X (X", "Putin's's", "$", "$5-", "5 5 5", "5th of", "May", "May 5,",
	"\u202eIran\u202c", "İstanbul İ İİ", "ſ K", "日本語のテキスト", "مرحبا بالعالم", strings.Repeat("A ", 500), strings.Repeat("of the ", 300), strings.Repeat("Of The ", 300),
	strings.Repeat("Smith, ", 200), strings.Repeat("a-", 300), strings.Repeat("1,", 300), strings.Repeat("Iran (IR) or IR ", 100), "👩‍👩‍👧 Iran 👩‍👩‍👧", "\x00Iran\x00", "e\u0301A\u0301",
}

// check says what is wrong with the mentions and entities of the document.
func check(t *testing.T, r *Recognizer, doc *text.Document) {
	t.Helper()
	found := r.Recognize(doc, 0, len(doc.Sentences))
	checkMentions(t, doc, found)
	mentions, entities := r.Resolve(doc, found)
	checkMentions(t, doc, mentions)
	owner := make([]int, len(mentions))
	sum := 0.0
	for _, e := range entities {
		sum += e.Salience
		if e.Name == "" || len(e.Mentions) == 0 {
			t.Fatalf("empty entity %+v", e)
		}
		for _, m := range e.Mentions {
			owner[m]++
		}
	}
	for i, n := range owner {
		if n != 1 {
			t.Fatalf("mention %d belongs to %d entities", i, n)
		}
	}
	if sum > 1+1e-9 {
		t.Fatalf("saliences add up to %v", sum)
	}
	checkMentions(t, doc, r.Know(entities).Recognize(doc))
}

func checkMentions(t *testing.T, doc *text.Document, mentions []Mention) {
	t.Helper()
	starts := runeStarts(doc.Text)
	at := 0
	for _, m := range mentions {
		if m.Start < at || m.End <= m.Start || m.End > len(doc.Text) {
			t.Fatalf("span %v behind %d in %d bytes", m.Span, at, len(doc.Text))
		}
		if !starts[m.Start] || !starts[m.End] {
			t.Fatalf("span %v cuts a rune of %q", m.Span, doc.Text)
		}
		if m.Type == "" || len(m.Why) == 0 || m.Confidence < 0 || m.Confidence > 1 {
			t.Fatalf("unfinished mention %+v", m)
		}
		at = m.End
	}
}

// runeStarts says of each offset whether a rune of the input begins there, or the input ends.
func runeStarts(s string) []bool {
	starts := make([]bool, len(s)+1)
	starts[len(s)] = true
	for i := range s {
		starts[i] = true
	}
	return starts
}

func TestPlainLanguageHasNoMentions(t *testing.T) {
	r, err := Open(lang.Plain())
	if err != nil {
		t.Fatal(err)
	}
	doc := parse("Vladimir Putin met Ebrahim Raisi in Tehran on 5 May 2019.", lang.Plain())
	mentions, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
	if len(mentions) != 0 || len(entities) != 0 {
		t.Errorf("got %v, %v", mentions, entities)
	}
}

func FuzzRecognize(f *testing.F) {
	r, l := openEnglish(f)
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("The Shanghai Cooperation Organization (SCO) met on 5 May 2019 in Tehran, Mr. Putin's aide said.")
	f.Fuzz(func(t *testing.T, input string) { check(t, r, parse(input, l)) })
}
