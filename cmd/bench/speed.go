package main

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"time"

	"gloss/app/report"
	"gloss/web"
)

const (
	sample     = "web/samples/paris.txt"
	speedWords = 100_000
	speedRuns  = 5
)

// stages in the order in which Build tells of them, as the table names them.
var stages = []struct {
	stage report.Stage
	name  string
}{
	{report.StageLanguage, "detect the language"},
	{report.StageSplit, "split the paste"},
	{report.StageParse, "parse"},
	{report.StageEntities, "recognise names"},
	{report.StageResolve, "resolve names"},
	{report.StageKeywords, "keywords"},
	{report.StagePhrases, "phrases"},
	{report.StageQuotes, "quotes"},
	{report.StageHeadlines, "10 headlines"},
}

// speed compares the engine with its peers over one text, and times each stage of a report.
func speed(data string) ([]table, error) {
	b, err := os.ReadFile(sample)
	if err != nil {
		return nil, fmt.Errorf("run from the project's root: %w", err)
	}
	texts, what := madeUp(string(b), comparedWords), "made-up articles"
	if data != "" {
		what = "BBC articles"
		if texts, err = newsArticles(data, comparedWords); err != nil {
			return nil, err
		}
	}
	compared, err := compareSpeed(texts, what)
	if err != nil {
		return nil, err
	}
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	builder, err := report.Open(models)
	if err != nil {
		return nil, err
	}
	byStage, err := speedOfStages(builder, string(b))
	if err != nil {
		return nil, err
	}
	bySize, err := growth(builder, string(b))
	return []table{compared, byStage, bySize}, err
}

// speedOfStages times each stage of a report, native, over one text of about 100,000 words.
func speedOfStages(builder *report.Builder, article string) (table, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	in := varied(article, speedWords)
	best := map[report.Stage]time.Duration{}
	words := 0
	for run := range speedRuns + 1 {
		took, r, err := timeStages(builder, in)
		if err != nil {
			return table{}, err
		}
		words = r.Stats.Words
		for stage, d := range took {
			if old, ok := best[stage]; run > 0 && (!ok || d < old) { // the first run opens the tables
				best[stage] = d
			}
		}
	}
	return speedTable(best, words, len(in.Text)), nil
}

// timeStages builds one report: a stage lasts from when the watcher hears of it first to when it hears of the next.
func timeStages(b *report.Builder, in report.Input) (map[report.Stage]time.Duration, *report.Report, error) {
	took := map[report.Stage]time.Duration{}
	last, since := report.Stage(""), time.Now()
	r, err := b.Build(in, func(p report.Progress) bool {
		now := time.Now()
		if last != "" {
			took[last] += now.Sub(since)
		}
		last, since = p.Stage, now
		return true
	})
	took[last] += time.Since(since)
	return took, r, err
}

func speedTable(took map[report.Stage]time.Duration, words, bytes int) table {
	t := table{head: []string{"stage", "words/s", "MB/s", "× parse"}, note: fmt.Sprintf("Native, one core, %d words (the sample, varied); the best of %d runs.", words, speedRuns)}
	var whole time.Duration
	add := func(name string, d time.Duration) {
		s := max(d.Seconds(), 1e-9)
		t.rows = append(t.rows, []string{
			name, fmt.Sprintf("%.0f k", float64(words)/s/1e3), fmt.Sprintf("%.1f", float64(bytes)/s/1e6),
			fmt.Sprintf("%.2f", s/took[report.StageParse].Seconds()),
		})
	}
	for _, s := range stages {
		add(s.name, took[s.stage])
		whole += took[s.stage]
	}
	add("**whole report**", whole)
	return t
}

// varied is the sample's paragraphs over and over up to about n words, its sentences taken in ever other orders and names and
// numbers given other endings, so that the stages meet new words all the time; the sample's headlines come at the end.
func varied(article string, n int) report.Input {
	article, tail, _ := strings.Cut(article, "\n\n\n")
	paragraphs := strings.Split(article, "\n\n")
	var b strings.Builder
	words := 0
	for round := 0; words < n; round++ {
		for i := range paragraphs {
			p := paragraphs[(i*7+round)%len(paragraphs)]
			for k, w := range strings.Fields(p) {
				if k > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(w)
				if words++; round > 0 && words%53 == 0 {
					fmt.Fprintf(&b, " %s%c%c %d", strings.Trim(w, ".,;“”"), 'a'+rune(round%26), 'a'+rune(words%26), words)
				}
			}
			b.WriteString("\n\n")
		}
	}
	return report.Input{Text: strings.TrimSpace(b.String()) + "\n\n\n" + tail}
}
