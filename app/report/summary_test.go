package report

import (
	"encoding/json"
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
	want := map[place]string{}
	titles := []string{}
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			want[place{len(unitsIn(in.Text[:m.Start])), len(unitsIn(in.Text[:m.End]))}] = m.Text
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
	var text strings.Builder
	for i := range 3000 {
		text.WriteString("Mrs Ab" + strings.Repeat("a", i%60) + "el" + strings.Repeat("o", i/60) + " of Geneva spoke. ")
	}
	in := Input{Text: text.String(), Language: "en"}
	for range 600 {
		in.Headlines = append(in.Headlines, Headline{Title: "Geneva hears a speech"})
	}
	r, blocks := buildBlocks(t, open(t), in)
	s := Summarize(r, in.Text, blocks)
	if len(s.Entities) != 400 || s.Totals.Entities != len(r.Entities) || len(s.Headlines) != 500 || s.Totals.Headlines != 600 || len(s.Keywords) != 200 {
		t.Errorf("%d of %d entities, %d of %d headlines, %d keywords", len(s.Entities), s.Totals.Entities, len(s.Headlines), s.Totals.Headlines, len(s.Keywords))
	}
	for _, e := range s.Entities {
		if e.Name != "Geneva" {
			continue
		}
		if n := len(e.Ticks); n != 64 || e.Ticks[0] > 1 || e.Ticks[63] < 998 || e.Count != 3000 {
			t.Errorf("ticks of Geneva: %v, count %d", e.Ticks, e.Count)
		}
		return
	}
	t.Error("no Geneva")
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
