package main

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"
)

// budget is the most that the files of a kind may weigh together, in bytes as Chromium receives them (brotli).
type budget struct {
	kind string
	br   int
}

// embedKind is the script for other sites. It comes on top of a host's own page, so it has a budget of its own.
const embedKind = "embed.js"

const embedBudget = 5_000

// budgets are the rows of the table. What a first visit fetches is to stay below 2.8 MB; totalBudget leaves 10 kB of that to the headers.
var budgets = []budget{
	{"html", 12_000},
	{"css", 20_000},
	{"js", 60_000},
	{"wasm", 1_660_000}, // 56 kB of it are the stemmers of six languages
	{"models", 200_000},
	{"names model", 1_250_000},
	{"manifest, icon", 4_000},
}

const totalBudget = 2_790_000

// usual is the language of the visit that is weighed. The tables of the others come when a text in them is met.
const usual = "en"

// otherModels is the kind of those, tablesBudget what the tables of all languages may weigh together.
const (
	otherModels  = "models, other languages"
	tablesBudget = 250_000
)

// weigh prints what a first visit fetches, by kind, and fails when a kind or the sum is above its budget.
func weigh(w io.Writer, files []file) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "first visit\tfiles\traw\tgzip\tbrotli\tbudget\t")
	var errs []error
	var all weight
	row := func(name string, sum weight, limit int) {
		mark := ""
		if sum.br > limit {
			mark = "above"
			errs = append(errs, fmt.Errorf("%s: %d bytes, %d above the budget of %d", name, sum.br, sum.br-limit, limit))
		}
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t%s\n", name, sum.files, sum.raw, sum.gz, sum.br, limit, mark)
	}
	for _, b := range budgets {
		var sum weight
		for _, f := range files {
			if f.kind == b.kind {
				sum.add(f)
			}
		}
		row(b.kind, sum, b.br)
		all.plus(sum)
	}
	row("all", all, totalBudget)
	var tables, host weight
	for _, f := range files {
		switch f.kind {
		case "models", otherModels:
			tables.add(f)
		case embedKind:
			host.add(f)
		}
	}
	row("tables of all languages", tables, tablesBudget)
	row("on other sites: embed.js", host, embedBudget)
	return errors.Join(append(errs, table.Flush())...)
}

// weight is a number of files and their bytes: as they are, by gzip, by brotli.
type weight struct{ files, raw, gz, br int }

func (w *weight) add(f file) {
	one := weight{1, len(f.data), len(f.data), len(f.data)}
	if f.gz != nil {
		one.gz = len(f.gz)
	}
	if f.br != nil {
		one.br = len(f.br)
	}
	w.plus(one)
}

func (w *weight) plus(o weight) {
	w.files += o.files
	w.raw += o.raw
	w.gz += o.gz
	w.br += o.br
}
