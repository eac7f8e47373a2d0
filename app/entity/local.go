package entity

func (a *amounts) openLocal(e *endings) { a.local = &local{endings: e} }

// local is how a language other than English writes numbers and dates.
type local struct {
	endings *endings
}
