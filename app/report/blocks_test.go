package report

import (
	"reflect"
	"strings"
	"testing"

	"gloss/app/entity"
	"gloss/app/text"
)

func TestBlocks(t *testing.T) {
	//            0         10        20        30        40        50
	const input = "Menu\n\nRhine\nrises\nBy Ann Lee\n\nIt rose.\nIt fell.\n\nMore:\n- Cork floods  \n2h ago\n"
	paragraphs := []text.Paragraph{{Span: span(6, 11)}, {Span: span(12, 17)}, {Span: span(18, 28)}, {Span: span(30, 38)}, {Span: span(39, 47)}}
	got := blocksOf(input, span(6, 17), span(18, 28), paragraphs, []text.Span{span(57, 68)})
	want := []Block{
		{span(0, 4), RoleOther}, {span(6, 17), RoleTitle}, {span(18, 28), RoleByline}, {span(30, 38), RoleParagraph}, {span(39, 47), RoleParagraph},
		{span(49, 54), RoleOther}, {span(55, 68), RoleHeadline}, {span(71, 77), RoleOther},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if got := blocksOf(" \r\n\t", text.Span{}, text.Span{}, nil, nil); len(got) != 0 {
		t.Errorf("blocks of white space: %v", got)
	}
	if got := blocksOf("\u00a0a\u3000", text.Span{}, text.Span{}, nil, nil); !reflect.DeepEqual(got, []Block{{span(2, 3), RoleOther}}) {
		t.Errorf("blocks between wide spaces: %v", got)
	}
}

func span(start, end int) text.Span { return text.Span{Start: start, End: end} }

func TestFlat(t *testing.T) {
	const input = "é Ban 😀 Paris"
	ix := text.NewUTF16Index(input)
	ms := []entity.Mention{{Span: span(3, 6), Type: entity.Person}, {Span: span(12, 17), Type: entity.Location}}
	if got, want := FlatMentions(ms, ix.At), []int32{2, 5, 0, -1, 0, 9, 14, 1, -1, 0}; !reflect.DeepEqual(got, want) {
		t.Errorf("mentions %v, want %v", got, want)
	}
	if got, want := FlatBlocks([]Block{{span(0, 17), RoleParagraph}}, ix.At), []int32{2, 0, 14}; !reflect.DeepEqual(got, want) {
		t.Errorf("blocks %v, want %v", got, want)
	}
}

func TestKeywordsOfNames(t *testing.T) {
	x := nameIndex{spans: []text.Span{span(0, 10), span(20, 25), span(30, 35)}, entities: []int{4, 7, 4}, count: map[int]int{}}
	for _, test := range []struct {
		spans []text.Span
		want  int
	}{
		{[]text.Span{span(6, 10)}, 4},
		{[]text.Span{span(6, 11)}, -1},
		{[]text.Span{span(12, 15)}, -1},
		{[]text.Span{span(0, 5), span(20, 25), span(30, 35)}, 4},
		{[]text.Span{span(0, 5), span(20, 25)}, -1},
		{[]text.Span{span(20, 25), span(26, 29)}, -1},
		{[]text.Span{span(20, 25), span(21, 25), span(26, 29)}, 7},
		{nil, -1},
	} {
		if got := x.most(test.spans); got != test.want {
			t.Errorf("%v belong to %d, want %d", test.spans, got, test.want)
		}
	}
	k := Keyword{Form: "iran", Forms: []Form{{"iran", 2}, {"irans", 1}}}
	k.asName("Iran")
	if k.Form != "Iran" || !reflect.DeepEqual(k.Forms, []Form{{"Iran", 2}, {"irans", 1}}) {
		t.Errorf("%+v", k)
	}
	k = Keyword{Form: "iran", Forms: []Form{{"iran", 2}, {"Iran", 1}}}
	if k.asName("Iran"); k.Form != "Iran" || !reflect.DeepEqual(k.Forms, []Form{{"Iran", 3}}) {
		t.Errorf("one form twice: %+v", k)
	}
	k = Keyword{Form: "nations", Forms: []Form{{"nations", 1}}}
	if k.asName("National"); k.Form != "nations" {
		t.Errorf("another form is shown: %+v", k)
	}
}

func TestPrintable(t *testing.T) {
	if got, want := printable("a\x1b[0m\tb\u202e\nc👩\u200d🚀\x7f"), "a\ufffd[0m\ufffdb\ufffd\nc👩\u200d🚀\ufffd"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := strings.Count(printable(strings.Repeat("\x00", 9)), "\ufffd"); got != 9 {
		t.Errorf("%d marks for 9 NUL bytes", got)
	}
}
