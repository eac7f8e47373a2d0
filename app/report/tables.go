package report

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gloss/app/lang"
)

// ErrTables is what Build gives when it has not the tables of languages that the text is in, and has been told by Await that they can be had: all of them
// at once. With AddTables they are handed over, and then the text is built again.
type ErrTables struct{ Languages []string } // codes, the text's own first

// Error names the languages.
func (e *ErrTables) Error() string {
	return "the tables of " + strings.Join(e.Languages, ", ") + " are not here yet"
}

// Await says which languages have tables that can be had, in place of those named before: Build asks for them by ErrTables, instead of reading a text in
// such a language plainly.
func (b *Builder) Await(codes ...string) {
	b.awaited = map[string]bool{}
	for _, code := range codes {
		b.awaited[code] = true
	}
}

// AddTables takes the tables of a language: fsys holds its folder, as that of Open does. The error says what is wrong with them; then they are
// not used.
func (b *Builder) AddTables(code string, fsys fs.FS) error {
	before := b.models
	b.models = layered{fsys, before}
	delete(b.engines, code)
	_, err := b.engineFor(code)
	if err == nil && b.supported(code) == plainCode {
		err = fs.ErrNotExist
	}
	if err != nil {
		b.models = before
		return fmt.Errorf("tables of %s: %w", code, err)
	}
	return nil
}

// layered is folders one above the other: a file is that of the first which has it.
type layered []fs.FS

// Open opens the named file.
func (l layered) Open(name string) (f fs.File, err error) {
	for _, fsys := range l {
		if f, err = fsys.Open(name); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return f, err
}

// engineFor is the Builder's, and notes what it is still to be given.
func (c *building) engineFor(code string) (*engine, error) {
	if base := lang.Base(code); c.b.awaited[base] && c.b.supported(base) == plainCode && !slices.Contains(c.lacking, base) {
		c.lacking = append(c.lacking, base)
	}
	return c.b.engineFor(code)
}
