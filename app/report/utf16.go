package report

// utf16Step is how many bytes lie at least between two places whose UTF-16 offset is kept.
const utf16Step = 256

// UTF16Of gives the function that turns a byte offset into s, on a rune boundary, into UTF-16
// units. A call walks over a few hundred bytes at most.
func UTF16Of(s string) func(int) int {
	type place struct{ at, units int }
	places := []place{{}}
	units := 0
	for at, r := range s {
		if at >= places[len(places)-1].at+utf16Step {
			places = append(places, place{at, units})
		}
		units += unitsOf(r)
	}
	return func(at int) int {
		lo, hi := 0, len(places)
		for lo < hi {
			if mid := (lo + hi) / 2; places[mid].at <= at {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		p := places[lo-1]
		for _, r := range s[p.at:at] {
			p.units += unitsOf(r)
		}
		return p.units
	}
}

// unitsOf is how many UTF-16 units a rune takes.
func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}
