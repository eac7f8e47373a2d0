// Command peers finds names with prose: texts as JSON lines {"text"} on stdin; for each, in order, a line
// {"seconds", "people", "places", "organisations"} on stdout, spans [start, end) in bytes. The time is that
// of prose alone: of the clock or of the processor, whichever is less, so that a busy machine costs it nothing. It is a module of its own, so that prose never enters Gloss's.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"github.com/jdkato/prose/v3"
)

// answer is what is written for one text.
type answer struct {
	Seconds       float64  `json:"seconds"`
	People        [][2]int `json:"people"`
	Places        [][2]int `json:"places"`
	Organisations [][2]int `json:"organisations"`
}

func main() {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var line struct {
			Text string `json:"text"`
		}
		err := in.Decode(&line)
		if errors.Is(err, io.EOF) {
			return
		}
		var a answer
		if err == nil {
			a, err = read(line.Text)
		}
		if err == nil {
			err = out.Encode(a)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "prose:", err)
			os.Exit(1)
		}
	}
}

// read finds the names of a text. Facilities and what prose calls GPE and GSP are places.
func read(text string) (answer, error) {
	start, used := time.Now(), processorTime()
	doc, err := prose.NewDocument(text)
	if err != nil {
		return answer{}, err
	}
	names := doc.Entities()
	a := answer{Seconds: min(time.Since(start), processorTime()-used).Seconds()}
	for _, n := range names {
		span := [2]int{n.Start, n.End()}
		switch n.Label {
		case "PERSON":
			a.People = append(a.People, span)
		case "GPE", "GSP", "LOCATION", "FACILITY":
			a.Places = append(a.Places, span)
		case "ORGANIZATION":
			a.Organisations = append(a.Organisations, span)
		}
	}
	return a, nil
}

// processorTime is what this process has used so far; where the system doesn't tell, the clock stands in for it.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return time.Duration(time.Now().UnixNano())
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
