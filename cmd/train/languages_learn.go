package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"

	"gloss/app/lang"
)

// How the table of languages is learnt: a softmax regression over the grams of short pieces of prose, by AdaGrad, each feature left out now and then; then the
// rows and weights that tell least go, and what is left is learnt again.
const (
	gramsEach   = 900 // candidates for each language
	gramRounds  = 3   // over the pieces, before pruning and after the first
	lastRounds  = 5   // after the last pruning
	gramPieces  = 800 // pieces of a language in a round
	gramRate    = 0.15
	gramDropout = 0.2
	gramUnit    = 0.2   // of a weight in the table, in nats for a word that counts twice
	gramLeft    = 17000 // weights that are left; three times as many after the first pruning
	gramMost    = 26    // units
)

// moreOf says how many times as many pieces a language gets: those that Gloss reads, and those that are taken for them most easily.
var moreOf = map[string]int{
	"en": 6, "es": 7, "fr": 5, "ru": 12, "sv": 7, "no": 12, "hu": 4,
	"da": 12, "de": 4, "it": 4, "pt": 6, "gl": 3, "ca": 3, "nl": 3, "pl": 2, "fi": 2, "cs": 2, "ro": 2, "uk": 6, "bg": 8, "sr": 5, "mk": 2, "be": 2,
}

// piece is a short text as features with their counts.
type piece struct {
	features []int32
	counts   []float32
	language int
}

type gramLearner struct {
	codes   []string
	prose   prose
	random  *rand.Rand
	number  map[uint64]int32 // of the chosen grams
	grams   []string
	weights [][]float64 // by gram, then language
	sums    [][]float64 // of squares of gradients
	seen    []float64   // in how many pieces the gram was
	free    [][]bool    // what may be learnt; nil before pruning
}

func newGramLearner(codes []string, p prose) *gramLearner {
	return &gramLearner{codes: codes, prose: p, random: rand.New(rand.NewPCG(6, 1)), number: map[uint64]int32{}}
}

// choose takes the grams of each language that tell most of it. How frequent a gram is in a language is the mean of the logarithms over its
// packages, so that the vocabulary of one of them tells little.
func (l *gramLearner) choose() {
	names := map[uint64]string{}
	freq := make([]map[uint64]float64, len(l.codes))
	total := map[uint64]float64{}
	for i, code := range l.codes {
		freq[i] = l.frequencies(code, names)
		for h, f := range freq[i] {
			total[h] += f
		}
	}
	chosen := map[uint64]bool{}
	for i := range l.codes {
		type scored struct {
			hash uint64
			by   float64
		}
		var list []scored
		for h, f := range freq[i] {
			others := (total[h] - f) / float64(len(l.codes)-1)
			list = append(list, scored{h, f * math.Log((f+1e-6)/(others+1e-6))})
		}
		slices.SortFunc(list, func(a, b scored) int {
			return cmp.Or(cmp.Compare(b.by, a.by), cmp.Compare(names[a.hash], names[b.hash]))
		})
		for _, s := range list[:min(len(list), gramsEach)] {
			chosen[s.hash] = true
		}
	}
	hashes := slices.SortedFunc(maps.Keys(chosen), func(a, b uint64) int { return cmp.Compare(names[a], names[b]) })
	for _, h := range hashes {
		l.number[h] = int32(len(l.grams))
		l.grams = append(l.grams, names[h])
		l.weights = append(l.weights, make([]float64, len(l.codes)))
		sums := make([]float64, len(l.codes))
		for i := range sums {
			sums[i] = 1
		}
		l.sums = append(l.sums, sums)
	}
	l.seen = make([]float64, len(l.grams))
	fmt.Fprintf(os.Stderr, "%d grams\n", len(l.grams))
}

// frequencies is how often a gram stands in a thousand of the language.
func (l *gramLearner) frequencies(code string, names map[uint64]string) map[uint64]float64 {
	sets := l.prose[code]
	counts := make([]map[uint64]float64, 0, len(sets))
	all := map[uint64]bool{}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		c, n := map[uint64]float64{}, 0.0
		for _, p := range sets[name] {
			lang.Grams(p, func(gram string, h uint64, times int) {
				if _, ok := names[h]; !ok {
					names[h] = gram
				}
				c[h] += float64(times)
				n += float64(times)
			})
		}
		for h := range c {
			c[h] = 1000 * c[h] / n
			all[h] = true
		}
		counts = append(counts, c)
	}
	out := make(map[uint64]float64, len(all))
	for h := range all {
		logs := 0.0
		for _, c := range counts {
			logs += math.Log(c[h] + 0.003)
		}
		if f := math.Exp(logs/float64(len(counts))) - 0.003; f > 0.004 {
			out[h] = f
		}
	}
	return out
}

// pieces is the pieces of one round, in random order: of each language as many from each package.
func (l *gramLearner) pieces() []piece {
	var out []piece
	for i, code := range l.codes {
		sets := l.prose[code]
		names := slices.Sorted(maps.Keys(sets))
		for k := range gramPieces * max(1, moreOf[code]) {
			set := sets[names[k%len(names)]]
			if p := l.piece(l.cut(set[l.random.IntN(len(set))]), i); len(p.features) > 0 {
				out = append(out, p)
			}
		}
	}
	l.random.Shuffle(len(out), func(a, b int) { out[a], out[b] = out[b], out[a] })
	return out
}

// cut is some words of the paragraph that have 15 to 140 letters together.
func (l *gramLearner) cut(paragraph string) string {
	words := strings.Fields(paragraph)
	long := 15 + l.random.IntN(60) + l.random.IntN(60)
	from := l.random.IntN(len(words))
	if l.random.IntN(3) == 0 {
		from = 0
	}
	n, to := 0, from
	for to < len(words) && n < long {
		n += len([]rune(words[to])) + 1
		to++
	}
	return strings.Join(words[from:to], " ")
}

func (l *gramLearner) piece(text string, language int) piece {
	counts := map[int32]float32{}
	lang.Grams(text, func(_ string, h uint64, times int) {
		if n, ok := l.number[h]; ok {
			counts[n] += float32(times) / 2
		}
	})
	p := piece{language: language, features: slices.Sorted(maps.Keys(counts))}
	for _, f := range p.features {
		p.counts = append(p.counts, counts[f])
	}
	return p
}

// learn learns the weights, and leaves those that tell most.
func (l *gramLearner) learn() {
	l.rounds(gramRounds)
	l.prune(3 * gramLeft)
	l.rounds(gramRounds)
	l.prune(gramLeft)
	l.rounds(lastRounds)
}

func (l *gramLearner) rounds(n int) {
	for round := range n {
		rate := gramRate * (1 - 0.9*float64(round)/float64(max(1, n-1)))
		wrong, pieces := 0, l.pieces()
		for i := range pieces {
			if !l.step(&pieces[i], rate) {
				wrong++
			}
		}
		fmt.Fprintf(os.Stderr, "round %d: %.2f%% of %d wrong\n", round, 100*float64(wrong)/float64(len(pieces)), len(pieces))
	}
}

// step learns from one piece, and says whether it was told right.
func (l *gramLearner) step(p *piece, rate float64) bool {
	scores := make([]float64, len(l.codes))
	kept := make([]bool, len(p.features))
	for k, f := range p.features {
		if kept[k] = l.random.Float64() >= gramDropout; !kept[k] {
			continue
		}
		for i, w := range l.weights[f] {
			scores[i] += w * float64(p.counts[k]) / (1 - gramDropout)
		}
	}
	best := slices.Index(scores, slices.Max(scores))
	top, sum := scores[best], 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	scores[p.language]--
	for k, f := range p.features {
		l.seen[f]++
		if !kept[k] {
			continue
		}
		w, sums := l.weights[f], l.sums[f]
		for i, g := range scores {
			if l.free != nil && !l.free[f][i] || g < 1e-4 && g > -1e-4 {
				continue
			}
			g *= float64(p.counts[k])
			sums[i] += g * g
			w[i] -= rate * g / math.Sqrt(sums[i])
		}
	}
	return best == p.language
}

// prune has all but so many weights, those that tell least, be nothing, and starts the learning rates anew. What a weight tells is its square by the pieces in which its gram is,
// and less where it is the only one of its gram, which then costs the table a row.
func (l *gramLearner) prune(left int) {
	type cell struct {
		f, i int
		by   float64
	}
	var cells []cell
	for f, w := range l.weights {
		row := 0.0
		for i := range w {
			row = max(row, l.tells(f, i))
		}
		for i := range w {
			by := l.tells(f, i)
			if by < row {
				by *= 2
			}
			cells = append(cells, cell{f, i, min(by, row)})
		}
	}
	slices.SortStableFunc(cells, func(a, b cell) int { return cmp.Compare(b.by, a.by) })
	l.free = make([][]bool, len(l.weights))
	for f, w := range l.weights {
		l.free[f] = make([]bool, len(w))
		for i := range l.sums[f] {
			l.sums[f][i] = 1
		}
	}
	for _, c := range cells[:min(left, len(cells))] {
		l.free[c.f][c.i] = true
	}
	for f, w := range l.weights {
		for i := range w {
			if !l.free[f][i] {
				w[i] = 0
			}
		}
	}
}

// tells is how much the weight of gram f for language i tells, more of a language that has more pieces.
func (l *gramLearner) tells(f, i int) float64 {
	return l.weights[f][i] * l.weights[f][i] * l.seen[f] * math.Sqrt(float64(max(1, moreOf[l.codes[i]])))
}

// table is the weights in units, without the grams that have none.
func (l *gramLearner) table() string {
	var b strings.Builder
	for f, w := range l.weights {
		cells := ""
		for i := range w {
			if n := int(math.Round(w[i] / gramUnit)); n != 0 {
				cells += string(rune('A'+i)) + strconv.Itoa(max(-gramMost, min(gramMost, n)))
			}
		}
		if cells != "" {
			b.WriteString(l.grams[f] + "\t" + cells + "\n")
		}
	}
	return b.String()
}
