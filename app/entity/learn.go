package entity

import "gloss/app/text"

// Lattice is all that the recogniser weighs in one sentence, for the command that learns the weights. C is what a clue is: a string of evidence.txt, or the
// number of a feature of the model.
type Lattice[C any] struct {
	Atoms []LatticeAtom[C]
	Names []LatticeName[C]
}

// LatticeAtom is a word with its clues; Capital says that calling it no name has a price.
type LatticeAtom[C any] struct {
	text.Span
	Clues   []C
	Capital bool
	Article bool // no part of a name that it begins, unless the tables have it so
	Title   bool // no part of a person's name that it begins
}

// LatticeName is a run of atoms [First, Last) that could be a name, with the clues of the whole.
type LatticeName[C any] struct {
	First, Last int
	Clues       []C
}

// EdgeClues stand for what is before the first and after the last atom.
var EdgeClues = [2]string{edgeBefore, edgeAfter}

// EdgeFeatures are the same for the model.
var EdgeFeatures = [2]uint32{edgeFeature(0), edgeFeature(1)}

// PriorClue stands for any name: its weights in SlotOfSpan are the types' priors.
const PriorClue = "%prior"

// PriorFeature is the same for the model.
const PriorFeature = uint32(ofPrior << featureBits)

// NumFeatures is above every feature of the model.
const NumFeatures = featureKinds << featureBits

// FeatureKind is the kind of a feature: what it was made of.
func FeatureKind(f uint32) int { return int(f >> featureBits) }

// Kinds of features by what they are made of, for the command that measures what each brings.
var (
	KindsOfClusters = []int{ofCluster, ofFamily, ofFamilyForm, ofWordFamily, ofFamilyWord, ofClusters, ofFamilies, ofFamilyTriple, ofSpanFamilies, ofSpanClusters,
		ofFrame, ofClusterBefore, ofClusterAfter, ofFamiliesAfter, ofFamiliesBefore}
	KindsOfPairs   = []int{ofWordWord, ofWordFamily, ofFamilyWord, ofClusters, ofFamilies, ofFamilyTriple, ofWordsAround}
	KindsOfWholes  = []int{ofPhrase, ofPhraseClass, ofSpanFamilies, ofSpanClusters, ofFrame, ofWordsAround, ofClusterBefore, ofClusterAfter, ofFamiliesAfter, ofFamiliesBefore, ofEnds, ofWordShape, ofShapeWord, ofPlace}
	KindsOfAffixes = []int{ofSuffix, ofPrefix}
	KindsOfTables  = []int{ofClass, ofPhraseClass, ofRank}
	KindsOfForms   = []int{ofForm, ofCasedWord, ofFamilyForm}
)

// NumTypes counts the types that are learnt: a person, a place, an organisation, another name.
const NumTypes = numTypes

// Lattice lays out sentence i of the document for the rules. The weights of the clues of a name of type t are, with the
// constants in their order: Slot*NumTypes + t.
func (r *Recognizer) Lattice(doc *text.Document, i int) Lattice[string] {
	s := r.scan(doc)
	defer r.done(s)
	s.read(doc.Sentences[i])
	s.foldAtoms()
	return lay(s, func(k int) (clues []string) {
		s.clues(k, func(clue []byte) { clues = append(clues, string(clue)) })
		return clues
	}, func(k, j int) (clues []string) {
		s.spanClues(k, j, func(clue []byte) { clues = append(clues, string(clue)) })
		return clues
	})
}

// FeatureLattice lays out sentence i for the model, which may be one without rows.
func (r *Recognizer) FeatureLattice(doc *text.Document, i int) Lattice[uint32] {
	s := r.scan(doc)
	defer r.done(s)
	s.read(doc.Sentences[i])
	s.foldAtoms()
	s.describe()
	return lay(s, func(k int) []uint32 { return s.atomFeatures(k, nil) }, func(k, j int) []uint32 { return s.spanFeatures(k, j, nil) })
}

func lay[C any](s *scanner, atom func(k int) []C, name func(k, j int) []C) Lattice[C] {
	var out Lattice[C]
	for k := range s.atoms {
		a := &s.atoms[k]
		out.Atoms = append(out.Atoms, LatticeAtom[C]{Span: a.Span, Clues: atom(k), Capital: a.kind.name(), Article: s.article(k), Title: a.class&honorific != 0})
		s.runs(k, func(j int) { out.Names = append(out.Names, LatticeName[C]{First: k, Last: j, Clues: name(k, j)}) })
	}
	return out
}

// Slots gives what the atoms of a lattice are to the name [first, last): each call has the atom, -1 and
// the number of atoms meaning the edges, and the slot.
func (n LatticeName[C]) Slots(atoms int, each func(atom, slot int)) {
	if n.First > 0 {
		each(n.First-1, slotPrev)
		each(max(n.First-2, -1), slotPrev2)
	} else {
		each(-1, slotPrev)
		each(-1, slotPrev2)
	}
	each(min(n.Last, atoms), slotNext)
	each(min(n.Last+1, atoms), slotNext2)
	if n.Last == n.First+1 {
		each(n.First, slotOnly)
		return
	}
	each(n.First, slotFirst)
	each(n.Last-1, slotLast)
	for k := n.First + 1; k < n.Last-1; k++ {
		each(k, slotInner)
	}
}

// SlotOfSpan is the slot of a name's own clues.
const SlotOfSpan = slotSpan

// WordKey is the key of a word in lower case in ModelParts.Words.
func WordKey(word string) uint32 { return wordKey(hashBytes([]byte(word))) }
