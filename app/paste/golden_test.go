package paste_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
	"gloss/app/paste"
	"gloss/app/text"
)

// Each file under testdata holds pastes and, under the same name with ".want", their parts. A paste whose name
// ends with ".crlf" is given with CRLF line ends.
func golden(t *testing.T, dir string, check func(t *testing.T, input string, got paste.Split)) int {
	return goldenIn(t, open(t), dir+"/*.txtar", check)
}

func goldenIn(t *testing.T, s *paste.Splitter, files string, check func(t *testing.T, input string, got paste.Split)) int {
	n := 0
	langtest.Archives(t, "testdata/"+files, func(t *testing.T, ar *txtar.Archive) {
		want := map[string]string{}
		var out []txtar.File
		for _, f := range ar.Files {
			if name, ok := strings.CutSuffix(f.Name, ".want"); ok {
				want[name] = string(f.Data)
			} else {
				out = append(out, f)
			}
		}
		var written []txtar.File
		for _, f := range out {
			n++
			t.Run(f.Name, func(t *testing.T) {
				input := string(f.Data)
				if strings.HasSuffix(f.Name, ".crlf") {
					input = strings.ReplaceAll(input, "\n", "\r\n")
				}
				got := s.Split(input, paste.Auto)
				check(t, input, got)
				parts := render(input, got)
				written = append(written, f, txtar.File{Name: f.Name + ".want", Data: []byte(parts)})
				if parts != want[f.Name] && !langtest.Update() {
					t.Errorf("parts:\n%s\nwant:\n%s", parts, want[f.Name])
				}
			})
		}
		ar.Files = written
	})
	return n
}

// render writes the parts one a line, with their byte offsets.
func render(input string, s paste.Split) string {
	var b strings.Builder
	part := func(name string, at text.Span) {
		if !at.Empty() {
			fmt.Fprintf(&b, "%s %d-%d %q\n", name, at.Start, at.End, at.Of(input))
		}
	}
	part("title", s.Title)
	part("byline", s.Byline)
	body := s.Body.Of(input)
	fmt.Fprintf(&b, "body %d-%d %.20q … %q\n", s.Body.Start, s.Body.End, body, body[max(0, len(body)-20):])
	for _, h := range s.Headlines {
		fmt.Fprintf(&b, "headline %d-%d %q", h.Span.Start, h.Span.End, h.Title)
		for _, f := range [][2]string{{"source", h.Source}, {"section", h.Section}, {"published", h.Published}} {
			if f[1] != "" {
				fmt.Fprintf(&b, " %s=%q", f[0], f[1])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestShapesOfPastes(t *testing.T) {
	n := golden(t, "shapes", func(t *testing.T, input string, got paste.Split) {
		if len(got.Headlines) == 0 {
			t.Error("the list was not found")
		}
	})
	if n < 36 {
		t.Errorf("%d pastes, want three of each of the twelve shapes", n)
	}
}

// TestPastesOfOtherLanguages: an article with and without a list, in each language's own words.
func TestPastesOfOtherLanguages(t *testing.T) {
	for _, code := range []string{"es", "fr", "hu", "no", "ru", "sv"} {
		n := goldenIn(t, openIn(t, langtest.Language(t, code)), "languages/"+code+".txtar", func(t *testing.T, input string, got paste.Split) {
			if got.Title.Empty() || got.Byline.Empty() {
				t.Errorf("title %q, byline %q", got.Title.Of(input), got.Byline.Of(input))
			}
		})
		if n < 8 {
			t.Errorf("%s: %d pastes, want at least 8", code, n)
		}
	}
}

func TestTextsLeftWhole(t *testing.T) {
	n := golden(t, "whole", func(t *testing.T, input string, got paste.Split) {
		if len(got.Headlines) > 0 {
			t.Errorf("cut %d headlines, the first %q", len(got.Headlines), got.Headlines[0].Title)
		}
		if end := len(strings.TrimSpace(input)); got.Body.End != end {
			t.Errorf("the body ends at %d, want %d", got.Body.End, end)
		}
	})
	if n < 30 {
		t.Errorf("%d texts, want 30 or more", n)
	}
}
