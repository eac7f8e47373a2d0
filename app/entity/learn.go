package entity

import "gloss/app/text"

// Lattice is all that the recogniser weighs in one sentence, for the command that learns the weights.
type Lattice struct {
	Atoms []LatticeAtom
	Names []LatticeName
}

// LatticeAtom is a word with its clues; Capital says that calling it no name has a price.
type LatticeAtom struct {
	text.Span
	Clues   []string
	Capital bool
}

// LatticeName is a run of atoms [First, Last) that could be a name, with the clues of the whole.
type LatticeName struct {
	First, Last int
	Clues       []string
}

// EdgeClues stand for what is before the first and after the last atom.
var EdgeClues = [2]string{edgeBefore, edgeAfter}

// PriorClue stands for any name: its weights in SlotOfSpan are the types' priors.
const PriorClue = "%prior"

// NumTypes counts the types that are learnt: a person, a place, an organisation, another name.
const NumTypes = numTypes

// Lattice lays out sentence i of the document. The weights of the clues of a name of type t are, with the
// constants in their order: Slot*NumTypes + t.
func (r *Recognizer) Lattice(doc *text.Document, i int) Lattice {
	s := r.scan(doc)
	defer r.done(s)
	s.read(doc.Sentences[i])
	s.foldAtoms()
	var out Lattice
	for k := range s.atoms {
		a := LatticeAtom{Span: s.atoms[k].Span, Capital: s.atoms[k].kind.name()}
		s.clues(k, func(clue []byte) { a.Clues = append(a.Clues, string(clue)) })
		out.Atoms = append(out.Atoms, a)
		s.runs(k, func(j int) {
			n := LatticeName{First: k, Last: j}
			s.spanClues(k, j, func(clue []byte) { n.Clues = append(n.Clues, string(clue)) })
			out.Names = append(out.Names, n)
		})
	}
	return out
}

// Slots gives what the atoms of a lattice are to the name [first, last): each call has the atom, -1 and
// the number of atoms meaning the edges, and the slot.
func (n LatticeName) Slots(atoms int, each func(atom, slot int)) {
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
