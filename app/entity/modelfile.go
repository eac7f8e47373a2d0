package entity

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A model's file begins with lines of text, "key: value", the first of them modelFormat, the last one empty. Behind them stand, each with its length before it:
// the families of the clusters; the words' hashes as gaps; their clusters; then for the features by kind how many there are; their hashes as gaps, the lower bytes and
// the upper ones apart; the number of cells of each; the slots; the values. Like stands beside like, so that general compression finds it.
const modelFormat = "gloss-names"

// modelVersion changes whenever a file can't be read as before, or its features mean something else.
const modelVersion = 1

// sections of the file, in their order.
const (
	sectionFamilies = iota
	sectionWordLow
	sectionWordHigh
	sectionIDs
	sectionKinds
	sectionLow
	sectionHigh
	sectionCounts
	sectionSlots
	sectionValues
	numSections
)

// Errors of OpenModel; they come wrapped with what was found.
var (
	ErrModelFormat  = errors.New("not a model of names")
	ErrModelVersion = errors.New("a model of another version")
	ErrModelDamaged = errors.New("the model is damaged")
)

// ModelParts is what a model is made of, for the command that learns it.
type ModelParts struct {
	Header   []string          // lines "key: value" for the reader: language, sources, licences
	Families []uint16          // of each cluster, from 1
	Words    map[uint32]uint16 // cluster, from 1, of a word's key
	Rows     map[uint32][NumWeights]int8
}

// OpenModel reads a model. The error wraps ErrModelFormat, ErrModelVersion or ErrModelDamaged.
func OpenModel(data []byte) (*Model, error) {
	head, rest, ok := bytes.Cut(data, []byte("\n\n"))
	if !ok || !bytes.HasPrefix(data, []byte(modelFormat+": ")) {
		return nil, fmt.Errorf("%w: it begins with %q", ErrModelFormat, data[:min(len(data), 16)])
	}
	m := &Model{about: string(head)}
	if v := m.line(modelFormat); v != strconv.Itoa(modelVersion) {
		return nil, fmt.Errorf("%w: %q, this program reads version %d", ErrModelVersion, v, modelVersion)
	}
	if size := m.line("size"); size != strconv.Itoa(len(rest)) {
		return nil, fmt.Errorf("%w: %d bytes of %s have come", ErrModelDamaged, len(rest), size)
	}
	if m.line("sum") != sumOf(rest) {
		return nil, fmt.Errorf("%w: its sum is not that of its header", ErrModelDamaged)
	}
	m.name = m.line("language") + "-" + m.line("sum")[:6]
	sections, ok := cutSections(rest)
	if !ok || !m.readClusters(sections) || !m.readRows(sections) {
		return nil, fmt.Errorf("%w: its parts do not fit together", ErrModelDamaged)
	}
	return m, nil
}

// line is the value behind the key in the header.
func (m *Model) line(key string) string {
	for line := range strings.Lines(m.about) {
		if v, ok := strings.CutPrefix(line, key+": "); ok {
			return strings.TrimSuffix(v, "\n")
		}
	}
	return ""
}

// sumOf is FNV-1a of 64 bits, in hexadecimal digits.
func sumOf(data []byte) string {
	h := uint64(14695981039346656037)
	for _, b := range data {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return fmt.Sprintf("%016x", h)
}

func cutSections(data []byte) ([][]byte, bool) {
	var out [][]byte
	for range numSections {
		n, size := binary.Uvarint(data)
		if size <= 0 || n > uint64(len(data)-size) {
			return nil, false
		}
		out = append(out, data[size:size+int(n)])
		data = data[size+int(n):]
	}
	return out, len(data) == 0
}

// gaps reads rising numbers below limit, each told by what it has more than the one before.
type gaps struct {
	low, high []byte
	last      uint64
}

func (g *gaps) next(limit uint64) (uint32, bool) {
	if len(g.low) == 0 {
		return 0, false
	}
	high, size := binary.Uvarint(g.high)
	if size <= 0 || high > limit {
		return 0, false
	}
	g.last += high<<8 | uint64(g.low[0])
	g.low, g.high = g.low[1:], g.high[size:]
	return uint32(g.last), g.last < limit
}

func (m *Model) readClusters(sections [][]byte) bool {
	families := make([]uint16, len(sections[sectionFamilies]))
	for i, f := range sections[sectionFamilies] {
		families[i] = uint16(f) + 1
	}
	ids := sections[sectionIDs]
	n := len(sections[sectionWordLow])
	if len(ids) != 2*n {
		return false
	}
	m.clusters = newClusters(n, families)
	g := gaps{low: sections[sectionWordLow], high: sections[sectionWordHigh]}
	for i := range n {
		key, ok := g.next(1<<wordBits + 1)
		id := uint16(ids[i]) | uint16(ids[n+i])<<8
		if !ok || key == 0 || int(id) >= len(families) {
			return false
		}
		m.clusters.add(key, id+1)
	}
	return len(g.high) == 0
}

func (m *Model) readRows(sections [][]byte) bool {
	low, counts := sections[sectionLow], sections[sectionCounts]
	if len(sections[sectionKinds]) != 4*featureKinds || len(low) != len(counts) {
		return false
	}
	high := sections[sectionHigh]
	features := make([]uint32, 0, len(counts))
	for kind := range uint32(featureKinds) {
		n := int(binary.LittleEndian.Uint32(sections[sectionKinds][4*kind:]))
		if n < 0 || n > len(low) {
			return false
		}
		g := gaps{low: low[:n], high: high}
		for range n {
			hash, ok := g.next(1 << featureBits)
			if !ok {
				return false
			}
			features = append(features, kind<<featureBits|hash)
		}
		low, high = low[n:], g.high
	}
	cells := 0
	for _, n := range counts {
		cells += int(n)
		if n > NumWeights {
			return false
		}
	}
	m.slots = sections[sectionSlots]
	if len(features) != len(counts) || len(m.slots) != cells || len(sections[sectionValues]) != cells || cells >= 1<<(32-cellBits) {
		return false
	}
	m.values = make([]int8, cells)
	for i, v := range sections[sectionValues] {
		m.values[i] = int8(v)
		if m.slots[i] >= NumWeights {
			return false
		}
	}
	m.build(features, counts)
	return true
}

// WriteModel is the inverse of OpenModel. Rows without a weight are left out.
func WriteModel(p ModelParts) []byte {
	sections := make([][]byte, numSections)
	for _, f := range p.Families {
		sections[sectionFamilies] = append(sections[sectionFamilies], byte(f-1))
	}
	var lowIDs, highIDs []byte
	last := uint32(0)
	for _, key := range sortedKeys(p.Words) {
		sections[sectionWordLow] = append(sections[sectionWordLow], byte(key-last))
		sections[sectionWordHigh] = binary.AppendUvarint(sections[sectionWordHigh], uint64((key-last)>>8))
		last = key
		lowIDs, highIDs = append(lowIDs, byte(p.Words[key]-1)), append(highIDs, byte((p.Words[key]-1)>>8))
	}
	sections[sectionIDs] = append(lowIDs, highIDs...)
	p.writeRows(sections)
	var body []byte
	for _, s := range sections {
		body = append(binary.AppendUvarint(body, uint64(len(s))), s...)
	}
	return withHeader(p.Header, body)
}

func withHeader(about []string, body []byte) []byte {
	head := []string{modelFormat + ": " + strconv.Itoa(modelVersion)}
	head = append(head, about...)
	head = append(head, "size: "+strconv.Itoa(len(body)), "sum: "+sumOf(body))
	return append([]byte(strings.Join(head, "\n")+"\n\n"), body...)
}

func (p ModelParts) writeRows(sections [][]byte) {
	kinds := make([]uint32, featureKinds)
	last := uint32(0)
	for _, f := range sortedKeys(p.Rows) {
		kind, n := f>>featureBits, byte(0)
		for slot, v := range p.Rows[f] {
			if v != 0 {
				sections[sectionSlots] = append(sections[sectionSlots], byte(slot))
				sections[sectionValues] = append(sections[sectionValues], byte(v))
				n++
			}
		}
		if n == 0 {
			continue
		}
		if kinds[kind]++; kinds[kind] == 1 {
			last = kind << featureBits
		}
		sections[sectionLow] = append(sections[sectionLow], byte(f-last))
		sections[sectionHigh] = binary.AppendUvarint(sections[sectionHigh], uint64((f-last)>>8))
		sections[sectionCounts] = append(sections[sectionCounts], n)
		last = f
	}
	for _, n := range kinds {
		sections[sectionKinds] = binary.LittleEndian.AppendUint32(sections[sectionKinds], n)
	}
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
