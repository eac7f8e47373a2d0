package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gloss/app/report"
	"gloss/web"
)

func TestEveryStageIsTimed(t *testing.T) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		t.Fatal(err)
	}
	b, err := report.Open(models)
	if err != nil {
		t.Fatal(err)
	}
	took, r, err := timeStages(b, report.Input{Text: "Fiji was first."})
	if err != nil || r.Stats.Words != 3 {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, s := range stages {
		if _, ok := took[s.stage]; !ok {
			t.Errorf("%s is not timed", s.stage)
		}
		delete(took, s.stage)
	}
	if len(took) > 0 {
		t.Errorf("stages without a row: %v", took)
	}
	if table := speedTable(map[report.Stage]time.Duration{report.StageParse: 2e6, report.StageEntities: 4e6}, 2000, 10000); table.rows[3][1] != "500 k" || table.rows[3][2] != "2.5" || table.rows[3][3] != "2.00" {
		t.Errorf("rows %v", table.rows)
	}
}

func TestGrowthTable(t *testing.T) {
	cost := map[report.Stage][]float64{}
	for i, s := range stages {
		for size := range growthWords {
			cost[s.stage] = append(cost[s.stage], float64(10*(i+1)+size))
		}
	}
	table := growthTable(cost)
	n := len(table.rows)
	if len(table.head) != 5 || table.head[4] != "1000 k words" || table.rows[2][1] != "30" || table.rows[n-3][1] != "120" || table.rows[n-2][4] != "219" || table.rows[n-1][1] != "1.75" {
		t.Errorf("head %v, rows %v", table.head, table.rows)
	}
}

func TestVaried(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", sample))
	if err != nil {
		t.Fatal(err)
	}
	in := varied(string(b), 5000)
	words := map[string]bool{}
	n := 0
	for _, w := range strings.Fields(in.Text) {
		words[w] = true
		n++
	}
	if n < 5000 || n > 6000 || len(words) < 400 || !strings.Contains(in.Text, "\n\n\nParis museums") {
		t.Errorf("%d words, %d different", n, len(words))
	}
	if again := varied(string(b), 5000); again.Text != in.Text {
		t.Error("two runs make two texts")
	}
}
