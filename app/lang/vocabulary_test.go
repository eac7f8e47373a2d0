//go:build !js

package lang

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestVocabularies checks the stems against the vocabularies that Snowball publishes, as the module's own tests ship them
// (github.com/kljensen/snowball, *_vocab; Hungarian has none but a text of its own). The module leaves out twelve Russian words, eleven of two letters.
func TestVocabularies(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/kljensen/snowball").Output()
	if err != nil {
		t.Fatalf("where the stemmers' module is: %v", err)
	}
	dir := strings.TrimSpace(string(out))
	pair := regexp.MustCompile(`(?m)^\s*\{"([^"]+)",\s*"([^"]*)"\}`)
	for code, c := range map[string]struct {
		name  string
		least int
	}{
		"en": {"english", 29000}, "es": {"spanish", 28000}, "fr": {"french", 20000}, "no": {"norwegian", 20000}, "ru": {"russian", 49000}, "sv": {"swedish", 30000},
	} {
		n := 0
		for _, m := range pair.FindAllStringSubmatch(moduleFile(t, dir, c.name+"_vocab", "vocab_test.go"), -1) {
			n++
			if got := stemmers[code](m[1]); got != m[2] {
				t.Errorf("%s: the stem of %q is %q, want %q", code, m[1], got, m[2])
			}
		}
		if n < c.least {
			t.Errorf("%s: %d words, want at least %d", code, n, c.least)
		}
	}
	hungarianText(t, moduleFile(t, dir, "hungarian", "stem_test.go"))
}

// hungarianText checks the words of the text in the module's test, where stop words keep their endings.
func hungarianText(t *testing.T, source string) {
	_, rest, _ := strings.Cut(source, "`")
	text, rest, _ := strings.Cut(rest, "`: []string{")
	list, _, _ := strings.Cut(rest, "}")
	words := regexp.MustCompile(`[\pL\pN]+`).FindAllString(text, -1)
	stems := regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(list, -1)
	if len(words) < 30 || len(words) != len(stems) {
		t.Fatalf("hu: %d words and %d stems", len(words), len(stems))
	}
	for i, w := range words {
		if got := stemmers["hu"](Fold(w)); Fold(w) != stems[i][1] && got != stems[i][1] {
			t.Errorf("hu: the stem of %q is %q, want %q", w, got, stems[i][1])
		}
	}
}

func moduleFile(t *testing.T, path ...string) string {
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
