package main

import (
	"fmt"
	"strings"

	"gloss/app/entity"
	"gloss/app/text"
)

// clusters tells of each name the thing that it means, by number.
type clusters map[text.Span]int

// b3 is B³ (Bagga and Baldwin 1998) summed over names: how much of what a name was put together with belongs with it (precision), and
// how much of what belongs with it was put together with it (recall).
type b3 struct {
	precision, recall float64
	found, wanted     int
}

// add counts an article. With all, a name that only one side has counts as nothing right on that side, as in the reference scorer of the
// CoNLL tasks (Pradhan and others 2014); without, only the names that both sides have exist.
func (b *b3) add(want, found clusters, all bool) {
	if !all {
		want, found = want.within(found), found.within(want)
	}
	shared, wantSize, foundSize := overlaps(want, found), want.sizes(), found.sizes()
	for k, n := range shared { // each of its n names has n of its own with it
		b.precision += float64(n*n) / float64(foundSize[k.found])
		b.recall += float64(n*n) / float64(wantSize[k.want])
	}
	b.found += len(found)
	b.wanted += len(want)
}

// pair is a thing and one of the entities that hold names of it.
type pair struct{ want, found int }

// overlaps counts the names that a thing and an entity have in common.
func overlaps(want, found clusters) map[pair]int {
	out := map[pair]int{}
	for at, t := range want {
		if e, ok := found[at]; ok {
			out[pair{t, e}]++
		}
	}
	return out
}

func (c clusters) sizes() map[int]int {
	out := map[int]int{}
	for _, t := range c {
		out[t]++
	}
	return out
}

// within is what is left when only the names of o count.
func (c clusters) within(o clusters) clusters {
	out := clusters{}
	for at, t := range c {
		if _, ok := o[at]; ok {
			out[at] = t
		}
	}
	return out
}

// f1 is B³ F1, in percent.
func (b b3) f1() float64 {
	p, r := b.shares()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// shares are precision and recall, in percent.
func (b b3) shares() (p, r float64) {
	return 100 * b.precision / float64(max(1, b.found)), 100 * b.recall / float64(max(1, b.wanted))
}

func (b b3) String() string {
	p, r := b.shares()
	return fmt.Sprintf("%.1f / %.1f / %.1f", p, r, b.f1())
}

// grouped are the names that were found, each with the number of its entity. A name whose type is not annotated (a group, an event) counts
// only where the annotation has it.
func grouped(mentions []entity.Mention, entities []entity.Entity, want clusters) clusters {
	out := clusters{}
	for e := range entities {
		for _, i := range entities[e].Mentions {
			m := &mentions[i]
			if _, annotated := want[m.Span]; typeIndex(m.Type) >= 0 || annotated && m.Type.Name() {
				out[m.Span] = e
			}
		}
	}
	return out
}

// regrouped puts the same names together by a key of their text.
func (c clusters) regrouped(t string, key func(name string) string) clusters {
	out, numbers := clusters{}, map[string]int{}
	for at := range c {
		k := key(at.Of(t))
		if _, ok := numbers[k]; !ok {
			numbers[k] = len(numbers)
		}
		out[at] = numbers[k]
	}
	return out
}

// grouping is a way of putting together the names that our recogniser finds.
type grouping struct {
	name string
	key  func(name string) string // names with the same key are one thing; nil for our own way
}

var groupings = []grouping{
	{ourName, nil},
	{"each string a thing of its own", func(name string) string { return name }},
	{"one thing a last word", func(name string) string {
		words := strings.Fields(name)
		return words[len(words)-1]
	}},
}
