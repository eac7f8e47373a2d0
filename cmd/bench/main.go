// Command bench measures Gloss: how right the answers are, how fast the engine is, how
// large the site, with peers beside it where they are installed. Without a data folder it leaves the quality tables alone.
//
//	bench [-data DIR] [-readme README.md] [name ...]
//	bench -engine names|report|model < texts.jsonl > answers.jsonl
//
// Names: entity resolve salience quote split keyphrase headline language speed sizes; none means all that can run. weights, which tells what each feature of keywords and phrases brings, runs only
// when it is named. With -engine it
// answers as a peer does, which is how it times itself, natively and in wasm.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"time"
)

// measure is one benchmark. It gets the data folder ("" when none is given) and gives back the tables it makes.
type measure struct {
	name      string
	needsData bool
	run       func(data string) ([]table, error)
}

// measures in the order in which they run and stand in the README.
var measures = []measure{
	{"entity", true, benchEntity},
	{"resolve", true, benchResolve},
	{"salience", true, benchSalience},
	{"quote", true, benchQuote},
	{"split", true, split},
	{"keyphrase", true, keyphrase},
	{"headline", true, linkMeasures},
	{"language", false, languageTable},
	{"speed", false, speed},
	{"sizes", false, sizes},
	{onlyNamed, true, weights},
}

// onlyNamed is the measure that nobody needs each time.
const onlyNamed = "weights"

func main() {
	data := flag.String("data", "", "`folder` of labelled data (shared/data)")
	readme := flag.String("readme", "", "README `file` whose tables are rewritten")
	mode := flag.String("engine", "", "find `names`, make the whole report or the model ready, for JSON lines on stdin")
	flag.Parse()
	var err error
	if *mode != "" {
		err = serveEngine(*mode, os.Stdin, os.Stdout)
	} else {
		err = run(*data, *readme, flag.Args())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(data, readme string, names []string) error {
	for _, n := range names {
		if !slices.ContainsFunc(measures, func(m measure) bool { return m.name == n }) {
			return fmt.Errorf("there is nothing called %s to measure", n)
		}
	}
	measured := ""
	if readme != "" {
		measured = stamp(data)
	}
	for _, m := range measures {
		if !slices.Contains(names, m.name) && (len(names) > 0 || m.name == onlyNamed || m.needsData && data == "") {
			continue
		}
		if m.needsData && data == "" {
			return fmt.Errorf("%s needs -data DIR", m.name)
		}
		start := time.Now()
		tables, err := m.run(data)
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		for _, t := range tables {
			fmt.Println(t.markdown())
			if readme == "" || t.name == "" {
				continue
			}
			if err := t.writeTo(readme, measured); err != nil {
				return err
			}
		}
		fmt.Fprintf(os.Stderr, "bench: %s took %.0f s\n", m.name, time.Since(start).Seconds())
	}
	return nil
}
