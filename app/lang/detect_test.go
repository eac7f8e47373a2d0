package lang

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"gloss/web"
)

func models(t testing.TB) fs.FS {
	t.Helper()
	m, err := fs.Sub(web.Models, "models")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func detector(t testing.TB) *Detector {
	t.Helper()
	d, err := OpenDetector(models(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDetect(t *testing.T) {
	b, err := fs.ReadFile(testdata, "testdata/detect.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := detector(t)
	n := 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		want, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("no tab in %q", line)
		}
		n++
		code, name := d.Detect(text)
		if name != want || (code == "en") != (want == "English") {
			t.Errorf("Detect(%q) = %q, %q, want %q", text, code, name, want)
		}
	}
	if n < 60 {
		t.Errorf("%d texts, want at least 60", n)
	}
}

func TestDetectOddInput(t *testing.T) {
	d := detector(t)
	for _, c := range []struct{ text, code, name string }{
		{"", "en", "English"},
		{"12 + 30 = 42 !!", "en", "English"},
		{"\xff\xfe\x00", "en", "English"},
		{"😀😀😀", "en", "English"},
		{"ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ", "und", ""},
		{strings.Repeat("Ṡéłkþ mőrŧ ğlúń ", 20), "und", ""},
		{strings.Repeat("The end of it. ", 1<<17), "en", "English"},
		{"Он сказал: Hello, world, OK, и ушёл от них навсегда", "ru", "Russian"},
		{"The Greek word λόγος means reason or word in the old texts", "en", "English"},
	} {
		if code, name := d.Detect(c.text); code != c.code || name != c.name {
			t.Errorf("Detect(%.40q) = %q, %q, want %q, %q", c.text, code, name, c.code, c.name)
		}
	}
}

func TestOpenDetectorErrors(t *testing.T) {
	for name, file := range map[string]string{
		"unknown row": "nonsense\ta\tb\n",
		"bad range":   "script\tLatin\t41-ZZ\ten\n",
		"bad start":   "script\tLatin\tQ-5A\ten\n",
		"columns":     "language\ten\n",
	} {
		_, err := OpenDetector(fstest.MapFS{"detect.txt": {Data: []byte("# comment\n" + file)}})
		if err == nil || !strings.Contains(err.Error(), "detect.txt:2") {
			t.Errorf("%s: error %v, want one that names line 2", name, err)
		}
	}
	if _, err := OpenDetector(fstest.MapFS{}); err == nil {
		t.Error("no error without detect.txt")
	}
}

// FuzzDetect reads any bytes as a text and as a paragraph of one: what is told is a language that Gloss reads, or "und".
func FuzzDetect(f *testing.F) {
	d := detector(f)
	f.Add("The end.", "English")
	f.Add("\xe3\x81", "")
	f.Add("Le maire a dit que les écoles restent fermées.", "Russian")
	check := func(t *testing.T, s, code, name string) {
		if code != "und" && (!d.read[code] || d.Name(code) != name) || !utf8.ValidString(name) {
			t.Errorf("%q is %q, %q", s, code, name)
		}
	}
	f.Fuzz(func(t *testing.T, s, own string) {
		code, name := d.Detect(s)
		check(t, s, code, name)
		code, name, other := d.Paragraph(s, own)
		if other {
			check(t, s, code, name)
		}
		if other == (code == "") || name == own && other {
			t.Errorf("Paragraph(%q, %q) = %q, %q, %v", s, own, code, name, other)
		}
	})
}

func TestBase(t *testing.T) {
	for code, want := range map[string]string{"en": "en", "en-GB": "en", "pt-BR": "pt", "nb": "no", "nn": "no", "no-NO": "no", "nb-NO": "no", "NN_no": "no", "zh-Hant-TW": "zh", "": "", "xx": "xx", "nbx": "nbx"} {
		if got := Base(code); got != want {
			t.Errorf("Base(%q) = %q, want %q", code, got, want)
		}
	}
	d := detector(t)
	for code, want := range map[string]string{"nb-NO": "Norwegian", "pt-BR": "Portuguese", "xx": "", "": ""} {
		if got := d.Name(code); got != want {
			t.Errorf("Name(%q) = %q, want %q", code, got, want)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	d := detector(b)
	text := strings.Repeat("The minister said on Tuesday that the talks would go on. ", 1000)
	b.SetBytes(3 * samplePiece)
	for b.Loop() {
		d.Detect(text)
	}
}

func BenchmarkParagraph(b *testing.B) {
	d := detector(b)
	for _, c := range []struct{ name, text, own string }{
		{"own", "The minister said on Tuesday that the talks would go on. Nobody else was there. She had asked for a week to think about it.", "English"},
		{"other", "Le ministre a dit mardi que les discussions continueraient. Personne d'autre n'était là. Elle avait demandé une semaine de plus.", "English"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				d.Paragraph(c.text, c.own)
			}
		})
	}
}
