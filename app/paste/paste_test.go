package paste_test

import (
	"io/fs"
	"testing"

	"gloss/app/lang"
	"gloss/app/paste"
	"gloss/web"
)

func open(t testing.TB) *paste.Splitter {
	t.Helper()
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		t.Fatal(err)
	}
	l, err := lang.Open(models, "en")
	if err != nil {
		t.Fatal(err)
	}
	s, err := paste.Open(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
