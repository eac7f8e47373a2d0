package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"gloss/app/entity"
	"gloss/app/keyword"
)

// own is a list of the reader's own, a line each, that holds for every text.
type own struct {
	flag, file string
	most       int64  // bytes
	what       string // it is a list of
	set        func(lines string) (used int, problems []string)
}

// readOwn has the lists of the reader's own hold that the flags name.
func (a *analyzer) readOwn() error {
	for _, o := range []own{
		{"-lexicon", a.lexicon, entity.MaxLexicon, "name", a.builder.SetLexicon},
		{"-stopwords", a.stopwords, keyword.MaxStopWords, "word", a.builder.SetStopWords},
	} {
		if o.file == "" {
			continue
		}
		if err := o.read(a.stderr); err != nil {
			return fmt.Errorf("%s: %w", o.flag, err)
		}
	}
	return nil
}

// read sets the list. Lines that cannot be used are told on stderr.
func (o own) read(stderr io.Writer) error {
	f, err := openFile(o.file)
	if err != nil {
		return err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 2*o.most+4)) // as UTF-16 it may have twice the bytes
	if err != nil {
		return fmt.Errorf("%s: %w", o.file, err)
	}
	lines, err := o.lines(b)
	if err != nil {
		return fmt.Errorf("%s: %w", o.file, err)
	}
	used, problems := o.set(lines)
	for _, p := range problems {
		fmt.Fprintf(stderr, "analyze: %s: %s: %s\n", o.flag, o.file, p)
	}
	if used == 0 && len(problems) > 0 {
		return fmt.Errorf("%s: none of its lines can be used", o.file)
	}
	return nil
}

func (o own) lines(b []byte) (string, error) {
	lines := string(b)
	switch {
	case bytes.HasPrefix(b, markLE):
		lines = fromUTF16(b[len(markLE):], binary.LittleEndian)
	case bytes.HasPrefix(b, markBE):
		lines = fromUTF16(b[len(markBE):], binary.BigEndian)
	case bytes.IndexByte(b[:min(len(b), sniffed)], 0) >= 0:
		return "", fmt.Errorf("is a binary file, not a list of %ss", o.what)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix([]byte(lines), markUTF8))) == 0 {
		return "", errors.New("is empty: there is no " + o.what + " in it")
	}
	return lines, nil
}
