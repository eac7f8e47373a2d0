package main

import (
	"fmt"
	"math"

	"gloss/app/headline"
	"gloss/cmd/internal/fit"
)

// listArticles is how many articles of a set are asked about lists of twenty.
const listArticles = 200

// levels measures whether what is called related is, and how the score goes with what people
// say of pairs of headlines.
func (b *linkBench) levels() table {
	t := table{
		head: []string{"lists of 20", "nothing called related, all of other topics", "own headline called related", "own called related or theme", "own first"},
		note: fmt.Sprintf("%d articles of each set, cross-validated. Similarity of headline pairs (STS): Pearson %s over %d pairs (IDF-cosine of stems, published: .747).",
			listArticles, decimals(b.similarity()), len(b.Pairs)),
	}
	for _, set := range []struct {
		name    string
		stories []fit.Story
	}{{"BBC", b.BBC}, {"AG News", b.AG}} {
		var silent, related, named, first int
		for k := range listArticles {
			i := k * len(set.stories) / listArticles
			q := b.query(set.stories, i)
			list := b.OtherTopics(set.stories, i)
			if b.Linker.Index(list).Link(q)[0].Level != headline.Related {
				silent++
			}
			at := k % len(list)
			list[at] = b.Headline(set.stories[i].Title)
			links := b.Linker.Index(list).Link(q)
			own := place(links, func(l headline.Link) bool { return l.Headline == at })
			first += count(own == 0)
			related += count(links[own].Level == headline.Related)
			named += count(links[own].Level != headline.None)
		}
		row := []string{set.name}
		for _, n := range []int{silent, related, named, first} {
			row = append(row, fmt.Sprintf("%.1f%%", 100*float64(n)/listArticles))
		}
		t.rows = append(t.rows, row)
	}
	return t
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// similarity is the Pearson correlation of what people said with the score, averaged over both directions.
func (b *linkBench) similarity() float64 {
	var x, y []float64
	for i, p := range b.Pairs {
		lk := b.folds[i%fit.Folds]
		x = append(x, p.Gold)
		y = append(y, (b.alone(lk, p.A, p.B)+b.alone(lk, p.B, p.A))/2)
	}
	return pearson(x, y)
}

// alone is the score of a headline that is the only one in its list.
func (b *linkBench) alone(lk *headline.Linker, body, title string) float64 {
	return lk.Index([]headline.Headline{b.Headline(title)}).Link(b.Query(lk, body))[0].Score
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

// reliability is, by bins of the score, how many of the headlines in lists of twenty that hold the own one are it.
func (b *linkBench) reliability() table {
	const bins = 5
	var own, all [bins]int
	for _, stories := range [][]fit.Story{b.BBC, b.AG} {
		for k := range listArticles {
			i := k * len(stories) / listArticles
			list := b.OtherTopics(stories, i)
			list[0] = b.Headline(stories[i].Title)
			for _, l := range b.Linker.Index(list).Link(b.query(stories, i)) {
				bin := min(bins-1, int(l.Score*bins))
				all[bin]++
				own[bin] += count(l.Headline == 0)
			}
		}
	}
	t := table{head: []string{"score", "headlines", "the article's own"}}
	for i := range bins {
		t.rows = append(t.rows, []string{fmt.Sprintf("%.1f–%.1f", float64(i)/bins, float64(i+1)/bins), fmt.Sprint(all[i]),
			fmt.Sprintf("%.1f%%", 100*float64(own[i])/float64(max(1, all[i])))})
	}
	return t
}

// tenArticles gives ten articles, spread over the topics, their own headline among nine of other topics.
func (b *linkBench) tenArticles() table {
	t := table{head: []string{"article", "own headline", "place", "level", "wrong ones called related"}}
	for k := range 10 {
		i := (2*k + 1) * len(b.BBC) / 20
		list := b.OtherTopics(b.BBC, i)[:10]
		list[k] = b.Headline(b.BBC[i].Title)
		links := b.Linker.Index(list).Link(b.query(b.BBC, i))
		own, wrong := 0, 0
		for at, l := range links {
			if l.Headline == k {
				own = at
			} else {
				wrong += count(l.Level == headline.Related)
			}
		}
		t.rows = append(t.rows, []string{b.BBC[i].ID, b.BBC[i].Title, fmt.Sprint(own + 1), string(links[own].Level), fmt.Sprint(wrong)})
	}
	return t
}
