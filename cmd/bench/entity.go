package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gloss/app/entity"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// entityTypes are the types that are scored, in the order of the table.
var entityTypes = []entity.Type{entity.Person, entity.Location, entity.Org}

// counts are names found right, found, and labelled.
type counts struct{ right, found, gold int }

// f1 is the harmonic mean of precision and recall, in percent.
func (c counts) f1() float64 {
	if c.found+c.gold == 0 {
		return 0
	}
	return 200 * float64(c.right) / float64(c.found+c.gold)
}

func (c counts) String() string {
	p, r := 0.0, 0.0
	if c.found > 0 {
		p = 100 * float64(c.right) / float64(c.found)
	}
	if c.gold > 0 {
		r = 100 * float64(c.right) / float64(c.gold)
	}
	return fmt.Sprintf("%.1f / %.1f / %.1f", p, r, c.f1())
}

// entityScore is how one set was answered.
type entityScore struct {
	byType   [3]counts
	all      counts
	spans    counts // whatever the type, of the scored ones
	tokens   int
	seconds  float64
	mistakes mistakes
}

// nameReader finds the names of texts, in order, and tells the seconds that it took.
type nameReader func(texts []string) (found [][]entity.Mention, seconds float64, err error)

// entityBench measures readers of names over labelled sets.
type entityBench struct {
	lang   *lang.Language
	ours   *entity.Recognizer
	paths  []string
	detail table
}

func openEntityBench(data string) (*entityBench, error) {
	b := &entityBench{detail: table{head: []string{"set", "PER P / R / F1", "LOC", "ORG", "all", "spans only", "tokens/s"}}}
	var err error
	if b.lang, b.ours, err = openNames(os.Getenv("GLOSS_NAMES")); err != nil {
		return nil, err
	}
	b.paths, err = filepath.Glob(filepath.Join(data, "entity", "dev", "*.tsv"))
	if err != nil || len(b.paths) == 0 {
		return nil, fmt.Errorf("no *.tsv under %s/entity/dev", data)
	}
	return b, nil
}

// read is our own reader of names.
func (b *entityBench) read(texts []string) ([][]entity.Mention, float64, error) {
	found := make([][]entity.Mention, len(texts))
	start := time.Now()
	for i, t := range texts {
		doc := b.parse(t)
		found[i], _ = b.ours.Resolve(doc, b.ours.Recognize(doc, 0, len(doc.Sentences)))
	}
	return found, time.Since(start).Seconds(), nil
}

func (b *entityBench) parse(t string) *text.Document {
	return text.Parse(t, b.lang, text.Span{Start: 0, End: len(t)})
}

// read is the peer as a reader of names.
func (p peer) read(texts []string) ([][]entity.Mention, float64, error) {
	answers, err := p.ask(texts)
	if err != nil {
		return nil, 0, err
	}
	found, seconds := make([][]entity.Mention, len(texts)), 0.0
	for i, a := range answers {
		found[i] = a.mentions(texts[i])
		seconds += a.Seconds
	}
	return found, seconds, nil
}

// score has the documents of a set read and compares the names found byte for byte with the labels.
func (b *entityBench) score(read nameReader, path string, c gold.Case) (entityScore, error) {
	s := entityScore{mistakes: mistakes{}}
	docs, err := gold.Read(path, c)
	if err != nil {
		return s, err
	}
	texts := make([]string, len(docs))
	for i, d := range docs {
		texts[i] = d.Text
		s.tokens += len(b.parse(d.Text).Tokens)
	}
	found, seconds, err := read(texts)
	if err != nil {
		return s, err
	}
	s.seconds = seconds
	for i, d := range docs {
		s.compare(d, found[i])
	}
	return s, nil
}

func (s *entityScore) compare(d gold.Document, found []entity.Mention) {
	type key struct {
		text.Span
		t entity.Type
	}
	labelled, spans := map[key]bool{}, map[text.Span]bool{}
	for _, n := range d.Names {
		if k := typeIndex(entity.Type(n.Type)); k >= 0 {
			labelled[key{n.Span, entity.Type(n.Type)}], spans[n.Span] = true, true
			s.byType[k].gold++
			s.all.gold++
			s.spans.gold++
		}
	}
	for _, m := range found {
		k := typeIndex(m.Type)
		if k < 0 {
			continue
		}
		s.byType[k].found++
		s.all.found++
		s.spans.found++
		if labelled[key{m.Span, m.Type}] {
			s.byType[k].right++
			s.all.right++
		}
		if spans[m.Span] {
			s.spans.right++
		}
	}
	s.mistakes.note(d, found)
}

// typeIndex is the type's place among the scored ones, -1 when it is not scored.
func typeIndex(t entity.Type) int {
	for i, u := range entityTypes {
		if t == u {
			return i
		}
	}
	return -1
}

// entityPeers are figures of ANSWERS.md, F1 of names, exact and by span only: one test set each, and the mean of four.
var entityPeers = [][]string{
	{"compromise, as published in our notes", "49.7 / 60.4", "45.4 / 47.7", "48.5"},
	{"prose, as published in our notes", "49.1 / 70.0", "41.4 / 62.9", "45.3"},
}

// benchEntity scores the labelled articles under data/entity/dev, printed as a newspaper would, and the peers on the same text.
func benchEntity(data string) ([]table, error) {
	b, err := openEntityBench(data)
	if err != nil {
		return nil, err
	}
	others, missing := installedPeers()
	sum := table{name: "entity", head: []string{"F1, exact / span only"}}
	for _, p := range b.paths {
		sum.head = append(sum.head, setName(p))
	}
	sum.head = append(sum.head, "mean")
	row, err := b.row(ourName, b.read, gold.AsWritten)
	if err != nil {
		return nil, err
	}
	sum.rows = append(sum.rows, row)
	for _, p := range others {
		if row, err = b.row(p.name, p.read, gold.AsWritten); err != nil {
			return nil, err
		}
		sum.rows = append(sum.rows, row)
	}
	sum.rows = append(sum.rows, entityPeers...)
	sum.note = strings.TrimSpace("People, places and organisations, through the raw text of development sets; all are run and scored alike. " +
		"The published figures are over test sets, their mean over CoNLL-03, UNER PUD, WikiGold and Worldwide. " + missing)
	if _, err := b.row(ourName+", title-cased", b.read, gold.TitleCased); err != nil {
		return nil, err
	}
	if _, err := b.row(ourName+", upper-cased", b.read, gold.UpperCased); err != nil {
		return nil, err
	}
	return []table{sum, b.detail}, nil
}

// row is a reader's F1 on each set and their mean; what is behind it goes into the detail.
func (b *entityBench) row(name string, read nameReader, c gold.Case) ([]string, error) {
	row, exact, spans := []string{name}, 0.0, 0.0
	for _, p := range b.paths {
		s, err := b.score(read, p, c)
		if err != nil {
			return nil, err
		}
		b.detail.rows = append(b.detail.rows, s.row(setName(p)+", "+name))
		if name == ourName {
			s.mistakes.print(setName(p))
		}
		row = append(row, fmt.Sprintf("%.1f / %.1f", s.all.f1(), s.spans.f1()))
		exact += s.all.f1() / float64(len(b.paths))
		spans += s.spans.f1() / float64(len(b.paths))
	}
	return append(row, fmt.Sprintf("%.1f / %.1f", exact, spans)), nil
}

// setNames are what people call the development sets.
var setNames = map[string]string{"conll03": "CoNLL-03", "worldwide": "Worldwide"}

func setName(path string) string {
	file := strings.TrimSuffix(filepath.Base(path), ".tsv")
	return cmp.Or(setNames[file], file)
}

func (s *entityScore) row(set string) []string {
	row := []string{set}
	for _, c := range s.byType {
		row = append(row, c.String())
	}
	return append(row, s.all.String(), s.spans.String(), thousands(float64(s.tokens)/s.seconds))
}
