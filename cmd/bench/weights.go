package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gloss/app/keyword"
	"gloss/cmd/internal/fit"
)

// families are features that tell the same in several ways, so that each of them alone brings little: those of keywords, then of phrases.
var families = [...]map[string]string{
	{
		"how often":     "frequency frequency-rarity sentences paragraphs",
		"where":         "first-sentence early title range in-sentence",
		"what it is":    "letter letters in-compound compound verb time adverb weak address ending-past ending-ing ending-noun ending-adjective",
		"names":         "name name-frequency",
		"how it stands": "after-determiner after-preposition before-preposition alone in-run begins-run ends-run",
		"rarity":        "frequency-rarity",
	},
	{
		"how often":          "frequency sentences words-frequency text",
		"where":              "first-sentence first-place range begins-sentence",
		"rarity":             "words-rarity head-rarity frequency-rarity",
		"belongs together":   "cohesion cohesion-mean in-longer begins-run ends-run",
		"what stands around": "after-to after-determiner after-preposition after-verb before-verb before-preposition",
		"what it is":         "three-words four-words head-adjective head-ing head-noun first-past first-adjective hyphen head-plural",
	},
}

// weights tells what each feature of keywords and phrases brings: macro F1@10 on the set that its weights are fitted on, each fifth with weights fitted on
// the others, of all features and without each.
func weights(data string) ([]table, error) {
	b, err := openKeyphraseBench(data)
	if err != nil {
		return nil, err
	}
	words, phrases := keyword.Features()
	return []table{
		ablation("keywords, 500N-KPCrowd", words, b.sets[news500], func(a *labelled) []fit.Row { return a.words }, fit.Keywords, families[0]),
		ablation("phrases, DUC-2001", phrases, b.sets[duc], func(a *labelled) []fit.Row { return a.phrases }, fit.Logistic, families[1]),
	}, nil
}

// ablation has a row for all features, one for weights that are all fitted, and one for each family and each feature left out: its weight, the F1, the
// difference.
func ablation(what string, features []string, set []labelled, rows func(*labelled) []fit.Row, fitted func([]fit.Row) []float64, families map[string]string) table {
	t := table{head: []string{what, "weight", "F1@10", "brings"}}
	var every []fit.Row
	for i := range set {
		every = append(every, rows(&set[i])...)
	}
	w, all := fitted(every), rowsF1(set, rows, fitted)
	t.rows = append(t.rows, []string{"all", "", fmt.Sprintf("%.1f", all), ""}, []string{"all, every weight fitted", "", fmt.Sprintf("%.1f", rowsF1(set, rows, fit.Logistic)), ""})
	without := func(name, weight string, out ...int) {
		f := rowsF1(set, func(a *labelled) []fit.Row { return leaveOut(rows(a), out) }, fitted)
		t.rows = append(t.rows, []string{name, weight, fmt.Sprintf("%.1f", f), fmt.Sprintf("%+.1f", all-f)})
	}
	for _, name := range slices.Sorted(maps.Keys(families)) {
		var out []int
		for _, member := range strings.Fields(families[name]) {
			out = append(out, slices.Index(features, member))
		}
		without("**"+name+"**", "", out...)
	}
	for n, name := range features {
		without(name, fmt.Sprintf("%.3f", w[n]), n)
	}
	return t
}

// leaveOut is the rows with the features out being nothing.
func leaveOut(rows []fit.Row, out []int) []fit.Row {
	less := make([]fit.Row, len(rows))
	for i, r := range rows {
		less[i] = fit.Row{Features: slices.Clone(r.Features), Right: r.Right}
		for _, n := range out {
			less[i].Features[n] = 0
		}
	}
	return less
}

// rowsF1 is the cross-fitted F1 in percent of the ten best rows of each article.
func rowsF1(set []labelled, rows func(*labelled) []fit.Row, fitted func([]fit.Row) []float64) float64 {
	sum := 0.0
	for part := range folds {
		var others []fit.Row
		for i := range set {
			if i%folds != part {
				others = append(others, rows(&set[i])...)
			}
		}
		w := fitted(others)
		for i := part; i < len(set); i += folds {
			sum += topF1(rows(&set[i]), w, len(set[i].gold))
		}
	}
	return 100 * sum / float64(len(set))
}

// topF1 is the F1 of the ten rows with the highest scores against so many keyphrases.
func topF1(rows []fit.Row, w []float64, gold int) float64 {
	type scored struct {
		score float64
		right bool
	}
	all := make([]scored, len(rows))
	for i, r := range rows {
		all[i].right = r.Right
		for k, f := range r.Features {
			all[i].score += float64(w[k] * f)
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	top, right := all[:min(topKeys, len(all))], 0
	for _, s := range top {
		if s.right {
			right++
		}
	}
	return 2 * float64(right) / float64(max(1, len(top)+gold))
}
