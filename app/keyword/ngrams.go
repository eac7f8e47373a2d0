package keyword

import "gloss/app/text"

// Phrases have minWords to maxWords words.
const (
	minWords = 2
	maxWords = 4
)

// ngram is the stems, or the surfaces, of a phrase's words, -1 behind the last.
type ngram [maxWords]int32

var none = ngram{-1, -1, -1, -1}

func (k ngram) len() int {
	n := minWords
	for n < maxWords && k[n] >= 0 {
		n++
	}
	return n
}

// runs calls fn for every run of words that may make a phrase: neighbours in one sentence
// without stop words, verbs, adverbs, numbers or punctuation between them, but for a link and its article ("prix de l'eau"), which are
// no words of the run. run is only valid during the call.
func (s *scan) runs(fn func(run []place, before, after class)) {
	var run []place
	var before, last, linked class // linked: of the link behind the run, 0 when there is none
	prev := place{sentence: -1}
	flush := func(after class) {
		if len(run) >= minWords {
			fn(run, before, after)
		}
		run, linked = run[:0], 0
	}
	for _, p := range s.places {
		if p.part {
			continue
		}
		next := s.follows(prev, p)
		k := s.wordClass(p)
		if !next {
			flush(0)
			if last = 0; s.owned(p) {
				last = det // "Iran's", like "its"
			}
		}
		switch {
		case next && len(run) > 0 && linked == 0 && k&link != 0:
			linked = k
		case next && linked != 0 && k&det != 0 && last&link != 0: // its article
		case p.surface < 0 || k&breaks != 0:
			flush(k | linked)
		case k&endsPast != 0:
			flush(k | linked)
			fallthrough
		default:
			if len(run) > 0 && linked == 0 && (last&endsLast != 0 || k&endsFirst != 0 && last&endsAdjective == 0) {
				flush(k)
			}
			if len(run) == 0 {
				before = last
			}
			run = append(run, p)
			linked = 0
		}
		prev, last = p, k
	}
	flush(linked)
}

// breaks are the classes of words that no phrase holds.
const breaks = stop | weak | verb | adverb | timeWord | number | det | prep | title | endsAdverb

// wordClass is the class of the word at p; a capital in the middle of a sentence makes a name of any word.
func (s *scan) wordClass(p place) class {
	if p.surface < 0 {
		return 0
	}
	k := s.surfaces[p.surface].class
	if s.capital(p) {
		k &= stop | det | prep | timeWord | number | title | link | endsAdjective | endsFirst | endsLast
	}
	return k
}

// owned says whether a possessive stands right before p.
func (s *scan) owned(p place) bool {
	return p.token > 0 && s.doc.Tokens[p.token-1].Kind == text.Clitic
}

// phrase is what is known of the n-grams with the same stems.
type phrase struct {
	key       ngram
	count     int32
	longer    int32 // count of the commonest n-gram of one word more that holds it
	first     place
	last      place
	surfaces  [maxWords]int32 // of the first place
	sentences int32
	starts    int32 // places at the head of a run
	ends      int32 // places at the end of a run
	afterDet  int32
	afterPrep int32
	afterVerb int32
	afterTo   int32
	toVerb    int32 // a verb behind
	toPrep    int32
	atStart   int32 // places at the head of a sentence
}

// phrases gathers the n-grams by their stems, in the order of their first places.
func (s *scan) phrases() []phrase {
	index := make(map[ngram]int32)
	var out []phrase
	s.runs(func(run []place, before, after class) {
		s.ngrams(run, before, func(from, to int) {
			key := s.key(run[from:to])
			n, ok := index[key]
			if !ok {
				n = int32(len(out))
				index[key] = n
				out = append(out, s.newPhrase(key, run[from:to]))
			}
			b, a := class(0), class(0)
			if from == 0 {
				b = before
			}
			if to == len(run) {
				a = after
			}
			s.add(&out[n], run, from, to, b, a)
		})
	})
	for i := range out {
		s.tellShorter(index, out, &out[i])
	}
	return out
}

// ngrams calls fn with the bounds of each n-gram of the run, which stands behind a word of class before, that may be a phrase.
func (s *scan) ngrams(run []place, before class, fn func(from, to int)) {
	for from := range run {
		if from > 0 {
			before = 0
		}
		if !s.mayBegin(run[from], before) {
			continue
		}
		for to := from + minWords; to <= min(from+maxWords, len(run)); to++ {
			if s.mayEnd(run, to) {
				fn(from, to)
			}
		}
	}
}

// mayBegin says whether a phrase can begin at p behind a word of class before. What ends in -ed is a verb but behind a
// determiner or a preposition ("the proposed law"); behind a pronoun or "will" stands a verb.
func (s *scan) mayBegin(p place, before class) bool {
	k := s.wordClass(p)
	switch {
	case k&endsPast != 0:
		return before&(det|prep) != 0
	case before&beforeVerb != 0:
		return s.capital(p)
	}
	return true
}

// mayEnd says whether a phrase can end before word to of the run: not within a name.
func (s *scan) mayEnd(run []place, to int) bool {
	if s.wordClass(run[to-1])&endsPast != 0 {
		return false
	}
	return to == len(run) || !s.capital(run[to-1]) || !s.capital(run[to])
}

// capital says whether the word at p has a capital that tells something.
func (s *scan) capital(p place) bool { return s.surfaces[p.surface].upper && s.tells(p) }

func (s *scan) key(words []place) ngram {
	k := none
	for i, p := range words {
		k[i] = s.surfaces[p.surface].stem
	}
	return k
}

func (s *scan) newPhrase(key ngram, words []place) phrase {
	p := phrase{key: key, first: words[0], last: place{sentence: -1}}
	for i, w := range words {
		p.surfaces[i] = w.surface
	}
	return p
}

// add counts one place of the phrase: words from to to of the run, between words of the given classes.
func (s *scan) add(p *phrase, run []place, from, to int, before, after class) {
	w := run[from]
	p.count++
	if p.last.sentence != w.sentence {
		p.sentences++
	}
	p.last = w
	p.starts += int32(truth(from == 0))
	p.ends += int32(truth(to == len(run)))
	p.afterDet += int32(truth(before&det != 0))
	p.afterPrep += int32(truth(before&prep != 0))
	p.afterTo += int32(truth(before&infinitive != 0))
	p.afterVerb += int32(truth(before&verb != 0))
	p.toVerb += int32(truth(after&(verb|endsPast) != 0))
	p.toPrep += int32(truth(after&prep != 0))
	p.atStart += int32(truth(w.Start == s.doc.Sentences[w.sentence].Start))
}

// tellShorter makes known to the phrases inside p how often p stands.
func (s *scan) tellShorter(index map[ngram]int32, all []phrase, p *phrase) {
	n := p.key.len()
	if n == minWords {
		return
	}
	head, tail := p.key, none
	head[n-1] = -1
	copy(tail[:], p.key[1:n])
	for _, k := range [...]ngram{head, tail} {
		if i, ok := index[k]; ok {
			all[i].longer = max(all[i].longer, p.count)
		}
	}
}
