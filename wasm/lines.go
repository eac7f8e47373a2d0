//go:build js && wasm

package main

import (
	"encoding/json"
	"errors"
	"strings"
	"syscall/js"
	"unicode/utf16"
	"unsafe"

	"gloss/app/report"
)

const (
	lineWidth = 48 // characters on either side of what a line shows
	likeWords = 8  // words that begin as the one that is typed
)

var errNothing = errors.New("nothing has been read yet")

// lines posts words in context: of spans of the last text (start and end of each, UTF-16 units), in an order. The words of all lines are one string;
// flat has six numbers for each line: start, end, which of the spans it is, and the lengths of what stands before, of the hit and of what stands behind.
func (e *engine) lines(m js.Value) {
	answer, flat := map[string]any{"type": "lines", "call": m.Get("call")}, []int32{}
	if err := e.cut(m, answer, &flat); err != nil {
		answer["error"] = err.Error()
	}
	postArrays(answer, arrays{"flat": flat})
}

func (e *engine) cut(m js.Value, answer map[string]any, flat *[]int32) error {
	if e.last == nil {
		return errNothing
	}
	spans, nth := e.spans(m.Get("spans"))
	list := e.last.Lines(e.text, spans, lineWidth)
	if err := report.SortLines(list, m.Get("order").String()); err != nil {
		return err
	}
	var words strings.Builder
	units := func(s string) int32 {
		words.WriteString(s)
		n := int32(0)
		for _, r := range s {
			n += int32(utf16.RuneLen(r))
		}
		return n
	}
	for _, l := range list {
		left, hit, right := units(l.Left), units(l.Hit), units(l.Right)
		*flat = append(*flat, int32(l.Start), int32(l.End), nth[report.Pair{l.Start, l.End}], left, hit, right)
	}
	answer["words"], answer["start"], answer["end"] = words.String(), e.last.Article.Start, e.last.Article.End
	return nil
}

// spans are those of an Int32Array, and which of them each is.
func (e *engine) spans(from js.Value) ([]report.Pair, map[report.Pair]int32) {
	flat := make([]int32, from.Length())
	if len(flat) > 0 { // wasm is little-endian, as every machine that runs a browser
		js.CopyBytesToGo(unsafe.Slice((*byte)(unsafe.Pointer(&flat[0])), 4*len(flat)), js.Global().Get("Uint8Array").New(from.Get("buffer")))
	}
	out, nth := make([]report.Pair, len(flat)/2), make(map[report.Pair]int32, len(flat)/2)
	for i := range out {
		out[i] = report.Pair{int(flat[2*i]), int(flat[2*i+1])}
		nth[out[i]] = int32(i)
	}
	return out, nth
}

// find posts where words stand in the last text: flat has start, end and 0 for each place, like the words that begin so, as JSON.
func (e *engine) find(m js.Value) {
	answer, flat := map[string]any{"type": "find", "call": m.Get("call")}, []int32{}
	if e.last == nil {
		answer["error"] = errNothing.Error()
	} else {
		words := m.Get("words").String()
		for _, s := range e.last.Find(e.text, words) {
			flat = append(flat, int32(s[0]), int32(s[1]), 0)
		}
		like, err := json.Marshal(e.last.Begin(e.text, words, likeWords))
		if err != nil {
			panic(err)
		}
		answer["like"], answer["start"], answer["end"] = string(like), e.last.Article.Start, e.last.Article.End
	}
	postArrays(answer, arrays{"flat": flat})
}
