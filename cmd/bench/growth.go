package main

import (
	"fmt"
	"runtime"
	"time"

	"gloss/app/report"
)

// growthWords are the sizes of text by which the cost of a stage may not grow.
var growthWords = [...]int{1_000, 10_000, 100_000, 1_000_000}

// growthRuns is how often a text of each size is read; the best counts.
var growthRuns = [...]int{40, 8, 3, 2}

// before are the stages that keywords, phrases and quotes together may not cost more than, and after those.
var (
	before = []report.Stage{report.StageParse, report.StageEntities, report.StageResolve}
	after  = []report.Stage{report.StageKeywords, report.StagePhrases, report.StageQuotes}
)

// growth is what each stage costs a word, in texts of ever more words.
func growth(b *report.Builder, article string) (table, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	cost := map[report.Stage][]float64{}
	for i, n := range growthWords {
		in := varied(article, n)
		best := map[report.Stage]time.Duration{}
		words := 0
		for run := range growthRuns[i] + 1 {
			took, r, err := timeStages(b, in)
			if err != nil {
				return table{}, err
			}
			words = r.Stats.Words
			for stage, d := range took {
				if old, ok := best[stage]; run > 0 && (!ok || d < old) { // the first run opens the tables and learns the stems
					best[stage] = d
				}
			}
		}
		for _, s := range stages {
			cost[s.stage] = append(cost[s.stage], float64(best[s.stage].Nanoseconds())/float64(words))
		}
	}
	return growthTable(cost), nil
}

// growthTable has a row for each stage, its costs in ns a word by the size of the text.
func growthTable(cost map[report.Stage][]float64) table {
	t := table{name: "growth", head: []string{"ns a word"}, note: "Native, one core, the sample varied to so many words, the best of some runs; detection reads no more than the beginning. The last row is the one above it over the one above that."}
	for _, n := range growthWords {
		t.head = append(t.head, fmt.Sprintf("%d k words", n/1000))
	}
	row := func(name, format string, of func(size int) float64) {
		cells := []string{name}
		for i := range growthWords {
			cells = append(cells, fmt.Sprintf(format, of(i)))
		}
		t.rows = append(t.rows, cells)
	}
	for _, s := range stages {
		row(s.name, "%.0f", func(size int) float64 { return cost[s.stage][size] })
	}
	sum := func(of []report.Stage) func(int) float64 {
		return func(size int) (total float64) {
			for _, s := range of {
				total += cost[s][size]
			}
			return total
		}
	}
	row("parse and names", "%.0f", sum(before))
	row("keywords, phrases, quotes", "%.0f", sum(after))
	row("**share**", "%.2f", func(size int) float64 { return sum(after)(size) / sum(before)(size) })
	return t
}
