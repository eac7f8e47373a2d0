package entity

import "strings"

// mostReasons is how many reasons a mention gives.
const mostReasons = 3

// reasons are what the classes of the tables say to a reader. The %s is the word.
var reasons = []struct {
	where  int // slotOnly, slotFirst, slotLast
	class  class
	typ    Type
	phrase string
}{
	{slotOnly, country, Location, "a country"},
	{slotOnly, capital, Location, "a capital"},
	{slotOnly, region, Location, "a known region"},
	{slotOnly, city, Location, "a large city"},
	{slotOnly, knownOrg, Org, "a well-known organisation"},
	{slotOnly, demonym, Group, "people or things of a country"},
	{slotOnly, group, Group, "a known group"},
	{slotFirst, given, Person, "“%s” is a given name"},
	{slotOnly, given, Person, "“%s” is a given name"},
	{slotLast, orgWord, Org, "ends in “%s”"},
	{slotFirst, orgFirst, Org, "begins with “%s”"},
	{slotLast, placeWord, Location, "ends in “%s”"},
	{slotFirst, placeFirst, Location, "begins with “%s”"},
	{slotLast, eventWord, Event, "ends in “%s”"},
	{slotFirst, eventFirst, Event, "begins with “%s”"},
}

// what a type is called in a reason.
var namesOf = [numTypes]string{"names of people", "names of places", "names of organisations", "other names"}

// why gives the reasons for the name in atoms [i, j): what the tables know of it, the words around it that spoke most for its type, and, where
// the tables know nothing, what in it did.
func (s *scanner) why(i, j int, t Type) []string {
	out := make([]string, 0, mostReasons)
	whole, told := false, -1 // the tables know it as a whole; the atom of which they do
	for _, r := range reasons {
		if r.typ != t || len(out) == mostReasons-1 {
			continue
		}
		at, cl := s.stands(r.where, i, j)
		if at < 0 || cl&r.class == 0 {
			continue
		}
		whole, told = whole || r.where == slotOnly, at
		out = append(out, strings.ReplaceAll(r.phrase, "%s", s.atoms[at].Of(s.doc.Text)))
	}
	k := voteIndex(t)
	out = s.whyAround(i, j, k, out)
	if len(out) < mostReasons-1 && !whole {
		out = s.whyInside(i, j, k, told, out)
	}
	if len(out) > 0 {
		return out
	}
	switch {
	case s.shouts:
		return append(out, "its place in a line in which all words have capitals, with nothing else to go by")
	case s.atoms[i].opens:
		return append(out, "written like a name at the beginning of a sentence, with nothing else to go by")
	}
	return append(out, "written like a name in the middle of a sentence, with nothing else to go by")
}

// stands gives the atom in the slot of the name [i, j) and its classes; -1 when there is none.
func (s *scanner) stands(slot, i, j int) (int, class) {
	switch {
	case slot == slotOnly && j == i+1, slot == slotFirst && j > i+1:
		return i, s.atoms[i].class
	case slot == slotOnly:
		return i, s.r.lexicon.classes[string(s.phrase(i, j))]
	case slot == slotLast && j > i+1:
		return j - 1, s.atoms[j-1].class
	}
	return -1, 0
}

// Least that a reason speaks for its type, by the weights of the scorer.
const (
	leastAround = 3 * weightStep / 4
	leastInside = weightStep / 2
)

// favour is by how much the weights of a slot speak for a type more than for the others on the whole.
func favour(w *weights, slot, t int) int {
	sum := 0
	for _, v := range w[slot*numTypes : slot*numTypes+numTypes] {
		sum += int(v)
	}
	own := int(w[slot*numTypes+t])
	return own - (sum-own)/(numTypes-1)
}

// whyAround adds what stands before and after the name, what speaks more first.
func (s *scanner) whyAround(i, j, t int, out []string) []string {
	before, left := s.wordsBefore(i, t)
	after, right := s.wordsAfter(j, t)
	if len(out) > 0 { // of "in a" and the like there is more than enough
		left, right = left-s.doubt(before), right-s.doubt(after)
	}
	if left >= leastAround && (left >= right || len(out) < mostReasons-1) && len(out) < mostReasons {
		out = append(out, "after “"+before+"”")
		left = 0
	}
	if right >= leastAround && len(out) < mostReasons {
		out = append(out, "followed by “"+after+"”")
	}
	return out
}

// wordsBefore is the word before a name, with the one before that where the first says little by itself ("minister of"), and how they
// speak for a type.
func (s *scanner) wordsBefore(i, t int) (words string, favours int) {
	if i == 0 || s.atoms[i-1].kind == punct {
		return "", 0
	}
	first, favours := i-1, favour(s.sum(i-1), slotPrev, t)
	if i > 1 && s.atoms[i-2].kind == lower && s.little(i-1) {
		if more := favour(s.sum(i-2), slotPrev2, t); more > 0 {
			first, favours = i-2, favours+more
		}
	}
	if voteTypes[t] == Person && s.atoms[i-1].class&(honorific|office) != 0 {
		favours += leastAround
	}
	return s.quoted(first, i), favours
}

// wordsAfter is the same behind a name that ends before atom j.
func (s *scanner) wordsAfter(j, t int) (words string, favours int) {
	if j >= len(s.atoms) || s.atoms[j].kind == punct {
		return "", 0
	}
	last, favours := j+1, favour(s.sum(j), slotNext, t)
	if j+1 < len(s.atoms) && s.atoms[j+1].kind == lower && s.little(j) {
		if more := favour(s.sum(j+1), slotNext2, t); more > 0 {
			last, favours = j+2, favours+more
		}
	}
	if voteTypes[t] == Person && s.atoms[j].class&speech != 0 {
		favours += leastAround
	}
	return s.quoted(j, last), favours
}

// doubt is what words that all say little have to speak for a type more than others, where something better is told already.
func (s *scanner) doubt(words string) int {
	for w := range strings.FieldsSeq(words) {
		if !s.doc.Language.IsStop(strings.ToLower(w)) {
			return 0
		}
	}
	return 2 * leastAround
}

// little says whether the word of atom i says little by itself.
func (s *scanner) little(i int) bool {
	return s.atoms[i].kind == possessive || s.atoms[i].class&joiner != 0 || s.doc.Language.IsStop(string(s.word(i)))
}

// quoted is the text of the atoms [i, j), white space collapsed.
func (s *scanner) quoted(i, j int) string {
	form := s.doc.Text[s.atoms[i].Start:s.atoms[j-1].End]
	if strings.ContainsAny(form, "\n\r\t") || strings.Contains(form, "  ") {
		return strings.Join(strings.Fields(form), " ")
	}
	return form
}

// A ground is what in a name speaks for its type.
type ground uint8

const (
	groundNone  ground = iota
	groundWord         // the word itself
	groundUse          // words that are used like it
	groundEnd          // its last letters
	groundStart        // its first letters
	groundForm         // how it is written
	numGrounds
)

// whyInside adds what in the name spoke most: of its words the one that did, and by what, unless the tables have told of it; or the name as a whole.
func (s *scanner) whyInside(i, j, t, told int, out []string) []string {
	at, slot, most := i, slotOnly, 0
	if j == i+1 {
		most = favour(s.sum(i), slotOnly, t)
	} else {
		slot, most = slotFirst, favour(s.sum(i), slotFirst, t)
		if last := favour(s.sum(j-1), slotLast, t); last > most {
			at, slot, most = j-1, slotLast, last
		}
		if whole := s.favourWhole(i, j, t); whole > most && whole >= leastInside {
			return append(out, s.wholeReason(i, j, t))
		}
	}
	if most < leastInside || at == told {
		return out
	}
	word := s.atoms[at].Of(s.doc.Text)
	switch g, letters := s.ground(at, slot, t); g {
	case groundWord:
		return append(out, "“"+word+"” mostly stands in "+namesOf[t])
	case groundUse:
		return append(out, "“"+word+"” is used like words in "+namesOf[t])
	case groundEnd:
		return append(out, "“"+word+"” ends in “"+letters+"”, as words in "+namesOf[t]+" do")
	case groundStart:
		return append(out, "“"+word+"” begins with “"+letters+"”, as words in "+namesOf[t]+" do")
	case groundForm:
		if s.atoms[at].kind == upper {
			return append(out, "“"+word+"” is written in capitals, as short forms are")
		}
	}
	return out
}

func (s *scanner) favourWhole(i, j, t int) int {
	votes := s.whole(i, j)
	sum := 0
	for _, v := range votes {
		sum += int(v)
	}
	own := int(votes[t])
	return own - (sum-own)/(numTypes-1)
}

// wholeReason tells of a name of several words.
func (s *scanner) wholeReason(i, j, t int) string {
	for k := i + 1; k < j-1; k++ {
		if s.atoms[k].kind == lower {
			return "its words are put together as in " + namesOf[t] + ", with “" + s.atoms[k].Of(s.doc.Text) + "” between them"
		}
	}
	if voteTypes[t] == Person && j == i+2 && s.atoms[i].kind != upper && s.atoms[i+1].kind == title {
		return "two words with capitals, as a given name and a surname are"
	}
	return "“" + s.quoted(i, j) + "” is put together as " + namesOf[t] + " are"
}

// ground is what of the word of atom i in its slot speaks most for the type; the letters are its ending or beginning.
func (s *scanner) ground(i, slot, t int) (g ground, letters string) {
	var sums [numGrounds]int
	var longest [numGrounds]int // letters of the strongest ending and beginning
	var strongest [numGrounds]int
	note := func(g ground, favours, letters int) {
		sums[g] += favours
		if favours > strongest[g] {
			strongest[g], longest[g] = favours, letters
		}
	}
	if s.r.model != nil {
		s.modelGrounds(i, slot, t, note)
	} else {
		s.ruleGrounds(i, slot, t, note)
	}
	best := groundNone
	for g := groundWord; g < numGrounds; g++ {
		if sums[g] > sums[best] {
			best = g
		}
	}
	form := []rune(s.atoms[i].Of(s.doc.Text))
	n := min(longest[best], len(form))
	switch {
	case best == groundEnd && n > 0 && n+1 < len(form):
		return best, string(form[len(form)-n:])
	case best == groundStart && n > 0 && n+1 < len(form):
		return best, string(form[:n])
	case best == groundEnd || best == groundStart:
		return groundWord, ""
	}
	return best, ""
}

// modelGrounds hands on what each feature of atom i says, by its kind.
func (s *scanner) modelGrounds(i, slot, t int, note func(g ground, favours, letters int)) {
	ends, starts := 0, 0
	s.features = s.atomFeatures(i, s.features[:0])
	for _, f := range s.features {
		g, letters := groundNone, 0
		switch f >> featureBits {
		case ofWord, ofCasedWord, ofClass:
			g = groundWord
		case ofForm, ofRank:
			g = groundForm
		case ofSuffix:
			ends++
			g, letters = groundEnd, ends
		case ofPrefix:
			starts++
			g, letters = groundStart, starts
		case ofCluster, ofFamily, ofFamilyForm, ofClusters, ofFamilies, ofFamilyTriple:
			g = groundUse
		default:
			g = groundWord
		}
		var w weights
		slots, values := s.r.model.cells(f)
		for k, at := range slots {
			w[at] += int16(values[k])
		}
		if letters == 1 {
			g = groundForm // one letter is nothing to tell of
		}
		note(g, favour(&w, slot, t), letters)
	}
}

// ruleGrounds is the same for the clues of the rules.
func (s *scanner) ruleGrounds(i, slot, t int, note func(g ground, favours, letters int)) {
	s.clues(i, func(clue []byte) {
		row, ok := s.r.evidence.index[string(clue)]
		if !ok {
			return
		}
		g, letters := groundWord, 0
		switch {
		case len(clue) > 1 && clue[0] == '%':
			g = groundForm
		case len(clue) > 2 && clue[0] == '~' && clue[len(clue)-1] == '~':
			g, letters = groundStart, len([]rune(string(clue)))-2
		case len(clue) > 1 && clue[0] == '~':
			g, letters = groundEnd, len([]rune(string(clue)))-1
		}
		note(g, favour(&s.r.evidence.rows[row], slot, t), letters)
	})
}
