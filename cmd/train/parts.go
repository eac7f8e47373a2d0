package main

import (
	"fmt"
	"slices"
	"strings"

	"gloss/app/entity"
	"gloss/cmd/internal/gold"
)

// part is a piece of the model of names, or of how it is learnt, that an ablation can do without.
type part struct {
	name  string
	kinds []int // of the features that it is made of; none where it is a way of learning
}

var allParts = []part{
	{"clusters", entity.KindsOfClusters},
	{"pairs", entity.KindsOfPairs},
	{"wholes", entity.KindsOfWholes},
	{"affixes", entity.KindsOfAffixes},
	{"tables", entity.KindsOfTables},
	{"forms", entity.KindsOfForms},
	{"copies", nil},   // in title case and in capitals
	{"silver", nil},   // sets that were labelled by models
	{"sport", nil},    // results made from templates
	{"gmb", nil},      // the noisy set
	{"distrust", nil}, // of the noisy set's labels
	{"dropout", nil},
	{"average", nil}, // of models learnt in several orders
	{"pruning", nil}, // of small weights, with a round of learning after it
}

// parts are the names of those that are left out.
type parts []string

func (p *parts) set(list string) error {
	for _, name := range strings.Split(list, ",") {
		if !slices.ContainsFunc(allParts, func(a part) bool { return a.name == name }) {
			return fmt.Errorf("%s is no part", name)
		}
		*p = append(*p, name)
	}
	return nil
}

func (p parts) has(name string) bool { return slices.Contains(p, name) }

// hasFeature says whether a feature belongs to one of the parts.
func (p parts) hasFeature(f uint32) bool {
	return slices.ContainsFunc(allParts, func(a part) bool { return p.has(a.name) && slices.Contains(a.kinds, entity.FeatureKind(f)) })
}

// hasSet says whether sentences of the set, printed so, belong to one of the parts.
func (p parts) hasSet(set nameSet, as gold.Case) bool {
	name, _, _ := strings.Cut(set.file, ".")
	_, silver := strings.CutSuffix(name, "-silver")
	return p.has("copies") && as != gold.AsWritten || p.has("silver") && silver || p.has("sport") && name == "sport-synthetic" || p.has(name)
}

func partNames() string {
	names := make([]string, len(allParts))
	for i, a := range allParts {
		names[i] = a.name
	}
	return strings.Join(names, " ")
}
