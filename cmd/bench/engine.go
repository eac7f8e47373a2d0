package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"gloss/app/entity"
	"gloss/app/lang"
	"gloss/app/report"
	"gloss/app/text"
	"gloss/web"
)

// serveEngine answers texts as a peer does: by the whole report, or by names alone, from the raw text to resolved mentions; or, whatever the
// text, by making the model of names ready out of its bytes.
func serveEngine(mode string, in io.Reader, out io.Writer) error {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return err
	}
	var find func(string) (answer, error)
	switch mode {
	case "names":
		find, err = nameFinder()
	case "report":
		find, err = reporter(models)
	case "model":
		find, err = modelOpener(models)
	default:
		err = fmt.Errorf("the engine makes names, report or model, not %s", mode)
	}
	if err != nil {
		return err
	}
	dec, enc := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var q question
		if err := dec.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("question: %w", err)
		}
		a, err := find(q.Text)
		if err != nil {
			return err
		}
		if err := enc.Encode(a); err != nil {
			return err
		}
	}
}

// openNames is the English recogniser as the commands and the page have it; with a file, by the learnt model in it; with "rules", by none.
func openNames(model string) (*lang.Language, *entity.Recognizer, error) {
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		return nil, nil, err
	}
	l, err := lang.Open(models, "en")
	if err != nil {
		return nil, nil, err
	}
	r, err := entity.Open(l)
	if err != nil || model == entity.Rules {
		return l, r, err
	}
	data, err := fs.ReadFile(models, "en.names")
	if model != "" {
		data, err = os.ReadFile(model)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("model of names: %w", err)
	}
	m, err := entity.OpenModel(data)
	if err != nil {
		return nil, nil, fmt.Errorf("model of names: %w", err)
	}
	r.SetModel(m)
	return l, r, nil
}

func nameFinder() (func(string) (answer, error), error) {
	l, r, err := openNames("")
	if err != nil {
		return nil, err
	}
	return func(t string) (answer, error) {
		start := time.Now()
		doc := text.Parse(t, l, text.Span{Start: 0, End: len(t)})
		mentions, _ := r.Resolve(doc, r.Recognize(doc, 0, len(doc.Sentences)))
		a := answer{Seconds: time.Since(start).Seconds()}
		for _, m := range mentions {
			a.add(m.Type, m.Start, m.End)
		}
		return a, nil
	}, nil
}

// modelOpener times how long the model of names takes from its bytes until it can be used.
func modelOpener(models fs.FS) (func(string) (answer, error), error) {
	data, err := fs.ReadFile(models, "en.names")
	if err != nil {
		return nil, fmt.Errorf("model of names: %w", err)
	}
	return func(string) (answer, error) {
		start := time.Now()
		_, err := entity.OpenModel(data)
		return answer{Seconds: time.Since(start).Seconds()}, err
	}, nil
}

func reporter(models fs.FS) (func(string) (answer, error), error) {
	b, err := report.Open(models)
	if err != nil {
		return nil, err
	}
	return func(t string) (answer, error) {
		start := time.Now()
		r, err := b.Build(report.Input{Text: t}, nil)
		a := answer{Seconds: time.Since(start).Seconds()}
		if err != nil {
			return a, err
		}
		for _, e := range r.Entities {
			for _, m := range e.Mentions {
				a.add(entity.Type(e.Type), m.Start, m.End)
			}
		}
		return a, nil
	}, nil
}

// add adds a mention, when it is of a type that peers find too.
func (a *answer) add(t entity.Type, start, end int) {
	span := [2]int{start, end}
	switch t {
	case entity.Person:
		a.People = append(a.People, span)
	case entity.Location:
		a.Places = append(a.Places, span)
	case entity.Org:
		a.Organisations = append(a.Organisations, span)
	}
}
