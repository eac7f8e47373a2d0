package entity

// clusters puts words that are used alike into one cluster, and clusters that are alike into one family. A word is known by a hash
// of its form in lower case.
type clusters struct {
	keys     []uint32 // open addressing: wordKey of a word, 0 where there is none
	ids      []uint16 // of each key, from 1
	families []uint16 // of each cluster, from 1
}

// wordBits is the width of a word's hash.
const wordBits = 24

func wordKey(hash uint32) uint32 { return hash>>(32-wordBits) + 1 }

// of gives the cluster of a word and the cluster's family, 0 when the word is in none.
func (c *clusters) of(key uint32) (cluster, family uint32) {
	if at := place(c.keys, key); c.keys[at] != 0 {
		id := c.ids[at]
		return uint32(id), uint32(c.families[id-1])
	}
	return 0, 0
}

// newClusters has room for n words.
func newClusters(n int, families []uint16) *clusters {
	size := roomFor(n)
	return &clusters{keys: make([]uint32, size), ids: make([]uint16, size), families: families}
}

// add puts the word with the key into a cluster, counted from 1; a word that is there stays.
func (c *clusters) add(key uint32, id uint16) {
	if at := place(c.keys, key); c.keys[at] == 0 {
		c.keys[at], c.ids[at] = key, id
	}
}

// roomFor is the size of a table of open addressing that n keys fill by half at most.
func roomFor(n int) int {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return size
}

// place is where a key, which is not 0, stands in a table of open addressing, or is to stand.
func place(keys []uint32, key uint32) uint32 {
	mask := uint32(len(keys) - 1)
	at := mix(key, 7) & mask
	for keys[at] != 0 && keys[at] != key {
		at = (at + 1) & mask
	}
	return at
}
