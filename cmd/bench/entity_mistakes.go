package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"gloss/app/entity"
	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// shownMistakes is how many of the commonest mistakes are told.
const shownMistakes = 40

// mistake is a kind of wrong answer and the name that it was about: "missed ORG", "invented LOC", "LOC taken for ORG", "bounds of PER".
type mistake struct{ kind, name string }

// mistakes are the places of each mistake: the words around it.
type mistakes map[mistake][]string

// note compares the names of a document with its labels and keeps each difference.
func (m mistakes) note(d gold.Document, found []entity.Mention) {
	add := func(kind, name string, at text.Span) {
		k := mistake{kind, strings.Join(strings.Fields(name), " ")}
		m[k] = append(m[k], around(d.Text, at))
	}
	for _, n := range d.Names {
		t := entity.Type(n.Type)
		if typeIndex(t) < 0 {
			continue
		}
		kind, name := "missed "+n.Type, n.Of(d.Text)
		for _, f := range found {
			switch {
			case f.Span == n.Span && f.Type == t:
				kind = ""
			case f.Span == n.Span:
				kind = n.Type + " taken for " + string(f.Type)
			case f.Overlaps(n.Span) && strings.HasPrefix(kind, "missed"):
				kind, name = "bounds of "+n.Type, n.Of(d.Text)+" ≠ "+f.Of(d.Text)
			}
		}
		if kind != "" {
			add(kind, name, n.Span)
		}
	}
	for _, f := range found {
		if typeIndex(f.Type) < 0 || slices.ContainsFunc(d.Names, func(n gold.Name) bool { return n.Overlaps(f.Span) && n.Type != "MISC" }) {
			continue
		}
		add("invented "+string(f.Type), f.Of(d.Text), f.Span)
	}
}

// around is the span's text with a few bytes of what stands beside it.
func around(s string, at text.Span) string {
	left, right := max(0, at.Start-20), min(len(s), at.End+20)
	return strings.ToValidUTF8(strings.Join(strings.Fields(s[left:at.Start]+"["+s[at.Start:at.End]+"]"+s[at.End:right]), " "), "")
}

// mistakeTables are the kinds of mistakes and how many of each there are, and the commonest single ones, over the sets together and in
// each. With GLOSS_MISTAKES=1 stderr tells where each of the commonest stands.
func mistakeTables(sets []string, scores []entityScore) []table {
	kinds, single := tally{}, tally{}
	for i, s := range scores {
		for k, places := range s.mistakes {
			kinds.add(mistake{kind: k.kind}, i, len(scores), len(places))
			single.add(k, i, len(scores), len(places))
		}
	}
	byKind := table{head: append([]string{"mistakes", "all"}, sets...)}
	for _, k := range kinds.order() {
		byKind.rows = append(byKind.rows, append([]string{k.kind}, kinds.cells(k)...))
	}
	commonest := table{head: append([]string{"commonest mistakes", "name", "all"}, sets...), note: "With GLOSS_MISTAKES=1 the places of each are told."}
	order := single.order()
	for _, k := range order[:min(shownMistakes, len(order))] {
		commonest.rows = append(commonest.rows, append([]string{k.kind, k.name}, single.cells(k)...))
		if os.Getenv("GLOSS_MISTAKES") != "" {
			fmt.Fprintf(os.Stderr, "%s: %s\n", k.kind, k.name)
			for _, s := range scores {
				for _, place := range s.mistakes[k] {
					fmt.Fprintln(os.Stderr, "    ", place)
				}
			}
		}
	}
	return []table{byKind, commonest}
}

// tally counts mistakes in each set.
type tally map[mistake][]int

func (t tally) add(k mistake, set, sets, n int) {
	if t[k] == nil {
		t[k] = make([]int, sets)
	}
	t[k][set] += n
}

func (t tally) total(k mistake) (n int) {
	for _, c := range t[k] {
		n += c
	}
	return n
}

// order is the mistakes, the commonest first.
func (t tally) order() []mistake {
	out := make([]mistake, 0, len(t))
	for k := range t {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b mistake) int {
		return cmp.Or(t.total(b)-t.total(a), cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name))
	})
	return out
}

// cells are how often it was made in all, and in each set.
func (t tally) cells(k mistake) []string {
	out := []string{fmt.Sprint(t.total(k))}
	for _, c := range t[k] {
		out = append(out, fmt.Sprint(c))
	}
	return out
}
