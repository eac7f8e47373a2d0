// Command serve hands out the built site from inside its own binary, and does nothing else: no
// text ever reaches it.
//
//	go run ./cmd/serve [-addr localhost:8000] [-frame-ancestors "https://a.example https://b.example"]
//
// It stops on SIGINT and SIGTERM when the answers under way are finished, with exit code 0. The code is 1 when it cannot start and 2 for
// wrong arguments.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"gloss/web"
)

const (
	headerTimeout = 10 * time.Second
	readTimeout   = 20 * time.Second
	writeTimeout  = 5 * time.Minute // the wasm, uncompressed, at 20 kB/s
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 15 * time.Second // for the answers under way
	maxHeader     = 64 << 10         // bytes
)

func main() {
	dist, err := fs.Sub(web.Dist, "dist")
	if err != nil {
		panic(err) // the folder's name is fixed when this is compiled
	}
	os.Exit(command(os.Args[1:], dist, os.Stdout, os.Stderr))
}

// command runs the program on a built site and gives its exit code.
func command(args []string, dist fs.FS, out, errs io.Writer) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(errs)
	addr := flags.String("addr", "localhost:8000", "`address` to listen on; only this machine reaches localhost, \":8000\" is reached from others too")
	frame := flags.String("frame-ancestors", "*", "who may show /embed in a frame besides this site: `origins` with spaces between, \"\" for nobody, * for everyone")
	err := flags.Parse(args)
	switch {
	case err == flag.ErrHelp:
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 0:
		fmt.Fprintf(errs, "serve: unexpected argument %q\n", flags.Arg(0))
		return 2
	}
	embedders, err := parseEmbedders(*frame)
	if err != nil {
		fmt.Fprintln(errs, "serve: -frame-ancestors:", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, dist, embedders, *addr, out, errs); err != nil {
		fmt.Fprintln(errs, "serve:", err)
		return 1
	}
	return 0
}

// run serves the site until ctx is done. It prints the address to out, a line for each answer to logs.
func run(ctx context.Context, dist fs.FS, embedders, addr string, out, logs io.Writer) error {
	s, err := readSite(dist, embedders)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use by another program; stop that, or choose another port: -addr localhost:8001", addr)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Gloss is at http://%s%s\n", shown(addr, listener.Addr()), strings.TrimSuffix(s.base, "/"))
	logger := log.New(logs, "", log.LstdFlags)
	return serve(ctx, newServer(logged(s, logger), logger), listener)
}

func newServer(h http.Handler, logger *log.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ErrorLog:          logger,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,

		DisableGeneralOptionsHandler: true, // "OPTIONS *" is answered like every other method
	}
}

// serve answers until ctx is done, then takes no new connection and waits for the answers under way.
func serve(ctx context.Context, srv *http.Server, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	late, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := srv.Shutdown(late); err != nil {
		return fmt.Errorf("stopped with answers under way: %w", err)
	}
	return nil
}

// shown is the host and port to open in a browser: the host as it was given, localhost for all addresses, the port that was got.
func shown(addr string, got net.Addr) string {
	host, _, err := net.SplitHostPort(addr)
	_, port, errGot := net.SplitHostPort(got.String())
	if err != nil || errGot != nil {
		return got.String()
	}
	if host == "" || host == "0.0.0.0" || host == "::" {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
