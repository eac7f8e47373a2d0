package headline

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"gloss/app/lang/langtest"
)

// show is what was read, one headline or problem a line.
func show(list []Headline, problems []Problem, err error) string {
	var b strings.Builder
	for _, h := range list {
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s\n", h.Title, h.URL, h.Source, h.Section, h.Published)
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "! %s\n", p)
	}
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
	}
	return b.String()
}

// TestRead runs the lists under testdata/read: in each archive a file "in" and a file "out".
func TestRead(t *testing.T) {
	lk := open(t)
	langtest.Archives(t, "testdata/read/*.txtar", func(t *testing.T, a *txtar.Archive) {
		if len(a.Files) == 0 || a.Files[0].Name != "in" {
			t.Fatal("want the files in and out")
		}
		got := show(lk.Read(a.Files[0].Data))
		if langtest.Update() {
			a.Files = append(a.Files[:1], txtar.File{Name: "out", Data: []byte(got)})
		}
		if len(a.Files) != 2 || string(a.Files[1].Data) != got {
			t.Errorf("got\n%s", got)
		}
	})
}

func TestReadEncodings(t *testing.T) {
	lk := open(t)
	const input = "title,source\nGlaciers retreat in Peru – survey,Sur\nÇa ira,Jour 😀\n"
	want := show(lk.Read([]byte(input)))
	utf16With := func(order binary.AppendByteOrder) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune("\ufeff" + input)) {
			b = order.AppendUint16(b, u)
		}
		return b
	}
	for name, data := range map[string][]byte{
		"byte order mark": []byte("\ufeff" + input),
		"little endian":   utf16With(binary.LittleEndian),
		"big endian":      utf16With(binary.BigEndian),
		"CRLF":            []byte(strings.ReplaceAll(input, "\n", "\r\n")),
		"CR":              []byte(strings.ReplaceAll(input, "\n", "\r")),
	} {
		if got := show(lk.Read(data)); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	lk := open(t)
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "the list is empty"},
		{"blank", "\ufeff \r\n\t", "the list is empty"},
		{"not UTF-8", "Fine\nna\xefve\n", "not UTF-8 at byte offset 7"},
		{"not UTF-8 after a mark", "\ufeffna\xefve\n", "not UTF-8 at byte offset 5"},
		{"binary", "PK\x03\x04\x00\x00", "a NUL byte at offset 4"},
		{"half a unit", "\xff\xfea\x00b", "half a unit at byte offset 4"},
		{"RSS", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>", "an RSS feed cannot be read"},
		{"Atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", "an Atom feed cannot be read"},
		{"HTML", "<!DOCTYPE html><title>x</title>", "an HTML page cannot be read"},
		{"XML", "<?xml version=\"1.0\"?><a/>", "XML cannot be read"},
	} {
		list, _, err := lk.Read([]byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) || list != nil {
			t.Errorf("%s: got %v, %v; want %q", c.name, list, err, c.want)
		}
	}
	if _, _, err := lk.Read(make([]byte, MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "the limit is 20971520") {
		t.Errorf("too large: %v", err)
	}
}

// TestReadLong reads a list of 1 MB on one line, and one whose lines all leave a quotation mark open.
func TestReadLong(t *testing.T) {
	lk := open(t)
	list, problems, err := lk.Read(bytes.Repeat([]byte("word "), 200000))
	if err != nil || len(list) != 0 || len(problems) != 1 {
		t.Errorf("one line: %d headlines, %v, %v", len(list), problems, err)
	}
	list, problems, err = lk.Read([]byte("title,url\n" + strings.Repeat("\"open,\n", 2000)))
	if err != nil || len(list) != 0 || len(problems) != 2000 {
		t.Errorf("open marks: %d headlines, %d problems, %v", len(list), len(problems), err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"- One\n- Two\n", "title,url\n\"a \"\"b\"\"\",http://x.example/\n", "[\"a\", {\"title\": \"b\"}]", "{\"title\":\"a\"}\n{\n",
		"title\turl\na\tb\n", "{\"items\": [\"a\", 3]}", "<rss>", "\xff\xfea\x00", "&#x41;&amp;amp;<b>x</b>",
	} {
		f.Add([]byte(s))
	}
	lk := open(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		list, problems, err := lk.Read(data)
		if err != nil && (list != nil || problems != nil) {
			t.Error("an error and a list")
		}
		seen := map[string]bool{}
		for _, h := range list {
			if h.Title == "" || len(h.Title) > maxTitle || !utf8.ValidString(h.Title) || strings.ContainsAny(h.Title, "\r\n\t") || seen[h.Title] {
				t.Errorf("title %q", h.Title)
			}
			seen[h.Title] = true
			if h.URL != "" && !strings.HasPrefix(strings.ToLower(h.URL), "http") {
				t.Errorf("address %q", h.URL)
			}
		}
		for _, p := range problems {
			if p.Line < 1 || p.Line > 1+bytes.Count(data, []byte{'\n'})+bytes.Count(data, []byte{'\r'}) {
				t.Errorf("line %d of the problem %q", p.Line, p.Text)
			}
		}
	})
}
