package fit

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gloss/app/entity"
	"gloss/app/headline"
	"gloss/app/lang"
	"gloss/app/text"
	"gloss/web"
)

// Folds is into how many parts labelled stories and pairs are divided: what is said of one
// part was fitted to the others.
const Folds = 5

// Story is a labelled article. Its own headline is the one that its body should find.
type Story struct {
	ID, Title, Body string
	Topics          []string
}

// Pair is two headlines and how alike people found them, 0 to 5.
type Pair struct {
	A, B string
	Gold float64
}

// Links is the labelled data of the headline measures, and what reads it.
type Links struct {
	Linker     *headline.Linker
	BBC, AG    []Story
	Pool       []string
	Pairs      []Pair
	lang       *lang.Language
	recognizer *entity.Recognizer
	titles     map[string]headline.Headline
}

// OpenLinks reads the folder "headline" of the labelled data.
func OpenLinks(data string) (*Links, error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	l := &Links{titles: map[string]headline.Headline{}}
	if l.lang, err = lang.Open(models, "en"); err != nil {
		return nil, err
	}
	if l.recognizer, err = entity.Open(l.lang); err != nil {
		return nil, err
	}
	if l.Linker, err = headline.Open(l.lang); err != nil {
		return nil, err
	}
	dir := filepath.Join(data, "headline")
	if l.BBC, err = ReadStories(filepath.Join(dir, "bbc-dev.jsonl")); err != nil {
		return nil, err
	}
	if l.AG, err = ReadStories(filepath.Join(dir, "ag-dev.jsonl")); err != nil {
		return nil, err
	}
	if l.Pairs, err = readPairs(filepath.Join(dir, "sts-dev.tsv")); err != nil {
		return nil, err
	}
	l.Pool, err = readLines(filepath.Join(dir, "pool-20k.txt"))
	return l, err
}

func readLines(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		out = append(out, sc.Text())
	}
	return out, sc.Err()
}

// ReadStories reads labelled articles: one JSON object a line.
func ReadStories(file string) ([]Story, error) {
	lines, err := readLines(file)
	out := make([]Story, len(lines))
	for i, line := range lines {
		if err := json.Unmarshal([]byte(line), &out[i]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
	}
	return out, err
}

func readPairs(file string) ([]Pair, error) {
	lines, err := readLines(file)
	out := make([]Pair, len(lines))
	for i, line := range lines {
		c := strings.Split(line, "\t")
		if len(c) != 4 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 4", file, i+1, len(c))
		}
		gold, err := strconv.ParseFloat(c[1], 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
		out[i] = Pair{c[2], c[3], gold}
	}
	return out, err
}

// Query is the body alone, as with tail "text": the title is what is looked for.
func (l *Links) Query(lk *headline.Linker, body string) *headline.Query {
	doc := text.Parse(body, l.lang, text.Span{End: len(body)})
	mentions, entities := l.recognizer.Resolve(doc, l.recognizer.Recognize(doc, 0, len(doc.Sentences)))
	var names []headline.Name
	for _, e := range entities {
		if !e.Type.Name() {
			continue
		}
		n := headline.Name{Text: e.Name, Forms: slices.Clone(e.Aliases), Person: e.Type == entity.Person}
		for _, m := range e.Mentions {
			n.Spans = append(n.Spans, mentions[m].Span)
			n.Forms = append(n.Forms, mentions[m].Of(body))
		}
		for _, r := range e.Related {
			n.Forms = append(n.Forms, r.Name)
		}
		names = append(names, n)
	}
	return lk.Query(doc, names)
}

// Headline is the title with the names in it.
func (l *Links) Headline(title string) headline.Headline {
	h, ok := l.titles[title]
	if ok {
		return h
	}
	h.Title = title
	doc := text.Parse(title, l.lang, text.Span{End: len(title)})
	for _, m := range l.recognizer.Recognize(doc, 0, len(doc.Sentences)) {
		if m.Type.Name() {
			h.Names = append(h.Names, m.Span)
		}
	}
	l.titles[title] = h
	return h
}

// Haystack is n different headlines: those of the stories, then the pool's.
func (l *Links) Haystack(stories []Story, n int) []headline.Headline {
	var out []headline.Headline
	seen := map[string]bool{}
	add := func(title string) {
		if !seen[title] && len(out) < n {
			seen[title] = true
			out = append(out, l.Headline(title))
		}
	}
	for _, s := range stories {
		add(s.Title)
	}
	for _, title := range l.Pool {
		add(title)
	}
	return out
}

// ListSize is how many headlines a list holds that is like one copied from a site's sidebar.
const ListSize = 20

// OtherTopics is such a list of headlines, each of a story that shares no topic with
// stories[i]: taken in even steps from a place that depends on i, the same in each run.
func (l *Links) OtherTopics(stories []Story, i int) []headline.Headline {
	var out []headline.Headline
	for at := i * 31; len(out) < ListSize; at += 97 {
		s := stories[at%len(stories)]
		if !slices.ContainsFunc(s.Topics, func(t string) bool { return slices.Contains(stories[i].Topics, t) }) {
			out = append(out, l.Headline(s.Title))
		}
	}
	return out
}
