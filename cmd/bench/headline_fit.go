package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"gloss/app/headline"
)

// linkFolds is into how many parts the articles are divided for cross-validation.
const linkFolds = 5

// linkExample is one pair of an article and a headline, its own or not.
type linkExample struct {
	x      headline.Features
	own    float64 // 1 for its own headline, 0 for another's, between for pairs of the STS benchmark
	weight float64
	fold   int
}

// linkWeights holds the weights of the features and, last, the bias.
type linkWeights [len(headline.Features{}) + 1]float64

func (w linkWeights) linear(x headline.Features) float64 {
	z := w[len(x)]
	for i, v := range x {
		z += w[i] * v
	}
	return z
}

// pairs makes examples of every step-th article: its own headline, the hardest of the list
// by the score as it is, and some taken evenly from the rest.
func (b *headlineBench) pairs(list []article, step int, hard func(i int, x headline.Features) float64) []linkExample {
	titles := b.haystack(2000)
	own := len(titles)
	for _, a := range list {
		titles = append(titles, headline.Headline{Title: a.Title})
	}
	ix := b.linker.Index(titles)
	var out []linkExample
	for i := 0; i < len(list); i += step {
		f := ix.Features(b.query(list[i].Body))
		out = append(out, linkExample{f[own+i], 1, 1, i % linkFolds})
		var order []int
		for h := range titles {
			if titles[h].Title != list[i].Title {
				order = append(order, h)
			}
		}
		slices.SortStableFunc(order, func(g, h int) int { return cmp.Compare(hard(i, f[h]), hard(i, f[g])) })
		for _, h := range order[:10] {
			out = append(out, linkExample{f[h], 0, 1, i % linkFolds})
		}
		for k := 0; k < 20; k++ {
			h := order[(i*7919+k*104729)%len(order)]
			out = append(out, linkExample{f[h], 0, 1, i % linkFolds})
		}
	}
	return out
}

// fit is the ridge linkWeights regression of the examples outside the fold, by Newton's method.
func fitLinks(examples []linkExample, without int) linkWeights {
	const n = len(linkWeights{})
	var w linkWeights
	for range 25 {
		var grad linkWeights
		var hess [n][n]float64
		for _, e := range examples {
			if e.fold == without || e.x == (headline.Features{}) {
				continue
			}
			p := 1 / (1 + math.Exp(-w.linear(e.x)))
			var x [n]float64
			copy(x[:], e.x[:])
			x[n-1] = 1
			for i := range x {
				grad[i] += e.weight * (e.own - p) * x[i]
				for j := range x {
					hess[i][j] += e.weight * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i := range grad {
			grad[i] -= 0.1 * w[i]
			hess[i][i] += 0.1
		}
		for i, d := range solveLinks(hess, grad) {
			w[i] += d
		}
	}
	return w
}

// solveLinks is x of a·x = b by Gaussian elimination with pivots.
func solveLinks(a [len(linkWeights{})][len(linkWeights{})]float64, b linkWeights) linkWeights {
	n := len(b)
	for c := 0; c < n; c++ {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		a[c], a[p] = a[p], a[c]
		b[c], b[p] = b[p], b[c]
		for r := 0; r < n; r++ {
			if r != c {
				m := a[r][c] / a[c][c]
				for k := c; k < n; k++ {
					a[r][k] -= m * a[c][k]
				}
				b[r] -= m * b[c]
			}
		}
	}
	for i := range n {
		b[i] /= a[i][i]
	}
	return b
}

func (b *headlineBench) crossValidate() {
	hard := func(_ int, x headline.Features) float64 { return x[0] }
	var all linkWeights
	var models [linkFolds]linkWeights
	for range 2 {
	ex := b.pairs(b.bbc, 2, hard)
	ex = append(ex, b.pairs(b.ag, 6, hard)...)
	ex = append(ex, b.stsPairs()...)
	all = fitLinks(ex, -1)
	for f := range models {
		models[f] = fitLinks(ex, f)
	}
	hard = func(i int, x headline.Features) float64 { if x==(headline.Features{}) {return -99}; return models[i%linkFolds].linear(x) }
	}
	for i, n := range headline.FeatureNames {
		fmt.Printf("%s\t%.3f\n", n, all[i])
	}
	fmt.Printf("bias\t%.3f\n", all[len(all)-1])
	b.evalSTS(models)
	b.evalLists("bbc", b.bbc, models)
	b.evalLists("ag", b.ag, models)
	for _, n := range []int{2000, 20000} {
		hay := b.haystack(n)
		ix := b.linker.Index(hay)
		for _, mode := range []string{"raw", "cv"} {
			mrr, rec := 0.0, 0.0
			for k := range evalN {
				i := k * len(b.bbc) / evalN
				f := ix.Features(b.query(b.bbc[i].Body))
				own, rank := 0.0, 1
				score := func(x headline.Features) float64 {
					if mode == "raw" {
						return x[0]
					}
					if x == (headline.Features{}) {
						return -1e9
					}
					return models[i%linkFolds].linear(x)
				}
				for h := range hay {
					if hay[h].Title == b.bbc[i].Title {
						own = score(f[h])
					}
				}
				for h := range hay {
					if score(f[h]) > own {
						rank++
					}
				}
				if rank <= 10 {
					mrr += 1 / float64(rank) / evalN
					rec += 1.0 / evalN
				}
			}
			fmt.Printf("%d %s %.3f %.3f\n", n, mode, mrr, rec)
		}
	}
}

var stsWeight = 1.0

func (b *headlineBench) stsPairs() []linkExample {
	raw, _ := os.ReadFile("/work/shared/data/headline/sts-dev.tsv")
	var out []linkExample
	for i, l := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		c := strings.Split(l, "\t")
		g, _ := strconv.ParseFloat(c[1], 64)
		for k := range 2 {
			f := b.linker.Index([]headline.Headline{{Title: c[3-k]}}).Features(b.query(c[2+k]))
			out = append(out, linkExample{f[0], g / 5, stsWeight, i % linkFolds})
		}
	}
	return out
}
func squash(x float64) float64 { return .5 + x/(1+math.Abs(x))/2 }
func (b *headlineBench) evalSTS(models [linkFolds]linkWeights) {
	ex := b.stsPairs()
	var g, s, s2 []float64
	for i := 0; i < len(ex); i += 2 {
		g = append(g, ex[i].own)
		m := models[ex[i].fold]
		sc := func(x headline.Features) float64 {
			if x == (headline.Features{}) {
				return 0
			}
			return squash(m.linear(x))
		}
		sl := func(x headline.Features) float64 {
			if x == (headline.Features{}) {
				return 0
			}
			return 1 / (1 + math.Exp(-m.linear(x)))
		}
		s = append(s, sc(ex[i].x)+sc(ex[i+1].x))
		s2 = append(s2, sl(ex[i].x)+sl(ex[i+1].x))
	}
	fmt.Printf("STS squash %.4f linkWeights %.4f\n", pearson(g, s), pearson(g, s2))
	for k := range ex[0].x {
		s = s[:0]
		for i := 0; i < len(ex); i += 2 {
			s = append(s, ex[i].x[k]+ex[i+1].x[k])
		}
		fmt.Printf("  %s %.3f\n", headline.FeatureNames[k], pearson(g, s))
	}
}

// operating point by CV: threshold on z where pairs of other topics reach FPR
func (b *headlineBench) evalLists(name string, all []article, models [linkFolds]linkWeights) {
	n := 400
	var maxes, owns []float64
	z := func(i int, x headline.Features) float64 {
		if x == (headline.Features{}) {
			return -99
		}
		return models[i%linkFolds].linear(x)
	}
	for k := range n {
		i := k * len(all) / n
		q := b.query(all[i].Body)
		m := -99.0
		for _, f := range b.linker.Index(otherTopics(all, i, linkListSize)).Features(q) {
			m = max(m, z(i, f))
		}
		maxes = append(maxes, m)
		owns = append(owns, z(i, b.linker.Index([]headline.Headline{{Title: all[i].Title}}).Features(q)[0]))
	}
	slices.Sort(maxes)
	slices.Sort(owns)
	fmt.Print(name)
	for _, p := range []float64{.95, .97, .98, .99, 1} {
		t := maxes[min(n-1, int(p*float64(n)))]
		at, _ := slices.BinarySearch(owns, t+1e-9)
		fmt.Printf("  silent %.2f z=%.2f own %.3f", p, t, 1-float64(at)/float64(n))
	}
	fmt.Println()
}

const evalN = 370
