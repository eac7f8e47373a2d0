package report

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkBuild(b *testing.B) {
	for _, words := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%dk", words/1000), func(b *testing.B) {
			d := dice(1)
			var text strings.Builder
			for n := 0; n < words; {
				a := d.article()
				text.WriteString(a)
				n += len(strings.Fields(a))
			}
			in := Input{Text: text.String(), Language: "en"}
			builder := open(b)
			b.SetBytes(int64(len(in.Text)))
			for b.Loop() {
				if _, err := builder.Build(in, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSummarize(b *testing.B) {
	d := dice(1)
	var text strings.Builder
	for range 200 {
		text.WriteString(d.article())
	}
	in := Input{Text: text.String(), Language: "en"}
	r, blocks := buildBlocks(b, open(b), in)
	b.SetBytes(int64(len(in.Text)))
	for b.Loop() {
		Summarize(r, in.Text, blocks)
	}
}
