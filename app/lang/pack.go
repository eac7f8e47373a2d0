package lang

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// A table of weights has lines "clue<TAB>a3b-1…", in the order of the clues: a letter and a small number, over and over. Packed, it is told by its first
// line and holds, each in a block, the clues (a digit says how much of the one before is the beginning of this), the letters, and the numbers as letters:
// A for 1, a for -1. General compression then makes a sixth less of it.

// packedHead is the first line of a packed table; the number of its entries follows.
const packedHead = "%packed "

const mostShared = 9 // letters of a clue that are left to the one before

var errPacked = errors.New("a packed table is damaged")

// Pack gives the table packed, or as it is when it is of another form.
func Pack(table []byte) []byte {
	if packed, ok := packRanks(table); ok {
		return packed
	}
	var clues, letters, numbers bytes.Buffer
	before, entries := "", 0
	for line := range strings.Lines(string(table)) {
		clue, cells, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || !strings.HasSuffix(line, "\n") || !packCells(cells, &letters, &numbers) {
			return table
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
		return table
	}
	return append([]byte(packedHead+strconv.Itoa(entries)+"\n"), bytes.Join([][]byte{clues.Bytes(), letters.Bytes(), numbers.Bytes()}, nil)...)
}

func packCells(cells string, letters, numbers *bytes.Buffer) bool {
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
		if n > 0 {
			numbers.WriteByte(byte('A' + n - 1))
		} else {
			numbers.WriteByte(byte('a' - n - 1))
		}
		cells = cells[end:]
	}
	letters.WriteByte('\n')
	numbers.WriteByte('\n')
	return true
}

// Unpack is the inverse of Pack; a table that is not packed is given back as it is. The error says that a packed one is damaged.
func Unpack(data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte(ranksHead)) {
		return unpackRanks(data)
	}
	if !bytes.HasPrefix(data, []byte(packedHead)) {
		return data, nil
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	n, err := strconv.Atoi(lines[0][len(packedHead):])
	if err != nil || n < 1 || len(lines)%3 != 1 || len(lines)/3 != n {
		return nil, errPacked
	}
	var out bytes.Buffer
	clue := ""
	for i := 1; i <= n; i++ {
		own, letters, numbers := lines[i], lines[i+n], lines[i+2*n]
		if own == "" || own[0] < '0' || int(own[0]-'0') > len(clue) || len(letters) != len(numbers) {
			return nil, errPacked
		}
		clue = clue[:own[0]-'0'] + own[1:]
		out.WriteString(clue)
		out.WriteByte('\t')
		for k := range len(letters) {
			out.WriteByte(letters[k])
			if c := int(numbers[k]); c >= 'a' {
				out.WriteString(strconv.Itoa('a' - c - 1))
			} else {
				out.WriteString(strconv.Itoa(c - 'A' + 1))
			}
		}
		out.WriteByte('\n')
	}
	return out.Bytes(), nil
}
