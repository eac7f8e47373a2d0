package lang

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A table of ranks (background.txt) has a word a line: the first ExactRanks by rank, the others in bands, each half as long as all before it and in
// alphabetical order. Packed, it has the first words as they are, then all others in one alphabetical order, each as a clue of a packed table is, and
// a letter for the band of each. General compression then makes a sixth less of it. Any long table in alphabetical order is one of ranks, too.

// ExactRanks is how many words of a table of ranks stand by their rank before the bands begin.
const ExactRanks = 64

// ranksHead is the first line of a packed table of ranks; the number of its words follows.
const ranksHead = "%ranks "

// NextBand is the end of the band that begins at from, in a table of n words.
func NextBand(from, n int) int { return min(from+from/2, n) }

// packRanks gives the table of ranks packed; false when it is none.
func packRanks(table []byte) ([]byte, bool) {
	words := strings.Split(strings.TrimSuffix(string(table), "\n"), "\n")
	if len(words) <= 4*ExactRanks || !bytes.HasSuffix(table, []byte("\n")) || !utf8.Valid(table) || bytes.IndexByte(table, '\r') >= 0 {
		return nil, false
	}
	band := make(map[string]byte, len(words))
	letter := byte('A')
	for from := ExactRanks; from < len(words); letter++ {
		to := NextBand(from, len(words))
		if !slices.IsSorted(words[from:to]) {
			return nil, false
		}
		for _, w := range words[from:to] {
			if band[w] != 0 || w == "" {
				return nil, false
			}
			band[w] = letter
		}
		from = to
	}
	rest := slices.Sorted(slices.Values(words[ExactRanks:]))
	var out, bands bytes.Buffer
	out.WriteString(ranksHead + strconv.Itoa(len(words)) + "\n" + strings.Join(words[:ExactRanks], "\n") + "\n")
	before := ""
	for _, w := range rest {
		n := shared(before, w)
		out.WriteString(strconv.Itoa(n) + string([]rune(w)[n:]) + "\n")
		bands.WriteByte(band[w])
		before = w
	}
	out.Write(bands.Bytes())
	out.WriteByte('\n')
	return out.Bytes(), true
}

// shared is how many characters, at most mostShared, two words begin with together.
func shared(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y), mostShared) && x[n] == y[n] {
		n++
	}
	return n
}

// unpackRanks is the inverse of packRanks.
func unpackRanks(data []byte) ([]byte, error) {
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	n, err := strconv.Atoi(lines[0][len(ranksHead):])
	if err != nil || n <= 4*ExactRanks || len(lines) != n+2 || len(lines[n+1]) != n-ExactRanks {
		return nil, errPacked
	}
	var bands [26][]string
	word := []rune(nil)
	for i, line := range lines[1+ExactRanks : n+1] {
		band := int(lines[n+1][i]) - 'A'
		if line == "" || line[0] < '0' || int(line[0]-'0') > len(word) || band < 0 || band >= len(bands) {
			return nil, errPacked
		}
		word = append(word[:line[0]-'0'], []rune(line[1:])...)
		bands[band] = append(bands[band], string(word))
	}
	var out bytes.Buffer
	out.WriteString(strings.Join(lines[1:1+ExactRanks], "\n") + "\n")
	for _, band := range bands {
		for _, w := range band {
			out.WriteString(w + "\n")
		}
	}
	return out.Bytes(), nil
}
