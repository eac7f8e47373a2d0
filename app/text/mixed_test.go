package text

import (
	"strings"
	"testing"

	"gloss/app/lang"
	"gloss/app/lang/langtest"
)

// TestParseMixed has the paragraphs with "und" parsed by the plain language, which knows no abbreviation.
func TestParseMixed(t *testing.T) {
	en, plain := langtest.English(t), lang.Plain()
	in := "Prof. Dr. Smith came.\n\nProf. Dr. Schmidt kam und ging.\n\nProf. Dr. Smith left."
	d := ParseMixed(in, en, func(p Span) *lang.Language {
		if strings.Contains(p.Of(in), "und") {
			return plain
		}
		return nil
	}, Span{0, len(in)})
	check(t, d, Span{0, len(in)})
	if d.Language != en || len(d.Languages) != 2 || d.Languages[0] != en || d.Languages[1] != plain {
		t.Fatalf("language %v of %v", d.Language, d.Languages)
	}
	var got []string
	for _, view := range []*Document{d, d.In(0), d.In(1)} {
		for i, s := range view.Sentences {
			if view.Reads(i) {
				got = append(got, view.Language.Code+": "+s.Of(in))
			}
		}
	}
	english := "en: Prof. Dr. Smith came.|en: Prof. Dr. Smith left.|"
	if want := english + english + "und: Prof.|und: Dr.|und: Schmidt kam und ging."; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
