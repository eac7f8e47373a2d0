// Package langtest gives the tests of the engine the shipped tables and runs their golden files. Only tests import it.
package langtest

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang"
	"gloss/web"
)

var update = flag.Bool("update", false, "write what is got into the golden files")

// Models is the folder of the shipped tables, one folder a language below it.
func Models(t testing.TB) fs.FS {
	t.Helper()
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		t.Fatal(err)
	}
	return models
}

// English is the language of the shipped English tables.
func English(t testing.TB) *lang.Language {
	t.Helper()
	return Language(t, "en")
}

// Language is the language of the shipped tables with the code.
func Language(t testing.TB, code string) *lang.Language {
	t.Helper()
	l, err := lang.Open(Models(t), code)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Update says whether the tests run with -update: then what is got becomes what is wanted.
func Update() bool { return *update }

// Archives runs check on each archive that the pattern matches, in a subtest of the file's name. With -update it writes the archive back with what
// check made of it. It gives the number of files; a pattern that matches none fails the test.
func Archives(t *testing.T, pattern string, check func(t *testing.T, a *txtar.Archive)) int {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s matches %d files: %v", pattern, len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			check(t, a)
			if !Update() {
				return
			}
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
	return len(files)
}
