package lang

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Grams are runs of up to gramLetters letters of a word, its bounds included as letters ("_de", "ung_"), and whole words of up to wordLetters. What
// each tells of a language was learnt by cmd/train: a regression over the grams of short texts, with weights that are whole numbers, so that a text has the
// same sums on any machine.
const (
	gramLetters = 4
	wordLetters = 12
	bound       = '_'
)

// A word counts smallWord times, one with a capital, which may be a name, capitalWord times.
const (
	smallWord   = 2
	capitalWord = 1
)

// grams is the learnt table. Rows are found by open addressing; a text is read without allocating.
type grams struct {
	languages []int    // indices into Detector.languages, by column
	keys      []uint64 // hashes of grams; 0 is empty
	rows      []int32  // where the weights of the gram begin, by place in keys
	weights   []weight // each row ends with one of column -1
}

type weight struct{ column, by int16 }

// gramHash is FNV-1a over runes.
const (
	gramSeed  = 14695981039346656037
	gramPrime = 1099511628211
)

// eachGram calls each for the grams of a word, which is folded and stands between two bounds: its hash and its place in word.
func eachGram(word []rune, each func(hash uint64, from, to int)) {
	for i := range word {
		h := uint64(gramSeed)
		for j := i; j < len(word) && j < i+gramLetters; j++ {
			h = (h ^ uint64(word[j])) * gramPrime
			if j > i || word[j] >= utf8.RuneSelf {
				each(h, i, j+1)
			}
		}
		if i == 0 && len(word) > gramLetters && len(word) <= wordLetters+2 {
			for j := gramLetters; j < len(word); j++ {
				h = (h ^ uint64(word[j])) * gramPrime
			}
			each(h, 0, len(word))
		}
	}
}

// eachWord calls each for the words of letters in text, folded, between bounds; capital says that the word begins with one. An address or
// a piece of code has no words. word is only valid during the call.
func eachWord(text string, each func(word []rune, capital bool)) {
	var buf [64]rune
	for chunk := range strings.FieldsSeq(text) {
		if len(chunk) > maxChunk || wordless(chunk) {
			continue
		}
		word, capital := append(buf[:0], bound), false
		for _, r := range chunk {
			switch {
			case 'a' <= r && r <= 'z':
				word = append(word, r)
			case r == utf8.RuneError, r == softHyphen:
				continue
			case unicode.IsLetter(r) || unicode.IsMark(r) && len(word) > 1:
				if len(word) == 1 {
					capital = unicode.IsUpper(r)
				}
				word = append(word, unicode.ToLower(r))
			default:
				if len(word) > 1 {
					each(append(word, bound), capital)
				}
				word, capital = word[:1], false
			}
			if len(word) == len(buf)-1 { // no word is so long
				word = word[:1]
			}
		}
		if len(word) > 1 {
			each(append(word, bound), capital)
		}
	}
}

// wordless says whether what stands between two spaces is an address or a piece of code.
func wordless(chunk string) bool {
	if !strings.ContainsAny(chunk, codeSigns) && strings.IndexByte(chunk, '(') <= 0 && !strings.HasPrefix(chunk, "www.") {
		return false
	}
	ascii := 0
	for i := range len(chunk) {
		if chunk[i] < utf8.RuneSelf {
			ascii++
		}
	}
	return 2*ascii > len(chunk)
}

// withoutCode is text without what is wordless.
func withoutCode(text string) string {
	if !strings.ContainsAny(text, codeSigns+"(") && !strings.Contains(text, "www.") {
		return text
	}
	var b strings.Builder
	for chunk := range strings.FieldsSeq(text) {
		if !wordless(chunk) {
			b.WriteString(chunk)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

const codeSigns = "@={}[]<>_\\|/"

const (
	maxChunk   = 400 // bytes without a space
	softHyphen = '\u00ad'
)

// Grams calls each for the grams of a text, for cmd/train: the gram, its hash, how often it counts.
func Grams(text string, each func(gram string, hash uint64, times int)) {
	eachWord(text, func(word []rune, capital bool) {
		times := smallWord
		if capital {
			times = capitalWord
		}
		eachGram(word, func(hash uint64, from, to int) { each(string(word[from:to]), hash, times) })
	})
}

// readGrams reads the table: a gram, a tab, and its weights, a letter for the language and a whole number. columns says which language a letter is.
func readGrams(file []byte, columns []int) (*grams, error) {
	g := &grams{languages: columns, keys: make([]uint64, 1<<10), rows: make([]int32, 1<<10)}
	n := 0
	sc := bufio.NewScanner(bytes.NewReader(file))
	for line := 1; sc.Scan(); line++ {
		if sc.Text() == "" || strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		gram, cells, ok := strings.Cut(sc.Text(), "\t")
		if !ok || gram == "" {
			return nil, fmt.Errorf("line %d: no gram and weights", line)
		}
		if n++; 2*n > len(g.keys) {
			g.grow()
		}
		h := uint64(gramSeed)
		for _, r := range gram {
			h = (h ^ uint64(r)) * gramPrime
		}
		at := g.place(h)
		g.keys[at], g.rows[at] = h, int32(len(g.weights))
		if g.weights, ok = addWeights(g.weights, cells, len(columns)); !ok {
			return nil, fmt.Errorf("line %d: bad weights %q", line, cells)
		}
	}
	return g, sc.Err()
}

// addWeights appends the weights in cells ("a3b-1") and the end of a row.
func addWeights(weights []weight, cells string, columns int) ([]weight, bool) {
	for cells != "" {
		column := int(cells[0]) - 'A'
		n, sign, at := 0, 1, 1
		if at < len(cells) && cells[at] == '-' {
			sign, at = -1, at+1
		}
		digits := at
		for at < len(cells) && '0' <= cells[at] && cells[at] <= '9' && n < 1000 {
			n = 10*n + int(cells[at]-'0')
			at++
		}
		if column < 0 || column >= columns || at == digits {
			return nil, false
		}
		weights = append(weights, weight{int16(column), int16(sign * n)})
		cells = cells[at:]
	}
	return append(weights, weight{column: -1}), true
}

// grow doubles the places, or makes the first.
func (g *grams) grow() {
	keys, rows := g.keys, g.rows
	g.keys, g.rows = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys))
	for i, k := range keys {
		if k != 0 {
			at := g.place(k)
			g.keys[at], g.rows[at] = k, rows[i]
		}
	}
}

const spread = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio (Knuth, volume 3, 6.4): keys that differ little stand far apart

// place is where the key stands, or would.
func (g *grams) place(key uint64) int {
	mask := len(g.keys) - 1
	at := int(key*spread>>32) & mask
	for g.keys[at] != 0 && g.keys[at] != key {
		at = (at + 1) & mask
	}
	return at
}

// add adds what a word tells to the sums of the languages.
func (g *grams) add(sums []int, word []rune, times int) {
	eachGram(word, func(hash uint64, _, _ int) {
		at := g.place(hash)
		if g.keys[at] == 0 {
			return
		}
		for _, w := range g.weights[g.rows[at]:] {
			if w.column < 0 {
				break
			}
			sums[w.column] += times * int(w.by)
		}
	})
}
