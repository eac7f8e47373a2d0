package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

// speed times each stage of a report, native, over a text of about 100,000 words.
func speed(string) ([]table, error) {
	b, err := os.ReadFile(sample)
	if err != nil {
		return nil, fmt.Errorf("run from the project's root: %w", err)
	}
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	builder, err := report.Open(models)
	if err != nil {
		return nil, err
	}
	in := varied(string(b), speedWords)
	best := map[report.Stage]time.Duration{}
	words := 0
	for run := range speedRuns + 1 {
		took, r, err := timeStages(builder, in)
		if err != nil {
			return nil, err
		}
		words = r.Stats.Words
		for stage, d := range took {
			if old, ok := best[stage]; run > 0 && (!ok || d < old) { // the first run opens the tables
				best[stage] = d
			}
		}
	}
	return []table{speedTable(best, words, len(in.Text))}, nil
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
	t := table{name: "speed", head: []string{"stage", "words/s", "MB/s", "× parse"}, note: fmt.Sprintf("Native, one core, %d words (the sample, varied); the best of %d runs.", words, speedRuns)}
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

// sizes adds up the built site by kind of file. Without a built site there is no table.
func sizes(string) ([]table, error) {
	const dist = "web/dist"
	type size struct{ files, raw, gz, br int64 }
	kinds := []string{".wasm", ".js", ".css", ".html", ".txt", "other"}
	by := map[string]*size{}
	for _, k := range kinds {
		by[k] = &size{}
	}
	err := filepath.WalkDir(dist, func(path string, d fs.DirEntry, err error) error {
		ext := filepath.Ext(path)
		if err != nil || d.IsDir() || ext == ".br" || ext == ".gz" || d.Name() == ".gitkeep" {
			return err
		}
		s, ok := by[ext]
		if !ok {
			s = by["other"]
		}
		s.files++
		raw, err := sizeOf(path, 0)
		if err != nil {
			return err
		}
		gz, err := sizeOf(path+".gz", raw)
		if err != nil {
			return err
		}
		br, err := sizeOf(path+".br", raw)
		s.raw, s.gz, s.br = s.raw+raw, s.gz+gz, s.br+br
		return err
	})
	if err != nil {
		return nil, err
	}
	t := table{name: "sizes", head: []string{"files", "number", "raw", "gzip", "brotli"}, note: "In kB, the whole built site."}
	var all size
	row := func(name string, s *size) {
		kb := func(n int64) string { return fmt.Sprintf("%.1f", float64(n)/1e3) }
		t.rows = append(t.rows, []string{name, fmt.Sprint(s.files), kb(s.raw), kb(s.gz), kb(s.br)})
	}
	for _, k := range kinds {
		s := by[k]
		row(k, s)
		all = size{all.files + s.files, all.raw + s.raw, all.gz + s.gz, all.br + s.br}
	}
	if all.files == 0 {
		return nil, nil
	}
	row("**all**", &all)
	return []table{t}, nil
}

// sizeOf is the size of a file in bytes, otherwise when it is not there and otherwise is not 0.
func sizeOf(path string, otherwise int64) (int64, error) {
	info, err := os.Stat(path)
	if os.IsNotExist(err) && otherwise > 0 {
		return otherwise, nil
	}
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
