package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"
)

// largeFiles is a site whose wasm is far more than small buffers of a connection take in, and whose script is more than any do.
func largeFiles() fstest.MapFS {
	files := built("/")
	files[wasmName].Data = []byte(strings.Repeat("0123456789abcdef", 1<<16)) // 1 MB
	files[largeScript].Data = make([]byte, 16<<20)
	return files
}

const largeScript = "js/0123456789ab/main.js"

func large(t *testing.T) *site {
	t.Helper()
	s, err := readSite(largeFiles(), "*")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// othersAreAnswered makes some ordinary visits, each on a connection of its own.
func othersAreAnswered(t *testing.T, host string) {
	t.Helper()
	for range 20 {
		a, err := next(bufio.NewReader(visit(t, host, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")), "GET")
		if err != nil || a.StatusCode != 200 || a.body != "<h1>Gloss</h1>" {
			t.Fatalf("another visitor: %d %q, %v", a.StatusCode, a.body, err)
		}
	}
}

func TestSlowHeadersDontStopOthers(t *testing.T) {
	host := serving(t, open(t, "/"), nil)
	for i := range 200 {
		const head = "GET / HTTP/1.1\r\nHost: x\r\nX-Never-Ends: "
		visit(t, host, head[:1+i%len(head)])
	}
	othersAreAnswered(t, host)
}

// TestSlowBodiesDontStopOthers: 200 announce a body and send none.
func TestSlowBodiesDontStopOthers(t *testing.T) {
	host := serving(t, open(t, "/"), nil)
	for i := range 200 {
		visit(t, host, []string{"GET", "POST"}[i%2]+" / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
	}
	othersAreAnswered(t, host)
}

// TestSlowReadersDontStopOthers: 200 ask for 1 MB and read none of it.
func TestSlowReadersDontStopOthers(t *testing.T) {
	s := large(t)
	begun, ended := make(chan bool, 200), atomic.Int32{}
	host := serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/"+wasmName {
			begun <- true
			defer ended.Add(1)
		}
		s.ServeHTTP(w, r)
	}), smallBuffers)
	for range 200 {
		unread(t, host)
	}
	late := time.After(patience)
	for n := range 200 {
		select {
		case <-begun:
		case <-late:
			t.Fatalf("only %d of 200 are served", n)
		}
	}
	othersAreAnswered(t, host)
	if n := ended.Load(); n != 0 {
		t.Errorf("%d of the unread answers have ended: they prove nothing", n)
	}
}

// smallBuffers keeps the kernel from taking in the whole of an answer that nobody reads.
func smallBuffers(srv *http.Server) {
	srv.ConnState = func(conn net.Conn, state http.ConnState) {
		if state == http.StateNew {
			conn.(*net.TCPConn).SetWriteBuffer(16 << 10)
		}
	}
}

// unread asks for the large file and leaves it.
func unread(t *testing.T, host string) net.Conn {
	t.Helper()
	conn := visit(t, host, "")
	conn.(*net.TCPConn).SetReadBuffer(16 << 10)
	io.WriteString(conn, "GET /"+wasmName+" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
	return conn
}

// TestSlowVisitorsAreCutOff shortens one of the server's own limits at a time: a limit that is not set stays so, and the visitor stays too.
func TestSlowVisitorsAreCutOff(t *testing.T) {
	const whole = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
	s := large(t)
	for _, c := range []struct {
		name  string
		limit func(*http.Server) *time.Duration
		share time.Duration
		stay  func(t *testing.T, host string) net.Conn
	}{
		{"a header that stops", func(s *http.Server) *time.Duration { return &s.ReadHeaderTimeout }, 100, func(t *testing.T, host string) net.Conn {
			return visit(t, host, "GET / HTTP/1.1\r\nHo")
		}},
		{"a second header that stops", func(s *http.Server) *time.Duration { return &s.ReadHeaderTimeout }, 100, func(t *testing.T, host string) net.Conn {
			return visit(t, host, whole+"GET / HTTP/1.1\r\nHo")
		}},
		{"a body that never comes", func(s *http.Server) *time.Duration { return &s.ReadTimeout }, 200, func(t *testing.T, host string) net.Conn {
			return visit(t, host, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")
		}},
		{"an answer that isn't read", func(s *http.Server) *time.Duration { return &s.WriteTimeout }, 3000, unread},
		{"a visitor who stays silent", func(s *http.Server) *time.Duration { return &s.IdleTimeout }, 1200, func(t *testing.T, host string) net.Conn {
			return visit(t, host, whole)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			gone := make(chan bool, 1)
			host := serving(t, s, func(srv *http.Server) {
				*c.limit(srv) /= c.share
				smallBuffers(srv)
				small := srv.ConnState
				srv.ConnState = func(conn net.Conn, state http.ConnState) {
					small(conn, state)
					if state == http.StateClosed {
						gone <- true
					}
				}
			})
			conn := c.stay(t, host)
			select {
			case <-gone:
			case <-time.After(patience / 2):
				t.Errorf("the server still waits for the visitor")
			}
			conn.Close()
		})
	}
}

// TestDrippedHeaderIsCutOff sends a byte now and again: each comes in time, all of them together don't.
func TestDrippedHeaderIsCutOff(t *testing.T) {
	host := serving(t, open(t, "/"), func(srv *http.Server) { srv.ReadHeaderTimeout /= 50 })
	conn := visit(t, host, "GET / HTTP/1.1\r\nX: ")
	begun := time.Now()
	for time.Since(begun) < patience/2 {
		if _, err := io.WriteString(conn, "x"); err != nil {
			return
		}
		conn.SetReadDeadline(time.Now().Add(5 * time.Millisecond)) // the pause is a wait for the server's end of the connection
		if _, err := conn.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
			return
		}
	}
	t.Errorf("after %v the server still takes in the header", time.Since(begun))
}

// TestIdleConnections holds 2,000 open to a process of its own: half have had an answer, half never said a word.
func TestIdleConnections(t *testing.T) {
	s := start(t, program(t, "built", "-addr", "localhost:0"))
	for i := range 2000 {
		if i%2 == 0 {
			visit(t, s.host, "")
			continue
		}
		a, err := next(bufio.NewReader(visit(t, s.host, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")), "GET")
		if err != nil || a.body != "ok\n" {
			t.Fatalf("connection %d: %q, %v", i, a.body, err)
		}
	}
	othersAreAnswered(t, s.host)
	if open, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.cmd.Process.Pid)); err == nil && len(open) < 2000 {
		t.Errorf("the server holds %d files: the connections were not kept, and prove nothing", len(open))
	}
}
