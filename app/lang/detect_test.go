package lang

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

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
		{"Он сказал: Hello, world, OK, и ушёл от них навсегда", "und", "Russian"},
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

func FuzzDetect(f *testing.F) {
	f.Add("The end.")
	f.Add("\xe3\x81")
	d := detector(f)
	f.Fuzz(func(t *testing.T, s string) {
		code, name := d.Detect(s)
		if code != "en" && code != "und" || code == "en" && name != "English" {
			t.Errorf("Detect(%q) = %q, %q", s, code, name)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	d := detector(b)
	text := strings.Repeat("The minister said on Tuesday that the talks would go on. ", 1000)
	b.SetBytes(detectBytes)
	for b.Loop() {
		d.Detect(text)
	}
}
