package text

import (
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

// TestElisions: what French elides and what leans on a Swedish word are tokens of their own, so that the word itself is one.
func TestElisions(t *testing.T) {
	for _, c := range []struct{ code, input, want string }{
		{"fr", "l'eau", "l'|eau"},
		{"fr", "L’Iran d’Emmanuel", "L’|Iran|d’|Emmanuel"},
		{"fr", "qu'aujourd'hui", "qu'|aujourd'hui"},
		{"fr", "quelqu'un lorsqu’il", "quelqu'un|lorsqu’|il"},
		{"fr", "d'«eau» l'“État”", "d'|«|eau|»|l'|“|État|”"},
		{"fr", "Val-d'Oise", "Val-d'Oise"},
		{"fr", "C'est-à-dire", "C'|est-à-dire"},
		{"fr", "rock'n'roll O'Brien", "rock'n'roll|O'Brien"},
		{"fr", "la lettre 'l'", "la|lettre|'|l|'"},
		{"fr", "l' eau", "l|'|eau"},
		{"fr", "d'1 million", "d'|1|million"},
		{"en", "l'eau", "l'eau"},
		{"sv", "EU:s USA:s NATO:s", "EU|:s|USA|:s|NATO|:s"},
		{"sv", "TV:n: 3:e plats", "TV|:n|:|3|:|e|plats"},
		{"sv", "Mål:sak Citat:så", "Mål|:|sak|Citat|:|så"},
		{"no", "dit:s", "dit|:|s"},
	} {
		d := Parse(c.input, langtest.Language(t, c.code), Span{0, len(c.input)})
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Form(i))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s %q: %s, want %s", c.code, c.input, g, c.want)
		}
	}
}
