package keyword

import (
	"unicode/utf8"

	"gloss/app/lang"
)

// wordFeatures names what the score of a keyword is made of, as in the file of its weights.
var wordFeatures = [...]string{
	"frequency",        // log(1 + count)
	"frequency-rarity", // the same × IDF: what the text says more often than the language does
	"first-sentence",   // 1 / (1 + log(1 + index of the first sentence that holds it))
	"sentences",        // log(1 + sentences that hold it)
	"range",            // share of the text between the first and the last place
	"name-frequency",   // share of places with a capital that tells something × frequency
	"letter",           // it is a single letter
	"letters",          // log(1 + letters)
	"after-determiner", // share of places with a determiner before
	"in-compound",      // share of places that are parts of a compound
	"compound",         // it is a compound itself
	"verb",             // it is in the table of verbs
	"time",             // it names a time or a number
	"adverb",           // by table or ending
	"weak",             // it says little by itself
	"address",          // it is a form of address: Mr, Dr
	"ending-past",      // -ed
	"ending-ing",       // -ing
	"ending-noun",      // -ment, -ness …
	"ending-adjective", // -able, -ic …
	"early",            // it stands in the first three sentences
	"title",            // in the first one
	"paragraphs",       // log(1 + paragraphs that hold it)
	"name",             // share of places with a capital that tells something
	"after-preposition",
	"before-preposition",
	"alone",       // share of places between words of grammar, marks or ends
	"in-run",      // share of places in a run of words that may make a phrase
	"begins-run",  // share of places at the head of one
	"ends-run",    // at its end, where the noun stands
	"in-sentence", // mean share of its sentences that stands before it
	"bias",        // 1
}

// plainWeights rank without knowing the language, by frequency and place.
var plainWeights = func() Weights {
	w := make(Weights, len(wordFeatures))
	for i, name := range wordFeatures {
		switch name {
		case "frequency":
			w[i] = 1
		case "first-sentence":
			w[i] = 0.5
		case "letters":
			w[i] = 0.2
		}
	}
	return w
}()

func (s *scan) wordFeatures(l *lang.Language, g *group, f *[len(wordFeatures)]float64) {
	sur := &s.surfaces[g.surface]
	size := float64(max(1, len(s.doc.Text)))
	frequency := log1p(g.content)
	whole := max(1, g.whole)
	letters := utf8.RuneCountInString(s.folds[sur.fold])
	*f = [...]float64{
		frequency,
		float64(frequency * l.IDF(s.stems[g.stem])),
		1 / (1 + log1p(g.first.sentence)),
		log1p(g.sentences),
		float64(g.last.Start-g.first.Start) / size,
		float64(ratio(g.upper, g.count) * frequency),
		truth(letters == 1),
		log1p(letters),
		ratio(g.afterDet, g.count),
		ratio(g.compounds, g.count),
		truth(sur.compound),
		truth(sur.class&verb != 0),
		truth(sur.class&(timeWord|number) != 0),
		truth(sur.class&(adverb|endsAdverb) != 0),
		truth(sur.class&weak != 0),
		truth(sur.class&title != 0),
		truth(sur.class&endsPast != 0),
		truth(sur.class&endsIng != 0),
		truth(sur.class&endsNoun != 0),
		truth(sur.class&endsAdjective != 0),
		truth(g.first.sentence < 3),
		truth(g.first.sentence == 0),
		log1p(g.paragraphs),
		ratio(g.upper, g.count),
		ratio(g.afterPrep, whole),
		ratio(g.beforePrep, whole),
		ratio(g.alone, whole),
		ratio(g.inRun, whole),
		ratio(g.beginsRun, whole),
		ratio(g.endsRun, whole),
		g.inSentence / float64(whole),
		1,
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// phraseFeatures names what the score of a phrase is made of, as in the file of its weights.
var phraseFeatures = [...]string{
	"frequency",         // log(1 + count)
	"three-words",       //
	"four-words",        //
	"cohesion",          // count / count of the rarest of its words in the text
	"cohesion-mean",     // count / mean count of its words
	"in-longer",         // share of places inside the commonest longer phrase
	"begins-run",        // share of places with no word before that could belong to it
	"ends-run",          //
	"first-sentence",    // 1 / (1 + log(1 + index of the first sentence))
	"first-place",       // share of the text before the first place
	"sentences",         // log(1 + sentences that hold it)
	"range",             // share of the text between the first and the last place
	"words-frequency",   // mean of log(1 + count) over its words
	"after-to",          // share of places with the word before that makes verbs
	"words-rarity",      // mean IDF
	"head-rarity",       // IDF of the last word
	"frequency-rarity",  // mean of log(1 + count) × IDF over its words
	"after-determiner",  // share of places with a determiner before
	"after-preposition", //
	"after-verb",        //
	"before-verb",       // share of places with a verb behind
	"before-preposition",
	"begins-sentence",
	"text",            // log(1 + stems of the text)
	"head-adjective",  // its last word ends like an adjective
	"head-ing",        // in -ing
	"head-noun",       // like a noun
	"first-past",      // its first word ends in -ed
	"first-adjective", // like an adjective
	"hyphen",          // one of its words is a compound
	"head-plural",     // its last word is longer than its stem
	"bias",            // 1
}

func (s *scan) phraseFeatures(l *lang.Language, counts []int32, p *phrase, f *[len(phraseFeatures)]float64) {
	n := p.key.len()
	size := float64(max(1, len(s.doc.Text)))
	var rarest, sum int32
	var words, rarity, product, frequency, idf float64
	hyphen := false
	for i := range n {
		count := max(1, counts[p.key[i]])
		if i == 0 || count < rarest {
			rarest = count
		}
		sum += count
		frequency, idf = log1p(count), l.IDF(s.stems[p.key[i]])
		words += frequency
		rarity += idf
		product += float64(frequency * idf)
		hyphen = hyphen || s.surfaces[p.surfaces[i]].compound
	}
	first, head := &s.surfaces[p.surfaces[0]], &s.surfaces[p.surfaces[n-1]]
	many := float64(n)
	*f = [...]float64{
		log1p(p.count),
		truth(n == 3),
		truth(n == 4),
		ratio(p.count, rarest),
		float64(p.count) * many / float64(sum),
		ratio(p.longer, p.count),
		ratio(p.starts, p.count),
		ratio(p.ends, p.count),
		1 / (1 + log1p(p.first.sentence)),
		float64(p.first.Start) / size,
		log1p(p.sentences),
		float64(p.last.Start-p.first.Start) / size,
		words / many,
		ratio(p.afterTo, p.count),
		rarity / many,
		idf,
		product / many,
		ratio(p.afterDet, p.count),
		ratio(p.afterPrep, p.count),
		ratio(p.afterVerb, p.count),
		ratio(p.toVerb, p.count),
		ratio(p.toPrep, p.count),
		ratio(p.atStart, p.count),
		log1p(int32(len(s.stems))),
		truth(head.class&endsAdjective != 0),
		truth(head.class&endsIng != 0),
		truth(head.class&endsNoun != 0),
		truth(first.class&endsPast != 0),
		truth(first.class&endsAdjective != 0),
		truth(hyphen),
		truth(len(head.text) > len(s.stems[head.stem])),
		1,
	}
}
