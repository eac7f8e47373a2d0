package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/web"
)

// splitBench makes pastes of the twelve shapes out of articles and other articles' headlines and counts
// how many the splitter takes apart exactly. Everything is halved by its place in its file: weights and words are tuned on the even half only.
type splitBench struct {
	splitter *paste.Splitter
	halves   [2]splitHalf // tuned on, held back
}

// splitHalf is one half of the articles and headlines.
type splitHalf struct {
	bbc, ag []article
	pool    []string
}

func openSplitBench(data string) (*splitBench, error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	l, err := lang.Open(models, "en")
	if err != nil {
		return nil, err
	}
	b := &splitBench{}
	if b.splitter, err = paste.Open(l); err != nil {
		return nil, err
	}
	dir := filepath.Join(data, "headline")
	bbc, err := readArticles(filepath.Join(dir, "bbc-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	ag, err := readArticles(filepath.Join(dir, "ag-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	pool, err := os.ReadFile(filepath.Join(dir, "pool-20k.txt"))
	if err != nil {
		return nil, err
	}
	for i, a := range bbc {
		b.halves[i%2].bbc = append(b.halves[i%2].bbc, a)
	}
	for i, a := range ag {
		b.halves[i%2].ag = append(b.halves[i%2].ag, a)
	}
	for i, h := range strings.Split(strings.TrimSpace(string(pool)), "\n") {
		b.halves[i%2].pool = append(b.halves[i%2].pool, strings.TrimSpace(h))
	}
	return b, nil
}

// splitScore counts pastes: of all, those with the list exact, and those with title and body exact.
type splitScore struct{ all, list, body int }

func (s *splitScore) add(o splitScore) {
	s.all += o.all
	s.list += o.list
	s.body += o.body
}

func share(n, of int) string { return fmt.Sprintf("%.1f", 100*float64(n)/float64(max(of, 1))) }

// split measures the paste splitter. Exact: as many headlines as were put in, each with the clean title that
// was put in. Body exact: title and body are what they were, to the byte.
func split(data string) ([]table, error) {
	b, err := openSplitBench(data)
	if err != nil {
		return nil, err
	}
	sum := table{
		name: "split",
		head: []string{"pastes", "number", "list exact", "title and body exact"},
		note: "In percent, over made-up pastes: one half of the BBC articles, lists of 3 to 20 headlines of others; the other half was used for tuning. Exact: as many headlines as were put in, each with its clean title.",
	}
	t := table{head: []string{"paste", "n", "exact %", "title and body exact %", "exact %, half tuned on"}}
	var totals [2]splitScore
	for shape := range shapes {
		var scores [2]splitScore
		for h := range b.halves {
			scores[h] = b.score(shape, &b.halves[h])
			totals[h].add(scores[h])
		}
		t.rows = append(t.rows, splitRow(shapes[shape].name, scores))
	}
	sum.rows = append(sum.rows, splitRow(fmt.Sprintf("with a list, %d shapes", len(shapes)), totals)[:len(sum.head)])
	totals = [2]splitScore{}
	for _, p := range plains {
		var scores [2]splitScore
		for h := range b.halves {
			scores[h] = b.scorePlain(p, &b.halves[h])
			totals[h].add(scores[h])
		}
		t.rows = append(t.rows, splitRow(p.name, scores))
	}
	sum.rows = append(sum.rows, splitRow("without one, to be left whole", totals)[:len(sum.head)])
	return []table{sum, t}, nil
}

func splitRow(name string, s [2]splitScore) []string {
	return []string{name, fmt.Sprint(s[1].all), share(s[1].list, s[1].all), share(s[1].body, s[1].all), share(s[0].list, s[0].all)}
}

// score takes apart one paste of the shape for each article.
func (b *splitBench) score(shape int, half *splitHalf) splitScore {
	var s splitScore
	for i := range half.bbc {
		p := half.paste(shape, i)
		list, body := b.check(p)
		s.all++
		if list {
			s.list++
		}
		if body {
			s.body++
		}
	}
	return s
}

// check says whether the list, and title and body, were found exactly.
func (b *splitBench) check(p madePaste) (list, body bool) {
	got := b.splitter.Split(p.text, paste.Auto)
	list = len(got.Headlines) == len(p.titles)
	for i := 0; list && i < len(p.titles); i++ {
		list = got.Headlines[i].Title == p.titles[i]
	}
	return list, got.Title.Of(p.text) == p.title && got.Body.Of(p.text) == p.body
}

// plain is a way to lay out an article without a list.
type plain struct {
	name string
	ag   bool
	make func(a article) madePaste
}

var plains = []plain{
	{"article with its title, no list", false, func(a article) madePaste {
		body := strings.TrimSpace(a.Body)
		return madePaste{text: a.Title + "\n\n" + body + "\n", title: a.Title, body: body}
	}},
	{"body alone", false, func(a article) madePaste {
		body := strings.TrimSpace(a.Body)
		return madePaste{text: body, body: body}
	}},
	{"body, a paragraph a line", false, func(a article) madePaste {
		body := strings.ReplaceAll(strings.TrimSpace(a.Body), "\n\n", "\n")
		return madePaste{text: body, body: body}
	}},
	{"title and body, wrapped at 72", false, func(a article) madePaste {
		body := wrapText(strings.TrimSpace(a.Body), 72)
		return madePaste{text: a.Title + "\n\n" + body + "\n", title: a.Title, body: body}
	}},
	{"short article (AG)", true, func(a article) madePaste {
		body := strings.TrimSpace(a.Body)
		return madePaste{text: body + "\n", body: body}
	}},
	{"short article with its title (AG)", true, func(a article) madePaste {
		title, body := strings.TrimSpace(a.Title), strings.TrimSpace(a.Body)
		return madePaste{text: title + "\n" + body, title: title, body: body}
	}},
}

func (b *splitBench) scorePlain(p plain, half *splitHalf) splitScore {
	var s splitScore
	list := half.bbc
	if p.ag {
		list = half.ag
	}
	for _, a := range list {
		whole, body := b.check(p.make(a))
		s.all++
		if whole {
			s.list++
		}
		if body {
			s.body++
		}
	}
	return s
}
