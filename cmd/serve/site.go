package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// site is the built site by the paths that it answers to. It is read once and then never changes.
type site struct {
	base      string // path prefix, with a slash at both ends
	embedders string // who may frame /embed: the sources of its policy's frame-ancestors
	assets    map[string]*asset
	redirects map[string]string // from a path to the one it has moved to
	preload   string            // the Link of the pages that run the program, "" without one
	notFound  *asset
}

// asset is one file of the site in each coding that it has.
type asset struct {
	name         string // its path below the site
	contentType  string
	cacheControl string
	forOthers    bool            // the scripts of other sites may load it
	forms        map[string]form // by content coding; "identity" is always there
	codings      []string        // those of forms, best first
}

// form is an asset in one content coding.
type form struct {
	data []byte
	etag string // strong: the hash of the data
}

var errNotBuilt = errors.New("there is no built site: run 'make build' first")

// readSite reads the built site out of its folder. The embedders are what parseEmbedders gave.
func readSite(dist fs.FS, embedders string) (*site, error) {
	list, err := fs.ReadFile(dist, "site.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNotBuilt
	}
	if err != nil {
		return nil, err
	}
	var built struct {
		Base  string `json:"base"`
		Files []struct {
			Path string `json:"path"`
		} `json:"files"`
	}
	if err := json.Unmarshal(list, &built); err != nil {
		return nil, fmt.Errorf("site.json: %w", err)
	}
	s := &site{base: built.Base, embedders: embedders, assets: map[string]*asset{}, redirects: map[string]string{}}
	for _, f := range built.Files {
		a, err := readAsset(dist, f.Path)
		if err != nil {
			return nil, err
		}
		s.add(a)
	}
	if s.notFound == nil || s.assets[s.base] == nil {
		return nil, errNotBuilt
	}
	if s.base != "/" {
		s.redirects["/"] = s.base
	}
	return s, nil
}

// add enters the asset under its path. A folder's index.html answers to the folder's own path, and there alone. The gzip form of a word
// table also has a path, as on hosts that don't compress: the page then asks for it by name.
func (s *site) add(a *asset) {
	dir, file := path.Split(a.name)
	switch {
	case a.name == "404.html":
		s.notFound = a
	case file == "index.html":
		at := s.base + dir
		s.assets[at] = a
		s.redirects[at+file] = at
		if at != "/" {
			s.redirects[strings.TrimSuffix(at, "/")] = at
		}
	default:
		s.assets[s.base+a.name] = a
		if path.Ext(file) == ".wasm" {
			s.preload = "<" + s.base + a.name + ">; rel=preload; as=fetch; type=\"application/wasm\"; crossorigin"
		}
		if gz, ok := a.forms["gzip"]; ok && dir == "models/" {
			packed := *a
			packed.contentType = "application/gzip"
			packed.forms = map[string]form{"identity": gz}
			packed.codings = []string{"identity"}
			s.assets[s.base+a.name+".gz"] = &packed
		}
	}
}

// readAsset reads a file and, where they are there, its compressed forms.
func readAsset(dist fs.FS, name string) (*asset, error) {
	a := &asset{name: name, contentType: contentType(name), cacheControl: "no-cache", forOthers: forOthers.MatchString(name), forms: map[string]form{}}
	if immutable.MatchString(name) {
		a.cacheControl = "public, max-age=31536000, immutable"
	}
	for _, c := range []struct{ coding, ext string }{{"br", ".br"}, {"gzip", ".gz"}, {"identity", ""}} {
		data, err := fs.ReadFile(dist, name+c.ext)
		if errors.Is(err, fs.ErrNotExist) && c.ext != "" {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("the built site is not whole (run 'make build'): %w", err)
		}
		sum := sha256.Sum256(data)
		a.forms[c.coding] = form{data, `"` + hex.EncodeToString(sum[:12]) + `"`}
		a.codings = append(a.codings, c.coding)
	}
	return a, nil
}

// immutable matches the paths that carry a hash of the contents: gloss.0123456789ab.css, js/0123456789ab/main.js.
var immutable = regexp.MustCompile(`(^|[./])[0-9a-f]{12}[./]`)

// forOthers matches embed.js and its copy with a hash: a module script from another origin is only run when its host allows that (Fetch, section 3.3).
var forOthers = regexp.MustCompile(`^embed\.([0-9a-f]{12}\.)?js$`)

var contentTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".gz":          "application/gzip",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".mjs":         "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// contentType goes by the extension alone, never by the machine's own tables.
func contentType(name string) string {
	if t, ok := contentTypes[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
