package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/andybalholm/brotli"
)

// compressor compresses files, and keeps what it made in a folder under the hash of what it was made from: brotli takes half a minute
// for the wasm. The folder may be deleted at any time.
type compressor struct {
	cache string
}

// compressible are the extensions worth compressing; pictures are compressed already.
var compressible = []string{".html", ".css", ".js", ".mjs", ".wasm", ".names", ".txt", ".json", ".svg", ".webmanifest"}

// compressAll fills in br and gz where they are smaller than the file; the wasm always has a gz, since the page may ask for it by name.
func (c compressor) compressAll(files []file) ([]file, error) {
	out := slices.Clone(files)
	errs := make([]error, len(out))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range out {
		f := &out[i]
		if f.plain || !slices.Contains(compressible, path.Ext(f.path)) {
			continue
		}
		free <- struct{}{}
		wait.Go(func() {
			defer func() { <-free }()
			errs[i] = c.compress(f)
		})
	}
	wait.Wait()
	return out, errors.Join(errs...)
}

func (c compressor) compress(f *file) (err error) {
	if f.br, err = c.cached(f.data, ".br", brotliBytes); err != nil {
		return fmt.Errorf("%s: brotli: %w", f.path, err)
	}
	if f.gz, err = c.cached(f.data, ".gz", gzipBytes); err != nil {
		return fmt.Errorf("%s: gzip: %w", f.path, err)
	}
	if len(f.br) >= len(f.data) {
		f.br = nil
	}
	if len(f.gz) >= len(f.data) && path.Ext(f.path) != ".wasm" {
		f.gz = nil
	}
	return nil
}

// cached gives make(data), from the cache where it is there.
func (c compressor) cached(data []byte, ext string, compress func([]byte) ([]byte, error)) ([]byte, error) {
	sum := sha256.Sum256(data)
	name := filepath.Join(c.cache, hex.EncodeToString(sum[:])+ext)
	if kept, err := os.ReadFile(name); err == nil {
		return kept, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	made, err := compress(data)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(c.cache, 0o755); err != nil {
		return nil, err
	}
	return made, writeWhole(name, made)
}

func brotliBytes(data []byte) ([]byte, error) {
	return through(data, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterLevel(w, brotli.BestCompression), nil
	})
}

// gzipBytes leaves the header's time and name empty, so that the same data gives the same bytes.
func gzipBytes(data []byte) ([]byte, error) {
	return through(data, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) })
}

func through(data []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var b bytes.Buffer
	w, err := open(&b)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
