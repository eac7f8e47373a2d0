package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"sort"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gloss/app/page"
)

// blanks is what the templates of web/html are filled with. What differs from page to page is set by addPages.
type blanks struct {
	base, css, manifest string
	policy              string
	main                string   // the page's first script
	imports             []string // scripts that main imports, below base
	icons               icons
	body, reading       string
	embed               string            // the script that a host page loads
	demo                map[string]string // the files of web/demo, by name
	config              config
}

// policy is the part of the server's Content-Security-Policy that a meta element can state, for hosts that send no header.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// render fills web/html/<name>, an html/template, which escapes each value for the place where it stands.
func render(web fs.FS, name string, fill blanks) ([]byte, error) {
	words := page.Texts("html.")
	say := func(key string) (string, error) {
		if text, ok := words[key]; ok {
			return text, nil
		}
		return "", fmt.Errorf("app/page/words.txt has no html.%s", key)
	}
	tmpl, err := template.New(name).Funcs(template.FuncMap{"say": say}).ParseFS(web, "html/"+name)
	if err != nil {
		return nil, err
	}
	cfg, err := json.Marshal(fill.config) // escapes <, > and & too, so that it can't end the script element
	if err != nil {
		return nil, err
	}
	values := map[string]any{
		"Policy": fill.policy, "Base": fill.base, "CSS": fill.css, "Main": fill.main, "Version": fill.config.Version, "Manifest": fill.manifest, "Imports": fill.imports,
		"Icon": fill.base + fill.icons.svg, "TouchIcon": fill.base + fill.icons.touch, "Wasm": fill.config.Wasm,
		"Embed": fill.embed, "DemoCSS": fill.demo["demo.css"], "DemoScript": fill.demo["demo.js"], "DemoFeed": fill.demo["feed.txt"],
		"Body": template.HTML(fill.body), "Reading": template.HTML(fill.reading),
		"Config": template.HTML(`<script type="application/json" id="gloss-build">` + string(cfg) + `</script>`),
	}
	var b bytes.Buffer
	if err := tmpl.Execute(&b, values); err != nil {
		return nil, fmt.Errorf("html/%s: %w", name, err)
	}
	return b.Bytes(), nil
}

// prerendered is what the pages show until the program is there, as markup.
type prerendered struct {
	body    string // the page before anything was pasted
	reading string // its frame around a text that is read
	frame   string // the instruments alone, for other sites
}

// prerender renders each. None may depend on anything a person typed: go-app does not escape the values of attributes.
func prerender() (prerendered, error) {
	var out prerendered
	var err error
	for _, p := range []struct {
		to *string
		ui app.UI
	}{{&out.body, page.New()}, {&out.reading, page.NewReading()}, {&out.frame, page.NewFrame()}} {
		if *p.to, err = normalize(app.HTMLString(p.ui)); err != nil {
			return out, err
		}
	}
	return out, nil
}

// normalize parses a fragment and writes it again as the browser's side will build it, the same on each run: go-app writes attributes in the order of a
// map, puts a line break around each of several children, and leaves out the value "true", which aria attributes need.
// The fragment must be one element: the browser's side replaces the first element of the body.
func normalize(fragment string) (string, error) {
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), context)
	if err != nil {
		return "", fmt.Errorf("prerendered page: %w", err)
	}
	elements := 0
	var b strings.Builder
	for _, n := range nodes {
		if n.Type == html.ElementNode {
			elements++
		}
		settle(n)
		for d := range n.Descendants() {
			settle(d)
		}
		if err := html.Render(&b, n); err != nil {
			return "", fmt.Errorf("prerendered page: %w", err)
		}
	}
	if elements != 1 {
		return "", fmt.Errorf("prerendered page: %d elements at its root, want 1", elements)
	}
	return b.String(), nil
}

// settle undoes in one node what go-app's writer adds to it, leaves out or leaves to chance.
func settle(n *html.Node) {
	if n.Type == html.TextNode {
		n.Data = strings.ReplaceAll(n.Data, "\n", "")
	}
	for i, a := range n.Attr {
		if strings.HasPrefix(a.Key, "aria-") && a.Val == "" {
			n.Attr[i].Val = "true"
		}
	}
	sort.Slice(n.Attr, func(i, j int) bool { return n.Attr[i].Key < n.Attr[j].Key })
}
