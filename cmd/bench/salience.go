package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/entity"
)

// firstEntities is how many entities are to tell what an article is about.
const firstEntities = 3

// orders are ours and trivial ways of putting the entities of an article in order.
var orders = []struct {
	name string
	less func(a, b *entity.Entity) int // nil for our own order
}{
	{ourName, nil},
	{"commonest first", func(a, b *entity.Entity) int { return len(b.Mentions) - len(a.Mentions) }},
	{"as they come", func(a, b *entity.Entity) int { return a.Mentions[0] - b.Mentions[0] }},
}

// aboutness is over articles whose titles name something that their bodies name too: how many there are, at how many such a thing is among
// the first entities; how many such things there are, and how many are among the first.
type aboutness struct{ articles, hit, names, among int }

// add counts an article.
func (a *aboutness) add(title string, entities []entity.Entity) {
	names, among := 0, 0
	for i := range entities {
		if e := &entities[i]; about(e.Type) && namedIn(title, e) {
			names++
			if i < firstEntities {
				among++
			}
		}
	}
	if names == 0 {
		return
	}
	a.articles++
	a.names += names
	a.among += among
	if among > 0 {
		a.hit++
	}
}

func (a aboutness) cells() []string {
	return []string{percent(a.hit, a.articles), percent(a.among, a.names)}
}

func percent(n, of int) string { return fmt.Sprintf("%.1f", 100*float64(n)/float64(max(1, of))) }

// about says whether an article can be about things of the type: people, places, organisations, groups.
func about(t entity.Type) bool {
	return typeIndex(t) >= 0 || t == entity.Group
}

// namedIn says whether the title has the entity's name or one of its aliases, with its capitals, as words of their own.
func namedIn(title string, e *entity.Entity) bool {
	return slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), func(name string) bool { return standsIn(title, name) })
}

func standsIn(title, name string) bool {
	if first, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(first) {
		return false
	}
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for from := 0; ; {
		at := strings.Index(title[from:], name)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(title[:at])
		after, _ := utf8.DecodeRuneInString(title[at+len(name):])
		if !inWord(before) && !inWord(after) {
			return true
		}
		from = at + 1
	}
}

// benchSalience looks whether the first entities of a body are what the article's title names. The title is not read with the body.
func benchSalience(data string) ([]table, error) {
	list, err := readArticles(filepath.Join(data, "headline", "bbc-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	l, r, err := openNames("")
	if err != nil {
		return nil, err
	}
	b := &entityBench{lang: l, ours: r}
	all, halves := make([]aboutness, len(orders)), [2][]aboutness{make([]aboutness, len(orders)), make([]aboutness, len(orders))}
	for k, a := range list {
		doc := b.parse(a.Body)
		_, entities := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		for i, o := range orders {
			ordered := slices.Clone(entities)
			if o.less != nil {
				slices.SortStableFunc(ordered, func(a, b entity.Entity) int { return o.less(&a, &b) })
			}
			all[i].add(a.Title, ordered)
			halves[k%2][i].add(a.Title, ordered)
		}
	}
	sum := table{name: "salience", head: []string{"entities in order", "one of the title's names is among the first three", "of the title's names"}}
	byHalf := table{head: []string{"entities in order", "half", "one among the first three", "of all"}}
	for i, o := range orders {
		sum.rows = append(sum.rows, append([]string{o.name}, all[i].cells()...))
		for h := range halves {
			byHalf.rows = append(byHalf.rows, append([]string{o.name, [2]string{"even", "odd"}[h]}, halves[h][i].cells()...))
		}
	}
	sum.note = fmt.Sprintf("In percent, of the %d BBC articles whose titles name people, places, organisations or groups that the body names too, and of the %d names that do; the body is read without its title.",
		all[0].articles, all[0].names)
	return []table{sum, byHalf}, nil
}
