package keyword

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/app/text"
)

// surface is one spelling of a word as it stands in the text.
type surface struct {
	text     string
	fold     int32 // index of the folded form
	stem     int32
	class    class
	upper    bool // begins with a capital
	rare     bool // its stem is not in a large background table
	compound bool // it has parts
}

// place is where a word stands: a whole token, or a part of a compound.
type place struct {
	text.Span
	surface  int32 // -1 for what is no word: a number, a part without a letter
	sentence int32
	token    int32
	part     bool
}

// scan is the document's words, each known by numbers: places in order, a compound before its parts.
type scan struct {
	doc      *text.Document
	surfaces []surface
	folds    []string
	keys     []string // what words are counted under: their stems, but for those that share one by accident
	stems    []string // of the keys
	places   []place
	flat     []bool // by sentence: its capitals tell nothing, for it is a title or shouted
}

type scanner struct {
	scan
	stemmer *lang.Stemmer
	classes *classes
	bySpell map[string]int32 // surface by the bytes of the text
	byFold  map[string]int32
	byStem  map[string]int32
}

func (e *Extractor) scan(doc *text.Document, st *lang.Stemmer) *scan {
	distinct := len(doc.Tokens)/8 + 64 // a long text has fewer, a short one more
	s := &scanner{
		scan:    scan{doc: doc, places: make([]place, 0, len(doc.Tokens)), flat: make([]bool, len(doc.Sentences))},
		stemmer: st, classes: e.classes,
		bySpell: make(map[string]int32, distinct), byFold: make(map[string]int32, distinct), byStem: make(map[string]int32, distinct),
	}
	for i, sen := range doc.Sentences {
		if !doc.Reads(i) {
			continue
		}
		first := len(s.places)
		for t := sen.First; t < sen.Last; t++ {
			s.token(int32(i), int32(t))
		}
		s.flat[i] = s.tellsNoCase(s.places[first:])
	}
	return &s.scan
}

func (s *scanner) token(sentence, t int32) {
	tok := s.doc.Tokens[t]
	if tok.Kind != text.Word && tok.FirstPart == tok.LastPart {
		return
	}
	p := place{Span: tok.Span, surface: -1, sentence: sentence, token: t}
	if tok.Kind == text.Word {
		p.surface = s.surfaceOf(p.Span)
		if p.surface >= 0 && tok.LastPart > tok.FirstPart {
			s.surfaces[p.surface].compound = true
		}
	}
	s.places = append(s.places, p)
	for _, part := range s.doc.PartsOf(int(t)) {
		if n := s.surfaceOf(part); n >= 0 {
			s.places = append(s.places, place{Span: part, surface: n, sentence: sentence, token: t, part: true})
		}
	}
}

// surfaceOf numbers the spelling of the word at sp; -1 when it is none.
func (s *scanner) surfaceOf(sp text.Span) int32 {
	spelling := sp.Of(s.doc.Text)
	if n, ok := s.bySpell[spelling]; ok {
		return n
	}
	n := int32(-1)
	if strings.IndexFunc(spelling, unicode.IsLetter) >= 0 && !startsWithDigit(spelling) {
		n = int32(len(s.surfaces))
		s.surfaces = append(s.surfaces, s.newSurface(spelling))
	}
	s.bySpell[spelling] = n
	return n
}

func startsWithDigit(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsDigit(r)
}

// newSurface describes a spelling.
func (s *scanner) newSurface(spelling string) surface {
	if strings.ContainsAny(spelling, "\r\n"+softHyphen) {
		spelling = mend(spelling)
	}
	folded := strings.TrimRight(lang.Fold(spelling), ".") // "Mr." and "Mr" are one form
	stem := s.stemmer.Stem(spelling)
	key := s.classes.key(folded, stem)
	_, known := s.classes.lang.Rank(stem)
	r, _ := utf8.DecodeRuneInString(spelling)
	out := surface{
		text: spelling, class: s.classes.of(folded, key), rare: !known && s.classes.lang.KnowsMost(),
		fold: number32(s.byFold, &s.folds, folded), stem: number32(s.byStem, &s.keys, key),
		upper: unicode.IsUpper(r),
	}
	if int(out.stem) == len(s.stems) {
		s.stems = append(s.stems, stem)
	}
	return out
}

// number32 is the number of key, the next one when it is new.
func number32(m map[string]int32, list *[]string, key string) int32 {
	n, ok := m[key]
	if !ok {
		n = int32(len(*list))
		m[key] = n
		*list = append(*list, key)
	}
	return n
}

const softHyphen = "\u00ad"

// mend takes soft hyphens out of the word, and line breaks with the hyphens before and the indents behind them.
func mend(w string) string {
	w = strings.ReplaceAll(w, softHyphen, "")
	var b strings.Builder
	for line := range strings.SplitAfterSeq(w, "\n") {
		line = strings.TrimLeft(line, " \t")
		whole := strings.TrimRight(line, "\r\n \t")
		if whole != line {
			_, n := utf8.DecodeLastRuneInString(whole)
			whole = whole[:len(whole)-n]
		}
		b.WriteString(whole)
	}
	return b.String()
}

// minFlat is how many content words must all be written with capitals for a sentence's capitals to tell nothing.
const minFlat = 4

// tellsNoCase says whether every content word of the sentence begins with a capital, as in a headline.
func (s *scanner) tellsNoCase(places []place) bool {
	words := 0
	for _, p := range places {
		if p.surface < 0 || p.part {
			continue
		}
		f := &s.surfaces[p.surface]
		if f.class&(stop|det|prep) != 0 {
			continue
		}
		if !f.upper {
			return false
		}
		words++
	}
	return words >= minFlat
}
