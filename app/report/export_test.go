package report

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// sampleReport is a report with one thing of each kind, made by hand.
func sampleReport() *Report {
	r := empty("7")
	r.Language = "en"
	r.Article = Article{Title: &Part{0, 12, "Rhine\nrises "}, Byline: &Part{14, 16, "By"}, End: 400}
	r.Stats = Stats{Words: 239, Sentences: 2, Paragraphs: 1, ReadingSeconds: 60}
	r.Entities = []Entity{
		{Name: "World Health Organization", Type: "ORG", Aliases: []string{"WHO", "the Organization"}, Count: 2, Salience: 0.5, Confidence: 0.875},
		{Name: "=HYPERLINK(\"x\")", Type: "PER", Count: 1, Salience: 0.25, Confidence: 1},
		{Name: "€3 million", Type: "MONEY", Count: 1, Value: "EUR 3000000", Confidence: 1},
		{Name: "-3%", Type: "PERCENT", Count: 1, Value: "-3", Confidence: 1},
	}
	r.Keywords = []Keyword{{Stem: "flood", Form: "flooded", Count: 3, Score: 0.5, Entity: 1, Forms: []Form{{"flooded", 2}, {"flood", 1}}, Spans: []Pair{{40, 47}, {50, 55}, {200, 207}}}}
	r.Phrases = []Phrase{{Text: "@old town", Count: 1, Score: 0.1, Entity: 1}}
	r.NGrams = []NGram{{Text: "old town", Count: 2}, {Text: "town hall", Count: 2}}
	r.Cooccurrences = []Cooccurrence{
		{A: Member{KindEntity, 1}, B: Member{KindKeyword, 0}, Count: 2, Score: 3.5},
		{A: Member{KindEntity, 0}, B: Member{KindKeyword, 0}, Count: 3, Score: 1.25},
	}
	r.Quotes = []Quote{{Text: "“It\nrises,”", Speaker: "+1", Entity: 1, Cue: "said", Words: 2}, {Text: "the Rhine rises", Speaker: "Ann", Entity: -1, Cue: "said", Indirect: true, Words: 3}}
	r.Headlines = []Headline{
		{Title: "\x1b[31mRhine, \"again\"", Level: "related", Score: 0.5, Reasons: []Reason{{Text: "Rhine"}, {Text: "town"}}, Source: "Wire", URL: "https://example.org/"},
		{Title: "Chess", Level: "none"},
	}
	r.Notices = []Notice{{Kind: "test", Text: "All is made up."}}
	return r
}

func TestCSV(t *testing.T) {
	for _, test := range []struct {
		list string
		want [][]string
	}{
		{"entities", [][]string{{"name", "type", "aliases", "count", "salience", "confidence", "value"},
			{"World Health Organization", "ORG", "WHO; the Organization", "2", "0.5", "0.875", ""},
			{"'=HYPERLINK(\"x\")", "PER", "", "1", "0.25", "1", ""}}},
		{"numbers", [][]string{{"name", "type", "aliases", "count", "salience", "confidence", "value"},
			{"€3 million", "MONEY", "", "1", "0", "1", "EUR 3000000"},
			{"'-3%", "PERCENT", "", "1", "0", "1", "'-3"}}},
		{"keywords", [][]string{{"keyword", "count", "score", "forms", "evenness"}, {"flooded", "3", "0.5", "flooded 2; flood 1", "0.1111"}}},
		{"phrases", [][]string{{"phrase", "count", "score"}, {"'@old town", "1", "0.1"}}},
		{"ngrams", [][]string{{"ngram", "count"}, {"old town", "2"}, {"town hall", "2"}}},
		{"cooccurrences", [][]string{{"a", "kind of a", "b", "kind of b", "sentences", "score"}, {"'=HYPERLINK(\"x\")", "entity", "flooded", "keyword", "2", "3.5"},
			{"World Health Organization", "entity", "flooded", "keyword", "3", "1.25"}}},
		{"quotes", [][]string{{"quote", "speaker", "cue", "indirect", "words"}, {"“It rises,”", "'+1", "said", "false", "2"}, {"the Rhine rises", "Ann", "said", "true", "3"}}},
		{"headlines", [][]string{{"title", "level", "score", "reasons", "source", "section", "published", "url"},
			{"\x1b[31mRhine, \"again\"", "related", "0.5", "Rhine; town", "Wire", "", "", "https://example.org/"},
			{"Chess", "none", "0", "", "", "", "", ""}}},
	} {
		b, err := sampleReport().CSV(test.list)
		if err != nil {
			t.Fatal(err)
		}
		body, marked := strings.CutPrefix(string(b), "\ufeff")
		if !marked || !strings.HasSuffix(body, "\r\n") {
			t.Errorf("%s: no byte order mark or no line break at the end", test.list)
		}
		got, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v\n got %q\nwant %q", test.list, err, got, test.want)
		}
	}
	if _, err := sampleReport().CSV("stems"); err == nil || !strings.Contains(err.Error(), "entities, keywords") {
		t.Errorf("an unknown list: %v", err)
	}
}

func TestNeutral(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Iran": "Iran", "=1": "'=1", "+a": "'+a", "-a": "'-a", "@a": "'@a", "\ta": "'\ta", "\ra": "'\ra", "\na": "'\na",
		"＝1": "'＝1", "＠a": "'＠a", "-3.5": "'-3.5", "+49": "'+49", "-1+1": "'-1+1", "a=1": "a=1", "’s": "’s",
	} {
		if got := neutral(in); got != want {
			t.Errorf("neutral(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTop(t *testing.T) {
	r := sampleReport()
	r.Top(0)
	if !reflect.DeepEqual(r, sampleReport()) {
		t.Error("Top(0) cuts")
	}
	r.Top(1)
	if len(r.Entities) != 1 || len(r.Keywords) != 1 || len(r.Phrases) != 1 || len(r.Quotes) != 1 || len(r.Headlines) != 1 {
		t.Errorf("Top(1): %+v", r)
	}
	if len(r.NGrams) != 1 || len(r.Cooccurrences) != 1 || r.Cooccurrences[0].Count != 3 || r.Phrases[0].Entity != -1 {
		t.Errorf("Top(1): %+v", r)
	}
	if r.Keywords[0].Entity != -1 || r.Quotes[0].Entity != -1 || r.Entities[0].Count != 2 || len(r.Keywords[0].Forms) != 2 {
		t.Errorf("Top(1): %+v", r)
	}
	r.Top(9)
	if len(r.Headlines) != 1 {
		t.Error("Top(9) of one headline")
	}
}

func TestText(t *testing.T) {
	const want = `Rhine rises
By
239 words, 2 sentences, 1 paragraph, 1 min to read, language en
Note: All is made up.

People
  =HYPERLINK("x")                          1

Organisations
  World Health Organization (WHO, the Organization) 2

Dates and amounts
  €3 million                               1
  -3%                                      1

Keywords
  flooded                                  3  (flooded 2, flood 1)

Phrases
  @old town                                1

Quotes
  +1: “It rises,”
  Ann (indirect): the Rhine rises

Headlines
  0.50 related ` + "\ufffd" + `[31mRhine, "again"
               by Rhine, town
  0.00 -       Chess
`
	if got := sampleReport().Text(); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestUTF16(t *testing.T) {
	const input = "é😀 Ban\n😀 Paris 😀"
	r := empty("")
	r.Article = Article{Title: &Part{0, 10, "é😀 Ban"}, Start: 0, End: len(input)}
	r.Entities = []Entity{{Name: "Ban", Mentions: []Mention{{Start: 7, End: 10, Text: "Ban"}}}}
	r.Keywords = []Keyword{{Form: "Paris", Spans: []Pair{{16, 21}}}}
	r.Phrases = []Phrase{{Spans: []Pair{{7, 21}}}}
	r.Quotes = []Quote{{Start: 11, End: 26, SpeakerSpan: Pair{7, 10}, Spans: []Pair{{11, 16}}}}
	start, end := 16, 26
	r.Headlines = []Headline{{Title: "😀 Paris", Start: &start, End: &end,
		Mentions: []TitleMention{{Start: 5, End: 10, Text: "Paris"}},
		Reasons:  []Reason{{Spans: []Pair{{16, 21}}, TitleSpans: []Pair{{5, 10}}}}}}
	r.Notices = []Notice{{Start: 16}}
	r.UTF16(input)
	h := r.Headlines[0]
	got := []int{
		r.Article.Title.Start, r.Article.Title.End, r.Article.Start, r.Article.End,
		r.Entities[0].Mentions[0].Start, r.Entities[0].Mentions[0].End, r.Keywords[0].Spans[0][0], r.Keywords[0].Spans[0][1],
		r.Phrases[0].Spans[0][0], r.Phrases[0].Spans[0][1], r.Quotes[0].Start, r.Quotes[0].End, r.Quotes[0].SpeakerSpan[0], r.Quotes[0].SpeakerSpan[1], r.Quotes[0].Spans[0][0], r.Quotes[0].Spans[0][1], *h.Start, *h.End,
		h.Mentions[0].Start, h.Mentions[0].End, h.Reasons[0].Spans[0][0], h.Reasons[0].TitleSpans[0][0], h.Reasons[0].TitleSpans[0][1], r.Notices[0].Start,
	}
	want := []int{0, 7, 0, 19, 4, 7, 11, 16, 4, 16, 8, 19, 4, 7, 8, 11, 11, 19, 3, 8, 11, 3, 8, 11}
	if !reflect.DeepEqual(got, want) || r.Offsets != "utf16" {
		t.Errorf("got %v, want %v", got, want)
	}
	before, _ := r.JSON()
	r.UTF16(input)
	if after, _ := r.JSON(); string(after) != string(before) {
		t.Error("a second time changes the offsets")
	}
}

func TestInputJSON(t *testing.T) {
	for _, test := range []struct {
		in   string
		want Input
		err  string
	}{
		{`{"text":"a"}`, Input{Text: "a"}, ""},
		{`{"id":"x","text":"","tail":"text","language":"en"}`, Input{ID: "x", Tail: -1, Language: "en"}, ""},
		{`{"id":12,"text":"a","tail":3,"headlines":["T",{"title":"U","url":"u","source":"s","section":"c","published":"p","score":1}]}`,
			Input{ID: "12", Text: "a", Tail: 3, Headlines: []Headline{{Title: "T"}, {Title: "U", URL: "u", Source: "s", Section: "c", Published: "p"}}}, ""},
		{`{"id":null,"text":"a","tail":null,"headlines":null,"unknown":[]}`, Input{Text: "a"}, ""},
		{`{}`, Input{}, "text: missing"},
		{`{"text":null}`, Input{}, "text: missing"},
		{`{"text":7}`, Input{}, "text"},
		{`{"text":"a","tail":0}`, Input{}, "tail"},
		{`{"text":"a","tail":-1}`, Input{}, "tail"},
		{`{"text":"a","tail":"3"}`, Input{}, "tail"},
		{`{"text":"a","id":[1]}`, Input{}, "id"},
		{`{"text":"a","headlines":[3]}`, Input{}, "headline"},
		{`[]`, Input{}, "array"},
		{`{"text":"a"`, Input{}, "end"},
	} {
		var got Input
		err := json.Unmarshal([]byte(test.in), &got)
		switch {
		case test.err == "" && (err != nil || !reflect.DeepEqual(got, test.want)):
			t.Errorf("%s: %+v, %v", test.in, got, err)
		case test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)):
			t.Errorf("%s: error %v, want one of %q", test.in, err, test.err)
		}
	}
}
