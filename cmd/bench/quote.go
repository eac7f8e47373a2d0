package main

import (
	"crypto/sha256"
	_ "embed" // of the annotation
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/app/report"
	"gloss/app/text"
	"gloss/web"
)

// quotedArticles says who says what in 20 articles; how, the file tells itself.
//
//go:embed testdata/quotes/bbc.txt
var quotedArticles string

// quoted is one article's quotations as a reader has judged them.
type quoted struct {
	number int // in the set, from 1
	hash   string
	quotes []saying
}

// saying is one quotation and where its speaker is written; none where nobody is told.
type saying struct {
	text.Span
	speaker []text.Span
}

// readQuoted reads the annotation. The error tells the line.
func readQuoted(s string) ([]quoted, error) {
	var out []quoted
	for n, line := range strings.Split(s, "\n") {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(line, "#"):
			continue
		case words[0] == "==" && len(words) == 3:
			q := quoted{hash: words[2]}
			if _, err := fmt.Sscan(words[1], &q.number); err != nil {
				return nil, fmt.Errorf("line %d: the number of the article: %w", n+1, err)
			}
			out = append(out, q)
			continue
		case len(out) == 0 || len(words) < 2:
			return nil, fmt.Errorf("line %d: neither an article nor a quotation and its speaker", n+1)
		}
		if words[1] == "-" {
			words = words[:1]
		}
		spans := make([]text.Span, len(words))
		for i, w := range words {
			if _, err := fmt.Sscanf(w, "%d-%d", &spans[i].Start, &spans[i].End); err != nil || spans[i].Empty() {
				return nil, fmt.Errorf("line %d: %q is no span", n+1, w)
			}
		}
		a := &out[len(out)-1]
		a.quotes = append(a.quotes, saying{spans[0], spans[1:]})
	}
	return out, nil
}

// of is the article in the set; an error when it is not the one that was annotated.
func (a quoted) of(list []article) (article, error) {
	if a.number < 1 || a.number > len(list) {
		return article{}, fmt.Errorf("article %d was annotated, the set ends at %d", a.number, len(list))
	}
	sum := sha256.Sum256([]byte(list[a.number-1].Body))
	if got := hex.EncodeToString(sum[:])[:len(a.hash)]; got != a.hash {
		return article{}, fmt.Errorf("article %d is not as it was annotated (hash %s, now %s)", a.number, a.hash, got)
	}
	return list[a.number-1], nil
}

// sayings counts quotations: those annotated, those taken and those that are both; of the annotated ones those whose speaker is told; those taken with a
// speaker, and those of them whose speaker is right.
type sayings struct{ want, got, both, told, named, right int }

// add compares one article's quotations with the report of its title and body; body is where the body begins in that.
func (s *sayings) add(a quoted, in string, body int, r *report.Report, wrong func(kind string, at text.Span)) {
	found := direct(r, body)
	s.want += len(a.quotes)
	s.got += len(found)
	for _, q := range a.quotes {
		if len(q.speaker) > 0 {
			s.told++
		}
		at := text.Span{Start: q.Start + body, End: q.End + body}
		i := -1
		for k := range found {
			if bare(in, at) == bare(in, text.Span{Start: found[k].Start, End: found[k].End}) {
				i = k
			}
		}
		if i < 0 {
			wrong("missed", at)
			continue
		}
		f := found[i]
		found = append(found[:i:i], found[i+1:]...)
		s.both++
		switch {
		case f.Speaker == "" && len(q.speaker) == 0:
		case f.Speaker == "":
			wrong("no speaker", at)
		default:
			s.named++
			if q.spokenBy(f, body, r) {
				s.right++
			} else {
				wrong("wrong speaker "+f.Speaker, at)
			}
		}
	}
	for _, f := range found {
		if f.Speaker != "" {
			s.named++
		}
		wrong("invented for "+f.Speaker, text.Span{Start: f.Start, End: f.End})
	}
}

// direct is the quotations in marks of the body that lie within no other one in marks.
func direct(r *report.Report, body int) []report.Quote {
	var out []report.Quote
	end := body
	for _, q := range r.Quotes {
		if !q.Indirect && q.Start >= end {
			out = append(out, q)
			end = q.End
		}
	}
	return out
}

// bare is the span without marks, commas and white space at its ends.
func bare(in string, s text.Span) text.Span {
	for !s.Empty() {
		if c, n := utf8.DecodeRuneInString(s.Of(in)); unicode.IsSpace(c) || unicode.IsPunct(c) {
			s.Start += n
		} else if c, n := utf8.DecodeLastRuneInString(s.Of(in)); unicode.IsSpace(c) || unicode.IsPunct(c) {
			s.End -= n
		} else {
			break
		}
	}
	return s
}

// spokenBy says whether the speaker that was found is the annotated one: a name of its entity, or the words as written, stand there.
func (q saying) spokenBy(f report.Quote, body int, r *report.Report) bool {
	spans := []report.Pair{f.SpeakerSpan}
	if f.Entity >= 0 {
		spans = nil
		for _, m := range r.Entities[f.Entity].Mentions {
			spans = append(spans, report.Pair{m.Start, m.End})
		}
	}
	for _, s := range spans {
		for _, want := range q.speaker {
			if s[0] < want.End+body && want.Start+body < s[1] {
				return true
			}
		}
	}
	return false
}

// benchQuote measures, over the annotated articles, whether quotations are found and told of the right speaker.
func benchQuote(data string) ([]table, error) {
	list, err := readArticles(filepath.Join(data, "headline", "bbc-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	articles, err := readQuoted(quotedArticles)
	if err != nil {
		return nil, fmt.Errorf("testdata/quotes/bbc.txt: %w", err)
	}
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, err
	}
	b, err := report.Open(models)
	if err != nil {
		return nil, err
	}
	var all sayings
	for _, a := range articles {
		found, err := a.of(list)
		if err != nil {
			return nil, err
		}
		in := found.Title + "\n\n" + found.Body
		r, err := b.Build(report.Input{Text: in, Language: "en"}, nil)
		if err != nil {
			return nil, err
		}
		all.add(a, in, len(in)-len(found.Body), r, func(kind string, at text.Span) {
			if os.Getenv("GLOSS_MISTAKES") != "" {
				fmt.Fprintf(os.Stderr, "article %d, %s: %s\n", a.number, kind, at.Of(in))
			}
		})
	}
	return []table{all.table(len(articles))}, nil
}

func (s sayings) table(articles int) table {
	return table{
		name: "quote", head: []string{"of direct quotations", "precision", "recall"},
		rows: [][]string{
			{"found, marks in or out", percent(s.both, s.got), percent(s.both, s.want)},
			{"told of the right speaker", percent(s.right, s.named), percent(s.right, s.told)},
		},
		note: fmt.Sprintf("In percent, over the %d quotations in marks of %d BBC articles, annotated by hand before the program was run on them; %d are told of a speaker. "+
			"A speaker is right who is written where the reader has marked it, or whose entity is; a quotation that is none counts as wrong in both lines. With GLOSS_MISTAKES=1 each mistake is told.",
			s.want, articles, s.named),
	}
}
