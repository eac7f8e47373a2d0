package report

import (
	"strings"
	"testing"
)

func TestUTF16Of(t *testing.T) {
	for _, piece := range []string{"", "a", "é", "語", "😀", "aé語😀 ", strings.Repeat("x", 63) + "😀", strings.Repeat("😀", 16)} {
		for _, n := range []int{1, 2, 63, 64, 65, 200} {
			s := strings.Repeat(piece, n)
			conv := UTF16Of(s)
			units := 0
			for at, r := range s {
				if got := conv(at); got != units {
					t.Fatalf("%d of %.20q × %d is unit %d, want %d", at, piece, n, got, units)
				}
				units += unitsOf(r)
			}
			if got := conv(len(s)); got != units {
				t.Fatalf("the end of %.20q × %d is unit %d, want %d", piece, n, got, units)
			}
		}
	}
}
