package text

import (
	"strings"
	"testing"

	"gloss/app/lang/langtest"
)

// TestTokens lists each input's tokens between spaces; a compound shows its parts after it in brackets.
func TestTokens(t *testing.T) {
	l := langtest.English(t)
	for _, c := range []struct{ in, want string }{
		{"AT&T's e-mail", "AT&T 's e-mail(e,mail)"},
		{"don’t can't o'clock rock'n'roll", "don’t can't o'clock rock'n'roll"},
		{"Putin’s Democrats' plan", "Putin ’s Democrats ' plan"},
		{"'the Democrats' said", "' the Democrats ' said"},
		{"U.S. U.S.'s Ph.D., Mr. Smith", "U.S. U.S. 's Ph.D. , Mr. Smith"},
		{"@bbc #vote #1 @_a", "@bbc #vote #1 @_a"},
		{"$2,000 3.5% £1.5m US$5bn 5€.", "$2,000 3.5% £1.5m US$5bn 5€ ."},
		{"10-year-old COVID-19 al-Assad", "10-year-old(10,year,old) COVID-19(COVID,19) al-Assad(al,Assad)"},
		{"U.S.-led mother-in-law's", "U.S.-led(U.S.,led) mother-in-law(mother,in,law) 's"},
		{"12:30 24/7 9/11 2024-01-15", "12:30 24/7 9/11 2024-01-15(2024,01,15)"},
		{"(https://a.com/b(c)?d=e). www.a.org,", "( https://a.com/b(c)?d=e ) . www.a.org ,"},
		{"a.b+c@d-e.co.uk. x@y", "a.b+c@d-e.co.uk . x @y"},
		{"'Tis ’em ’90s '24", "'Tis ’em ’90s ' 24"},
		{"end.The war:peace 1;2", "end . The war : peace 1 ; 2"},
		{"a\u00a0b\u200bc co\u00adop \u202bab\u202c", "a b c co\u00adop ab"},
		{"x\x00y\xffz", "x y z"},
		{"👩‍👩‍👧🇬🇧🇫🇷", "👩‍👩‍👧 🇬🇧 🇫🇷"},
		{"cafe\u0301 中文 مرحبا", "cafe\u0301 中 文 مرحبا"},
		{"... ?! -- *** R&D; Q&amp;A", "... ?! -- *** R&D ; Q & amp ; A"},
		{"_so_ No. 5, no. J. K. Rowling", "_ so _ No. 5 , no . J. K. Rowling"},
		{"1990's .5 100%-owned", "1990 's .5 100%-owned(100%,owned)"},
	} {
		d := Parse(c.in, l, Span{0, len(c.in)})
		var got []string
		for i := range d.Tokens {
			f := d.Form(i)
			var parts []string
			for _, p := range d.PartsOf(i) {
				parts = append(parts, p.Of(c.in))
			}
			if parts != nil {
				f += "(" + strings.Join(parts, ",") + ")"
			}
			got = append(got, f)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}

func TestKindsAndOffsets(t *testing.T) {
	in := "Putin’s $5 x@y.org “😀”"
	d := Parse(in, langtest.English(t), Span{0, len(in)})
	want := []Token{
		{Span: Span{0, 5}, Kind: Word}, {Span: Span{5, 9}, Kind: Clitic}, {Span: Span{10, 12}, Kind: Number}, {Span: Span{13, 20}, Kind: Address},
		{Span: Span{21, 24}, Kind: Punct}, {Span: Span{24, 28}, Kind: Symbol}, {Span: Span{28, 31}, Kind: Punct},
	}
	if len(d.Tokens) != len(want) || d.Words() != 3 {
		t.Fatalf("%d tokens, %d words; want %d and 3", len(d.Tokens), d.Words(), len(want))
	}
	for i, w := range want {
		if d.Tokens[i] != w {
			t.Errorf("token %d is %+v, want %+v", i, d.Tokens[i], w)
		}
	}
}
