package fit

import "math"

// Row is one example: what it is made of and whether it is right.
type Row struct {
	Features []float64
	Right    bool
}

// iterations of Newton's method; it has converged long before.
const iterations = 24

// ridge is the penalty on the squares of the weights.
const ridge = 3

// Logistic fits the weights of a logistic regression with a ridge penalty by Newton's method
// (iteratively reweighted least squares). Rows must all have the same number of features.
func Logistic(rows []Row) []float64 { return logistic(rows, nil) }

// logistic is Logistic with the weights of some features held where fixed has them, by the feature's number.
func logistic(rows []Row, fixed map[int]float64) []float64 {
	n := len(rows[0].Features)
	w := make([]float64, n)
	for i, v := range fixed {
		w[i] = v
	}
	for range iterations {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			hessian[i][i] = ridge
			gradient[i] = -float64(ridge * w[i])
		}
		for _, r := range rows {
			addRow(gradient, hessian, w, r)
		}
		for i := range fixed {
			hold(gradient, hessian, i)
		}
		step := solve(hessian, gradient)
		longest := 1.0 // from a far start a whole step may go too far
		for _, x := range step {
			longest = max(longest, math.Abs(x))
		}
		for i := range w {
			w[i] += step[i] / longest
		}
	}
	return w
}

// hold makes weight i stay where it is.
func hold(gradient []float64, hessian [][]float64, i int) {
	gradient[i] = 0
	for j := range i {
		hessian[i][j] = 0
	}
	for j := i + 1; j < len(hessian); j++ {
		hessian[j][i] = 0
	}
}

func addRow(gradient []float64, hessian [][]float64, w []float64, r Row) {
	z := 0.0
	for i, f := range r.Features {
		z += float64(w[i] * f)
	}
	p := 1 / (1 + math.Exp(-z))
	miss := -p
	if r.Right {
		miss++
	}
	for i, f := range r.Features {
		if f == 0 {
			continue
		}
		gradient[i] += float64(miss * f)
		v := float64(p * (1 - p) * f)
		for j := 0; j <= i; j++ {
			hessian[i][j] += float64(v * r.Features[j])
		}
	}
}

// solve gives back x with A·x = b for a symmetric positive definite A of which only the
// lower half is set, by Cholesky's decomposition. A is overwritten.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	x := make([]float64, n)
	copy(x, b)
	for i := range n {
		for j := 0; j <= i; j++ {
			sum := a[i][j]
			for k := range j {
				sum -= float64(a[i][k] * a[j][k])
			}
			if i == j {
				a[i][i] = math.Sqrt(sum)
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	for i := range n {
		for k := range i {
			x[i] -= float64(a[i][k] * x[k])
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= float64(a[k][i] * x[k])
		}
		x[i] /= a[i][i]
	}
	return x
}
