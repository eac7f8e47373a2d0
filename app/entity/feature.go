package entity

import (
	"unicode"
	"unicode/utf8"
)

// A feature of the learnt model is a number: its kind in the upper bits, below it a hash of what was seen. Those of an atom come first; the
// others are of a name as a whole.
const (
	ofWord         = iota // the folded word
	ofCasedWord           // the word as it is written, where a sentence begins or capitals say little
	ofForm                // how it is written: capitals, digits, signs
	ofRank                // how common it is in the language
	ofSuffix              // its last one to four letters
	ofPrefix              // its first ones
	ofClass               // what the tables say of it
	ofCluster             // its cluster
	ofFamily              // the family of the cluster
	ofFamilyForm          // family and form
	ofWordWord            // it and the next word
	ofWordFamily          // it and the next one's family
	ofFamilyWord          // the family of the one before, and it
	ofClusters            // its cluster and the next one's
	ofFamilies            // its family and the next one's
	ofFamilyTriple        // the families of the one before, it and the next
	atomKinds
)

const (
	ofPrior          = atomKinds + iota // any name
	ofShape                             // the kinds of its words, those in lower case as they are
	ofPhrase                            // two to four words as they are
	ofPhraseClass                       // what the tables say of them together
	ofSpanFamilies                      // the families of up to four words
	ofSpanClusters                      // the clusters of two to four
	ofFrame                             // the families before and after, and the shape
	ofWordsAround                       // the words before and after
	ofClusterBefore                     // the clusters of the word before and of the first
	ofClusterAfter                      // those of the last and of the word after
	ofFamiliesAfter                     // the family before and the families
	ofFamiliesBefore                    // the families and the family after
	ofEnds                              // the first word and the last
	ofWordShape                         // the word before and the shape
	ofShapeWord                         // the shape and the word after
	ofPlace                             // where in the sentence, and how long the two are
	featureKinds
)

// featureBits is the width of the hash in a feature.
const featureBits = 24

func feature(kind, hash uint32) uint32 { return kind<<featureBits | hash>>(32-featureBits) }

// mix hashes two numbers.
func mix(a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

// hashBytes is FNV-1a, mixed.
func hashBytes(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return mix(h, uint32(len(b)))
}

// trait is what the model knows of an atom by itself.
type trait struct {
	word    uint32 // hash of the folded form
	cluster uint32 // 0 when the word is in none
	family  uint32 // of the cluster
	form    uint32 // how it is written
	sign    uint32 // its kind, in a few bits
}

// edges of a sentence as traits.
var edgeTraits = [2]trait{{word: 1, cluster: 1 << 20, family: 1 << 20, form: 1, sign: 14}, {word: 2, cluster: 1<<20 + 1, family: 1<<20 + 1, form: 2, sign: 15}}

// traitOf is the trait of atom i, or of the edge that it is beyond.
func (s *scanner) traitOf(i int) *trait {
	switch {
	case i < 0:
		return &edgeTraits[0]
	case i >= len(s.traits):
		return &edgeTraits[1]
	}
	return &s.traits[i]
}

// describe finds the traits of the sentence's atoms.
func (s *scanner) describe() {
	s.traits = s.traits[:0]
	for i := range s.atoms {
		a := &s.atoms[i]
		s.low = fold(s.low[:0], a.Of(s.doc.Text), true)
		t := trait{word: hashBytes(s.word(i)), sign: uint32(a.kind)}
		t.cluster, t.family = s.r.model.clusters.of(wordKey(hashBytes(s.low)))
		if a.opens {
			t.sign |= 8
		}
		t.form = mix(formOf(a.Of(s.doc.Text)), uint32(s.mode)<<1|sign(a.joined))
		s.traits = append(s.traits, t)
	}
}

func sign(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// formOf is how a word is written: capitals, small letters, digits and other signs, runs of one kind as one or as more than one.
func formOf(word string) uint32 {
	h, last, run := uint32(0), uint32(0), 0
	for _, r := range word {
		k := uint32(r)
		switch {
		case unicode.IsUpper(r):
			k = 'A'
		case unicode.IsLetter(r):
			k = 'a'
		case unicode.IsDigit(r):
			k = '0'
		}
		if k != last {
			run = 0
		}
		if run++; run <= 2 {
			h = mix(h, k)
		}
		last = k
	}
	return h
}

// atomFeatures appends the features of atom i to dst.
func (s *scanner) atomFeatures(i int, dst []uint32) []uint32 {
	a, t := &s.atoms[i], &s.traits[i]
	before, next := s.traitOf(i-1), s.traitOf(i+1)
	put := func(kind, hash uint32) { dst = append(dst, feature(kind, hash)) }
	put(ofWord, t.word)
	if s.mode != sentenceCase || a.opens {
		put(ofCasedWord, mix(t.word, t.sign<<2|uint32(s.mode)))
	}
	put(ofForm, mix(t.form, t.sign&8))
	if a.kind.name() {
		put(ofRank, mix(s.band(a), t.sign<<2|uint32(s.mode)))
	}
	dst = s.endings(i, dst)
	for c := 0; a.class>>c != 0; c++ {
		if a.class&(1<<c) != 0 {
			put(ofClass, mix(uint32(c), 0))
		}
	}
	put(ofCluster, mix(t.cluster, 0))
	put(ofFamily, mix(t.family, uint32(s.mode)))
	put(ofFamilyForm, mix(t.family, t.form))
	put(ofWordWord, mix(t.word, next.word))
	put(ofWordFamily, mix(t.word, next.family))
	put(ofFamilyWord, mix(before.family, t.word))
	put(ofClusters, mix(t.cluster, next.cluster))
	families := mix(t.family, next.family)
	put(ofFamilies, families)
	put(ofFamilyTriple, mix(before.family, families))
	return dst
}

// band is how common a word is in the language at large.
func (s *scanner) band(a *atom) uint32 {
	r, ok := s.doc.Language.Rank(s.stemmer.Stem(a.Of(s.doc.Text)))
	if !ok {
		return 20
	}
	band := uint32(0)
	for limit := 100; limit < r; limit *= 4 {
		band++
	}
	return band
}

// endings appends the first and the last one to four letters of the word, or the last two and three of one in lower case.
func (s *scanner) endings(i int, dst []uint32) []uint32 {
	a := &s.atoms[i]
	if a.kind != lower && !a.kind.name() {
		return dst
	}
	s.low = fold(s.low[:0], a.Of(s.doc.Text), true)
	from, to := 1, 4
	if a.kind == lower {
		from, to = 2, 3
	}
	h, at := uint32(0), len(s.low)
	for n := 1; n <= to && at > 0; n++ {
		r, size := utf8.DecodeLastRune(s.low[:at])
		at -= size
		h = mix(h, uint32(r))
		if n >= from {
			dst = append(dst, feature(ofSuffix, mix(h, sign(at == 0))))
		}
	}
	if a.kind == lower {
		return dst
	}
	h, at = 0, 0
	for n := 1; n <= 4 && at < len(s.low); n++ {
		r, size := utf8.DecodeRune(s.low[at:])
		at += size
		h = mix(h, uint32(r))
		dst = append(dst, feature(ofPrefix, h))
	}
	return dst
}

// spanFeatures appends the features of the atoms [i, j) as one name to dst.
func (s *scanner) spanFeatures(i, j int, dst []uint32) []uint32 {
	put := func(kind, hash uint32) { dst = append(dst, feature(kind, hash)) }
	n := j - i
	first, last, before, next := &s.traits[i], &s.traits[j-1], s.traitOf(i-1), s.traitOf(j)
	shape, families, clusters := uint32(s.mode), uint32(0), uint32(0)
	for k := i; k < min(j, i+6); k++ {
		t := &s.traits[k]
		if a := &s.atoms[k]; a.kind == lower {
			shape = mix(shape, t.word)
		} else {
			shape = mix(shape, uint32(a.kind)<<1|sign(a.joined))
		}
		families, clusters = mix(families, t.family), mix(clusters, t.cluster)
	}
	put(ofPrior, 0)
	put(ofShape, mix(shape, sign(s.atoms[i].opens)))
	if n >= 2 && n <= 4 {
		phrase := s.phrase(i, j)
		put(ofPhrase, hashBytes(phrase))
		cl := s.r.lexicon.classes[string(phrase)]
		for c := 0; cl>>c != 0; c++ {
			if cl&(1<<c) != 0 {
				put(ofPhraseClass, mix(uint32(c), 0))
			}
		}
		put(ofEnds, mix(first.word, last.word))
		put(ofSpanClusters, clusters)
	}
	if n <= 4 {
		put(ofSpanFamilies, families)
		put(ofFamiliesAfter, mix(before.family, families))
		put(ofFamiliesBefore, mix(families, next.family))
	}
	put(ofFrame, mix(mix(before.family, next.family), shape))
	put(ofWordsAround, mix(before.word, next.word))
	put(ofClusterBefore, mix(before.cluster, first.cluster))
	put(ofClusterAfter, mix(last.cluster, next.cluster))
	put(ofWordShape, mix(before.word, shape))
	put(ofShapeWord, mix(shape, next.word))
	put(ofPlace, mix(mix(sign(i == 0)<<1|sign(j == len(s.atoms)), uint32(min(n, 4))), uint32(min(len(s.atoms), 12))<<2|uint32(s.mode)))
	return dst
}
