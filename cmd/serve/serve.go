package main

import (
	"bytes"
	"io"
	"log"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// securityHeaders go out with every answer, beside the policy of its path.
var securityHeaders = map[string]string{
	"Cross-Origin-Opener-Policy": "same-origin",
	"Permissions-Policy":         "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
	"Referrer-Policy":            "no-referrer",
	"X-Content-Type-Options":     "nosniff",
}

// ServeHTTP answers GET and HEAD for the paths of the site, which are looked up whole: there is nothing to climb out of and no folder to list.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for name, value := range securityHeaders {
		w.Header().Set(name, value)
	}
	w.Header().Set("Content-Security-Policy", s.policy(r.URL.Path))
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		plain(w, http.StatusMethodNotAllowed, "This server only hands out files: GET and HEAD.\n")
		return
	}
	if r.URL.Path == "/healthz" {
		plain(w, http.StatusOK, "ok\n")
		return
	}
	if to, ok := s.redirects[r.URL.Path]; ok {
		if r.URL.RawQuery != "" {
			to += "?" + r.URL.RawQuery
		}
		w.Header().Set("Location", to)
		plain(w, http.StatusMovedPermanently, "Moved.\n")
		return
	}
	if a, ok := s.assets[r.URL.Path]; ok {
		if a.name == "index.html" || a.name == "embed/index.html" { // not in the pages themselves: a host that doesn't compress would send all of it
			w.Header().Set("Link", s.preload)
		}
		a.serve(w, r)
		return
	}
	s.serveNotFound(w, r)
}

// serve answers in the best coding that the client takes. A range is always one of the identity form, whose bytes do not depend on the build's compressor;
// where the client refuses that form, the range is ignored, as a server may.
func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	offered := a.codings
	parts := wantedRange(r)
	if len(a.forms["identity"].data) == 0 || choose(r.Header.Values("Accept-Encoding"), "identity") == "" {
		parts = ""
	}
	if parts != "" {
		offered = []string{"identity"}
	}
	if a.forOthers {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
	if len(a.codings) > 1 {
		w.Header().Set("Vary", "Accept-Encoding")
	}
	coding := choose(r.Header.Values("Accept-Encoding"), offered...)
	if coding == "" {
		plain(w, http.StatusNotAcceptable, "None of the content codings of this file is acceptable to the client.\n")
		return
	}
	f := a.forms[coding]
	w.Header().Set("Cache-Control", a.cacheControl)
	w.Header().Set("Content-Type", a.contentType)
	w.Header().Set("ETag", f.etag)
	if coding != "identity" {
		w.Header().Set("Content-Encoding", coding)
	}
	r = r.Clone(r.Context())
	r.Header.Set("Range", parts)
	r.Header.Set("If-None-Match", strings.Join(r.Header.Values("If-None-Match"), ",")) // of a list on several lines only the first would be read
	http.ServeContent(&sized{w, len(f.data)}, r, "", time.Time{}, bytes.NewReader(f.data))
}

// maxRanges is the number of parts of a file that one answer may have. Each costs a header of its own, so that thousands of them make an answer larger than the file.
const maxRanges = 16

// wantedRange gives the request's range in bytes in the form that http.ServeContent reads. It is empty for what is to be ignored: another unit, a HEAD
// (RFC 9110, section 14.2), more than maxRanges parts. A suffix of no bytes, which can't be satisfied (section 14.1.2), becomes a part past any
// file's end: http.ServeContent would answer "bytes 10-9/10".
func wantedRange(r *http.Request) string {
	unit, list, ok := strings.Cut(r.Header.Get("Range"), "=")
	if !ok || r.Method != http.MethodGet || !strings.EqualFold(strings.TrimSpace(unit), "bytes") || strings.Count(list, ",") >= maxRanges {
		return ""
	}
	parts := strings.Split(list, ",")
	for i, part := range parts {
		if n, ok := strings.CutPrefix(strings.TrimSpace(part), "-"); ok && n != "" && strings.Trim(n, "0") == "" {
			parts[i] = strconv.Itoa(math.MaxInt64) + "-"
		}
	}
	return "bytes=" + strings.Join(parts, ",")
}

// sized states the length of an encoded answer, which http.ServeContent leaves out.
type sized struct {
	http.ResponseWriter
	length int
}

func (s *sized) WriteHeader(status int) {
	if status == http.StatusOK {
		s.Header()["Content-Length"] = []string{strconv.Itoa(s.length)}
	}
	s.ResponseWriter.WriteHeader(status)
}

func (s *site) serveNotFound(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", s.notFound.contentType)
	w.WriteHeader(http.StatusNotFound)
	w.Write(s.notFound.forms["identity"].data)
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, text)
}

// logged writes one line for each answer: method, path, status, bytes, milliseconds. The query is left out: it may hold what a person shared.
func logged(h http.Handler, to *log.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		c := &counted{ResponseWriter: w}
		h.ServeHTTP(c, r)
		path := r.URL.EscapedPath() // no control character gets into the log
		if len(path) > 200 {
			path = path[:200] + "…"
		}
		to.Printf("%s %s %d %d B %d ms", word(r.Method), path, c.status, c.written, time.Since(start).Milliseconds())
	})
}

// word cuts a method to what a log line has room for; the server has checked that it is a token.
func word(method string) string {
	if len(method) > 20 {
		method = method[:20]
	}
	return strings.ToUpper(method)
}

// counted keeps the status and the number of bytes of the body.
type counted struct {
	http.ResponseWriter
	status  int
	written int
}

func (c *counted) WriteHeader(status int) {
	if c.status == 0 {
		c.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *counted) Write(b []byte) (int, error) {
	if c.status == 0 {
		c.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	c.written += n
	return n, err
}
