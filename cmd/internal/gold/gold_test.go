package gold

import (
	"os"
	"path/filepath"
	"testing"
)

const labelled = `-DOCSTART-	O

"	O
Iran	B-LOC
's	O
envoy	O
,	O
Ebrahim	B-PER
Raisi	I-PER
(	O
SCO	B-ORG
)	O
,	O
left	O
.	O
"	O

non	B-MISC
-	I-MISC
Latino	I-MISC

-DOCSTART-	O

He	O
paid	O
$	O
5	O
to	O
UN	?
.	O
`

func TestReadPrintsAsANewspaperWould(t *testing.T) {
	path := filepath.Join(t.TempDir(), "set.tsv")
	if err := os.WriteFile(path, []byte(labelled), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		as    Case
		texts []string
	}{
		{AsWritten, []string{"\"Iran's envoy, Ebrahim Raisi (SCO), left.\" non-Latino", "He paid $5 to UN."}},
		{TitleCased, []string{"\"Iran's Envoy, Ebrahim Raisi (SCO), Left.\" Non-Latino", "He Paid $5 To UN."}},
		{UpperCased, []string{"\"IRAN'S ENVOY, EBRAHIM RAISI (SCO), LEFT.\" NON-LATINO", "HE PAID $5 TO UN."}},
	} {
		docs, err := Read(path, c.as)
		if err != nil {
			t.Fatal(err)
		}
		if len(docs) != len(c.texts) {
			t.Fatalf("%d documents, want %d", len(docs), len(c.texts))
		}
		for i, want := range c.texts {
			if docs[i].Text != want {
				t.Errorf("case %d, document %d:\ngot  %q\nwant %q", c.as, i, docs[i].Text, want)
			}
		}
	}
}

func TestReadGivesTheSpansOfNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "set.tsv")
	if err := os.WriteFile(path, []byte(labelled), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := Read(path, AsWritten)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range docs {
		for _, n := range d.Names {
			got = append(got, n.Type+" "+n.Of(d.Text))
		}
	}
	want := []string{"LOC Iran", "PER Ebrahim Raisi", "ORG SCO", "MISC non-Latino", "? UN"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("name %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestReadNamesTheLineThatHasNoTag(t *testing.T) {
	path := filepath.Join(t.TempDir(), "set.tsv")
	if err := os.WriteFile(path, []byte("Iran\tB-LOC\nRussia\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path, AsWritten); err == nil || err.Error() != path+":2: no tab" {
		t.Errorf("error %v", err)
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none"), AsWritten); err == nil {
		t.Error("no error for a file that is not there")
	}
}
