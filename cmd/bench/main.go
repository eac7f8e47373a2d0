// Command bench measures Gloss: how right the answers are, how fast the engine is, how
// large the site. Without a data folder it leaves the quality tables alone.
//
//	bench [-data DIR] [-readme README.md] [name ...]
//
// Names: split entity keyphrase headline speed sizes; none means all that can run.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
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
	{"split", true, split},
	{"keyphrase", true, keyphrase},
	{"headline", true, linkMeasures},
	{"speed", false, speed},
	{"sizes", false, sizes},
}

// table is one table of results, printed and, in the README, put between its markers
// <!-- bench:NAME --> and <!-- /bench:NAME -->.
type table struct {
	name string     // marker in the README; "" for tables that are only printed
	head []string   // column titles
	rows [][]string // cells
	note string     // a line below it
}

func main() {
	data := flag.String("data", "", "`folder` of labelled data (shared/data)")
	readme := flag.String("readme", "", "README `file` whose tables are rewritten")
	flag.Parse()
	if err := run(*data, *readme, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(data, readme string, names []string) error {
	wanted := func(m measure) bool {
		if len(names) == 0 {
			return data != "" || !m.needsData
		}
		for _, n := range names {
			if n == m.name {
				return true
			}
		}
		return false
	}
	for _, m := range measures {
		if !wanted(m) {
			continue
		}
		if m.needsData && data == "" {
			return fmt.Errorf("%s needs -data DIR", m.name)
		}
		tables, err := m.run(data)
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		for _, t := range tables {
			fmt.Println(t.markdown())
			if readme != "" && t.name != "" {
				if err := t.writeTo(readme); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// markdown is the table as GitHub-flavoured Markdown.
func (t table) markdown() string {
	var b strings.Builder
	row := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	row(t.head)
	rule := make([]string, len(t.head))
	for i := range rule {
		rule[i] = "---"
	}
	row(rule)
	for _, r := range t.rows {
		row(r)
	}
	if t.note != "" {
		fmt.Fprintf(&b, "\n%s\n", t.note)
	}
	return b.String()
}

// writeTo puts the table between its markers in the file.
func (t table) writeTo(file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	open, shut := "<!-- bench:"+t.name+" -->", "<!-- /bench:"+t.name+" -->"
	before, rest, ok := strings.Cut(string(b), open)
	_, after, ok2 := strings.Cut(rest, shut)
	if !ok || !ok2 {
		return fmt.Errorf("%s: no markers %s … %s", file, open, shut)
	}
	return os.WriteFile(file, []byte(before+open+"\n"+t.markdown()+shut+after), 0o644)
}
