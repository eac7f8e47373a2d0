package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"gloss/web"
)

// TestMain lets the test binary be the program itself: as a process of its own, with a site of these tests or with none.
func TestMain(m *testing.M) {
	switch os.Getenv("GLOSS_TEST_SITE") {
	case "built":
		os.Exit(command(os.Args[1:], built("/"), os.Stdout, os.Stderr))
	case "large":
		os.Exit(command(os.Args[1:], largeFiles(), os.Stdout, os.Stderr))
	case "unbuilt":
		os.Exit(command(os.Args[1:], fstest.MapFS{".gitkeep": &fstest.MapFile{}}, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

func program(t *testing.T, site string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), "GLOSS_TEST_SITE="+site)
	return cmd
}

// started is a running server.
type started struct {
	cmd  *exec.Cmd
	host string // and port
	logs bytes.Buffer
}

func start(t *testing.T, cmd *exec.Cmd) *started {
	t.Helper()
	s := &started{cmd: cmd}
	s.cmd.Stderr = &s.logs
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("no line on standard output: %v", err)
	}
	host, ok := strings.CutPrefix(strings.TrimSpace(line), "Gloss is at http://")
	if !ok || !strings.HasPrefix(host, "localhost:") || host == "localhost:0" {
		t.Fatalf("standard output: %q", line)
	}
	s.host, _, _ = strings.Cut(host, "/") // what follows is the prefix that the site was built for
	return s
}

// stop sends the signal and gives the exit code.
func (s *started) stop(t *testing.T, sig os.Signal) int {
	t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		t.Fatal(err)
	}
	err := s.cmd.Wait()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return s.cmd.ProcessState.ExitCode()
}

// exitOf runs the program to its end and gives its exit code and standard error.
func exitOf(t *testing.T, cmd *exec.Cmd) (int, string) {
	t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), said.String()
}

func TestProcess(t *testing.T) {
	t.Run("answers, logs and stops on both signals", func(t *testing.T) {
		for _, sig := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
			s := start(t, program(t, "built", "-addr", "localhost:0"))
			r, err := http.Get("http://" + s.host + "/?text=secret")
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(r.Body)
			r.Body.Close()
			if err != nil || r.StatusCode != 200 || string(b) != "<h1>Gloss</h1>" {
				t.Errorf("GET /: %d %q %v", r.StatusCode, b, err)
			}
			if code := s.stop(t, sig); code != 0 {
				t.Errorf("%v: exit code %d", sig, code)
			}
			if !strings.Contains(s.logs.String(), "GET / 200") || strings.Contains(s.logs.String(), "secret") {
				t.Errorf("log: %s", s.logs.String())
			}
		}
	})
	t.Run("a header of 1 MB is refused", func(t *testing.T) {
		s := start(t, program(t, "built", "-addr", "localhost:0"))
		conn, err := net.Dial("tcp", s.host)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		var sent sync.WaitGroup
		sent.Go(func() { // the server may close before it has read all of it
			fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n", strings.Repeat("a", 1<<20))
		})
		line, err := bufio.NewReader(conn).ReadString('\n')
		if err != nil || !strings.Contains(line, " 431 ") {
			t.Errorf("answer %q, %v", line, err)
		}
		conn.Close()
		sent.Wait()
		if code := s.stop(t, syscall.SIGTERM); code != 0 {
			t.Errorf("exit code %d", code)
		}
	})
	t.Run("a port in use gives one clear line", func(t *testing.T) {
		s := start(t, program(t, "built", "-addr", "localhost:0"))
		code, said := exitOf(t, program(t, "built", "-addr", s.host))
		if code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, s.host+" is in use") {
			t.Errorf("exit code %d, %q", code, said)
		}
	})
	t.Run("wrong arguments", func(t *testing.T) {
		for _, c := range []struct {
			args []string
			code int
		}{{[]string{"-addr", "nonsense"}, 1}, {[]string{"stray"}, 2}, {[]string{"-nonsense"}, 2}, {[]string{"-h"}, 0}} {
			if code, said := exitOf(t, program(t, "built", c.args...)); code != c.code || said == "" {
				t.Errorf("%v: exit code %d, %q, want %d", c.args, code, said, c.code)
			}
		}
	})
}

func TestProcessWithoutSite(t *testing.T) {
	code, said := exitOf(t, program(t, "unbuilt", "-addr", "localhost:0"))
	if code != 1 || said != "serve: there is no built site: run 'make build' first\n" {
		t.Errorf("exit code %d, %q", code, said)
	}
}

// TestProgram compiles the program and runs it on what web/dist holds: a site after `make build`, none in a fresh clone.
func TestProgram(t *testing.T) {
	out := filepath.Join(t.TempDir(), "serve")
	if said, err := exec.Command("go", "build", "-o", out, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, said)
	}
	if _, err := fs.Stat(web.Dist, "dist/site.json"); err != nil {
		if code, said := exitOf(t, exec.Command(out, "-addr", "localhost:0")); code != 1 || !strings.Contains(said, "make build") {
			t.Errorf("exit code %d, %q", code, said)
		}
		return
	}
	s := start(t, exec.Command(out, "-addr", "localhost:0"))
	r, err := http.Get("http://" + s.host + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if code := s.stop(t, syscall.SIGTERM); code != 0 || r.StatusCode != 200 {
		t.Errorf("/healthz: %d, exit code %d", r.StatusCode, code)
	}
}

// TestStopFinishesAnswers asks for an answer that is under way when the server is told to stop.
func TestStopFinishesAnswers(t *testing.T) {
	entered, release := make(chan bool), make(chan bool)
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		entered <- true
		<-release
		io.WriteString(w, "whole")
	})
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	srv := newServer(slow, nil)
	closing := make(chan bool)
	srv.RegisterOnShutdown(func() { close(closing) })
	served := make(chan error, 1)
	go func() { served <- serve(ctx, srv, listener) }()
	answer := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			answer <- err.Error()
			return
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		answer <- string(b)
	}()
	<-entered
	stop()
	select {
	case <-closing:
	case <-time.After(patience):
		t.Error("the server was not told to wait for its answers")
	}
	release <- true
	if got := <-answer; got != "whole" {
		t.Errorf("the answer under way: %q", got)
	}
	if err := <-served; err != nil {
		t.Errorf("serve: %v", err)
	}
}

func TestServerLimits(t *testing.T) {
	srv := newServer(nil, nil)
	for name, d := range map[string]time.Duration{"header": srv.ReadHeaderTimeout, "read": srv.ReadTimeout, "write": srv.WriteTimeout, "idle": srv.IdleTimeout} {
		if d <= 0 || d > 10*time.Minute {
			t.Errorf("%s timeout: %v", name, d)
		}
	}
	if srv.MaxHeaderBytes <= 0 || srv.MaxHeaderBytes > 1<<20-4096 {
		t.Errorf("MaxHeaderBytes: %d", srv.MaxHeaderBytes)
	}
}

func TestShown(t *testing.T) {
	at := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8000}
	for addr, want := range map[string]string{
		"localhost:8000": "localhost:8000", "localhost:0": "localhost:8000", ":8000": "localhost:8000", "0.0.0.0:8000": "localhost:8000",
		"[::]:8000": "localhost:8000", "127.0.0.1:8000": "127.0.0.1:8000", "[::1]:8000": "[::1]:8000",
	} {
		if got := shown(addr, at); got != want {
			t.Errorf("shown(%q) = %q, want %q", addr, got, want)
		}
	}
}
