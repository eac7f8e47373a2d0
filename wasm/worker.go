//go:build js && wasm

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"strings"
	"syscall/js"
	"unsafe"

	"golang.org/x/tools/txtar"

	"gloss/app/lang"
	"gloss/app/report"
	"gloss/app/text"
)

// engine is the worker's side of web/js/engine.js. It keeps the last report, for exports.
type engine struct {
	builder *report.Builder
	last    *report.Report
	text    string // that it is of
}

// serve reads the tables that all languages share, which web/js/worker.js fetched, and answers messages until the worker is ended.
func serve() {
	b, err := open(js.Global().Get("glossTables"))
	if err != nil {
		post(map[string]any{"type": "failed", "message": err.Error()})
		return
	}
	e := &engine{builder: b}
	js.Global().Call("glossServe", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return e.hear(args[0])
	}))
	post(map[string]any{"type": "ready"})
	select {}
}

// open makes a builder that has no language's tables yet.
func open(pack js.Value) (*report.Builder, error) {
	tables, err := unpack(pack)
	if err != nil {
		return nil, err
	}
	return report.Open(tables)
}

// unpack reads a pack of word tables: a txtar archive, as a Uint8Array.
func unpack(pack js.Value) (fs.FS, error) {
	all := txtar.Parse(bytesOf(pack))
	for i, f := range all.Files {
		data, err := lang.Unpack(f.Data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		all.Files[i].Data = data
	}
	tables, err := txtar.FS(all)
	if err != nil {
		return nil, fmt.Errorf("word tables: %w", err)
	}
	return tables, nil
}

func bytesOf(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}

// hear answers one message; to setTables it gives at once what is wrong with them, "" for nothing. A panic costs the run, not the worker.
func (e *engine) hear(m js.Value) (answer any) {
	defer func() {
		if p := recover(); p != nil {
			js.Global().Get("console").Call("warn", fmt.Sprintf("%v\n%s", p, debug.Stack()))
			post(map[string]any{"type": "failed", "kind": "broke", "run": m.Get("run"), "message": fmt.Sprint(p)})
		}
	}()
	switch m.Get("type").String() {
	case "analyze":
		e.analyze(m)
	case "export":
		e.export(m)
	case "lines":
		e.lines(m)
	case "find":
		e.find(m)
	case "setHeadlines":
		e.setHeadlines(m)
	case "setLexicon":
		e.setLexicon(m)
	case "setStopWords":
		e.setStopWords(m)
	case "setModel":
		e.setModel(m)
	case "setTables":
		return e.setTables(m)
	}
	return nil
}

// setTables takes the tables of a language that a text has asked for.
func (e *engine) setTables(m js.Value) (problem string) {
	defer func() {
		if p := recover(); p != nil {
			problem = fmt.Sprint(p)
		}
	}()
	tables, err := unpack(m.Get("bytes"))
	if err == nil {
		err = e.builder.AddTables(m.Get("language").String(), tables)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func (e *engine) analyze(m js.Value) {
	run := m.Get("run")
	in := report.Input{Text: m.Get("text").String(), Language: m.Get("language").String(), Unsure: true} // the page hides them
	if err := setTail(&in, m.Get("tail")); err != nil {
		post(map[string]any{"type": "failed", "kind": "input", "run": run, "message": err.Error()})
		return
	}
	e.builder.Await(words(m.Get("await"))...)
	utf16 := text.NewUTF16Index(in.Text).At
	var blocks []report.Block
	r, err := e.builder.Build(in, func(p report.Progress) bool {
		if p.Blocks != nil {
			blocks = p.Blocks
			codes, places := runs(p.Languages, utf16)
			postArrays(map[string]any{"type": "blocks", "run": run, "language": p.Language, "languages": codes}, arrays{"flat": report.FlatBlocks(blocks, utf16), "places": places})
		}
		if len(p.Mentions) > 0 {
			postArrays(map[string]any{"type": "marks", "run": run}, arrays{"flat": report.FlatMentions(p.Mentions, utf16)})
		}
		post(map[string]any{"type": "progress", "run": run, "stage": string(p.Stage), "done": p.Done, "total": p.Total})
		return true
	})
	if need := (*report.ErrTables)(nil); errors.As(err, &need) {
		js.Global().Call("glossNeed", list(need.Languages), m)
		return
	}
	if err != nil {
		kind := "broke"
		if errors.Is(err, report.ErrTooLarge) || errors.Is(err, report.ErrEncoding) {
			kind = "input"
		}
		post(map[string]any{"type": "failed", "kind": kind, "run": run, "message": err.Error()})
		return
	}
	s := report.Summarize(r, in.Text, blocks)
	words, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	r.UTF16(in.Text)
	e.last, e.text = r, in.Text
	postArrays(map[string]any{
		"type": "result", "run": run, "model": r.Model, "language": r.Language,
		"summary": string(words), "sure": s.Totals.Entities, "reasons": strings.Join(s.Reasons, "\n"), "notes": strings.Join(s.Notes, "\n"),
	}, arrays{"marks": s.Marks, "grounds": s.Grounds, "words": s.Words, "runs": s.Runs, "said": s.Said, "grams": s.Grams, "shared": s.Shared})
}

// runs are the languages of a text: their codes, and where each begins and ends, in UTF-16 units.
func runs(languages []report.Language, utf16 func(int) int) (codes []any, places []int32) {
	for _, l := range languages {
		codes = append(codes, l.Language)
		places = append(places, int32(utf16(l.Start)), int32(utf16(l.End)))
	}
	return codes, places
}

// words are those of a list of JavaScript's.
func words(list js.Value) []string {
	out := make([]string, list.Length())
	for i := range out {
		out[i] = list.Index(i).String()
	}
	return out
}

func setTail(in *report.Input, tail js.Value) error {
	b, err := json.Marshal(value(tail))
	if err != nil {
		return err
	}
	return in.Tail.UnmarshalJSON(b)
}

func value(v js.Value) any {
	if v.Type() == js.TypeNumber {
		return v.Int()
	}
	return v.String()
}

// export posts the last report as JSON, or one of its lists as CSV, with its unsure entities where the reader is shown them.
func (e *engine) export(m js.Value) {
	answer := map[string]any{"type": "exported", "call": m.Get("call")}
	var b []byte
	err := errNothing
	if e.last != nil {
		r := e.last
		if !m.Get("unsure").Truthy() {
			r = r.Sure()
		}
		if list := m.Get("list").String(); list == "json" {
			b, err = json.MarshalIndent(r, "", "  ")
		} else {
			b, err = r.CSV(list)
		}
	}
	if err != nil {
		answer["error"] = err.Error()
	} else {
		bytes := js.Global().Get("Uint8Array").New(len(b))
		js.CopyBytesToJS(bytes, b)
		answer["bytes"] = bytes
	}
	post(answer)
}

// setHeadlines keeps a list of headlines, in any format that package headline reads, for all texts that follow, and posts how many
// there are and what could not be read.
func (e *engine) setHeadlines(m js.Value) {
	given := m.Get("headlines").String()
	answer := map[string]any{"type": "headlines", "count": 0, "problems": []any{}}
	if given == "" {
		e.builder.SetHeadlines(nil)
		post(answer)
		return
	}
	found, problems, err := e.builder.ReadHeadlines([]byte(given), "")
	if err != nil {
		problems = append(problems, err.Error())
	}
	e.builder.SetHeadlines(found)
	answer["count"], answer["problems"] = len(found), list(problems)
	post(answer)
}

// setLexicon has the reader's own names go before all, and posts how many lines are used and what is wrong with the others.
func (e *engine) setLexicon(m js.Value) {
	answer := map[string]any{"type": "lexicon", "count": 0, "problems": []any{}}
	answered(answer, func() error {
		used, problems := e.builder.SetLexicon(m.Get("lexicon").String())
		answer["count"], answer["problems"] = used, list(problems)
		return nil
	})
}

// setStopWords has the reader's own stop words hold, and posts how many lines are used and what is wrong with the others.
func (e *engine) setStopWords(m js.Value) {
	answer := map[string]any{"type": "stopWords", "used": 0, "problems": []any{}}
	answered(answer, func() error {
		used, problems := e.builder.SetStopWords(m.Get("lines").String())
		answer["used"], answer["problems"] = used, list(problems)
		return nil
	})
}

// setModel has names found by the learnt model whose bytes have come, and posts what is wrong with one that can't be read: names are then found as before.
func (e *engine) setModel(m js.Value) {
	language := m.Get("language").String()
	answered(map[string]any{"type": "model", "language": language}, func() error {
		return e.builder.SetModel(language, bytesOf(m.Get("bytes")))
	})
}

// answered posts the answer, with the error of act. What breaks act is one, too: the next worker would be given the same.
func answered(answer map[string]any, act func() error) {
	defer func() {
		if p := recover(); p != nil {
			answer["error"] = fmt.Sprint(p)
		}
		post(answer)
	}()
	if err := act(); err != nil {
		answer["error"] = err.Error()
	}
}

// list is the words as JavaScript takes them.
func list(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}

func post(m map[string]any) { js.Global().Call("postMessage", m) }

// arrays are the flat lists of numbers that go with a message, each as an Int32Array handed over without a copy.
type arrays map[string][]int32

func postArrays(m map[string]any, lists arrays) {
	var buffers []any
	for name, list := range lists {
		bytes := js.Global().Get("Uint8Array").New(4 * len(list))
		if len(list) > 0 { // wasm is little-endian, as every machine that runs a browser
			js.CopyBytesToJS(bytes, unsafe.Slice((*byte)(unsafe.Pointer(&list[0])), 4*len(list)))
		}
		buffer := bytes.Get("buffer")
		m[name] = js.Global().Get("Int32Array").New(buffer)
		buffers = append(buffers, buffer)
	}
	js.Global().Call("postMessage", m, buffers)
}
