package report

import (
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gloss/app/lang/langtest"
)

const (
	frenchText  = "Le gouvernement a annoncé mardi que les écoles de la région resteront fermées pendant une semaine, à cause de la neige qui tombe depuis dimanche sur les routes."
	russianText = "Правительство сообщило во вторник, что школы в этом районе будут закрыты неделю из-за снега, который идёт с воскресенья и лежит на всех дорогах."
)

// common is the shipped tables without any language's folder; folder is one of those.
func common(t *testing.T) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(langtest.Models(t), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		addFile(t, out, name)
	}
	return out
}

func folder(t *testing.T, code string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(langtest.Models(t), code+"/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		addFile(t, out, name)
	}
	return out
}

func addFile(t *testing.T, to fstest.MapFS, name string) {
	t.Helper()
	b, err := fs.ReadFile(langtest.Models(t), name)
	if err != nil {
		t.Fatal(err)
	}
	to[name] = &fstest.MapFile{Data: b}
}

func openCommon(t *testing.T) *Builder {
	t.Helper()
	b, err := Open(common(t))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestATextAsksForItsTablesAllAtOnce, and with them it is read as by a Builder that has had them from the first; what was not met is not asked for.
func TestATextAsksForItsTablesAllAtOnce(t *testing.T) {
	b := openCommon(t)
	b.Await("en", "fr", "ru", "sv")
	in := Input{Text: frenchText + "\n\n" + russianText + "\n\n" + frenchText}
	_, err := b.Build(in, nil)
	var need *ErrTables
	if !errors.As(err, &need) || !slices.Equal(need.Languages, []string{"fr", "ru"}) {
		t.Fatalf("asks for %v, want fr and ru", err)
	}
	for _, code := range need.Languages {
		if err := b.AddTables(code, folder(t, code)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := b.Build(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Open(langtest.Models(t))
	if err != nil {
		t.Fatal(err)
	}
	want, err := whole.Build(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := inJSON(t, got), inJSON(t, want); a != b {
		t.Errorf("read otherwise than with all tables:\n%s\n%s", a, b)
	}
}

func inJSON(t *testing.T, r *Report) string {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestWithoutItsTablesATextIsReadPlainly, and the report says of which language they are; a reader who wants it so is told nothing.
func TestWithoutItsTablesATextIsReadPlainly(t *testing.T) {
	b := openCommon(t)
	b.Await("en")
	for _, c := range []struct{ language, kind, says string }{{"", NoticeTables, "French"}, {"fr-CA", NoticeTables, "French"}, {"de", NoticeLanguage, "de"}, {"und", "", ""}} {
		r, err := b.Build(Input{Text: frenchText, Language: c.language}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if r.Language != "und" || r.Stats.Words == 0 {
			t.Errorf("%s: language %s, %d words", c.language, r.Language, r.Stats.Words)
		}
		if c.kind == "" {
			if len(r.Notices) > 0 {
				t.Errorf("%s: %+v", c.language, r.Notices)
			}
		} else if len(r.Notices) != 1 || r.Notices[0].Kind != c.kind || !strings.Contains(r.Notices[0].Text, c.says) {
			t.Errorf("%s: %+v, want one of %s that names %s", c.language, r.Notices, c.kind, c.says)
		}
	}
}

// TestDamagedTablesLeaveAllAsItWas: the error names the language, and it is still asked for.
func TestDamagedTablesLeaveAllAsItWas(t *testing.T) {
	b := openCommon(t)
	b.Await("fr")
	for name, tables := range map[string]fs.FS{
		"none":     fstest.MapFS{},
		"no UTF-8": fstest.MapFS{"fr/stop.txt": {Data: []byte("le\nl\xe0\n")}},
	} {
		if err := b.AddTables("fr", tables); err == nil || !strings.Contains(err.Error(), "fr") {
			t.Errorf("%s: %v", name, err)
		}
		var need *ErrTables
		if _, err := b.Build(Input{Text: frenchText}, nil); !errors.As(err, &need) {
			t.Errorf("%s: %v, want it to be asked for", name, err)
		}
	}
}

// TestHeadlinesAreReadBeforeAnyLanguageIsMet: what their columns are called is known without a language's tables.
func TestHeadlinesAreReadBeforeAnyLanguageIsMet(t *testing.T) {
	list, problems, err := openCommon(t).ReadHeadlines([]byte("title,url\nRhine rises,https://news.example/1\n"), "")
	if err != nil || len(problems) > 0 || len(list) != 1 || list[0].URL != "https://news.example/1" {
		t.Errorf("%+v, %v, %v", list, problems, err)
	}
}
