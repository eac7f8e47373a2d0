package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"
)

// table is one table of results, printed and, in the README, put between its markers
// <!-- bench:NAME --> and <!-- /bench:NAME -->.
type table struct {
	name string     // marker in the README; "" for tables that are only printed
	head []string   // column titles
	rows [][]string // cells; missing ones at the end of a row are empty
	note string     // a line below it
}

// markdown is the table as GitHub-flavoured Markdown, its columns padded to one width and columns of figures set right.
func (t table) markdown() string {
	width, figures := make([]int, len(t.head)), make([]bool, len(t.head))
	rows := append([][]string{t.head}, t.rows...)
	for c := range t.head {
		width[c], figures[c] = 3, c > 0
		for r, row := range rows {
			cell := cellOf(row, c)
			width[c] = max(width[c], utf8.RuneCountInString(cell))
			figures[c] = figures[c] && (r == 0 || cell == "" || strings.ContainsRune("0123456789.×–*", []rune(cell)[0]))
		}
	}
	var b strings.Builder
	for r, row := range rows {
		for c := range t.head {
			cell := cellOf(row, c)
			pad := strings.Repeat(" ", width[c]-utf8.RuneCountInString(cell))
			if figures[c] {
				cell = pad + cell
			} else {
				cell += pad
			}
			b.WriteString("| " + cell + " ")
		}
		b.WriteString("|\n")
		if r > 0 {
			continue
		}
		for c := range t.head {
			rule := strings.Repeat("-", width[c])
			if figures[c] {
				rule = rule[1:] + ":"
			}
			b.WriteString("| " + rule + " ")
		}
		b.WriteString("|\n")
	}
	if t.note != "" {
		fmt.Fprintf(&b, "\n%s\n", t.note)
	}
	return b.String()
}

// cellOf is a cell of a row, with its bars escaped.
func cellOf(row []string, column int) string {
	if column >= len(row) {
		return ""
	}
	return strings.ReplaceAll(row[column], "|", `\|`)
}

// writeTo puts the table, and a line that tells when it was measured, between its markers in the file. A file without the
// markers is left as it is, with a warning.
func (t table) writeTo(file, measured string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	open, shut := "<!-- bench:"+t.name+" -->", "<!-- /bench:"+t.name+" -->"
	before, rest, ok := strings.Cut(string(b), open)
	_, after, ok2 := strings.Cut(rest, shut)
	if !ok || !ok2 {
		fmt.Fprintf(os.Stderr, "bench: %s has no markers %s … %s: the table %s was not written into it\n", file, open, shut, t.name)
		return nil
	}
	return os.WriteFile(file, []byte(before+open+"\n"+t.markdown()+"\n"+measured+"\n"+shut+after), 0o644)
}

// stamp is the line that tells what was measured and when: the commit, and whether anything but the README differs from it.
func stamp(data string) string {
	command := "make bench"
	if data != "" {
		command += " DATA=" + filepath.ToSlash(data)
	}
	commit, err := exec.Command("git", "rev-parse", "--short", "HEAD").Output()
	if err != nil {
		return stampLine("", false, time.Now(), command)
	}
	changed, err := exec.Command("git", "status", "--porcelain", "--", ".", ":!README.md").Output()
	return stampLine(strings.TrimSpace(string(commit)), err != nil || len(changed) > 0, time.Now(), command)
}

func stampLine(commit string, changed bool, at time.Time, command string) string {
	what := "outside a git clone"
	if commit != "" {
		what = "at commit " + commit
	}
	if changed {
		what += " with changes not committed,"
	}
	return fmt.Sprintf("Measured %s on %s with `%s`.", what, at.UTC().Format(time.DateOnly), command)
}
