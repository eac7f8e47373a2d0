package report

import (
	"io/fs"
	"testing"

	"gloss/web"
)

func open(t testing.TB) *Builder {
	t.Helper()
	models, err := fs.Sub(web.Models, "models")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(models)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func build(t testing.TB, b *Builder, in Input) *Report {
	t.Helper()
	r, err := b.Build(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestX(t *testing.T) {
	r := build(t, open(t), Input{Text: "Hello world.\n\nIran said no to the United Nations."})
	j, _ := r.JSON()
	t.Log(string(j))
	t.Log(r.Text())
}
