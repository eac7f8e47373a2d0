package entity

import (
	"math"
	"sort"
)

// What a mention in the title or first paragraph, one soon after, and one in each paragraph, adds to the salience of an entity. One that
// begins its sentence, as a subject does, counts as more than one; one that only says where a report was written, as less. The weights are
// those that put the names of the titles first in either half of the development articles (cmd/bench, salience).
const (
	leadWeight     = 1.8
	secondWeight   = 0.2
	spreadWeight   = 1.0
	subjectCount   = 1.5
	datelineCount  = 0.25
	subjectsWithin = 3 // tokens from the beginning of the sentence: "The former president, "
)

// weigh gives each entity its share of the text's attention and puts the entities in that order. Frequency counts by its square
// root, since the tenth mention says less than the second.
func (d *resolver) weigh(entities []Entity) {
	raw, total := make([]float64, len(entities)), 0.0
	for i := range entities {
		raw[i] = d.attention(&entities[i])
		total += raw[i]
	}
	for i := range entities {
		entities[i].Salience = math.Floor(1e4*raw[i]/total) / 1e4
	}
	sort.SliceStable(entities, func(i, j int) bool {
		a, b := &entities[i], &entities[j]
		return a.Salience > b.Salience || a.Salience == b.Salience && a.Mentions[0] < b.Mentions[0]
	})
}

func (d *resolver) attention(e *Entity) float64 {
	weight, count := 1.0, 0.0
	paragraphs, last := 0, -1
	for _, i := range e.Mentions {
		s := d.doc.Sentences[max(0, d.doc.SentenceAt(d.mentions[i].Start))]
		if d.mentions[i].dateline {
			count += datelineCount
			continue
		}
		if count++; d.tokenFrom(d.mentions[i].Start)-s.First < subjectsWithin && s.Last-s.First > 2*subjectsWithin {
			count += subjectCount - 1
		}
		p := s.Paragraph
		if p != last {
			paragraphs, last = paragraphs+1, p
			switch {
			case p == 0:
				weight += leadWeight
			case p <= 2:
				weight += secondWeight
			}
		}
	}
	weight += float64(spreadWeight * float64(paragraphs) / float64(len(d.doc.Paragraphs)))
	weight *= math.Sqrt(count)
	switch {
	case !e.Type.Name():
		return float64(weight * 0.1)
	case e.Type == Group:
		return float64(weight * 0.8)
	case e.Type == Misc:
		return float64(weight * 0.5)
	}
	return weight
}
