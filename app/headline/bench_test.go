package headline

import (
	"fmt"
	"strings"
	"testing"
)

// words that the made titles and articles are put together from.
var benchWords = strings.Fields(`harbour bridge cable minister budget glacier orchestra vaccine election striker
	tariff satellite museum wildfire inflation referee algorithm pension ferry drought parliament cathedral
	battery merger asylum tournament refinery earthquake festival prosecutor lithium border railway vineyard
	opens warns after over near rejects wins plans record talks deal city river coast winter`)

// madeTitle is the n-th of titles that share words as real ones do.
func madeTitle(n int) string {
	var w []string
	for k := range 7 {
		w = append(w, benchWords[(n*(k*k+3)+n/7*k+k*11)%len(benchWords)])
	}
	return strings.Join(w, " ") + fmt.Sprintf(" name%d", n%9000)
}

func madeList(n int) []Headline {
	list := make([]Headline, n)
	for i := range list {
		list[i].Title = madeTitle(i)
	}
	return list
}

func madeArticle(words int) string {
	var b strings.Builder
	for n := 0; n*8 < words; n++ {
		b.WriteString("The " + madeTitle(n*13) + ".\n")
	}
	return b.String()
}

func BenchmarkIndex20k(b *testing.B) {
	lk := open(b)
	list := madeList(20000)
	b.ReportAllocs()
	for b.Loop() {
		lk.Index(list)
	}
}

func BenchmarkLink20k(b *testing.B) {
	lk := open(b)
	ix := lk.Index(madeList(20000))
	q := lk.read(madeArticle(1000))
	for b.Loop() {
		ix.Link(q)
	}
}

func BenchmarkQuery(b *testing.B) {
	lk := open(b)
	for _, words := range []int{1000, 10000, 100000} {
		article := madeArticle(words)
		b.Run(fmt.Sprint(words), func(b *testing.B) {
			b.SetBytes(int64(len(article)))
			for b.Loop() {
				lk.read(article)
			}
		})
	}
}
