package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"gloss/app/headline"
)

// linkListSize is how many headlines a list holds that is like one copied from a site's sidebar.
const linkListSize = 20

// others is n headlines of articles that share no topic with list[i]: taken in even steps from a
// place that depends on i, the same in each run.
func otherTopics(list []article, i, n int) []headline.Headline {
	var out []headline.Headline
	for at := i * 31; len(out) < n; at += 97 {
		a := list[at%len(list)]
		if !slices.ContainsFunc(a.Topics, func(t string) bool { return slices.Contains(list[i].Topics, t) }) {
			out = append(out, headline.Headline{Title: a.Title})
		}
	}
	return out
}

// linkCounts counts over lists of twenty.
type linkCounts struct {
	lists     int
	silent    int // lists of other topics with nothing called related
	own       int // own headlines among twenty called related
	ownFirst  int // and standing first
	ownTheme  int // called related or theme
	otherPair int // pairs of other topics called theme
}

// lists asks n of the articles about lists of other topics, without and with their own headline.
func (b *headlineBench) lists(all []article, n int) linkCounts {
	r := linkCounts{lists: n}
	for k := range n {
		i := k * len(all) / n
		q := b.query(all[i].Body)
		strange := otherTopics(all, i, linkListSize)
		links := b.linker.Index(strange).Link(q)
		if links[0].Level != headline.Related {
			r.silent++
		}
		for _, l := range links {
			if l.Level == headline.Theme {
				r.otherPair++
			}
		}
		own := k % linkListSize
		strange[own].Title = all[i].Title
		links = b.linker.Index(strange).Link(q)
		if links[0].Headline == own {
			r.ownFirst++
		}
		for _, l := range links {
			if l.Headline != own {
				continue
			}
			if l.Level == headline.Related {
				r.own++
			}
			if l.Level != headline.None {
				r.ownTheme++
			}
		}
	}
	return r
}

// similarity is the Pearson correlation of the score, averaged over both directions, with
// what people said of pairs of headlines.
func (b *headlineBench) similarity(file string) (float64, int, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	var gold, scores []float64
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 4 {
			return 0, 0, fmt.Errorf("%s:%d: %d columns, want 4", file, n, len(c))
		}
		g, err := strconv.ParseFloat(c[1], 64)
		if err != nil {
			return 0, 0, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		gold = append(gold, g)
		scores = append(scores, (b.score(c[2], c[3])+b.score(c[3], c[2]))/2)
	}
	return pearson(gold, scores), len(gold), sc.Err()
}

// score is that of a headline alone in its list.
func (b *headlineBench) score(body, title string) float64 {
	return b.linker.Index([]headline.Headline{{Title: title}}).Link(b.query(body))[0].Score
}

func pearson(x, y []float64) float64 {
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx += x[i]
		sy += y[i]
		sxx += x[i] * x[i]
		syy += y[i] * y[i]
		sxy += x[i] * y[i]
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / math.Sqrt((n*sxx-sx*sx)*(n*syy-sy*sy))
}
