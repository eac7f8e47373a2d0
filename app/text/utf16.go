package text

import (
	"math"
	"slices"
	"unicode/utf8"
)

// utf16Step is how many bytes lie between two places whose UTF-16 offset is kept.
const utf16Step = 64

// UTF16Index turns byte offsets into a text into offsets in UTF-16 units, as a browser counts. A byte that is
// not UTF-8 counts one unit: it reaches the browser as one replacement character.
type UTF16Index struct {
	text  string
	units []int32 // before the first character that begins at or after each utf16Step bytes; nil when the text is ASCII
}

// NewUTF16Index reads the text once.
func NewUTF16Index(text string) *UTF16Index {
	x := &UTF16Index{text: text}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			x.count()
			break
		}
	}
	return x
}

func (x *UTF16Index) count() {
	x.units = make([]int32, 0, len(x.text)/utf16Step+1)
	n := int32(0)
	for i, r := range x.text {
		if i >= len(x.units)*utf16Step {
			x.units = append(x.units, n)
		}
		n += unitsOf(r)
	}
	if len(x.units) <= len(x.text)/utf16Step { // the last character reaches past the last place
		x.units = append(x.units, n)
	}
}

func unitsOf(r rune) int32 {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// At is the number of UTF-16 units before the byte offset at, which lies in [0, len(text)]. An offset inside a
// character counts as that character's end. Its time does not depend on the text's length.
func (x *UTF16Index) At(at int) int {
	if x.units == nil {
		return at
	}
	k := at / utf16Step
	from := k * utf16Step
	for from < len(x.text) && x.inside(from) {
		from++
	}
	n := x.units[k]
	for from < at {
		r, size := utf8.DecodeRuneInString(x.text[from:])
		from += size
		n += unitsOf(r)
	}
	return int(n)
}

// ByteAt is the byte offset of the character before which units UTF-16 units stand; of one that begins inside a character, that character's end. Beyond
// the text it is its end. Its time does not depend on the text's length, but for a logarithm.
func (x *UTF16Index) ByteAt(units int) int {
	if x.units == nil || units <= 0 {
		return min(max(units, 0), len(x.text))
	}
	k, _ := slices.BinarySearch(x.units, int32(min(units, math.MaxInt32)))
	k = max(k-1, 0) // the last place with fewer units before it, or the first
	at, n := k*utf16Step, int(x.units[k])
	for at < len(x.text) && x.inside(at) {
		at++
	}
	for at < len(x.text) && n < units {
		r, size := utf8.DecodeRuneInString(x.text[at:])
		at += size
		n += int(unitsOf(r))
	}
	return at
}

// inside says whether byte i is inside a whole character that begins before it.
func (x *UTF16Index) inside(i int) bool {
	for back := 1; back < utf8.UTFMax && i-back >= 0; back++ {
		if !utf8.RuneStart(x.text[i-back]) {
			continue
		}
		_, n := utf8.DecodeRuneInString(x.text[i-back:])
		return n > back
	}
	return false
}
