package headline

import "slices"

// likeness is the least share of rarity that two headlines of one story have in common.
const likeness = 0.5

// group numbers the stories of the list: headlines with most of their rare words in common are of one story.
// Two headlines are compared when they share two of their four rarest words, and each only with the
// last few of those, so that the work stays linear in the list.
func group(ix *Index) []int32 {
	parent := make([]int32, ix.Len())
	seen := map[uint64][]int32{}
	var rare []uint32
	for h := range parent {
		parent[h] = int32(h)
		rare = ix.rarest(rare[:0], h)
		for i, a := range rare {
			for _, b := range rare[i+1:] {
				k := uint64(min(a, b))<<32 | uint64(max(a, b))
				for _, other := range seen[k] {
					if root(parent, other) != root(parent, int32(h)) && ix.alike(int(other), h) {
						join(parent, other, int32(h))
					}
				}
				seen[k] = lastFew(seen[k], int32(h))
			}
		}
	}
	return number(parent)
}

func lastFew(list []int32, h int32) []int32 {
	if len(list) == 4 {
		copy(list, list[1:])
		list = list[:3]
	}
	return append(list, h)
}

// rarest appends the ids of the four rarest words of headline h to dst, which is empty.
func (ix *Index) rarest(dst []uint32, h int) []uint32 {
	const most = 4
	for _, w := range ix.of(h) {
		id := w & idMask
		n := len(dst)
		switch {
		case slices.Contains(dst, id):
			continue
		case n < most:
			dst = append(dst, id)
		case ix.idf[id] > ix.idf[dst[n-1]]:
			n--
			dst[n] = id
		default:
			continue
		}
		for ; n > 0 && ix.idf[dst[n]] > ix.idf[dst[n-1]]; n-- {
			dst[n], dst[n-1] = dst[n-1], dst[n]
		}
	}
	return dst
}

// alike says whether what two headlines share outweighs what they don't (the Jaccard
// index, each word weighted by its rarity).
func (ix *Index) alike(g, h int) bool {
	a, b := ix.of(g), ix.of(h)
	var both, all float64
	for _, w := range a {
		all += ix.idf[w&idMask]
		if slices.ContainsFunc(b, func(v uint32) bool { return v&idMask == w&idMask }) {
			both += ix.idf[w&idMask]
		}
	}
	for _, w := range b {
		if !slices.ContainsFunc(a, func(v uint32) bool { return v&idMask == w&idMask }) {
			all += ix.idf[w&idMask]
		}
	}
	return both >= float64(likeness*all)
}

func root(parent []int32, h int32) int32 {
	for parent[h] != h {
		parent[h] = parent[parent[h]]
		h = parent[h]
	}
	return h
}

// join makes the earlier of two stories the root of both.
func join(parent []int32, g, h int32) {
	a, b := root(parent, g), root(parent, h)
	parent[max(a, b)] = min(a, b)
}

// number gives the stories numbers from 0 in the order in which they first stand in the list.
func number(parent []int32) []int32 {
	groups := make([]int32, len(parent))
	n := int32(0)
	for h := range parent {
		if r := root(parent, int32(h)); r == int32(h) {
			groups[h] = n
			n++
		} else {
			groups[h] = groups[r]
		}
	}
	return groups
}
