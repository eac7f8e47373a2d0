//go:build !js

package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// use is one place that asks for a text: a key, in which * stands for what is only known when it runs, and the names of what it puts in.
type use struct {
	at, key string
	plural  bool
	fills   []string
}

// sources parses the files of this package, tests left out.
func sources(t *testing.T) (*token.FileSet, []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return fset, files
}

// pattern is a string as it stands in the source, * for its parts that do not.
func pattern(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(e.Value); err == nil {
			return s
		}
	case *ast.BinaryExpr:
		return pattern(e.X) + pattern(e.Y)
	}
	return "*"
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if f.Sel.Name == "say" { // of Page: a toast
			return ""
		}
		return f.Sel.Name
	}
	return ""
}

func goUses(t *testing.T) []use {
	fset, files := sources(t)
	var out []use
	for _, f := range files {
		if fset.Position(f.Pos()).Filename == "say.go" {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || called(c) != "say" && called(c) != "plural" {
				return true
			}
			u := use{at: fset.Position(c.Pos()).String(), key: pattern(c.Args[0]), plural: called(c) == "plural"}
			pairs := c.Args[1:]
			if u.plural {
				u.fills, pairs = append(u.fills, "n"), c.Args[2:]
			}
			for i := 0; i < len(pairs); i += 2 {
				u.fills = append(u.fills, pattern(pairs[i]))
			}
			out = append(out, u)
			return true
		})
	}
	return out
}

// asked matches what the scripts, the templates and the manifest ask for: say("busy", { share }), {{say "title"}}, "=title".
var asked = map[string]*regexp.Regexp{"script.": regexp.MustCompile(`\bsay\("([^"]+)"(?:, \{([^}]*)\})?\)`), "html.": regexp.MustCompile(`\{\{say "([^"]+)"\}\}`), "embed.": regexp.MustCompile(`"=([a-z]+)"`), "manifest.": regexp.MustCompile(`"=([^"]+)"`)}

func fileUses(t *testing.T, glob, prefix string) []use {
	names, err := filepath.Glob(glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", glob, len(names), err)
	}
	var out []use
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked[prefix].FindAllStringSubmatch(string(b), -1) {
			u := use{at: name, key: prefix + m[1]}
			if len(m) > 2 && m[2] != "" {
				for pair := range strings.SplitSeq(m[2], ",") {
					name, _, _ := strings.Cut(pair, ":")
					u.fills = append(u.fills, strings.TrimSpace(name))
				}
			}
			out = append(out, u)
		}
	}
	return out
}

var hole = regexp.MustCompile(`\{(\w+)\}`)

// TestEveryTextIsThereUsedAndFilled: each key that is asked for stands in the file, each in the file is asked for somewhere, and what a text leaves open
// is what it is given.
func TestEveryTextIsThereUsedAndFilled(t *testing.T) {
	uses := append(goUses(t), fileUses(t, "../../web/js/*.js", "script.")...)
	uses = append(uses, fileUses(t, "../../web/html/*.html", "html.")...)
	uses = append(uses, fileUses(t, "../../web/manifest/*", "manifest.")...)
	uses = append(uses, fileUses(t, "../../web/embed.js", "embed.")...)
	used := map[string]bool{}
	for _, u := range uses {
		if u.key == "*" {
			t.Errorf("%s: the key is not written out", u.at)
		}
		keys := []string{u.key}
		if u.plural {
			keys = []string{u.key + ".one", u.key + ".other"}
		}
		for _, want := range keys {
			found := false
			for key, text := range texts {
				if ok, _ := path.Match(want, key); !ok {
					continue
				}
				found, used[key] = true, true
				for _, h := range hole.FindAllStringSubmatch(text, -1) {
					if !slices.Contains(u.fills, h[1]) {
						t.Errorf("%s: {%s} of %s is not filled", u.at, h[1], key)
					}
				}
				for _, name := range u.fills {
					if !strings.Contains(text, "{"+name+"}") && name != "n" {
						t.Errorf("%s: %s has no {%s}", u.at, key, name)
					}
				}
			}
			if !found {
				t.Errorf("%s: there is no text %s", u.at, want)
			}
		}
	}
	for key, text := range texts {
		if !used[key] {
			t.Errorf("nothing uses %s", key)
		}
		if text != strings.TrimSpace(text) || text == "" {
			t.Errorf("%s: %q begins or ends with white space, or is empty", key, text)
		}
	}
}

// TestTheFileOfTextsHoldsEachOnce, and nothing that is no text.
func TestTheFileOfTextsHoldsEachOnce(t *testing.T) {
	lines := 0
	for line := range strings.Lines(wordsFile) {
		if line = strings.TrimRight(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		lines++
		if !regexp.MustCompile(`^[a-z0-9.-]+\t[^\t]+$`).MatchString(line) {
			t.Errorf("%q is not a key, a tab and a text", line)
		}
	}
	if lines != len(texts) {
		t.Errorf("%d lines, %d texts: a key stands twice", lines, len(texts))
	}
}

// shown are the arguments that are shown or read aloud, by the function that takes them.
var shown = map[string][]int{"txt": {2}, "Text": {0}, "button": {1}, "nothing": {0, 1}, "fact": {0}, "dialog": {1}}

// names of keys, of the program and of a text's size, in any language
var names = []string{"Ctrl", "Enter", "?", "Gloss", "Aa"}

func TestNoWordsStandInTheSources(t *testing.T) {
	fset, files := sources(t)
	check := func(e ast.Expr) {
		words := strings.ReplaceAll(pattern(e), "*", "")
		if !slices.Contains(names, words) && strings.ContainsFunc(words, unicode.IsLetter) {
			t.Errorf("%s: %q belongs into words.txt", fset.Position(e.Pos()), words)
		}
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				for _, i := range shown[called(n)] {
					if i < len(n.Args) {
						check(n.Args[i])
					}
				}
				if called(n) == "Attr" && slices.Contains([]string{"aria-label", "title", "placeholder"}, pattern(n.Args[0])) {
					check(n.Args[1])
				}
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok && slices.Contains([]string{"Head", "Words", "Label", "Close"}, id.Name) {
					check(n.Value)
				}
			}
			return true
		})
	}
}

func TestATextIsFilledOnce(t *testing.T) {
	if got := plural("tip.mentions", 1, "name", "{n} {name}"); got != "{n} {name}, 1 mention" {
		t.Errorf("got %q", got)
	}
	if got := plural("foot.words", 2000); got != "2,000 words" {
		t.Errorf("got %q", got)
	}
}
