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
var entityTypes = [...]entity.Type{entity.Person, entity.Location, entity.Org}

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
	rules  *entity.Recognizer // ours without the learnt model
	paths  []string
	detail table
}

func openEntityBench(data string) (*entityBench, error) {
	b := &entityBench{detail: table{head: []string{"set", "PER P / R / F1", "LOC", "ORG", "all", "spans only", "tokens/s"}}}
	var err error
	if b.lang, b.ours, err = openNames(os.Getenv("GLOSS_NAMES")); err != nil {
		return nil, err
	}
	if _, b.rules, err = openNames(entity.Rules); err != nil {
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
	written, err := b.scores(b.read, gold.AsWritten)
	if err != nil {
		return nil, err
	}
	sum := table{name: "entity", head: []string{"F1, exact / span only"}}
	for _, p := range b.paths {
		sum.head = append(sum.head, setName(p))
	}
	sum.head = append(sum.head, "mean")
	sum.rows = append(sum.rows, b.row(ourName, written))
	for k, t := range [len(entityTypes)]string{"people", "places", "organisations"} {
		sum.rows = append(sum.rows, typeRow(ourName+", "+t, written, k))
	}
	others, missing := installedPeers()
	for _, r := range append(b.variants(), peerReadings(others)...) {
		scores, err := b.scores(r.read, r.printed)
		if err != nil {
			return nil, err
		}
		sum.rows = append(sum.rows, b.row(r.name, scores))
	}
	sum.rows = append(sum.rows, entityPeers...)
	sum.note = strings.TrimSpace("People, places and organisations, through the raw text of development sets; all are run and scored alike. The rules find the names until the model has " +
		"arrived. The published figures are over test sets, their mean over CoNLL-03, UNER PUD, WikiGold and Worldwide. " + missing)
	return append([]table{sum, b.detail}, mistakeTables(b.sets(), written)...), nil
}

// reading is a way of finding names in texts that are printed in a way.
type reading struct {
	name    string
	read    nameReader
	printed gold.Case
}

// variants are our own readings beside that of the text as written.
func (b *entityBench) variants() []reading {
	rules := &entityBench{lang: b.lang, ours: b.rules}
	return []reading{
		{ourName + ", Text In Title Case", b.read, gold.TitleCased},
		{ourName + ", TEXT IN CAPITALS", b.read, gold.UpperCased},
		{ourName + ", the rules alone", rules.read, gold.AsWritten},
	}
}

func peerReadings(peers []peer) (out []reading) {
	for _, p := range peers {
		out = append(out, reading{p.name, p.read, gold.AsWritten})
	}
	return out
}

// scores has each set read.
func (b *entityBench) scores(read nameReader, c gold.Case) ([]entityScore, error) {
	out := make([]entityScore, len(b.paths))
	for i, p := range b.paths {
		var err error
		if out[i], err = b.score(read, p, c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// row is a reader's F1 on each set and their mean; what is behind it goes into the detail.
func (b *entityBench) row(name string, scores []entityScore) []string {
	row, exact, spans := []string{name}, 0.0, 0.0
	for i, s := range scores {
		b.detail.rows = append(b.detail.rows, s.row(setName(b.paths[i])+", "+name))
		row = append(row, fmt.Sprintf("%.1f / %.1f", s.all.f1(), s.spans.f1()))
		exact += s.all.f1() / float64(len(scores))
		spans += s.spans.f1() / float64(len(scores))
	}
	return append(row, fmt.Sprintf("%.1f / %.1f", exact, spans))
}

// typeRow is the F1 of the names of one type.
func typeRow(name string, scores []entityScore, k int) []string {
	row, mean := []string{name}, 0.0
	for _, s := range scores {
		row = append(row, fmt.Sprintf("%.1f", s.byType[k].f1()))
		mean += s.byType[k].f1() / float64(len(scores))
	}
	return append(row, fmt.Sprintf("%.1f", mean))
}

// sets are the names of the sets.
func (b *entityBench) sets() (out []string) {
	for _, p := range b.paths {
		out = append(out, setName(p))
	}
	return out
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
