package main

import (
	"cmp"
	"crypto/sha256"
	_ "embed" // of the annotation
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gloss/app/text"
	"gloss/cmd/internal/gold"
)

// b3Things says which names of 20 articles mean the same thing; how, the file tells itself.
//
//go:embed testdata/b3/worldwide.txt
var b3Things string

// annotated is one article's names as a reader has put them together.
type annotated struct {
	number int // in the set, from 1
	hash   string
	things clusters
}

// readThings reads the annotation. The error tells the line.
func readThings(s string) ([]annotated, error) {
	var out []annotated
	for n, line := range strings.Split(s, "\n") {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(line, "#"):
			continue
		case words[0] == "==" && len(words) == 3:
			number, err := strconv.Atoi(words[1])
			if err != nil {
				return nil, fmt.Errorf("line %d: the number of the article: %w", n+1, err)
			}
			out = append(out, annotated{number, words[2], clusters{}})
			continue
		case len(out) == 0 || len(words) < 2:
			return nil, fmt.Errorf("line %d: neither an article nor spans and a type", n+1)
		}
		for _, w := range words[:len(words)-1] {
			if err := out[len(out)-1].put(w, n); err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
		}
	}
	return out, nil
}

// put adds a name, "START-END", to a thing.
func (a annotated) put(name string, thing int) error {
	var at text.Span
	if _, err := fmt.Sscanf(name, "%d-%d", &at.Start, &at.End); err != nil || at.Start >= at.End {
		return fmt.Errorf("%q is no span", name)
	}
	if _, twice := a.things[at]; twice {
		return fmt.Errorf("%s belongs to two things", name)
	}
	a.things[at] = thing
	return nil
}

// textOf is the article's text in the set; an error when it is not the one that was annotated.
func (a annotated) textOf(docs []gold.Document) (string, error) {
	if a.number < 1 || a.number > len(docs) {
		return "", fmt.Errorf("article %d was annotated, the set ends at %d", a.number, len(docs))
	}
	t := docs[a.number-1].Text
	sum := sha256.Sum256([]byte(t))
	if got := hex.EncodeToString(sum[:])[:len(a.hash)]; got != a.hash {
		return "", fmt.Errorf("article %d is not as it was annotated (hash %s, now %s): the set or the way it is printed has changed, and the offsets hold no more",
			a.number, a.hash, got)
	}
	return t, nil
}

// verdict is how one article's names were put together.
type verdict struct {
	number                           int
	shared, all                      b3
	split, merged, missed, spurious  int
	splitWords, mergedWords, strayed []string // for GLOSS_MISTAKES=1
}

// judge compares an article's names with what was found. A thing is split when its names stand in several rows, a row merged when it holds
// names of several things.
func judge(a annotated, t string, found clusters) verdict {
	v := verdict{number: a.number}
	v.shared.add(a.things, found, false)
	v.all.add(a.things, found, true)
	rows, things := map[int][]string{}, map[int][]string{}
	for k, n := range overlaps(a.things, found) {
		name := ""
		for _, at := range inOrder(a.things) {
			if e, ok := found[at]; ok && name == "" && a.things[at] == k.want && e == k.found {
				name = fmt.Sprintf("%s ×%d", at.Of(t), n)
			}
		}
		things[k.want], rows[k.found] = append(things[k.want], name), append(rows[k.found], name)
	}
	v.splitWords, v.mergedWords = several(things), several(rows)
	v.split, v.merged = len(v.splitWords), len(v.mergedWords)
	for _, at := range inOrder(a.things) {
		if _, ok := found[at]; !ok {
			v.missed++
			v.strayed = append(v.strayed, "-"+at.Of(t))
		}
	}
	for _, at := range inOrder(found) {
		if _, ok := a.things[at]; !ok {
			v.spurious++
			v.strayed = append(v.strayed, "+"+at.Of(t))
		}
	}
	return v
}

// inOrder lists the names as they stand in the text.
func inOrder(c clusters) []text.Span {
	spans := make([]text.Span, 0, len(c))
	for at := range c {
		spans = append(spans, at)
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return spans
}

// several lists the sets of more than one.
func several(sets map[int][]string) []string {
	var out []string
	for _, names := range sets {
		if len(names) > 1 {
			slices.Sort(names)
			out = append(out, strings.Join(names, " | "))
		}
	}
	slices.Sort(out)
	return out
}

// print tells each mistake on stderr with GLOSS_MISTAKES=1.
func (v verdict) print() {
	if os.Getenv("GLOSS_MISTAKES") == "" {
		return
	}
	fmt.Fprintf(os.Stderr, "article %d: %s\n", v.number, v.all)
	for _, w := range v.splitWords {
		fmt.Fprintln(os.Stderr, "    split: ", w)
	}
	for _, w := range v.mergedWords {
		fmt.Fprintln(os.Stderr, "    merged:", w)
	}
	fmt.Fprintln(os.Stderr, "    missed -, invented +:", strings.Join(v.strayed, ", "))
}

// benchResolve measures, over the annotated articles, whether each thing has one row.
func benchResolve(data string) ([]table, error) {
	b, err := openEntityBench(data)
	if err != nil {
		return nil, err
	}
	docs, err := gold.Read(filepath.Join(data, "entity", "dev", "worldwide.tsv"), gold.AsWritten)
	if err != nil {
		return nil, err
	}
	articles, err := readThings(b3Things)
	if err != nil {
		return nil, fmt.Errorf("testdata/b3/worldwide.txt: %w", err)
	}
	shared, all := make([]b3, len(groupings)), make([]b3, len(groupings))
	var verdicts []verdict
	for _, a := range articles {
		t, err := a.textOf(docs)
		if err != nil {
			return nil, err
		}
		doc := b.parse(t)
		mentions, entities := b.ours.Resolve(doc, b.ours.Recognize(doc, 0, len(doc.Sentences)))
		ours := grouped(mentions, entities, a.things)
		for i, g := range groupings {
			found := ours
			if g.key != nil {
				found = ours.regrouped(t, g.key)
			}
			shared[i].add(a.things, found, false)
			all[i].add(a.things, found, true)
		}
		v := judge(a, t, ours)
		v.print()
		verdicts = append(verdicts, v)
	}
	sum := table{name: "resolve", head: []string{"B³, precision / recall / F1", "names that both have", "all names"}}
	for i, g := range groupings {
		sum.rows = append(sum.rows, []string{g.name, shared[i].String(), all[i].String()})
	}
	slices.SortStableFunc(verdicts, func(a, b verdict) int { return cmp.Compare(a.all.f1(), b.all.f1()) })
	sum.note = resolveNote(articles, verdicts)
	return []table{sum, verdictTable(verdicts)}, nil
}

// worstArticles is how many articles the note names.
const worstArticles = 3

// resolveNote says what was measured, what went wrong and where most; the verdicts are in order, the worst first.
func resolveNote(articles []annotated, verdicts []verdict) string {
	names, things := 0, 0
	for _, a := range articles {
		names += len(a.things)
		things += len(a.things.sizes())
	}
	var sum verdict
	for _, v := range verdicts {
		sum.split, sum.merged, sum.missed, sum.spurious = sum.split+v.split, sum.merged+v.merged, sum.missed+v.missed, sum.spurious+v.spurious
	}
	var worst []string
	for _, v := range verdicts[:min(worstArticles, len(verdicts))] {
		worst = append(worst, fmt.Sprintf("%d (%.1f)", v.number, v.all.f1()))
	}
	return fmt.Sprintf("%d names of %d things in %d articles of Worldwide, put together by hand before the program was run on them. "+
		"The first figures leave out what one side alone has marked; in the others it counts as wrong (Pradhan and others 2014). "+
		"The lines below Gloss put the same names together in a trivial way. Of the things %d are split into rows, %d rows hold several things; "+
		"%d names are missed, %d invented. Worst articles: %s.",
		names, things, len(articles), sum.split, sum.merged, sum.missed, sum.spurious, strings.Join(worst, ", "))
}

// verdictTable has a row for each article, the worst first.
func verdictTable(verdicts []verdict) table {
	t := table{head: []string{"article", "B³ of names that both have", "of all names", "things split", "rows merged", "names missed", "invented"},
		note: "With GLOSS_MISTAKES=1 each mistake is told."}
	for _, v := range verdicts {
		t.rows = append(t.rows, []string{fmt.Sprint(v.number), v.shared.String(), v.all.String(),
			fmt.Sprint(v.split), fmt.Sprint(v.merged), fmt.Sprint(v.missed), fmt.Sprint(v.spurious)})
	}
	return t
}
