package text

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// checkUTF16 compares the index with the standard library's encoding, at every character.
func checkUTF16(t *testing.T, s string) {
	t.Helper()
	x := NewUTF16Index(s)
	want := 0
	for at := 0; ; {
		if got := x.At(at); got != want {
			t.Fatalf("At(%d) = %d, want %d in %.80q", at, got, want, s)
		}
		if got := x.ByteAt(want); got != at {
			t.Fatalf("ByteAt(%d) = %d, want %d in %.80q", want, got, at, s)
		}
		if at == len(s) {
			return
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		for inside := at + 1; inside < at+n; inside++ {
			if got := x.At(inside); got != want+utf16.RuneLen(r) {
				t.Fatalf("At(%d) = %d inside %q, want %d", inside, got, r, want+utf16.RuneLen(r))
			}
		}
		if utf16.RuneLen(r) == 2 && x.ByteAt(want+1) != at+n {
			t.Fatalf("ByteAt(%d) = %d inside %q, want %d", want+1, x.ByteAt(want+1), r, at+n)
		}
		at += n
		want += utf16.RuneLen(r)
	}
}

func TestUTF16Index(t *testing.T) {
	for _, s := range []string{
		"", "plain", "naïve “quotes” — 中文 👩‍👩‍👧 end", "\xff\xfeé\xe3\x81", strings.Repeat("a", 64), strings.Repeat("a", 63) + "é",
	} {
		checkUTF16(t, s)
	}
	for pad := range 70 { // a character across each kind of step border
		for _, c := range []string{"é", "中", "👍", "\xf0\x9f", "\xbf"} {
			checkUTF16(t, strings.Repeat("a", pad)+strings.Repeat(c, 40))
		}
	}
}

func FuzzUTF16Index(f *testing.F) {
	f.Add("a👍é\xff中")
	f.Fuzz(checkUTF16)
}

func BenchmarkUTF16Index(b *testing.B) {
	s := strings.Repeat("The minister’s “plan” — naïve 👍. ", 3000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		x := NewUTF16Index(s)
		for i := 0; i < len(s); i += 6 {
			x.At(i)
		}
	}
}
