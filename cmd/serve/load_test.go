package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestStopUnderLoadBreaksNoAnswer stops the server while eight visitors ask on and on, half of them on a connection that stays open, and four have
// read no more than the beginning of an answer. Each answer that has begun must be whole; what may fail is a request that got no byte of one.
func TestStopUnderLoadBreaksNoAnswer(t *testing.T) {
	s := start(t, program(t, "large", "-addr", "localhost:0"))
	want := string(largeFiles()[wasmName].Data)
	const visitors, enough, most = 8, 5, 10_000
	var all sync.WaitGroup
	warm := make(chan bool, visitors)
	for i := range visitors {
		transport := &http.Transport{DisableCompression: true, DisableKeepAlives: i%2 == 0}
		client := &http.Client{Transport: transport, Timeout: patience}
		all.Go(func() {
			defer transport.CloseIdleConnections()
			for n := range most {
				if n == enough {
					warm <- true
				}
				got, err := fetch(client, "http://"+s.host+"/"+wasmName)
				if refused(err) && n >= enough {
					return
				}
				if err != nil || got != want {
					t.Errorf("visitor %d, answer %d: %d bytes, %v", i, n, len(got), err)
					break
				}
			}
			if !t.Failed() {
				t.Errorf("visitor %d: the server was still there", i)
			}
			warm <- true
		})
	}
	for range visitors {
		<-warm
	}
	stopping := make(chan bool)
	for range 4 {
		r, err := http.ReadResponse(bufio.NewReader(visit(t, s.host, "GET /"+largeScript+" HTTP/1.1\r\nHost: x\r\n\r\n")), nil)
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			<-stopping
			if n, err := io.Copy(io.Discard, r.Body); err != nil || n != 16<<20 {
				t.Errorf("an answer read late: %d bytes, %v", n, err)
			}
		})
	}
	all.Go(func() {
		defer close(stopping)
		for begun := time.Now(); time.Since(begun) < patience; {
			conn, err := net.Dial("tcp", s.host)
			if err != nil {
				return // the server takes no one in any more: it has seen the signal
			}
			conn.Close()
		}
	})
	if code := s.stop(t, syscall.SIGTERM); code != 0 {
		t.Errorf("exit code %d: %s", code, s.logs.String())
	}
	all.Wait()
}

func fetch(client *http.Client, at string) (string, error) {
	r, err := client.Get(at)
	if err != nil {
		return "", err
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return "", fmt.Errorf("an answer that had begun: %w", err)
	}
	return string(b), nil
}

// refused says whether the request got no byte of an answer. Errors of http.Client.Get are of the type url.Error, those of reading a body are not.
func refused(err error) bool {
	var asked *url.Error
	return errors.As(err, &asked) && (errors.Is(err, io.EOF) || errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE))
}

// TestMemoryStaysFlat asks 100,000 times, each time for another path or with other headers, so that whatever the server kept of one would add up.
func TestMemoryStaysFlat(t *testing.T) {
	h := logged(open(t, "/"), log.New(io.Discard, "", 0))
	asked := 0
	some := func(n int) {
		for range n {
			asked++
			target := []string{"/", "/embed/", "/" + wasmName, fmt.Sprintf("/nothing/%d", asked), "/healthz", "/index.html"}[asked%6] + fmt.Sprintf("?%d", asked)
			r, err := http.NewRequest([]string{"GET", "HEAD", "GET", "POST"}[asked/6%4], target, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Accept-Encoding", fmt.Sprintf("br;q=0.%d, gzip, x-%d", asked%10, asked))
			r.Header.Set("If-None-Match", fmt.Sprintf(`"%d"`, asked))
			if asked%5 == 0 {
				r.Header.Set("Range", fmt.Sprintf("bytes=0-1,%d-", asked%12))
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code >= 500 {
				t.Fatalf("%s %s: %d", r.Method, target, w.Code)
			}
		}
	}
	inUse := func() uint64 {
		runtime.GC()
		runtime.GC() // what pools held over the first is free after the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapInuse
	}
	some(5_000)
	goroutines, before := runtime.NumGoroutine(), inUse()
	some(100_000)
	if after := inUse(); after > before+1<<20 {
		t.Errorf("heap in use: %d kB before, %d kB after", before>>10, after>>10)
	}
	if n := runtime.NumGoroutine(); n > goroutines+10 {
		t.Errorf("goroutines: %d before, %d after", goroutines, n)
	}
}
