package keyword

import "slices"

// group is what is known of the words of one stem.
type group struct {
	stem       int32
	count      int32
	content    int32 // places whose form is no stop word
	first      place // the first place
	last       place
	sentences  int32 // how many sentences hold it
	paragraphs int32
	upper      int32 // places with a capital that tells something
	afterDet   int32
	compounds  int32   // places that are parts
	surface    int32   // the first spelling that is no stop word
	whole      int32   // places that are no parts, of which those below are
	inSentence float64 // sum of the shares of their sentences that stand before them
	afterPrep  int32
	beforePrep int32
	alone      int32 // places between words of grammar, marks or ends
	inRun      int32 // places in runs that may make a phrase
	beginsRun  int32
	endsRun    int32
}

// groups gathers the places by stem, in the order of their first places.
func (s *scan) groups() []group {
	index := make([]int32, len(s.stems)) // and 1
	out := make([]group, 0, len(s.stems))
	before := place{sentence: -1} // the last place that is no part
	for i, p := range s.places {
		if p.surface < 0 {
			before = p
			continue
		}
		stem := s.surfaces[p.surface].stem
		n := index[stem]
		if n == 0 {
			out = append(out, group{stem: stem, first: p, surface: p.surface, last: place{sentence: -1}})
			n = int32(len(out))
			index[stem] = n
		}
		s.count(&out[n-1], p)
		if i > 0 && s.follows(s.places[i-1], p) && s.classOf(s.places[i-1])&det != 0 {
			out[n-1].afterDet++
		}
		if !p.part {
			s.look(&out[n-1], before, p, i)
			before = p
		}
	}
	s.runs(func(run []place, _, _ class) {
		for i, p := range run {
			g := &out[index[s.surfaces[p.surface].stem]-1]
			g.inRun++
			g.beginsRun += int32(truth(i == 0))
			g.endsRun += int32(truth(i == len(run)-1))
		}
	})
	return slices.DeleteFunc(out, func(g group) bool { return g.content == 0 })
}

// count adds a place to its group.
func (s *scan) count(g *group, p place) {
	f := &s.surfaces[p.surface]
	g.count++
	if f.class&stop == 0 {
		if g.content == 0 {
			g.surface = p.surface
		}
		g.content++
	}
	if g.last.sentence != p.sentence {
		g.sentences++
		if g.last.sentence < 0 || s.doc.Sentences[g.last.sentence].Paragraph != s.doc.Sentences[p.sentence].Paragraph {
			g.paragraphs++
		}
	}
	g.last = p
	g.upper += int32(truth(f.upper && s.tells(p)))
	g.compounds += int32(truth(p.part))
}

// look notes what stands around the i-th place, which is no part.
func (s *scan) look(g *group, before, p place, i int) {
	g.whole++
	sen := s.doc.Sentences[p.sentence]
	g.inSentence += float64(p.Start-sen.Start) / float64(sen.Len())
	alone := true
	if s.follows(before, p) && before.surface >= 0 {
		k := s.wordClass(before)
		g.afterPrep += int32(truth(k&prep != 0))
		alone = k&stop != 0
	}
	for i++; i < len(s.places) && s.places[i].part; i++ {
	}
	if i < len(s.places) && s.follows(p, s.places[i]) && s.places[i].surface >= 0 {
		k := s.wordClass(s.places[i])
		g.beforePrep += int32(truth(k&prep != 0))
		alone = alone && k&stop != 0
	}
	g.alone += int32(truth(alone))
}

func (s *scan) classOf(p place) class {
	if p.surface < 0 {
		return 0
	}
	return s.surfaces[p.surface].class
}

// follows says whether b is the next token after a.
func (s *scan) follows(a, b place) bool { return a.sentence == b.sentence && a.token+1 == b.token }

// tells says whether a capital at p tells something: it does not at the head of a
// sentence, nor where all words have one.
func (s *scan) tells(p place) bool {
	return !s.flat[p.sentence] && p.Start > s.doc.Sentences[p.sentence].Start
}
