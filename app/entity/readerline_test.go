package entity

import (
	"fmt"
	"os"
	"testing"
)

// typeWords are those of the page and of analyze.
func typeWords(t testing.TB) TypeWords {
	t.Helper()
	table, err := os.ReadFile("../../web/models/types.txt")
	if err != nil {
		t.Fatal(err)
	}
	return ParseTypeWords(string(table))
}

// TestLexiconLines reads what people write who know of no tab.
func TestLexiconLines(t *testing.T) {
	const types = "person, place, organisation, group, event, other"
	words := typeWords(t)
	for _, test := range []struct{ line, want string }{
		{"Ada Lovelace\tperson", "PER Ada Lovelace"},
		{"Ada Lovelace, person", "PER Ada Lovelace"},
		{"Ada Lovelace,Person", "PER Ada Lovelace"},
		{"Ada Lovelace ; PER", "PER Ada Lovelace"},
		{"Ada Lovelace     people  ", "PER Ada Lovelace"},
		{"  Acme Steel, ORGANIZATION, Acme Steel Works", "ORG Acme Steel = Acme Steel Works"},
		{"Acme, Inc., company", "ORG Acme, Inc."},
		{"Acme, Inc., org, Acme Holding, Ltd.", "ORG Acme, Inc. = Acme Holding, Ltd."},
		{"Acme, Inc.; org; Acme Holding, Ltd.", "ORG Acme, Inc. = Acme Holding, Ltd."},
		{"Acme, Inc.   org   Acme Holding", "ORG Acme, Inc. = Acme Holding"},
		{"Acme, Inc. ORG", "ORG Acme, Inc."},
		{"Acme,   ORG", "ORG Acme"},
		{"Acme, org,", "ORG Acme"},
		{`"Acme, Inc.",ORG,"Acme Holding, Ltd."`, "ORG Acme, Inc. = Acme Holding, Ltd."},
		{"Mexico, City, place", "LOC Mexico, City"},
		{"City, country", "LOC City"},
		{"Zed Group ORG", "ORG Zed Group"},
		{"ACME\tORG\tperson, place", "ORG ACME = person, place"},
		{"!Washington, D.C.", "never Washington, D.C."},
		{"!Acme, person", "never Acme, person"},
		{"Acme Group", `"Acme Group" has no type; write a comma and its type behind it (` + types + `)`},
		{"Acme person", `"Acme person" has no type; write a comma and its type behind it (` + types + `)`},
		{"Washington, D.C.", `"D.C." is no type (` + types + `)`},
		{"Acme, Inc.; firm", `"firm" is no type (` + types + `)`},
		{"Acme\tfirm", `"firm" is no type (` + types + `)`},
		{", person", "there is no name"},
		{"!\tAcme", "there is no name"},
		{"Acme, org, ?", `"?" is no canonical name`},
	} {
		own, trouble := words.parse(test.line, 1)
		got := trouble
		if own != nil {
			got = fmt.Sprintf("%s %s", own.typ, own.name)
			if own.typ == "" {
				got = "never " + own.name
			}
			if own.canonical != "" {
				got += " = " + own.canonical
			}
		}
		if got != test.want {
			t.Errorf("%q: %s, want %s", test.line, got, test.want)
		}
	}
}
