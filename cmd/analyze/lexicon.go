package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"gloss/app/entity"
)

// readLexicon has the names of the file that -lexicon names go before all that is found, in every text.
// Lines that cannot be used are told on stderr.
func (a *analyzer) readLexicon() error {
	f, err := openFile(a.lexicon)
	if err != nil {
		return fmt.Errorf("-lexicon: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 2*entity.MaxLexicon+4)) // as UTF-16 it may have twice the bytes
	if err != nil {
		return fmt.Errorf("-lexicon: %s: %w", a.lexicon, err)
	}
	used, problems, err := a.setLexicon(b)
	if err != nil {
		return fmt.Errorf("-lexicon: %s: %w", a.lexicon, err)
	}
	for _, p := range problems {
		fmt.Fprintf(a.stderr, "analyze: -lexicon: %s: %s\n", a.lexicon, p)
	}
	if used == 0 && len(problems) > 0 {
		return fmt.Errorf("-lexicon: %s: none of its lines can be used", a.lexicon)
	}
	return nil
}

func (a *analyzer) setLexicon(b []byte) (used int, problems []string, err error) {
	lines := string(b)
	switch {
	case bytes.HasPrefix(b, markLE):
		lines = fromUTF16(b[len(markLE):], binary.LittleEndian)
	case bytes.HasPrefix(b, markBE):
		lines = fromUTF16(b[len(markBE):], binary.BigEndian)
	case bytes.IndexByte(b[:min(len(b), sniffed)], 0) >= 0:
		return 0, nil, errors.New("is a binary file, not a list of names")
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix([]byte(lines), markUTF8))) == 0 {
		return 0, nil, errors.New("is empty: there is no name in it")
	}
	used, problems = a.builder.SetLexicon(lines)
	return used, problems, nil
}
