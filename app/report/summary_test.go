package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// units is the UTF-16 form of a text, to check offsets against.
type units []uint16

func unitsIn(s string) units { return utf16.Encode([]rune(s)) }

func (u units) of(start, end int) string { return string(utf16.Decode(u[start:end])) }

// checkSummary checks that the summary of r, and r in UTF-16, point at the same text as r in bytes. It turns r into UTF-16.
func checkSummary(t testing.TB, in Input, r *Report, blocks []Block) {
	t.Helper()
	s := Summarize(r, in.Text, blocks)
	u := unitsIn(in.Text)
	type place struct{ start, end int }
	want, grounds := map[place]string{}, map[place]string{}
	titles := []string{}
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			at := place{len(unitsIn(in.Text[:m.Start])), len(unitsIn(in.Text[:m.End]))}
			want[at], grounds[at] = m.Text, fmt.Sprintf("%.4f %s", m.Confidence, reason(m.Why))
		}
	}
	for _, h := range r.Headlines {
		for _, m := range h.Mentions {
			titles = append(titles, m.Text)
		}
	}
	bytes, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	r.UTF16(in.Text)
	again := Summarize(r, in.Text, blocks)
	if b, err := json.Marshal(again); err != nil || string(b) != string(bytes) {
		t.Errorf("summaries before and after UTF16 differ: %v\n%s\n%s", err, bytes, b)
	}
	if len(s.Marks) != 5*len(want) || len(again.Marks) != len(s.Marks) {
		t.Fatalf("%d marks of %d mentions", len(s.Marks)/5, len(want))
	}
	last := int32(0)
	for i := 0; i < len(s.Marks); i += 5 {
		m := s.Marks[i : i+5]
		text := u.of(int(m[0]), int(m[1]))
		if want[place{int(m[0]), int(m[1])}] != text || m[0] < last || string(Types[m[2]]) != r.Entities[m[3]].Type {
			t.Errorf("mark %v is %q", m, text)
		}
		g := s.Grounds[2*i/5:]
		if got := fmt.Sprintf("%.4f %s", float64(g[0])/1e4, s.Reasons[g[1]]); got != grounds[place{int(m[0]), int(m[1])}] {
			t.Errorf("%q is marked because %s, want %s", text, got, grounds[place{int(m[0]), int(m[1])}])
		}
		last = m[1]
	}
	for i := 0; i < len(s.Blocks); i += 3 {
		b := blocks[i/3]
		if got := u.of(int(s.Blocks[i+1]), int(s.Blocks[i+2])); got != b.Of(in.Text) || Role(s.Blocks[i]) != b.Role {
			t.Errorf("block %d is %q, want %q", i/3, got, b.Of(in.Text))
		}
	}
	n := 0
	for _, h := range r.Headlines {
		title := unitsIn(h.Title)
		for _, m := range h.Mentions {
			if got := title.of(m.Start, m.End); got != titles[n] {
				t.Errorf("name in a title is %q, want %q", got, titles[n])
			}
			n++
		}
	}
}

func TestSummary(t *testing.T) {
	b := open(t)
	for _, c := range adversarial {
		t.Run(c.name, func(t *testing.T) {
			in := Input{Text: c.text, Headlines: []Headline{{Title: "👍🏽 Ban Ki-moon leaves Paris"}}}
			r, blocks := buildBlocks(t, b, in)
			checkSummary(t, in, r, blocks)
		})
	}
}

func TestSummaryIsCut(t *testing.T) {
	r := empty("")
	text := strings.Repeat("é ", 1500) // 4,500 bytes, 3,000 units
	r.Article.End = len(text)
	for range 500 {
		e := Entity{Name: "É", Type: "PER", Count: 3, Confidence: 1}
		for k := range 100 {
			e.Mentions = append(e.Mentions, Mention{Start: 45 * k, End: 45*k + 2, Text: "é", Confidence: 0.81234, Why: []string{"a", "b\t\n" + text[:3*(k%3)]}})
		}
		r.Entities = append(r.Entities, e)
		r.Keywords = append(r.Keywords, Keyword{Form: "é", Entity: -1, Spans: []Pair{{3, 5}, {2250, 2252}}})
		r.Phrases = append(r.Phrases, Phrase{Text: "é é", Spans: []Pair{{4494, 4499}}})
	}
	r.NGrams = []NGram{{Text: "é é", Count: 2, Spans: []Pair{{4494, 4499}, {3, 8}}}}
	r.Cooccurrences = []Cooccurrence{{A: Member{"entity", 0}, B: Member{"keyword", 1}, Count: 1, Sentences: []Pair{{3, 2250}}}, {Count: 1, Sentences: []Pair{{0, 3}}}}
	for range 600 {
		r.Headlines = append(r.Headlines, Headline{Title: "Geneva hears a speech", Level: "related", Reasons: []Reason{{Kind: "entity", Text: "É", Spans: []Pair{{3, 5}}}}})
	}
	s := Summarize(r, text, nil)
	if len(s.Entities) != 200 || len(s.Keywords) != 100 || len(s.Phrases) != 60 || len(s.Headlines) != 200 {
		t.Errorf("%d entities, %d keywords, %d phrases, %d headlines", len(s.Entities), len(s.Keywords), len(s.Phrases), len(s.Headlines))
	}
	if s.Totals != (Totals{Entities: 500, Mentions: 50000, Keywords: 500, Phrases: 500, Headlines: 600, Related: 600}) {
		t.Errorf("totals %+v", s.Totals)
	}
	e := s.Entities[0]
	if len(e.Ticks) != 40 || e.Ticks[0] != 0 || e.Ticks[39] != 990 {
		t.Errorf("ticks %v", e.Ticks)
	}
	if got := s.Keywords[0].Ticks; len(got) != 2 || got[0] != 0 || got[1] != 500 {
		t.Errorf("ticks of a keyword %v", got)
	}
	if got := s.Headlines[0].Reasons[0]; got.Start != 2 || got.End != 3 || got.Type != "PER" || got.Entity != 0 {
		t.Errorf("reason %+v", got)
	}
	if want := []string{"a\tb", "a\tb é", "a\tb é é"}; !slices.Equal(s.Reasons, want) || len(s.Grounds) != 2*50000 {
		t.Errorf("%d grounds, reasons %q, want %q", len(s.Grounds)/2, s.Reasons, want)
	}
	if want := []int32{2, 5, 0, 2996, 2999, 0}; !slices.Equal(s.Grams, want) || s.NGrams[0].Ticks[0] != 998 {
		t.Errorf("runs of words at %v, want %v; ticks %v", s.Grams, want, s.NGrams[0].Ticks)
	}
	if want := []int32{0, 2, 1, 2, 1500, 0}; !slices.Equal(s.Shared, want) || s.Pairs[0].B != (Member{"keyword", 1}) {
		t.Errorf("shared sentences at %v, want %v; %+v", s.Shared, want, s.Pairs[0])
	}
	if len(s.Marks) != 5*50000 || len(s.Words) != 3*1000 || len(s.Runs) != 3*500 {
		t.Errorf("%d marks, %d words, %d runs", len(s.Marks), len(s.Words), len(s.Runs))
	}
}

func TestSummaryOfTail(t *testing.T) {
	in := Input{Text: "Rhine rises\n\n" + story + "\n\nRelated stories\n\nRhine water reaches Cologne old town\nChess final ends in a draw\nNew stamps honour a poet\n", Tail: 3}
	r, blocks := buildBlocks(t, open(t), in)
	s := Summarize(r, in.Text, blocks)
	if s.Tail != (TailSummary{Lines: 4, Headlines: 3}) {
		t.Errorf("tail %+v", s.Tail)
	}
	if s.Title != "Rhine rises" || s.Types[0].Type != "PER" || len(s.Types) != len(Types) {
		t.Errorf("title %q, types %+v", s.Title, s.Types)
	}
	roles := []Role{}
	for i := 0; i < len(s.Blocks); i += 3 {
		roles = append(roles, Role(s.Blocks[i]))
	}
	want := []Role{RoleTitle, RoleParagraph, RoleParagraph, RoleOther, RoleHeadline, RoleHeadline, RoleHeadline}
	for i := range want {
		if len(roles) != len(want) || roles[i] != want[i] {
			t.Fatalf("roles %v, want %v", roles, want)
		}
	}
}
