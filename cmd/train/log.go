package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

// log prints what of each set is learnt from and what is left out: sentences in which nothing could be a name are not counted.
func (c *corpus) log() error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "set\tweight\tsentences\tnames\tlabels with impossible bounds\twords taken as unknown\t")
	for _, set := range trainingSets {
		n, names, lost, unknown := 0, 0, 0, 0
		for _, s := range c.sentences {
			if s.set != set {
				continue
			}
			n++
			names += len(s.named)
			lost += s.lost
			unknown += s.unknown()
		}
		fmt.Fprintf(w, "%s\t%g\t%d\t%d\t%d\t%d\t\n", set.file, set.weight, n, names, lost, unknown)
	}
	return w.Flush()
}
