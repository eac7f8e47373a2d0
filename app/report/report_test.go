package report

import (
	"errors"
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

func open(t testing.TB) *Builder {
	t.Helper()
	b, err := Open(langtest.Models(t))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// build makes a report and checks its invariants.
func build(t testing.TB, b *Builder, in Input) *Report {
	t.Helper()
	r, _ := buildBlocks(t, b, in)
	return r
}

func buildBlocks(t testing.TB, b *Builder, in Input) (*Report, []Block) {
	t.Helper()
	var blocks []Block
	r, err := b.Build(in, func(p Progress) bool {
		if p.Blocks != nil {
			blocks = p.Blocks
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, in, r, blocks)
	return r, blocks
}

func TestBadInput(t *testing.T) {
	b := open(t)
	for _, test := range []struct {
		name, text string
		is         error
		says       string
	}{
		{"invalid UTF-8", "Good so far\xff and on", ErrEncoding, "offset 11"},
		{"half a rune at the end", "caf\xc3", ErrEncoding, "offset 3"},
		{"too large", strings.Repeat("a", MaxBytes+1), ErrTooLarge, "20 MB"},
	} {
		r, err := b.Build(Input{Text: test.text}, nil)
		if r != nil || !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestProgress(t *testing.T) {
	text := strings.Repeat("Ban Ki-moon spoke in Geneva on Friday. The hall was full.\n\n", 3000)
	var stages []Stage
	done, total, batches, mentions, blocks := 0, 0, 0, 0, 0
	_, err := open(t).Build(Input{Text: text, Language: "en"}, func(p Progress) bool {
		if len(stages) == 0 || stages[len(stages)-1] != p.Stage {
			stages = append(stages, p.Stage)
		}
		if p.Done < done || p.Done > p.Total || p.Total < total {
			t.Errorf("%d of %d after %d of %d", p.Done, p.Total, done, total)
		}
		if p.Done > done {
			batches++
		}
		if p.Blocks != nil {
			blocks += len(p.Blocks)
		}
		mentions += len(p.Mentions)
		done, total = p.Done, p.Total
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []Stage{StageLanguage, StageSplit, StageParse, StageEntities, StageResolve, StageKeywords, StagePhrases, StageQuotes, StageHeadlines}
	if len(stages) != len(want) {
		t.Fatalf("stages %v", stages)
	}
	for i := range want {
		if stages[i] != want[i] {
			t.Errorf("stage %d is %s, want %s", i, stages[i], want[i])
		}
	}
	if done != 3000 || total != 3000 || blocks != 3000 || batches < 3 || mentions < 3000 {
		t.Errorf("%d of %d paragraphs, %d blocks, %d batches, %d mentions", done, total, blocks, batches, mentions)
	}
}

func TestCancel(t *testing.T) {
	b := open(t)
	for _, stop := range []Stage{StageLanguage, StageParse, StageEntities, StageKeywords, StageHeadlines} {
		r, err := b.Build(Input{Text: "Fiji was first."}, func(p Progress) bool { return p.Stage != stop })
		if r != nil || !errors.Is(err, ErrCancelled) {
			t.Errorf("stopped at %s: %v", stop, err)
		}
	}
	build(t, b, Input{Text: "Fiji was first."})
}

const story = "The Rhine flooded Cologne on Monday, and Mayor Henriette Reker asked the Bundeswehr for help.\n\n" +
	"Cologne closed its bridges over the Rhine. Reker said the water would fall by Friday."

func TestHeadlinesOfAllSources(t *testing.T) {
	b := open(t)
	b.SetHeadlines([]Headline{{Title: "Kept: Rhine floods close Cologne bridges", Source: "Wire"}, {Title: "  "}})
	in := Input{
		Text:      story + "\n\n\nRhine water reaches Cologne old town\nChess final ends in a draw\nNew stamps honour a poet\n",
		Tail:      3,
		Headlines: []Headline{{Title: "• Bundeswehr sends boats\tto Cologne", URL: "https://example.org/a?b=1&c=2"}},
	}
	r := build(t, b, in)
	if len(r.Headlines) != 5 {
		t.Fatalf("%d headlines: %+v", len(r.Headlines), r.Headlines)
	}
	places, groups := 0, map[int]bool{}
	for _, h := range r.Headlines {
		groups[h.Group] = true
		if h.Start != nil {
			places++
			if in.Text[*h.Start:*h.End] != h.Title {
				t.Errorf("%q stands at %q", h.Title, in.Text[*h.Start:*h.End])
			}
		}
		if h.URL != "" && h.Title != "Bundeswehr sends boats to Cologne" {
			t.Errorf("title %q", h.Title)
		}
	}
	if places != 3 || len(groups) != 5 {
		t.Errorf("%d headlines in the text, groups %v", places, groups)
	}
	if r := build(t, b, Input{Text: story}); len(r.Headlines) != 1 || r.Headlines[0].Source != "Wire" {
		t.Errorf("the kept headlines of a second text: %+v", r.Headlines)
	}
	b.SetHeadlines(nil)
	if r := build(t, b, Input{Text: story}); len(r.Headlines) != 0 {
		t.Errorf("headlines kept after all were taken away: %+v", r.Headlines)
	}
}

func TestTailIsThePersonsWord(t *testing.T) {
	b := open(t)
	text := story + "\n\n\nRhine water reaches Cologne old town\nChess final ends in a draw\nNew stamps honour a poet\n"
	whole := build(t, b, Input{Text: text, Tail: -1})
	if len(whole.Headlines) != 0 || whole.Article.End != len(strings.TrimSpace(text)) {
		t.Errorf("told it is text: %d headlines, article ends at %d of %d", len(whole.Headlines), whole.Article.End, len(text))
	}
	one := build(t, b, Input{Text: text, Tail: 1})
	if len(one.Headlines) != 1 || one.Headlines[0].Title != "New stamps honour a poet" {
		t.Errorf("told one line: %+v", one.Headlines)
	}
}

func TestLanguage(t *testing.T) {
	b := open(t)
	for _, test := range []struct {
		text, code string // what is asked for
		want       string // language of the report
		says       string // in its notice, "" when there is none
	}{
		{story, "", "en", ""},
		{story, "en", "en", ""},
		{story, "en-GB", "en", ""},
		{story, "fi", "und", "“fi”"},
		{story, "../en", "und", "“../en”"},
		{"", "", "en", ""},
		{"Pariisin sopimus tuli voimaan perjantaina. Hallitusten on nyt laadittava kansalliset suunnitelmat ja tarkistettava ne viiden vuoden välein.", "", "und", "This looks like Finnish"},
		{"巴黎协定于星期五生效。联合国秘书长潘基文表示欢迎。", "", "und", "This looks like Chinese"},
		{"قال الرئيس إن الاتفاق دخل حيز التنفيذ يوم الجمعة في باريس.", "", "und", "This looks like Arabic"},
	} {
		r := build(t, b, Input{Text: test.text, Language: test.code})
		said := ""
		for _, n := range r.Notices {
			if n.Kind == NoticeLanguage {
				said = n.Text
			}
		}
		if r.Language != test.want || (test.says == "") != (said == "") || !strings.Contains(said, test.says) {
			t.Errorf("%.20q as %q: language %q, notice %q", test.text, test.code, r.Language, said)
		}
		if test.text != "" && r.Stats.Words == 0 {
			t.Errorf("%.20q: no words", test.text)
		}
		if test.want == "und" && len(r.Entities)+len(r.Phrases)+len(r.Quotes) > 0 {
			t.Errorf("%.20q: found more than words", test.text)
		}
	}
}

func TestLargeInput(t *testing.T) {
	b := open(t)
	sentence := "The Rhine flooded Cologne and Ban Ki-moon left. "
	for _, test := range []struct {
		name, text             string
		paragraphs, leastWords int
	}{
		{"one line of 1 MB", strings.Repeat(sentence, 1<<20/len(sentence)), 1, 160_000},
		{"one word of 1 MB", strings.Repeat("Rhine", 1<<20/5), 1, 1},
		{"a million blank lines", "Rhine rises." + strings.Repeat("\n", 1_000_000) + sentence, 2, 10},
		{"a million line breaks and spaces", "Rhine rises." + strings.Repeat(" \r\n", 1_000_000/3) + sentence, 2, 10},
		{"1 MB of quotation marks", strings.Repeat("“", 1<<20/3), 1, 0},
		{"1 MB of capitals", strings.Repeat("Ab ", 1<<20/3), 1, 300_000},
	} {
		r, err := b.Build(Input{Text: test.text, Language: "en"}, nil)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if r.Stats.Paragraphs > test.paragraphs || r.Stats.Words < test.leastWords {
			t.Errorf("%s: %+v", test.name, r.Stats)
		}
	}
}
