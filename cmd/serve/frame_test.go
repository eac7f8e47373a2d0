package main

import (
	"net/http"
	"strings"
	"syscall"
	"testing"
)

func TestParseEmbedders(t *testing.T) {
	for given, want := range map[string]string{
		"*":                                      "*",
		" * ":                                    "*",
		"":                                       "'self'",
		"  ":                                     "'self'",
		"https://a.example":                      "'self' https://a.example",
		" https://a.example  https://b.example ": "'self' https://a.example https://b.example",
		"http://localhost:8001 http://127.0.0.1:81": "'self' http://localhost:8001 http://127.0.0.1:81",
		"HTTPS://News.Example:443":                  "'self' HTTPS://News.Example:443",
		"https://xn--bcher-kva.example":             "'self' https://xn--bcher-kva.example",
	} {
		if got, err := parseEmbedders(given); err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", given, got, err, want)
		}
	}
	for given, want := range map[string]string{
		"'none'":                            `'\'' at byte 0`,
		"https://a.example 'self'":          `'\'' at byte 18`,
		`"https://a.example"`:               `'"' at byte 0`,
		"https://a.example; script-src *":   "';' at byte 17",
		"https://a.example,https://b":       "',' at byte 17",
		"https://a.example\r\nSet-Cookie:x": `'\r' at byte 17`,
		"https://a.example\thttps://b":      `'\t' at byte 17`,
		"https://a.example\x00":             `'\x00' at byte 17`,
		"https://a.example\x7f":             `'\x7f' at byte 17`,
		"https://a.example *":               "stands alone",
		"* *":                               "stands alone",
		"https://*.example":                 "not an origin",
		"https:":                            "not an origin",
		"https://":                          "not an origin",
		"a.example":                         "not an origin",
		"//a.example":                       "not an origin",
		"https://a.example/":                "not an origin",
		"https://a.example/page":            "not an origin",
		"https://a.example?":                "not an origin",
		"https://a.example#":                "not an origin",
		"https://me@a.example":              "not an origin",
		"https://a..example":                "not an origin",
		"https://.example":                  "not an origin",
		"https://a.example.":                "not an origin",
		"https://a.example:":                "not an origin",
		"https://a.example:0":               "not an origin",
		"https://a.example:65536":           "not an origin",
		"https://a.example:*":               "not an origin",
		"https://a.example:+1":              "not an origin",
		"https://[::1]:8000":                "not an origin",
		"https://bücher.example":            "not an origin",
		"https://a.example\u00a0https://b":  "not an origin",
		"https://\u212aelvin.example":       "not an origin", // folds to a k
		"https://a%2eexample":               "not an origin",
		"https://\xff":                      "not an origin",
		"data:text/html":                    "not an origin",
		"javascript:alert(1)":               "not an origin",
		"file:///etc/passwd":                "not an origin",
		"https":                             "not an origin",
	} {
		if got, err := parseEmbedders(given); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v, want an error with %q", given, got, err, want)
		}
	}
}

// FuzzParseEmbedders looks for a value that would bring another directive, or another header, into the answers.
func FuzzParseEmbedders(f *testing.F) {
	for _, seed := range []string{"*", "", "https://a.example http://localhost:8001", "https://a.example; script-src *", "'none'", "https://a\r\nX: y", "https://[::1]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, given string) {
		got, err := parseEmbedders(given)
		if err != nil || got == "*" {
			return
		}
		sources := strings.Split(got, " ")
		if sources[0] != "'self'" {
			t.Errorf("%q gives %q, which leaves out the site itself", given, got)
		}
		for _, source := range sources[1:] {
			_, host, ok := strings.Cut(source, "://")
			if !ok || host == "" || strings.ContainsFunc(host, func(r rune) bool {
				return !strings.ContainsRune("-.:", r) && !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
			}) {
				t.Errorf("%q gives the source %q", given, source)
			}
		}
	})
}

// TestOnlyEmbedIsFramedByOthers asks for every kind of path, for a site at the root and one under a prefix.
func TestOnlyEmbedIsFramedByOthers(t *testing.T) {
	const some = "'self' https://a.example https://b.example"
	for _, base := range []string{"/", "/gloss/"} {
		for _, embedders := range []string{"*", "'self'", some} {
			s, err := readSite(built(base), embedders)
			if err != nil {
				t.Fatal(err)
			}
			for target, want := range map[string]string{
				base + "embed/":           embedders,
				base + "embed":            embedders,
				base + "embed?x=1":        embedders,
				base + "embed/?x=1":       embedders,
				base + "demo":             "'self'; frame-src 'self'",
				base + "demo/":            "'self'; frame-src 'self'",
				base + "demo/?x=1":        "'self'; frame-src 'self'",
				base + "demo/index.html":  "'self'",
				base + "demo/nothing":     "'self'",
				base:                      "'self'",
				base + "embed.js":         "'self'",
				base + "?/embed/":         "'self'",
				base + wasmName:           "'self'",
				base + "embed/index.html": "'self'",
				base + "embed//":          "'self'",
				base + "embed/../":        "'self'",
				base + "embed/nothing":    "'self'",
				base + "embedded":         "'self'",
				base + "x/embed/":         "'self'",
				base + "EMBED/":           "'self'",
				"//embed/":                "'self'",
				"/nothing":                "'self'",
				"/healthz":                "'self'",
			} {
				for _, method := range []string{"GET", "HEAD", "POST"} {
					r := ask(s, method, target)
					if got := r.Header.Values("Content-Security-Policy"); len(got) != 1 || got[0] != basePolicy+want {
						t.Errorf("%s %s below %s: policy %q, want frame-ancestors %s", method, target, base, got, want)
					}
					for _, name := range []string{"X-Frame-Options", "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"} {
						if got, there := r.Header[name]; there {
							t.Errorf("%s %s: %s %q can keep the page out of a frame", method, target, name, got)
						}
					}
				}
			}
		}
	}
}

func TestFrameAncestorsFlag(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "*"},
		{[]string{"-frame-ancestors", ""}, "'self'"},
		{[]string{"-frame-ancestors", "https://a.example https://b.example"}, "'self' https://a.example https://b.example"},
	} {
		s := start(t, program(t, "built", append(c.args, "-addr", "localhost:0")...))
		for path, want := range map[string]string{"/embed/": c.want, "/": "'self'"} {
			r, err := http.Get("http://" + s.host + path)
			if err != nil {
				t.Fatal(err)
			}
			r.Body.Close()
			if got := r.Header.Get("Content-Security-Policy"); got != basePolicy+want {
				t.Errorf("%v: policy of %s: %q, want frame-ancestors %s", c.args, path, got, want)
			}
		}
		if code := s.stop(t, syscall.SIGTERM); code != 0 {
			t.Errorf("%v: exit code %d", c.args, code)
		}
	}
	code, said := exitOf(t, program(t, "built", "-addr", "localhost:0", "-frame-ancestors", "https://a.example; script-src *"))
	if code != 2 || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "serve: -frame-ancestors: ") || !strings.Contains(said, "';' at byte 17") {
		t.Errorf("a wrong origin: exit code %d, %q", code, said)
	}
}

// TestOnlyEmbedJSIsForOtherOrigins: a module script needs leave from its host, also when the browser asks whether its copy still holds.
func TestOnlyEmbedJSIsForOtherOrigins(t *testing.T) {
	for _, base := range []string{"/", "/gloss/"} {
		s := open(t, base)
		tag := ask(s, "GET", base+"embed.js").Header.Get("ETag")
		for _, method := range []string{"GET", "HEAD"} {
			for target, want := range map[string]int{"embed.js": 304, "embed.js?x=1": 304, "embed.0123456789ab.js": 304} {
				for status, given := range map[int]string{200: "", want: tag} {
					r := ask(s, method, base+target, "Origin", "https://news.example", "If-None-Match", given)
					if got := r.Header.Values("Access-Control-Allow-Origin"); r.StatusCode != status || len(got) != 1 || got[0] != "*" {
						t.Errorf("%s %s below %s: %d, Access-Control-Allow-Origin %q, want %d and *", method, target, base, r.StatusCode, got, status)
					}
					if got, there := r.Header["Access-Control-Allow-Credentials"]; there {
						t.Errorf("%s %s: Access-Control-Allow-Credentials %q", method, target, got)
					}
				}
			}
		}
		for _, target := range []string{"", "index.html", "embed", "embed/", "embed/index.html", "embed.js/", "embed/embed.js", "embed.0123456789abc.js", "demo/", "demo", wasmName, "app.split.0123456789ab.gz",
			"js/0123456789ab/main.js", "icons/icon.0123456789ab.png", "manifest.webmanifest", "nothing"} {
			r := ask(s, "GET", base+target, "Origin", "https://news.example")
			if got, there := r.Header["Access-Control-Allow-Origin"]; there {
				t.Errorf("GET %s below %s: Access-Control-Allow-Origin %q", target, base, got)
			}
		}
		if r := ask(s, "OPTIONS", base+"embed.js", "Origin", "https://news.example", "Access-Control-Request-Method", "PUT"); r.StatusCode != 405 || r.Header["Access-Control-Allow-Origin"] != nil {
			t.Errorf("OPTIONS embed.js: %d %v", r.StatusCode, r.Header)
		}
	}
}
