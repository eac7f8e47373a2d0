package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gloss/app/lang"
	"gloss/app/text"
	"gloss/web"
)

const (
	comparedWords = 15_000
	comparedRuns  = 5 // timed, after one that is not
)

// contestant is a program in the comparison of speeds, and what it is asked for.
type contestant struct {
	peer
	does string
}

// What contestants do.
const (
	wholeReport = "whole report"
	namesOnly   = "names"
)

// compareSpeed times our engine, natively and in wasm, and the peers over the same texts, one program after the other.
// What says what the texts are.
func compareSpeed(texts []string, what string) (table, error) {
	contestants, openers, missing, err := contest()
	if err != nil {
		return table{}, err
	}
	tokens, err := countTokens(texts)
	if err != nil {
		return table{}, err
	}
	seconds := make([]float64, len(contestants))
	for i, c := range contestants {
		if seconds[i], err = c.bestTime(texts); err != nil {
			return table{}, err
		}
	}
	ready := ""
	for _, o := range openers {
		took, err := o.bestTime([]string{""})
		if err != nil {
			return table{}, err
		}
		ready += readiness(o.name, took, seconds[0], tokens)
	}
	t := comparison(contestants, seconds, tokens)
	t.note = strings.TrimSpace(fmt.Sprintf("%d tokens of %s, read one by one on one core of this machine; each one's best of %d runs. Only the ratios carry over to other machines. %s%s%s",
		tokens, what, comparedRuns, besides(contestants, seconds), ready, missing))
	return t, nil
}

// contest is who is compared, ourselves first, who makes the model of names ready, and a sentence on who cannot be timed.
func contest() (contestants []contestant, openers []peer, missing string, err error) {
	for _, c := range []struct{ mode, does string }{{"report", wholeReport}, {"names", namesOnly}} {
		p, err := gloss(c.mode)
		if err != nil {
			return nil, nil, "", err
		}
		contestants = append(contestants, contestant{p, c.does})
	}
	opener, err := gloss("model")
	if err != nil {
		return nil, nil, "", err
	}
	openers = append(openers, opener)
	others, missing := installedPeers()
	inWasm, err := glossInWasm("report", "names", "model")
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench: wasm is not timed:", err)
		missing = strings.TrimSpace(missing + " Wasm could not be timed.")
	} else {
		contestants = append(contestants, contestant{inWasm[0], wholeReport}, contestant{inWasm[1], namesOnly})
		openers = append(openers, inWasm[2])
	}
	for _, p := range others {
		contestants = append(contestants, contestant{p, namesOnly})
	}
	return contestants, openers, missing, nil
}

// besides says how many times as fast as the first peer we find names, "" without peers.
func besides(contestants []contestant, seconds []float64) string {
	first := slices.IndexFunc(contestants, func(c contestant) bool { return !strings.HasPrefix(c.name, ourName) })
	if first < 0 {
		return ""
	}
	var out []string
	for i, c := range contestants {
		if c.does == namesOnly && strings.HasPrefix(c.name, ourName) {
			out = append(out, fmt.Sprintf("%s %.3g", c.name, seconds[first]/seconds[i]))
		}
	}
	return fmt.Sprintf("How many times as fast as %s names are found: %s. ", contestants[first].name, strings.Join(out, ", "))
}

// readiness says how long the model of names took from its bytes until it could be used, and how many tokens the first contestant reads
// in that time.
func readiness(name string, took, first float64, tokens int) string {
	return fmt.Sprintf("%s has the model of names ready %.0f ms after its bytes, in which the first reads %s tokens. ", name, 1e3*took, thousands(took/first*float64(tokens)))
}

// bestTime is the seconds that the program needs for all texts, asked several times in one process.
func (p peer) bestTime(texts []string) (float64, error) {
	var asked []string
	for range comparedRuns + 1 {
		asked = append(asked, texts...)
	}
	answers, err := p.ask(asked)
	return bestRuns(answers, len(texts)), err
}

// bestRuns is the sum of each of n texts' fastest run. Text by text, because a slow program's run over all of them would never be without a
// disturbance that a fast one's escapes. The first run, in which programs warm up, does not count.
func bestRuns(answers []answer, n int) float64 {
	sum := 0.0
	for i := n; i < min(2*n, len(answers)); i++ {
		best := answers[i].Seconds
		for again := i + n; again < len(answers); again += n {
			best = min(best, answers[again].Seconds)
		}
		sum += best
	}
	return sum
}

// comparison is the table of speeds, as ratios to the first.
func comparison(contestants []contestant, seconds []float64, tokens int) table {
	t := table{name: "speed", head: []string{"program, what it makes", "tokens/s", "× the first"}}
	for i, c := range contestants {
		t.rows = append(t.rows, []string{c.name + ", " + c.does, thousands(float64(tokens) / seconds[i]), fmt.Sprintf("%.3g", seconds[0]/seconds[i])})
	}
	return t
}

// thousands is a number to three digits, its thousands apart.
func thousands(x float64) string {
	s := fmt.Sprintf("%.3g", x)
	if x < 999.5 {
		return s
	}
	var rounded float64
	fmt.Sscan(s, &rounded)
	s = fmt.Sprintf("%.0f", rounded)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// madeUp are articles of the sample's length, of n words together, see varied.
func madeUp(sample string, n int) []string {
	body, _, _ := strings.Cut(sample, "\n\n\n")
	each := strings.Count(body, "\n\n") + 1
	made, _, _ := strings.Cut(varied(sample, n).Text, "\n\n\n")
	paragraphs := strings.Split(made, "\n\n")
	var out []string
	for i := 0; i < len(paragraphs); i += each {
		out = append(out, strings.Join(paragraphs[i:min(i+each, len(paragraphs))], "\n\n"))
	}
	return out
}

// newsArticles are articles of the data folder, spread over its topics, of about n words together.
func newsArticles(data string, n int) ([]string, error) {
	list, err := readArticles(filepath.Join(data, "headline", "bbc-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	words := 0
	for _, a := range list {
		words += len(strings.Fields(a.Body))
	}
	step := max(1, words/n)
	var out []string
	for i := 0; i < len(list); i += step {
		out = append(out, list[i].Body)
	}
	return out, nil
}

// countTokens counts as our parser does: one count for all, so that ratios are those of times.
func countTokens(texts []string) (n int, err error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return 0, err
	}
	l, err := lang.Open(models, "en")
	if err != nil {
		return 0, err
	}
	for _, t := range texts {
		n += len(text.Parse(t, l, text.Span{Start: 0, End: len(t)}).Tokens)
	}
	return n, nil
}
