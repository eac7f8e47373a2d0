package page

import (
	"slices"
	"testing"

	"gloss/app/report"
)

// twoVoices is a summary in which two speak, one of them twice, and one is unknown.
func twoVoices() *report.Summary {
	return &report.Summary{
		Speakers: []report.SpeakerSummary{
			{Name: "Ada Lovelace", Type: "PER", Entity: 0, Quotes: 2, Words: 12}, {Name: "the guard", Entity: -1, Indirect: 1}, {Entity: -1, Quotes: 1, Words: 4},
		},
		Quotes: []report.QuoteSummary{{Text: "“a”", Start: 3, End: 6}, {Text: "b", Start: 8, Speaker: 1, Indirect: true}, {Text: "“c”", Start: 12, Speaker: 2}, {Text: "“d”", Start: 20, Speaker: 0}, {Text: "“e”", Start: 30, Speaker: -1}},
		Totals: report.Totals{Quotes: 5, Quoted: 16},
	}
}

func TestTheQuotationsOfOneSpeakerAreListed(t *testing.T) {
	s := twoVoices()
	for _, c := range []struct {
		voice Voice
		want  []int
	}{
		{Voice{}, []int{0, 1, 2, 3, 4}},
		{voiceOf(s.Speakers[0]), []int{0, 3}},
		{voiceOf(s.Speakers[1]), []int{1}},
		{voiceOf(s.Speakers[2]), []int{2}}, // not the one whose speaker the summary doesn't have
	} {
		if got := c.voice.listed(s.Quotes, s.Speakers); !slices.Equal(got, c.want) {
			t.Errorf("of %+v are listed %v, want %v", c.voice, got, c.want)
		}
	}
}

func TestHowMuchSomebodySays(t *testing.T) {
	for i, want := range []string{"2 quotes, 12 words", "1 retold", "1 quote, 4 words"} {
		if got := saysOf(twoVoices().Speakers[i]); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
}

func TestAQuotationIsFoundAgainByItsPlace(t *testing.T) {
	p := New()
	p.summary = twoVoices()
	if i := p.find(Choice{Kind: "quote", Index: 1, Start: 20}); i != 3 {
		t.Errorf("found %d, want 3", i)
	}
	if i := p.find(Choice{Kind: "quote", Index: 1, Start: 21}); i != -1 {
		t.Errorf("found %d, want none", i)
	}
}

func TestASpeakerWhoIsGoneIsNoLongerListedAlone(t *testing.T) {
	p := New()
	p.summary = twoVoices()
	p.voice = voiceOf(p.summary.Speakers[1])
	if p.keepVoice(); p.voice.Name != "the guard" {
		t.Errorf("listed is %+v", p.voice)
	}
	p.summary.Speakers[1].Name = "the porter"
	if p.keepVoice(); p.voice.On {
		t.Errorf("listed is %+v, who says nothing", p.voice)
	}
}

func TestTheBoxBeginsWithTheTextsLanguage(t *testing.T) {
	s := Stops{Language: "fr", Words: []StopWord{{"sv", "+", "hus"}, {"", "-", "x"}, {"fr", "+", "maison"}, {"sv", "-", "och"}, {"xx", "+", "y"}}}
	if got, want := s.languages(), []string{"fr", "", "sv", "xx"}; !slices.Equal(got, want) {
		t.Errorf("languages %q, want %q", got, want)
	}
	if stopLanguage("xx") != "" || stopLanguage("fr") != "French" || stopLanguage("") == "" || stopLanguage("und") == "" {
		t.Error("languages are called otherwise")
	}
}
