package main

import (
	"strconv"
	"strings"
)

// choose picks one of the offered content codings, given best first, for the values of a request's Accept-Encoding fields (RFC 9110, section 12.5.3).
// The highest weight wins, the earlier of two that weigh the same; "identity" is acceptable unless it is refused by name or by "*;q=0", and is
// chosen over a coding only when that weighs less. The empty answer says that nothing offered is acceptable.
func choose(accept []string, offered ...string) string {
	weights := map[string]int{}
	for _, field := range accept {
		for element := range strings.SplitSeq(field, ",") {
			if coding, weight, ok := parseCoding(element); ok {
				weights[coding] = weight
			}
		}
	}
	best, bestWeight := "", 0
	for _, coding := range offered {
		if w := weigh(weights, coding); w > bestWeight {
			best, bestWeight = coding, w
		}
	}
	return best
}

// weigh gives the weight of a coding, in thousandths. One that is named nowhere is refused, but identity is then the last resort.
func weigh(weights map[string]int, coding string) int {
	if w, named := weights[coding]; named {
		return w
	}
	if w, any := weights["*"]; any {
		return w
	}
	if coding == "identity" {
		return 1
	}
	return 0
}

// parseCoding reads one element of the list, such as "gzip;q=0.8". Elements that are malformed are left out.
func parseCoding(element string) (coding string, weight int, ok bool) {
	coding, params, _ := strings.Cut(element, ";")
	coding = strings.ToLower(strings.TrimSpace(coding))
	if coding == "" {
		return "", 0, false
	}
	if coding == "x-gzip" { // the same, by section 8.4.1.3
		coding = "gzip"
	}
	if strings.TrimSpace(params) == "" {
		return coding, 1000, true
	}
	name, value, _ := strings.Cut(params, "=")
	if !strings.EqualFold(strings.TrimSpace(name), "q") {
		return "", 0, false
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || !(q >= 0 && q <= 1) {
		return "", 0, false
	}
	return coding, int(q*1000 + 0.5), true
}
