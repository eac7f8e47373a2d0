package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const patience = 15 * time.Second // for a visitor's whole stay: only a server at fault makes one wait so long

// serving runs the real server on a free port; change, if there, sees it first.
func serving(t *testing.T, h http.Handler, change func(*http.Server)) (host string) {
	t.Helper()
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := newServer(h, log.New(io.Discard, "", 0))
	if change != nil {
		change(srv)
	}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(listener) }()
	t.Cleanup(func() {
		srv.Close()
		<-served
	})
	return listener.Addr().String()
}

// visit opens a connection that breaks off by itself when patience ends, and sends the text.
func visit(t *testing.T, host, text string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	conn.SetDeadline(time.Now().Add(patience))
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	return conn
}

// answer is one answer as it came over the connection.
type answer struct {
	*http.Response
	body string
}

// next reads one answer, to its end.
func next(r *bufio.Reader, method string) (answer, error) {
	got, err := http.ReadResponse(r, &http.Request{Method: method})
	if err != nil {
		return answer{}, err
	}
	defer got.Body.Close()
	b, err := io.ReadAll(got.Body)
	return answer{got, string(b)}, err
}

// onDisk is the small site in a folder, with secrets beside the listed files, above them and below them.
func onDisk(t *testing.T) *site {
	t.Helper()
	root := t.TempDir()
	files := built("/")
	for name, f := range files {
		write(t, filepath.Join(root, "web", "dist", name), f.Data)
	}
	for _, name := range []string{"go.mod", "web/web.go", "web/dist/web.go", "web/dist/js/list.txt", "web/dist/.gitkeep"} {
		write(t, filepath.Join(root, name), []byte("secret"))
	}
	s, err := readSite(os.DirFS(filepath.Join(root, "web", "dist")), "*")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestPathsThatClimb asks, byte for byte as written here, for files that stand on the disk beside the site and for paths that other programs would
// rewrite into those of the site.
func TestPathsThatClimb(t *testing.T) {
	s := onDisk(t)
	host := serving(t, s, nil)
	up := []string{
		"..", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "%252e%252e", "%25252e%25252e", "%u002e%u002e", "..;", "..%00", "..%20", "...", "....//",
		"%c0%ae%c0%ae", "%c0%2e%c0%2e", "%e0%80%ae%e0%80%ae", "%f0%80%80%ae%f0%80%80%ae", "\xc0\xae\xc0\xae", "%ef%bc%8e%ef%bc%8e", "..%c0%af", "..%01",
	}
	between := []string{"/", "%2f", "%2F", "%252f", "\\", "%5c", "%255c", "%c0%af", "//", "/./", "%e2%88%95", "/%2e/"}
	paths := []string{
		"/web.go", "/.gitkeep", "/js/list.txt", "/stray.txt", "/site.json", "/404.html", "/index.html.br", "/main.go", "/serve_test.go",
		"/./web.go", "//web.go", "/web.go/", "/web.go%00", "/web.go%00.html", "/\x00", "/index.html\x00.png", "/%00", "/index.html%00", "/%", "/%zz", "/%2", "/" + strings.Repeat("../", 5000),
		"", "web.go", "..", "*", "?/web.go", "/js", "/js/", "/js/0123456789ab", "/js/0123456789ab/", "/icons/", "/icons", "/%2findex.html", "/index.html/", "/js/../index.html",
		"file:///etc/passwd", "/C:/web.go", "/web.go::$DATA", "/~root", "http://other.example/web.go", "http://other.example/../web.go", "gopher://x/web.go",
	}
	for _, u := range up {
		for _, b := range between {
			paths = append(paths, "/"+u+b+"web.go", "/"+u+b+u+b+"go.mod", "/js"+b+u+b+"web.go", "/js/"+u+b+"index.html", b+u+b+"web.go")
		}
	}
	for _, path := range paths {
		r, err := next(bufio.NewReader(visit(t, host, "GET "+path+" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")), "GET")
		if err != nil {
			t.Errorf("GET %q: %v", path, err)
			continue
		}
		if r.StatusCode != 404 && r.StatusCode != 400 || strings.Contains(r.body, "secret") || r.StatusCode == 404 && r.body != "<h1>There is no such page</h1>" {
			t.Errorf("GET %q: %d %q", path, r.StatusCode, r.body)
		}
	}
	if _, err := fs.Stat(os.DirFS("."), "main.go"); err != nil { // else the paths above would prove nothing of the working folder
		t.Error(err)
	}
}

// TestRequestsOfEveryShape sends raw requests and compares the statuses of all the answers that come until the server closes or was asked to.
func TestRequestsOfEveryShape(t *testing.T) {
	host := serving(t, open(t, "/"), nil)
	const end = "Host: x\r\nConnection: close\r\n\r\n"
	const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
	for _, c := range []struct {
		name, sent string
		want       string
	}{
		{"HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "HTTP/1.0 200"},
		{"HTTP/1.0 without such a page", "GET /nothing HTTP/1.0\r\n\r\n", "HTTP/1.0 404"},
		{"HTTP/1.0 that asks to stay", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /nothing HTTP/1.0\r\n\r\n", "HTTP/1.0 200, HTTP/1.0 404"},
		{"HTTP/1.0, a range", "GET /" + wasmName + " HTTP/1.0\r\nRange: bytes=0-1\r\n\r\n", "HTTP/1.0 206"},
		{"HTTP/0.9", "GET /\r\n\r\n", "HTTP/1.1 400"},
		{"HTTP/3.0", "GET / HTTP/3.0\r\n" + end, "HTTP/1.1 505"},
		{"HTTP/2 unasked", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 405"},
		{"an upgrade to HTTP/2", "GET / HTTP/1.1\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nHost: x\r\nConnection: close, Upgrade, HTTP2-Settings\r\n\r\n", "HTTP/1.1 200"},
		{"OPTIONS", "OPTIONS / HTTP/1.1\r\nOrigin: https://other.example\r\nAccess-Control-Request-Method: PUT\r\n" + end, "HTTP/1.1 405"},
		{"OPTIONS of the server", "OPTIONS * HTTP/1.1\r\n" + end, "HTTP/1.1 405"},
		{"TRACE", "TRACE / HTTP/1.1\r\nCookie: secret\r\n" + end, "HTTP/1.1 405"},
		{"CONNECT", "CONNECT other.example:443 HTTP/1.1\r\n" + end, "HTTP/1.1 405"},
		{"CONNECT to a path", "CONNECT / HTTP/1.1\r\n" + end, "HTTP/1.1 405"},
		{"HEAD", "HEAD / HTTP/1.1\r\n" + end, "HTTP/1.1 200"},
		{"a method in small letters", "get / HTTP/1.1\r\n" + end, "HTTP/1.1 405"},
		{"a method of 1,000 letters", strings.Repeat("X", 1000) + " / HTTP/1.1\r\n" + end, "HTTP/1.1 405"},
		{"no method", " / HTTP/1.1\r\n" + end, "HTTP/1.1 400"},
		{"no Host", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400"},
		{"two Hosts", "GET / HTTP/1.1\r\nHost: y\r\n" + end, "HTTP/1.1 400"},
		{"a Host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "HTTP/1.1 400"},
		{"another host's URL", "GET http://other.example/ HTTP/1.1\r\n" + end, "HTTP/1.1 200"},
		{"a space before the colon", "GET / HTTP/1.1\r\nX : y\r\n" + end, "HTTP/1.1 400"},
		{"NUL in a header", "GET / HTTP/1.1\r\nX: a\x00b\r\n" + end, "HTTP/1.1 400"},
		{"bare line ends", "GET / HTTP/1.1\nHost: x\nConnection: close\n\n", "HTTP/1.1 200"},
		{"two lengths", "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + end, "HTTP/1.1 400"},
		{"a length below 0", "GET / HTTP/1.1\r\nContent-Length: -1\r\n" + end, "HTTP/1.1 400"},
		{"an unknown transfer coding", "GET / HTTP/1.1\r\nTransfer-Encoding: cow\r\n" + end, "HTTP/1.1 501"},
		{"a request hidden in a body", "GET /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 27\r\n\r\n" + get + "GET / HTTP/1.1\r\n" + end, "HTTP/1.1 404, HTTP/1.1 200"},
		{"a body in broken chunks", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 405"},
		{"an expectation", "POST / HTTP/1.1\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n" + end, "HTTP/1.1 405"},
		{"an unknown expectation", "GET / HTTP/1.1\r\nExpect: tea\r\n" + end, "HTTP/1.1 417"},
		{"1 MB of headers, small ones", "GET / HTTP/1.1\r\n" + strings.Repeat("X: y\r\n", 180000) + end, "HTTP/1.1 431"},
		{"a request line of 1 MB", "GET /" + strings.Repeat("x", 1<<20) + " HTTP/1.1\r\n" + end, "HTTP/1.1 431"},
		{"TLS on a plain port", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "HTTP/1.1 400"},
		{"noise", "\xff\xfe\x00\x01\r\n\r\n", "HTTP/1.1 400"},
	} {
		conn := visit(t, host, "")
		go io.WriteString(conn, c.sent) // the server may close before it has read all of it
		var got []string
		method, _, _ := strings.Cut(c.sent, " ")
		for r := bufio.NewReader(conn); ; {
			a, err := next(r, method)
			if err == io.EOF || err == io.ErrUnexpectedEOF && len(got) > 0 {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				break
			}
			got = append(got, fmt.Sprintf("%s %d", a.Proto, a.StatusCode))
			if strings.Contains(a.body, "secret") || a.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s: %v %q", c.name, a.Header, a.body)
			}
			if a.StatusCode == 405 && (a.Header.Get("Allow") != "GET, HEAD" || a.Header.Get("Content-Security-Policy") == "") {
				t.Errorf("%s: %v", c.name, a.Header)
			}
		}
		if said := strings.Join(got, ", "); said != c.want {
			t.Errorf("%s: %s, want %s", c.name, said, c.want)
		}
	}
}

// TestPipelining sends all its requests before it reads an answer.
func TestPipelining(t *testing.T) {
	host := serving(t, open(t, "/"), nil)
	kinds := []struct{ request, body string }{
		{"GET /" + wasmName + " HTTP/1.1\r\nHost: x\r\n\r\n", "0123456789"},
		{"HEAD /" + wasmName + " HTTP/1.1\r\nHost: x\r\n\r\n", ""},
		{"GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n", "<h1>There is no such page</h1>"},
		{"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nGET /", "This server only hands out files: GET and HEAD.\n"},
		{"GET /" + wasmName + " HTTP/1.1\r\nHost: x\r\nRange: bytes=2-3\r\n\r\n", "23"},
	}
	var all bytes.Buffer
	for range 100 {
		for _, k := range kinds {
			all.WriteString(k.request)
		}
	}
	conn := visit(t, host, all.String())
	r := bufio.NewReader(conn)
	for i := range 100 * len(kinds) {
		k := kinds[i%len(kinds)]
		method, _, _ := strings.Cut(k.request, " ")
		if a, err := next(r, method); err != nil || a.body != k.body {
			t.Fatalf("answer %d: %q, %v, want %q", i, a.body, err, k.body)
		}
	}
	conn.(*net.TCPConn).CloseWrite()
	if _, err := r.ReadByte(); err != io.EOF {
		t.Errorf("after the last answer: %v", err)
	}
}
