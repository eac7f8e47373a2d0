package keyword

import (
	"fmt"
	"math"
	"strconv"

	"gloss/app/lang"
)

// Weights is one weight a feature, in the order of the feature names.
type Weights []float64

// openWeights reads a file of lines "feature<TAB>weight"; every feature must have one.
func openWeights(l *lang.Language, name string, features []string) (Weights, error) {
	t, err := l.Table(name)
	if err != nil {
		return nil, err
	}
	if len(t) != len(features) {
		return nil, fmt.Errorf("language %s: %s: %d weights, want %d", l.Code, name, len(t), len(features))
	}
	w := make(Weights, len(features))
	for i, f := range features {
		cols := t[f]
		if len(cols) != 1 {
			return nil, fmt.Errorf("language %s: %s: no weight for %q", l.Code, name, f)
		}
		if w[i], err = strconv.ParseFloat(cols[0], 64); err != nil {
			return nil, fmt.Errorf("language %s: %s: %s: %w", l.Code, name, f, err)
		}
	}
	return w, nil
}

// score is the weighted sum of the features, squeezed into 0 to 1 without an exponential,
// which differs between machines, and rounded to 4 decimals.
func (w Weights) score(features []float64) float64 {
	sum := 0.0
	for i, f := range features {
		sum += float64(w[i] * f)
	}
	return round4(0.5 + 0.5*sum/(1+math.Abs(sum)))
}

func round4(x float64) float64 { return math.Round(x*1e4) / 1e4 }

func ratio[A, B int | int32](a A, b B) float64 { return float64(a) / float64(b) }

func log1p[A int | int32](n A) float64 { return math.Log(float64(n) + 1) }
