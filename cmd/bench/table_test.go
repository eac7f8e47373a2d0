package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestMarkdown(t *testing.T) {
	made := table{
		head: []string{"set", "F1", "a name"},
		rows: [][]string{{"one|two", "9.5", "x"}, {"ü", "× 10", "7 years"}, {"short"}, {"z", "", ""}},
		note: "All of it.",
	}
	want := `| set      |   F1 | a name  |
| -------- | ---: | ------- |
| one\|two |  9.5 | x       |
| ü        | × 10 | 7 years |
| short    |      |         |
| z        |      |         |

All of it.
`
	if got := made.markdown(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := (table{head: []string{"a"}}).markdown(); got != "| a   |\n| --- |\n" {
		t.Errorf("without rows and note: %q", got)
	}
}

func TestWriteTo(t *testing.T) {
	one := table{name: "one", head: []string{"a"}, rows: [][]string{{"new"}}}
	written := "<!-- bench:one -->\n| a   |\n| --- |\n| new |\n\nToday.\n<!-- /bench:one -->"
	for _, tt := range []struct{ name, before, want string }{
		{"empty", "# T\n<!-- bench:one -->\n<!-- /bench:one -->\nrest", "# T\n" + written + "\nrest"},
		{"an older table", "x <!-- bench:one -->\n| old |\n<!-- /bench:one -->", "x " + written},
		{"the same table", written, written},
		{"other tables stay", "<!-- bench:two -->\n2\n<!-- /bench:two -->\n" + "<!-- bench:one --><!-- /bench:one -->", "<!-- bench:two -->\n2\n<!-- /bench:two -->\n" + written},
		{"no markers", "# T\nrest", "# T\nrest"},
		{"never shut", "<!-- bench:one -->\nrest", "<!-- bench:one -->\nrest"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "README.md")
			if err := os.WriteFile(file, []byte(tt.before), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := one.writeTo(file, "Today."); err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(file)
			if err != nil || string(got) != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
	if err := one.writeTo(filepath.Join(t.TempDir(), "none.md"), ""); !os.IsNotExist(err) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestStampLine(t *testing.T) {
	at := time.Date(2026, 1, 2, 23, 30, 0, 0, time.FixedZone("", -3600))
	for _, tt := range []struct {
		commit  string
		changed bool
		want    string
	}{
		{"1a2b3c4", false, "Measured at commit 1a2b3c4 on 2026-01-03 with `make bench`."},
		{"1a2b3c4", true, "Measured at commit 1a2b3c4 with changes not committed, on 2026-01-03 with `make bench`."},
		{"", false, "Measured outside a git clone on 2026-01-03 with `make bench`."},
	} {
		if got := stampLine(tt.commit, tt.changed, at, "make bench"); got != tt.want {
			t.Errorf("got %s\nwant %s", got, tt.want)
		}
	}
}

// TestReadmeHasMarkers: each table that is written has its place in the README.
func TestReadmeHasMarkers(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"growth"} // speed's second one
	for _, m := range measures {
		if m.name != onlyNamed { // its tables are printed only
			names = append(names, m.name)
		}
	}
	file := filepath.Join(t.TempDir(), "README.md")
	for _, name := range names {
		if err := os.WriteFile(file, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := (table{name: name, head: []string{"marked"}}).writeTo(file, ""); err != nil {
			t.Fatal(err)
		}
		if after, err := os.ReadFile(file); err != nil || string(after) == string(b) {
			t.Errorf("README.md has no place for the table %s", name)
		}
	}
}
