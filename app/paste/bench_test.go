package paste_test

import (
	"fmt"
	"strings"
	"testing"

	"gloss/app/paste"
)

func BenchmarkSplit(b *testing.B) {
	s := open(b)
	par := strings.TrimSpace(article) + "\n\n"
	words := len(strings.Fields(par))
	for _, n := range []int{1000, 10000, 100000} {
		input := strings.Repeat(par, n/words+1) + "\n\n" + strings.Repeat("Storm Edda Leaves Thousands Without Power - Reuters\n", 15)
		b.Run(fmt.Sprintf("%dwords", n), func(b *testing.B) {
			b.SetBytes(int64(len(input)))
			for b.Loop() {
				s.Split(input, paste.Auto)
			}
		})
	}
}
