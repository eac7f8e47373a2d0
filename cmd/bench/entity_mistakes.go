package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"gloss/app/entity"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// mistakes counts wrong answers by kind, and each with its words.
type mistakes map[string]map[string]int

func (m mistakes) add(kind, words string) {
	if m[kind] == nil {
		m[kind] = map[string]int{}
	}
	m[kind][words]++
}

// note compares the names of a document with its labels and keeps each difference.
func (m mistakes) note(d gold.Document, found []entity.Mention) {
	for _, n := range d.Names {
		t := entity.Type(n.Type)
		if typeIndex(t) < 0 {
			continue
		}
		kind, words := "missed "+n.Type, around(d.Text, n.Span)
		for _, f := range found {
			switch {
			case f.Span == n.Span && f.Type == t:
				kind = ""
			case f.Span == n.Span:
				kind = n.Type + " taken for " + string(f.Type)
			case f.Overlaps(n.Span) && strings.HasPrefix(kind, "missed"):
				kind, words = "bounds of "+n.Type, d.Text[n.Start:n.End]+" ≠ "+d.Text[f.Start:f.End]
			}
		}
		if kind != "" {
			m.add(kind, words)
		}
	}
	for _, f := range found {
		if typeIndex(f.Type) < 0 || slices.ContainsFunc(d.Names, func(n gold.Name) bool { return n.Overlaps(f.Span) && n.Type != "MISC" }) {
			continue
		}
		m.add("invented "+string(f.Type), around(d.Text, f.Span))
	}
}

// around is the span's text with a few bytes of what stands beside it.
func around(s string, at text.Span) string {
	left, right := max(0, at.Start-20), min(len(s), at.End+20)
	return strings.ToValidUTF8(strings.Join(strings.Fields(s[left:at.Start]+"["+s[at.Start:at.End]+"]"+s[at.End:right]), " "), "")
}

// print writes the kinds of mistakes to stderr, the commonest first, with GLOSS_MISTAKES=1 each mistake too.
func (m mistakes) print(set string) {
	if os.Getenv("GLOSS_MISTAKES") == "" {
		return
	}
	total := func(words map[string]int) (n int) {
		for _, c := range words {
			n += c
		}
		return n
	}
	for _, kind := range byCount(m, total) {
		fmt.Fprintf(os.Stderr, "%s: %d × %s\n", set, total(m[kind]), kind)
		words := byCount(m[kind], func(n int) int { return n })
		for _, w := range words[:min(40, len(words))] {
			fmt.Fprintf(os.Stderr, "    %d × %s\n", m[kind][w], w)
		}
	}
}

func byCount[V any](m map[string]V, count func(V) int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := count(m[b]) - count(m[a]); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}
