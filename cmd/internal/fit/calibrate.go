package fit

import (
	"cmp"
	"math"
	"slices"

	"gloss/app/headline"
)

// How many stories of each set, and how many wrong headlines of each, the weights are fitted to.
const (
	bbcStories = 555
	agStories  = 630
	hard       = 10
	easy       = 20
)

// silent is the share of lists of other topics in which nothing may be called related, and
// themes the share of pairs of other topics that may not be called theme.
const (
	silent = 0.985
	themes = 0.985
)

// calibration is the examples of a fit, with the fold of each.
type calibration struct {
	rows  []Row
	folds []int
}

// Calibrate fits the weights to stories and pairs. Of the result all were fitted to everything; folds[k] to
// what is not in fold k, for measuring there: story and pair i are in fold i mod Folds.
func (l *Links) Calibrate() (all headline.Weights, folds [Folds]headline.Weights) {
	var first calibration
	byWeight := func(_ int, f headline.Features) float64 { return f[0] }
	l.addStories(&first, l.BBC, bbcStories, byWeight)
	l.addStories(&first, l.AG, agStories, byWeight)
	for k := range folds {
		folds[k] = first.fit(k)
	}
	var second calibration // the wrong headlines that the first weights find hardest
	byScore := func(i int, f headline.Features) float64 { return folds[i%Folds].Score(f) }
	l.addStories(&second, l.BBC, bbcStories, byScore)
	l.addStories(&second, l.AG, agStories, byScore)
	l.addPairs(&second)
	all = second.fit(-1)
	l.setLevels(&all, -1)
	for k := range folds {
		folds[k] = second.fit(k)
		l.setLevels(&folds[k], k)
	}
	return all, folds
}

// addStories adds n of the stories: the own headline of each, the wrong ones that are hardest, and some
// taken evenly from the rest.
func (l *Links) addStories(c *calibration, stories []Story, n int, by func(i int, f headline.Features) float64) {
	titles := l.Haystack(nil, 2000)
	for _, s := range stories {
		titles = append(titles, l.Headline(s.Title))
	}
	ix := l.Linker.Index(titles)
	own := len(titles) - len(stories)
	for k := range n {
		i := k * len(stories) / n
		found := ix.Features(l.Query(l.Linker, stories[i].Body))
		c.add(found[own+i], true, i)
		var wrong []int
		for h := range titles {
			if titles[h].Title != stories[i].Title {
				wrong = append(wrong, h)
			}
		}
		slices.SortStableFunc(wrong, func(a, b int) int { return cmp.Compare(by(i, found[b]), by(i, found[a])) })
		for _, h := range wrong[:hard] {
			c.add(found[h], false, i)
		}
		for e := range easy {
			c.add(found[wrong[(i*7919+e*104729)%len(wrong)]], false, i)
		}
	}
}

// addPairs adds the pairs in both directions. A pair that people found three fifths alike is
// right in three fifths of the cases, spread evenly by the golden ratio.
func (l *Links) addPairs(c *calibration) {
	for i, p := range l.Pairs {
		_, at := math.Modf(float64(i) * 0.6180339887)
		c.add(l.pairFeatures(p.A, p.B), p.Gold/5 > at, i)
		c.add(l.pairFeatures(p.B, p.A), p.Gold/5 > at, i)
	}
}

func (l *Links) pairFeatures(body, title string) headline.Features {
	return l.Linker.Index([]headline.Headline{l.Headline(title)}).Features(l.Query(l.Linker, body))[0]
}

func (c *calibration) add(f headline.Features, right bool, i int) {
	if f != (headline.Features{}) { // what shares nothing scores 0 whatever the weights
		c.rows = append(c.rows, Row{append(f[:], 1), right})
		c.folds = append(c.folds, i%Folds)
	}
}

// fit is the weights of all examples outside the fold, without levels.
func (c *calibration) fit(without int) headline.Weights {
	var rows []Row
	for i, r := range c.rows {
		if c.folds[i] != without {
			rows = append(rows, r)
		}
	}
	w := Logistic(rows)
	for i := range w {
		w[i] = math.Round(1000*w[i]) / 1000
	}
	out := headline.Weights{Bias: w[len(w)-1]}
	copy(out.Features[:], w)
	return out
}

// setLevels finds the least scores that keep lists of other topics silent, in each set, over the
// stories outside the fold.
func (l *Links) setLevels(w *headline.Weights, without int) {
	w.Related, w.Theme = 0, 0
	for _, stories := range [][]Story{l.BBC, l.AG} {
		var best, all []float64
		for i := 0; i < len(stories); i += len(stories) / 550 {
			if i%Folds == without {
				continue
			}
			top := 0.0
			for _, f := range l.Linker.Index(l.OtherTopics(stories, i)).Features(l.Query(l.Linker, stories[i].Body)) {
				all = append(all, w.Score(f))
				top = max(top, w.Score(f))
			}
			best = append(best, top)
		}
		w.Related = max(w.Related, above(best, silent))
		w.Theme = max(w.Theme, above(all, themes))
	}
}

// above is the least score above the given share of the scores.
func above(scores []float64, share float64) float64 {
	slices.Sort(scores)
	return math.Round(1e4*scores[int(share*float64(len(scores)))]+1) / 1e4
}
