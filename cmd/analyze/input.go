package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"unicode/utf16"

	"gloss/app/report"
)

// readText reads the one text there is, as UTF-8 without a byte order mark.
func (a *analyzer) readText(stdin io.Reader) (string, error) {
	r := stdin
	switch {
	case a.file == "-" && isTerminal(stdin):
		fmt.Fprintln(a.stderr, "analyze: type or paste the text, then Ctrl-D (-h tells the use)")
	case a.file != "-":
		f, err := openFile(a.file)
		if err != nil {
			return "", err
		}
		defer f.Close()
		r = f
	}
	// As UTF-16 a text within the limit has at most twice the bytes; more than that need not be read to be refused.
	b, err := io.ReadAll(io.LimitReader(r, 2*report.MaxBytes+4))
	if err != nil {
		return "", fmt.Errorf("%s: %w", a.name(), err)
	}
	s, note, err := decode(b)
	if err != nil {
		return "", fmt.Errorf("%s: %w", a.name(), err)
	}
	if note != "" {
		fmt.Fprintf(a.stderr, "analyze: %s: %s\n", a.name(), note)
	}
	return s, nil
}

// openFile opens a file to read; a folder is an error here, not at the first read.
func openFile(name string) (*os.File, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", name)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%s: no permission to read it", name)
	case err != nil:
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s: is a folder, not a file", name)
	}
	return f, nil
}

// Byte order marks.
var (
	markUTF8 = []byte{0xEF, 0xBB, 0xBF}
	markLE   = []byte{0xFF, 0xFE}
	markBE   = []byte{0xFE, 0xFF}
)

// sniffed is how many bytes are looked at to tell a binary file from a text.
const sniffed = 8000

// decode is the bytes as UTF-8 text without a byte order mark, with a note where the text
// was converted. Errors: nothing but white space, a binary file, an invalid byte with its offset in the file.
func decode(b []byte) (s, note string, err error) {
	skipped := 0
	switch {
	case bytes.HasPrefix(b, markUTF8):
		skipped = len(markUTF8)
		s = string(b[skipped:])
	case bytes.HasPrefix(b, markLE):
		s, note = fromUTF16(b[2:], binary.LittleEndian), "UTF-16 converted, offsets refer to its UTF-8 form"
	case bytes.HasPrefix(b, markBE):
		s, note = fromUTF16(b[2:], binary.BigEndian), "UTF-16 converted, offsets refer to its UTF-8 form"
	default:
		s = string(b)
	}
	if at := report.InvalidUTF8(s); at >= 0 && len(s) <= report.MaxBytes {
		if bytes.IndexByte(b[:min(len(b), sniffed)], 0) >= 0 {
			return "", "", errors.New("is a binary file, not a text")
		}
		return "", "", fmt.Errorf("is not UTF-8: invalid byte 0x%02x at offset %d", s[at], at+skipped)
	}
	if len(bytes.TrimSpace([]byte(s))) == 0 {
		return "", "", errors.New("is empty: there is nothing to analyse")
	}
	return s, note, nil
}

// fromUTF16 converts; a lone surrogate and half a unit at the end become U+FFFD.
func fromUTF16(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(b)/2+1)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, order.Uint16(b))
	}
	if len(b) == 1 {
		units = append(units, 0xFFFD)
	}
	return string(utf16.Decode(units))
}
