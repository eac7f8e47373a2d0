package lang

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// A table of weights has lines "clue<TAB>a3b-1…", in the order of the clues: a letter and a small number, over and over. Packed, it is told by its first
// line and holds, each in a block, the clues (a digit says how much of the one before is the beginning of this), the letters, and the numbers of each letter,
// the numbers as letters: A for 1, a for -1. General compression then makes a fifth less of it.

// packedHead is the first line of a packed table; the number of its entries follows.
const packedHead = "%packed "

const mostShared = 9 // letters of a clue that are left to the one before

var errPacked = errors.New("a packed table is damaged")

// Pack gives the table packed, or as it is when it is of another form.
func Pack(table []byte) []byte {
	if packed, ok := packWeights(table); ok {
		return packed
	}
	if packed, ok := packRanks(table); ok {
		table = packed
	}
	if packed, ok := packCyrillic(table); ok {
		return packed
	}
	return table
}

func packWeights(table []byte) ([]byte, bool) {
	var clues, letters bytes.Buffer
	var numbers [256][]byte // by letter
	before, entries := "", 0
	for line := range strings.Lines(string(table)) {
		clue, cells, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || !strings.HasSuffix(line, "\n") || !packCells(cells, &letters, &numbers) {
			return nil, false
		}
		n := 0
		for n < min(len(clue), len(before), mostShared) && clue[n] == before[n] {
			n++
		}
		clues.WriteString(strconv.Itoa(n) + clue[n:] + "\n")
		before = clue
		entries++
	}
	if entries == 0 {
		return nil, false
	}
	out := []byte(packedHead + strconv.Itoa(entries) + "\n")
	out = append(append(out, clues.Bytes()...), letters.Bytes()...)
	for letter, n := range numbers {
		if len(n) > 0 {
			out = append(append(append(out, byte(letter)), n...), '\n')
		}
	}
	return out, true
}

func packCells(cells string, letters *bytes.Buffer, numbers *[256][]byte) bool {
	if cells == "" {
		return false
	}
	for cells != "" {
		end := 1
		for end < len(cells) && (cells[end] == '-' || cells[end] >= '0' && cells[end] <= '9') {
			end++
		}
		n, err := strconv.Atoi(cells[1:end])
		if err != nil || n == 0 || n < -26 || n > 26 || strconv.Itoa(n) != cells[1:end] || cells[0] < 'A' {
			return false
		}
		letters.WriteByte(cells[0])
		number := byte('A' + n - 1)
		if n < 0 {
			number = byte('a' - n - 1)
		}
		numbers[cells[0]] = append(numbers[cells[0]], number)
		cells = cells[end:]
	}
	letters.WriteByte('\n')
	return true
}

// Unpack is the inverse of Pack; a table that is not packed is given back as it is. The error says that a packed one is damaged.
func Unpack(data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte(cyrillicHead)) {
		whole, err := unpackCyrillic(data)
		if err != nil || !bytes.HasPrefix(whole, []byte(ranksHead)) {
			return whole, err
		}
		data = whole
	}
	if bytes.HasPrefix(data, []byte(ranksHead)) {
		return unpackRanks(data)
	}
	if !bytes.HasPrefix(data, []byte(packedHead)) {
		return data, nil
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	n, err := strconv.Atoi(lines[0][len(packedHead):])
	if err != nil || n < 1 || n > len(lines) || len(lines) < 2*n+1 {
		return nil, errPacked
	}
	var numbers [256]string
	for _, line := range lines[2*n+1:] {
		if line == "" || numbers[line[0]] != "" {
			return nil, errPacked
		}
		numbers[line[0]] = line[1:]
	}
	var out bytes.Buffer
	clue := ""
	for i := 1; i <= n; i++ {
		own := lines[i]
		if own == "" || own[0] < '0' || int(own[0]-'0') > len(clue) {
			return nil, errPacked
		}
		clue = clue[:own[0]-'0'] + own[1:]
		out.WriteString(clue)
		out.WriteByte('\t')
		if !unpackCells(lines[i+n], &numbers, &out) {
			return nil, errPacked
		}
		out.WriteByte('\n')
	}
	for _, rest := range numbers {
		if rest != "" {
			return nil, errPacked
		}
	}
	return out.Bytes(), nil
}

// unpackCells writes the letters with their next numbers; false when there are none left.
func unpackCells(letters string, numbers *[256]string, out *bytes.Buffer) bool {
	for k := range len(letters) {
		rest := &numbers[letters[k]]
		if *rest == "" {
			return false
		}
		c := int((*rest)[0])
		*rest = (*rest)[1:]
		out.WriteByte(letters[k])
		if c >= 'a' {
			out.WriteString(strconv.Itoa('a' - c - 1))
		} else {
			out.WriteString(strconv.Itoa(c - 'A' + 1))
		}
	}
	return true
}
