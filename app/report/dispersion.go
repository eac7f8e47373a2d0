package report

import "math"

// Dispersion is where each span begins between start and end, 0 to 1, rounded to 4 decimals. All are in one unit.
func Dispersion(spans []Pair, start, end int) []float64 {
	out := make([]float64, len(spans))
	for i, p := range spans {
		if end > start {
			out[i] = math.Round(1e4*min(1, max(0, float64(p[0]-start)/float64(end-start)))) / 1e4
		}
	}
	return out
}

// evenParts is into how many parts of one length Evenness cuts the article.
const evenParts = 10

// Evenness is how evenly places, 0 to 1 as Dispersion gives them, are spread over ten parts of one length: 1 when each part has as many as another, 0 when
// all stand in one; rounded to 4 decimals. It is 1 − DPnorm: Gries, "Dispersions and adjusted frequencies in corpora", 2008, DP being half the sum of the
// differences between the shares found and expected; normalised as Lijffijt and Gries have it, 2012. Fewer places than parts can't be spread evenly,
// whatever the text: compare words of like counts. No place is 0.
func Evenness(places []float64) float64 {
	if len(places) == 0 {
		return 0
	}
	var counts [evenParts]int
	for _, p := range places {
		counts[min(evenParts-1, max(0, int(p*evenParts)))]++
	}
	sum := 0
	for _, n := range counts {
		if d := n*evenParts - len(places); d > 0 { // those above are as far off as those below
			sum += d
		}
	}
	return math.Round(1e4*(1-float64(sum)/float64(len(places)*(evenParts-1)))) / 1e4
}
