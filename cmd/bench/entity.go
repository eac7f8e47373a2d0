package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"gloss/app/entity"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
	"gloss/web"
)

// entityTypes are the types that are scored, in the order of the table.
var entityTypes = []entity.Type{entity.Person, entity.Location, entity.Org}

// counts are names found right, found, and labelled.
type counts struct{ right, found, gold int }

func (c *counts) add(o counts) { c.right += o.right; c.found += o.found; c.gold += o.gold }

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
	took     time.Duration
	mistakes mistakes
}

// scoreEntities runs the recogniser over each document of a set and compares its names byte for byte with the labels.
func scoreEntities(r *entity.Recognizer, l *lang.Language, path string, c gold.Case) (entityScore, error) {
	var s entityScore
	docs, err := gold.Read(path, c)
	if err != nil {
		return s, err
	}
	s.mistakes = mistakes{}
	for _, d := range docs {
		doc := text.Parse(d.Text, l, text.Span{Start: 0, End: len(d.Text)})
		s.tokens += len(doc.Tokens)
		start := time.Now()
		found, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		s.took += time.Since(start)
		s.compare(d, found)
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

// entityPeers are figures of ANSWERS.md, entity-level exact F1 over the names of people, places and organisations.
var entityPeers = [][]string{
	{"compromise 14.17 (JS), as published there, on the test sets", "49.7", "45.4", "48.5"},
	{"prose v3.2.3 (Go), as published there, on the test sets", "49.1", "41.4", "45.3"},
}

// benchEntity scores the labelled articles under data/entity/dev, printed as a newspaper would.
func benchEntity(data string) ([]table, error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	l, err := lang.Open(models, "en")
	if err != nil {
		return nil, err
	}
	r, err := entity.Open(l)
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(data, "entity", "dev", "*.tsv"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no *.tsv under %s/entity/dev", data)
	}
	sum := table{name: "entity", head: []string{"F1, exact span and type"}}
	detail := table{head: []string{"set", "PER P / R / F1", "LOC", "ORG", "all", "spans only", "tokens/s"}}
	for _, c := range []gold.Case{gold.AsWritten, gold.TitleCased, gold.UpperCased} {
		name := [...]string{"Gloss", "Gloss, text title-cased", "Gloss, text upper-cased"}[c]
		row, mean := []string{name}, 0.0
		for _, p := range paths {
			s, err := scoreEntities(r, l, p, c)
			if err != nil {
				return nil, err
			}
			set := strings.TrimSuffix(filepath.Base(p), ".tsv")
			if c == gold.AsWritten {
				sum.head = append(sum.head, set)
				detail.rows = append(detail.rows, s.row(set))
				s.mistakes.print(set)
			}
			row = append(row, fmt.Sprintf("%.1f", s.all.f1()))
			mean += s.all.f1() / float64(len(paths))
		}
		sum.rows = append(sum.rows, append(row, fmt.Sprintf("%.1f", mean)))
	}
	sum.head = append(sum.head, "mean")
	sum.rows = append(sum.rows, entityPeers...)
	sum.note = "PER, LOC and ORG, entity level, through raw text and the engine's own tokens, on development sets. The peers' means are over CoNLL-03, UNER PUD, WikiGold and Worldwide."
	return []table{sum, detail}, nil
}

func (s *entityScore) row(set string) []string {
	row := []string{set}
	for _, c := range s.byType {
		row = append(row, c.String())
	}
	return append(row, s.all.String(), s.spans.String(), fmt.Sprintf("%.0fk", float64(s.tokens)/s.took.Seconds()/1000))
}
