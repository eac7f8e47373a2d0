package headline

import "gloss/app/text"

// Index is a list of headlines made ready for queries. It keeps each title as the numbers of
// its content words in a row, in one slice: a query runs through it once, which for a few hundred thousand
// headlines costs less than walking postings would, in half the memory. It is only read from once it is made.
type Index struct {
	linker  *Linker
	titles  []string
	ids     map[string]uint32
	keys    []string  // by id
	idf     []float64 // by id
	rootIDs map[string]int32
	roots   []int32  // by id: number of the word's root, -1 for none
	words   []uint32 // ids with flags, title after title
	ends    []uint32 // by headline: where its words end
	groups  []int32
}

// Flags of a title's words; the id is what is left.
const (
	inName    = 1 << 31 // the word stands inside a name
	nameStart = 1 << 30 // and begins it
	idMask    = nameStart - 1
)

// longestTitle is how many content words of a title count: what is longer is no headline.
const longestTitle = 64

// Index makes the list ready.
func (lk *Linker) Index(list []Headline) *Index {
	ix := &Index{linker: lk, ids: map[string]uint32{}, rootIDs: map[string]int32{}, ends: make([]uint32, len(list)), titles: make([]string, len(list))}
	r := lk.newReader()
	var buf []word
	for i, h := range list {
		ix.titles[i] = h.Title
		buf = r.words(buf[:0], text.Parse(h.Title, lk.lang, text.Span{End: len(h.Title)}))
		ix.add(buf[:min(len(buf), longestTitle)], h.Names)
		ix.ends[i] = uint32(len(ix.words))
	}
	ix.groups = group(ix)
	return ix
}

// Len is the number of headlines.
func (ix *Index) Len() int { return len(ix.titles) }

func (ix *Index) add(words []word, names []text.Span) {
	previous := -1
	n := 0
	for _, w := range words {
		id := ix.id(w.key)
		for n < len(names) && names[n].End <= w.Start {
			n++
		}
		if n < len(names) && names[n].Contains(w.Span) {
			id |= inName
			if n != previous {
				id |= nameStart
			}
			previous = n
		}
		ix.words = append(ix.words, id)
	}
}

func (ix *Index) id(key string) uint32 {
	id, ok := ix.ids[key]
	if !ok {
		id = uint32(len(ix.idf))
		ix.ids[key] = id
		ix.keys = append(ix.keys, key)
		ix.idf = append(ix.idf, ix.linker.rarity(key))
		ix.roots = append(ix.roots, ix.root(key))
	}
	return id
}

func (ix *Index) root(key string) int32 {
	r := rootOf(key)
	if r == "" {
		return -1
	}
	n, ok := ix.rootIDs[r]
	if !ok {
		n = int32(len(ix.rootIDs))
		ix.rootIDs[r] = n
	}
	return n
}

// rarity is how much a word tells of what a text is about, 0 to 1: its background IDF; a
// number and a word that headlines use whatever they are about tell little.
func (lk *Linker) rarity(key string) float64 {
	v := lk.lang.IDF(key)
	switch c := key[0]; {
	case lk.weak[key]:
		return float64(weakShare * v)
	case '0' <= c && c <= '9':
		return float64(numberShare * v)
	}
	return v
}

const (
	weakShare   = 0.5
	numberShare = 0.8
)

// of is the words of headline h.
func (ix *Index) of(h int) []uint32 {
	start := uint32(0)
	if h > 0 {
		start = ix.ends[h-1]
	}
	return ix.words[start:ix.ends[h]]
}
