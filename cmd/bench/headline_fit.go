package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gloss/app/headline"
)

// folds is into how many parts the articles are divided for cross-validation.
const folds = 5

// example is one pair of an article and a headline, its own or not.
type example struct {
	x    headline.Features
	own  bool
	fold int
}

// logistic holds the weights of the features and, last, the bias.
type logistic [len(headline.Features{}) + 1]float64

func (w logistic) linear(x headline.Features) float64 {
	z := w[len(x)]
	for i, v := range x {
		z += w[i] * v
	}
	return z
}

// pairs makes examples of every step-th article: its own headline, the hardest of the list
// by the score as it is, and some taken evenly from the rest.
func (b *headlineBench) pairs(list []article, step int) []example {
	titles := b.haystack(2000)
	own := len(titles)
	for _, a := range list {
		titles = append(titles, headline.Headline{Title: a.Title})
	}
	ix := b.linker.Index(titles)
	var out []example
	for i := 0; i < len(list); i += step {
		f := ix.Features(b.query(list[i].Body))
		out = append(out, example{f[own+i], true, i % folds})
		var order []int
		for h := range titles {
			if titles[h].Title != list[i].Title {
				order = append(order, h)
			}
		}
		slices.SortStableFunc(order, func(g, h int) int { return cmp.Compare(f[h][0], f[g][0]) })
		for _, h := range order[:10] {
			out = append(out, example{f[h], false, i % folds})
		}
		for k := 0; k < 20; k++ {
			h := order[(i*7919+k*104729)%len(order)]
			out = append(out, example{f[h], false, i % folds})
		}
	}
	return out
}

// fit is the ridge logistic regression of the examples outside the fold, by Newton's method.
func fit(examples []example, without int) logistic {
	const n = len(logistic{})
	var w logistic
	for range 25 {
		var grad logistic
		var hess [n][n]float64
		for _, e := range examples {
			if e.fold == without || e.x == (headline.Features{}) {
				continue
			}
			p := 1 / (1 + math.Exp(-w.linear(e.x)))
			y := 0.0
			if e.own {
				y = 1
			}
			var x [n]float64
			copy(x[:], e.x[:])
			x[n-1] = 1
			for i := range x {
				grad[i] += (y - p) * x[i]
				for j := range x {
					hess[i][j] += p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i := range grad {
			grad[i] -= 0.1 * w[i]
			hess[i][i] += 0.1
		}
		for i, d := range solve(hess, grad) {
			w[i] += d
		}
	}
	return w
}

// solve is x of a·x = b by Gaussian elimination with pivots.
func solve(a [len(logistic{})][len(logistic{})]float64, b logistic) logistic {
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
	ex := b.pairs(b.bbc, 2)
	ex = append(ex, b.pairs(b.ag, 6)...)
	all := fit(ex, -1)
	for i, n := range headline.FeatureNames {
		fmt.Printf("%s\t%.3f\n", n, all[i])
	}
	fmt.Printf("bias\t%.3f\n", all[len(all)-1])
	var models [folds]logistic
	for f := range models {
		models[f] = fit(ex, f)
	}
	for _, n := range []int{2000, 20000} {
		hay := b.haystack(n)
		ix := b.linker.Index(hay)
		for _, mode := range []string{"raw", "cv"} {
			mrr, rec := 0.0, 0.0
			for k := range 150 {
				i := k * len(b.bbc) / 150
				f := ix.Features(b.query(b.bbc[i].Body))
				own, rank := 0.0, 1
				score := func(x headline.Features) float64 {
					if mode == "raw" {
						return x[0]
					}
					if x == (headline.Features{}) {
						return -1e9
					}
					return models[i%folds].linear(x)
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
					mrr += 1 / float64(rank) / 150
					rec += 1.0 / 150
				}
			}
			fmt.Printf("%d %s %.3f %.3f\n", n, mode, mrr, rec)
		}
	}
}
