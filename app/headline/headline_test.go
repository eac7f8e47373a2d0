package headline

import (
	"testing"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
	"gloss/app/text"
)

var plain = lang.Plain()

func open(t testing.TB) *Linker {
	t.Helper()
	lk, err := Open(langtest.English(t))
	if err != nil {
		t.Fatal(err)
	}
	return lk
}

func (lk *Linker) read(body string, names ...Name) *Query {
	return lk.Query(text.Parse(body, lk.lang, text.Span{End: len(body)}), names)
}

func TestOwnHeadlineComesFirst(t *testing.T) {
	lk := open(t)
	q := lk.read("The harbour bridge in Lisbon will close for repairs in March.\n\nEngineers found cracks in two cables of the bridge.")
	list := []Headline{{Title: "Cricket board names new coach"}, {Title: "Cracks in cables close Lisbon harbour bridge"}, {Title: "Bridge players gather in Oslo"}}
	links := lk.Index(list).Link(q)
	if len(links) != 3 || links[0].Headline != 1 || links[0].Level != Related {
		t.Fatalf("got %+v", links)
	}
	for _, l := range links[1:] {
		if l.Level == Related {
			t.Errorf("%q is called related", list[l.Headline].Title)
		}
	}
}
