package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gloss/app/headline"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/web"
)

// article is a labelled article: its own headline is the one that should be found from its body.
type article struct {
	ID, Title, Body string
	Topics          []string
}

// headlineBench is the data and the linker of the headline measures.
type headlineBench struct {
	lang    *lang.Language
	linker  *headline.Linker
	bbc, ag []article
	pool    []string
}

func openHeadlineBench(data string) (*headlineBench, error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	l, err := lang.Open(models, "en")
	if err != nil {
		return nil, err
	}
	b := &headlineBench{lang: l}
	if b.linker, err = headline.Open(l); err != nil {
		return nil, err
	}
	dir := filepath.Join(data, "headline")
	if b.bbc, err = readArticles(filepath.Join(dir, "bbc-dev.jsonl")); err != nil {
		return nil, err
	}
	if b.ag, err = readArticles(filepath.Join(dir, "ag-dev.jsonl")); err != nil {
		return nil, err
	}
	pool, err := os.ReadFile(filepath.Join(dir, "pool-20k.txt"))
	b.pool = strings.Split(strings.TrimSpace(string(pool)), "\n")
	return b, err
}

func readArticles(file string) ([]article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []article
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, len(out)+1, err)
		}
		out = append(out, a)
	}
	return out, sc.Err()
}

// query is the article's body alone, as with tail "text": the title is what is looked for.
func (b *headlineBench) query(body string) *headline.Query {
	return b.linker.Query(text.Parse(body, b.lang, text.Span{End: len(body)}), nil)
}

// haystack is n different headlines: all of the articles', then the pool's.
func (b *headlineBench) haystack(n int) []headline.Headline {
	var out []headline.Headline
	seen := map[string]bool{}
	add := func(title string) {
		if !seen[title] && len(out) < n {
			seen[title] = true
			out = append(out, headline.Headline{Title: title})
		}
	}
	for _, a := range b.bbc {
		add(a.Title)
	}
	for _, t := range b.pool {
		add(t)
	}
	return out
}

// spreadArticles is n of the articles, evenly spreadArticles over the file, which is in order of topic.
func spreadArticles(list []article, n int) []article {
	out := make([]article, n)
	for i := range out {
		out[i] = list[i*len(list)/n]
	}
	return out
}
