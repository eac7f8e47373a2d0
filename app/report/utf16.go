package report

// utf16Step is how many bytes lie between two places whose UTF-16 offset is kept.
const utf16Step = 64

// UTF16Of gives the function that turns a byte offset into s, on a rune boundary, into UTF-16
// units. A call walks over a few dozen bytes at most.
func UTF16Of(s string) func(int) int {
	type place struct{ at, units int32 } // the first rune at or after each multiple of utf16Step
	places := make([]place, 0, len(s)/utf16Step+1)
	units := 0
	for at, r := range s {
		if at >= len(places)*utf16Step {
			places = append(places, place{int32(at), int32(units)})
		}
		units += unitsOf(r)
	}
	if len(s) >= len(places)*utf16Step {
		places = append(places, place{int32(len(s)), int32(units)})
	}
	return func(at int) int {
		p := places[at/utf16Step]
		n := int(p.units)
		for _, r := range s[p.at:at] {
			n += unitsOf(r)
		}
		return n
	}
}

// unitsOf is how many UTF-16 units a rune takes.
func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}
