package main

import (
	"bytes"
	"io"
	"log"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

const wasmName = "app.0123456789ab.wasm"

// built is a small site as cmd/bundle writes it.
func built(base string) fstest.MapFS {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"site.json": text(`{"version":"0123456789ab","base":"` + base + `","files":[{"path":"404.html"},{"path":"` + wasmName + `"},{"path":"demo/index.html"},{"path":"embed.js"},` +
			`{"path":"embed.0123456789ab.js"},{"path":"embed/index.html"},{"path":"icons/icon.0123456789ab.png"},{"path":"index.html"},{"path":"js/0123456789ab/main.js"},{"path":"manifest.webmanifest"},` +
			`{"path":"models/en.0123456789ab.txt"},{"path":"app.split.0123456789ab.gz"}]}`),
		"404.html":                      text("<h1>There is no such page</h1>"),
		wasmName:                        text("0123456789"),
		wasmName + ".br":                text("wasm by br"),
		wasmName + ".gz":                text("wasm by gzip"),
		"demo/index.html":               text("<h1>A news page</h1>"),
		"embed.js":                      text("define()"),
		"embed.js.br":                   text("define by br"),
		"embed.0123456789ab.js":         text("define()"),
		"embed/index.html":              text("<h1>Embedded</h1>"),
		"icons/icon.0123456789ab.png":   text("\x89PNG"),
		"index.html":                    text("<h1>Gloss</h1>"),
		"index.html.br":                 text("page by br"),
		"js/0123456789ab/main.js":       text("start()"),
		"manifest.webmanifest":          text("{}"),
		"models/en.0123456789ab.txt":    text("words words words"),
		"models/en.0123456789ab.txt.gz": text("words by gzip"),
		"app.split.0123456789ab.gz":     text("sorted"),
		"stray.txt":                     text("not in the list"),
	}
}

func open(t *testing.T, base string) *site {
	t.Helper()
	s, err := readSite(built(base), "*")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask gives the answer to a request whose headers are name, value, name, value…
func ask(s http.Handler, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAnswers(t *testing.T) {
	s := open(t, "/")
	const immutableFor = "public, max-age=31536000, immutable"
	for _, c := range []struct {
		path, accept                  string
		status                        int
		body, contentType, cache, enc string
		vary                          string
	}{
		{"/", "", 200, "<h1>Gloss</h1>", "text/html; charset=utf-8", "no-cache", "", "Accept-Encoding"},
		{"/?text=secret", "br", 200, "page by br", "text/html; charset=utf-8", "no-cache", "br", "Accept-Encoding"},
		{"/", "gzip", 200, "<h1>Gloss</h1>", "text/html; charset=utf-8", "no-cache", "", "Accept-Encoding"},
		{"/" + wasmName, "gzip, br", 200, "wasm by br", "application/wasm", immutableFor, "br", "Accept-Encoding"},
		{"/" + wasmName, "gzip", 200, "wasm by gzip", "application/wasm", immutableFor, "gzip", "Accept-Encoding"},
		{"/" + wasmName, "", 200, "0123456789", "application/wasm", immutableFor, "", "Accept-Encoding"},
		{"/" + wasmName, "*;q=0", 406, "", "text/plain; charset=utf-8", "no-store", "", "Accept-Encoding"},
		{"/" + wasmName + ".gz", "gzip, br", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/app.split.0123456789ab.gz", "gzip, br", 200, "sorted", "application/gzip", immutableFor, "", ""},
		{"/models/en.0123456789ab.txt", "gzip, br", 200, "words by gzip", "text/plain; charset=utf-8", immutableFor, "gzip", "Accept-Encoding"},
		{"/models/en.0123456789ab.txt.gz", "gzip, br", 200, "words by gzip", "application/gzip", immutableFor, "", ""},
		{"/" + wasmName + ".br", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/js/0123456789ab/main.js", "br", 200, "start()", "text/javascript; charset=utf-8", immutableFor, "", ""},
		{"/icons/icon.0123456789ab.png", "br", 200, "\x89PNG", "image/png", immutableFor, "", ""},
		{"/manifest.webmanifest", "br", 200, "{}", "application/manifest+json", "no-cache", "", ""},
		{"/embed/", "", 200, "<h1>Embedded</h1>", "text/html; charset=utf-8", "no-cache", "", ""},
		{"/embed/?x=1", "br", 200, "<h1>Embedded</h1>", "text/html; charset=utf-8", "no-cache", "", ""},
		{"/demo/", "", 200, "<h1>A news page</h1>", "text/html; charset=utf-8", "no-cache", "", ""},
		{"/embed.js", "", 200, "define()", "text/javascript; charset=utf-8", "no-cache", "", "Accept-Encoding"},
		{"/embed.0123456789ab.js", "br", 200, "define()", "text/javascript; charset=utf-8", immutableFor, "", ""},
		{"/healthz", "", 200, "ok\n", "text/plain; charset=utf-8", "no-store", "", ""},
		{"/nothing", "", 404, "<h1>There is no such page</h1>", "text/html; charset=utf-8", "no-store", "", ""},
		{"/404.html", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/site.json", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/stray.txt", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/js/", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/js/0123456789ab", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"//", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/../site.go", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/%2e%2e/%2e%2e/etc/passwd", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/js/..%2findex.html", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/..%5cweb.go", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/index.html%00.png", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
		{"/INDEX.HTML", "", 404, "", "text/html; charset=utf-8", "no-store", "", ""},
	} {
		r := ask(s, "GET", c.path, "Accept-Encoding", c.accept)
		got := body(t, r)
		if r.StatusCode != c.status || c.body != "" && got != c.body {
			t.Errorf("GET %s (%s): %d %q, want %d %q", c.path, c.accept, r.StatusCode, got, c.status, c.body)
		}
		for name, want := range map[string]string{"Content-Type": c.contentType, "Cache-Control": c.cache, "Content-Encoding": c.enc, "Vary": c.vary} {
			if have := r.Header.Get(name); have != want {
				t.Errorf("GET %s (%s): %s: %q, want %q", c.path, c.accept, name, have, want)
			}
		}
	}
}

func TestSecurityHeadersStandOnEveryAnswer(t *testing.T) {
	s := open(t, "/")
	for _, target := range []string{"/", "/healthz", "/nothing", "/index.html", "/" + wasmName} {
		for _, method := range []string{"GET", "POST"} {
			r := ask(s, method, target)
			for name, want := range map[string]string{
				"Content-Security-Policy": "default-src 'none'", "Cross-Origin-Opener-Policy": "same-origin", "Permissions-Policy": "geolocation=()",
				"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
			} {
				if got := r.Header.Get(name); !strings.Contains(got, want) {
					t.Errorf("%s %s: %s: %q, want %q", method, target, name, got, want)
				}
			}
		}
	}
	for _, directive := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(basePolicy, directive+"; ") {
			t.Errorf("the policy has not %s: %s", directive, basePolicy)
		}
	}
	for directive := range strings.SplitSeq(basePolicy, "; ") {
		for _, source := range strings.Fields(directive)[1:] {
			if source != "'self'" && source != "'none'" && source != "'wasm-unsafe-eval'" {
				t.Errorf("the policy lets too much through: %s", directive)
			}
		}
	}
}

func TestMethods(t *testing.T) {
	s := open(t, "/")
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "BREW"} {
		for _, target := range []string{"/", "/nothing", "/healthz"} {
			r := ask(s, method, target)
			if r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, Allow %q", method, target, r.StatusCode, r.Header.Get("Allow"))
			}
		}
	}
}

func TestHeadGivesTheHeadersOfGet(t *testing.T) {
	srv := httptest.NewServer(open(t, "/"))
	defer srv.Close()
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	for _, target := range []string{"/", "/" + wasmName, "/nothing", "/healthz"} {
		answers := map[string]*http.Response{}
		for _, method := range []string{"GET", "HEAD"} {
			q, err := http.NewRequest(method, srv.URL+target, nil)
			if err != nil {
				t.Fatal(err)
			}
			q.Header.Set("Accept-Encoding", "br")
			r, err := client.Do(q)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Body.Close()
			if b := body(t, r); (b == "") != (method == "HEAD") || method == "GET" && int64(len(b)) != r.ContentLength {
				t.Errorf("%s %s: body %q, Content-Length %d", method, target, b, r.ContentLength)
			}
			r.Header.Del("Date")
			answers[method] = r
		}
		get, head := answers["GET"], answers["HEAD"]
		if get.StatusCode != head.StatusCode || get.ContentLength != head.ContentLength || len(get.Header) != len(head.Header) {
			t.Errorf("%s: GET %d %v, HEAD %d %v", target, get.StatusCode, get.Header, head.StatusCode, head.Header)
		}
	}
}

func TestRedirects(t *testing.T) {
	for _, c := range []struct{ base, from, to string }{
		{"/", "/index.html", "/"},
		{"/", "/index.html?wasm=false", "/?wasm=false"},
		{"/", "/embed", "/embed/"},
		{"/", "/embed?x=1&y", "/embed/?x=1&y"},
		{"/", "/embed/index.html", "/embed/"},
		{"/", "/demo", "/demo/"},
		{"/", "/demo?x=1", "/demo/?x=1"},
		{"/", "/demo/index.html?x=1", "/demo/?x=1"},
		{"/gloss/", "/", "/gloss/"},
		{"/gloss/", "/gloss", "/gloss/"},
		{"/gloss/", "/gloss/index.html", "/gloss/"},
		{"/gloss/", "/gloss/embed", "/gloss/embed/"},
		{"/gloss/", "/gloss/embed?x=1", "/gloss/embed/?x=1"},
		{"/gloss/", "/gloss/demo", "/gloss/demo/"},
	} {
		r := ask(open(t, c.base), "GET", c.from)
		if r.StatusCode != 301 || r.Header.Get("Location") != c.to {
			t.Errorf("GET %s below %s: %d to %q, want 301 to %q", c.from, c.base, r.StatusCode, r.Header.Get("Location"), c.to)
		}
	}
}

// TestTheProgramIsAskedForWithThePage: this host compresses, so that the program may be on its way before the page's script asks for it.
func TestTheProgramIsAskedForWithThePage(t *testing.T) {
	for _, base := range []string{"/", "/gloss/"} {
		want := "<" + base + wasmName + `>; rel=preload; as=fetch; type="application/wasm"; crossorigin`
		for target, link := range map[string]string{"": want, "?x=1": want, "embed/": want, "demo/": "", "embed": "", "embed.js": "", wasmName: "", "nothing": ""} {
			if got := ask(open(t, base), "GET", base+target).Header.Get("Link"); got != link {
				t.Errorf("GET %s%s: Link %q, want %q", base, target, got, link)
			}
		}
	}
}

func TestPrefix(t *testing.T) {
	s := open(t, "/gloss/")
	for target, want := range map[string]int{"/gloss/": 200, "/gloss/" + wasmName: 200, "/healthz": 200, "/" + wasmName: 404, "/gloss/gloss/": 404} {
		if r := ask(s, "GET", target); r.StatusCode != want {
			t.Errorf("GET %s: %d, want %d", target, r.StatusCode, want)
		}
	}
}

func TestNotModified(t *testing.T) {
	s := open(t, "/")
	tag := func(accept string) string { return ask(s, "GET", "/", "Accept-Encoding", accept).Header.Get("ETag") }
	plainTag, brTag := tag(""), tag("br")
	if plainTag == brTag || !strings.HasPrefix(plainTag, `"`) {
		t.Fatalf("ETags %s and %s: want two strong ones", plainTag, brTag)
	}
	for _, c := range []struct {
		match, accept string
		want          int
	}{
		{plainTag, "", 304},
		{"W/" + plainTag, "", 304},
		{`"x", ` + plainTag + `, "y"`, "", 304},
		{"*", "", 304},
		{brTag, "br", 304},
		{brTag, "", 200},
		{plainTag, "br", 200},
		{`"0123456789ab"`, "", 200},
		{strings.Trim(plainTag, `"`), "", 200},
		{"", "", 200},
	} {
		r := ask(s, "GET", "/", "If-None-Match", c.match, "Accept-Encoding", c.accept)
		if r.StatusCode != c.want {
			t.Errorf("If-None-Match: %s (%s): %d, want %d", c.match, c.accept, r.StatusCode, c.want)
		}
		if b := body(t, r); r.StatusCode == 304 && (b != "" || r.Header.Get("ETag") == "" || r.Header.Get("Vary") == "" || r.Header.Get("Cache-Control") == "") {
			t.Errorf("304 for %s: body %q, headers %v", c.match, b, r.Header)
		}
	}
	if r := ask(s, "GET", "/nothing", "If-None-Match", "*"); r.StatusCode != 404 {
		t.Errorf("If-None-Match: * on a path that is not there: %d", r.StatusCode)
	}
}

func TestRanges(t *testing.T) {
	s := open(t, "/")
	etag := ask(s, "GET", "/"+wasmName).Header.Get("ETag")
	for _, c := range []struct {
		headers            []string
		status             int
		body, contentRange string
	}{
		{[]string{"Range", "bytes=2-4"}, 206, "234", "bytes 2-4/10"},
		{[]string{"Range", "bytes=7-"}, 206, "789", "bytes 7-9/10"},
		{[]string{"Range", "bytes=7-99"}, 206, "789", "bytes 7-9/10"},
		{[]string{"Range", "bytes=-3"}, 206, "789", "bytes 7-9/10"},
		{[]string{"Range", "bytes=-99"}, 206, "0123456789", "bytes 0-9/10"},
		{[]string{"Range", "bytes=0-0", "Accept-Encoding", "br, gzip"}, 206, "0", "bytes 0-0/10"},
		{[]string{"Range", "bytes=0-0", "Accept-Encoding", "br, identity;q=0"}, 200, "wasm by br", ""},
		{[]string{"Range", "bytes=0-0", "If-Range", etag}, 206, "0", "bytes 0-0/10"},
		{[]string{"Range", "bytes=0-0", "If-Range", `"other"`}, 200, "0123456789", ""},
		{[]string{"Range", "bytes=10-"}, 416, "", "bytes */10"},
		{[]string{"Range", "bytes=5-3"}, 416, "", ""},
		{[]string{"Range", "bytes=a-b"}, 416, "", ""},
		{[]string{"Range", "lines=1-2"}, 200, "0123456789", ""},
		{[]string{"Range", "bytes=0-9,0-9"}, 200, "0123456789", ""}, // more than there is: the whole
	} {
		r := ask(s, "GET", "/"+wasmName, c.headers...)
		got := body(t, r)
		if r.StatusCode != c.status || c.body != "" && got != c.body || r.Header.Get("Content-Range") != c.contentRange {
			t.Errorf("%v: %d %q %q, want %d %q %q", c.headers, r.StatusCode, got, r.Header.Get("Content-Range"), c.status, c.body, c.contentRange)
		}
	}
	if r := ask(s, "HEAD", "/"+wasmName, "Range", "bytes=0-0"); r.StatusCode != 200 || r.Header.Get("Content-Length") != "10" {
		t.Errorf("HEAD with a range: %d, Content-Length %s", r.StatusCode, r.Header.Get("Content-Length"))
	}
}

func TestSeveralRanges(t *testing.T) {
	r := ask(open(t, "/"), "GET", "/"+wasmName, "Range", "bytes=0-1,-2")
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || r.StatusCode != 206 || kind != "multipart/byteranges" {
		t.Fatalf("%d %q: %v", r.StatusCode, r.Header.Get("Content-Type"), err)
	}
	parts := multipart.NewReader(r.Body, params["boundary"])
	for _, want := range []struct{ contentRange, body string }{{"bytes 0-1/10", "01"}, {"bytes 8-9/10", "89"}} {
		p, err := parts.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(p)
		if err != nil || string(b) != want.body || p.Header.Get("Content-Range") != want.contentRange || p.Header.Get("Content-Type") != "application/wasm" {
			t.Errorf("part %q %v (%v), want %q %s", b, p.Header, err, want.body, want.contentRange)
		}
	}
	if _, err := parts.NextPart(); err != io.EOF {
		t.Errorf("after two parts: %v", err)
	}
}

func TestLogHasNoQuery(t *testing.T) {
	var lines bytes.Buffer
	h := logged(open(t, "/"), log.New(&lines, "", 0))
	ask(h, "GET", "/?text=secret#part")
	ask(h, "GET", "/a%0Ab?text=secret")
	ask(h, "GET", "/"+strings.Repeat("x", 5000))
	ask(h, "HEAD", "/index.html?text=secret")
	got := strings.Split(strings.TrimSpace(lines.String()), "\n")
	if len(got) != 4 {
		t.Fatalf("%d lines, want 4:\n%s", len(got), lines.String())
	}
	for i, want := range []string{"GET / 200 14 B ", "GET /a%0Ab 404 ", "GET /xxx", "HEAD /index.html 301 "} {
		if !strings.HasPrefix(got[i], want) || strings.Contains(got[i], "secret") || len(got[i]) > 300 {
			t.Errorf("line %d: %q, want it to begin with %q", i, got[i], want)
		}
	}
}

func TestUnbuiltSite(t *testing.T) {
	whole := built("/")
	for _, missing := range []string{"site.json", "404.html", "index.html", wasmName} {
		part := fstest.MapFS{".gitkeep": &fstest.MapFile{}}
		for name, f := range whole {
			if name != missing {
				part[name] = f
			}
		}
		if _, err := readSite(part, "*"); err == nil || !strings.Contains(err.Error(), "make build") {
			t.Errorf("without %s: %v, want a hint at 'make build'", missing, err)
		}
	}
	whole["site.json"] = &fstest.MapFile{Data: []byte("{")}
	if _, err := readSite(whole, "*"); err == nil {
		t.Error("a broken site.json was taken")
	}
}
