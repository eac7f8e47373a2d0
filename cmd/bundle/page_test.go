package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<main id="m" class="c" data-x="1"><p title="t" class="k">a &lt; b</p></main>`, `<main class="c" data-x="1" id="m"><p class="k" title="t">a &lt; b</p></main>`},
		{`<main data-x="1" class="c" id="m"><p class="k" title="t">a &lt; b</p></main>`, `<main class="c" data-x="1" id="m"><p class="k" title="t">a &lt; b</p></main>`},
		{"\n<div><input disabled type=text></div>\n", "<div><input disabled=\"\" type=\"text\"/></div>"},
		{"<p>\n<b>Ban</b>\n, of the \n<b>UN</b>\n</p>", "<p><b>Ban</b>, of the <b>UN</b></p>"},
		{"<div><i aria-hidden></i><i aria-label=\"x\" hidden></i></div>", `<div><i aria-hidden="true"></i><i aria-label="x" hidden=""></i></div>`},
	} {
		if got, err := normalize(c.in); got != c.want || err != nil {
			t.Errorf("normalize(%q) = %q, %v, want %q", c.in, got, err, c.want)
		}
	}
	for _, in := range []string{"", "text", "<p>one</p><p>two</p>"} {
		if got, err := normalize(in); err == nil {
			t.Errorf("normalize(%q) = %q, want an error", in, got)
		}
	}
}

func TestPrerenderedPageIsTheSameEachTime(t *testing.T) {
	first, err := prerender()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, err := prerender(); again != first || err != nil {
			t.Fatalf("%v\n%s\n%s", err, first, again)
		}
	}
	for _, wrong := range []string{" style=", " onclick=", "<script"} {
		if strings.Contains(first.body+first.reading+first.frame, wrong) {
			t.Errorf("the policy forbids %q", wrong)
		}
	}
}

func TestPages(t *testing.T) {
	files := made(t, small(t, "/"))
	for _, name := range []string{"index.html", "404.html", "embed/index.html", "demo/index.html"} {
		page := string(files[name].data)
		for _, want := range []string{`<html lang="en">`, `<meta charset="utf-8">`, `content="width=device-width, initial-scale=1"`, "default-src &#39;none&#39;", "<title>", "</html>"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		for _, wrong := range []string{"ZgotmplZ", "maximum-scale", "frame-ancestors", "<style", " style="} {
			if strings.Contains(page, wrong) {
				t.Errorf("%s has %s", name, wrong)
			}
		}
	}
	index := string(files["index.html"].data)
	body := index[strings.Index(index, "<body>")+len("<body>"):]
	if !strings.HasPrefix(strings.TrimSpace(body), `<div id="app">`) {
		t.Errorf("go-app replaces the first element of the body; that is not the prerendered page: %.60q", body)
	}
	if !strings.Contains(body, "<noscript>") || strings.Contains(string(files["404.html"].data), "<script") {
		t.Error("the page must say what to do without JavaScript; the 404 page must not need it")
	}
}

func TestEmbedHasANameThatStaysAndOneThatDoesNot(t *testing.T) {
	files := made(t, small(t, "/gloss/"))
	stays := files["embed.js"].data
	changes, ok := files[hashed("embed.js", stays)]
	if !ok || !bytes.Equal(stays, changes.data) || len(stays) == 0 {
		t.Fatal("embed.js has no copy under a name with its hash")
	}
	var all []file
	for _, f := range files {
		all = append(all, f)
	}
	want := `<script type="module" src="https://your.host/gloss/` + hashed("embed.js", stays) + `" integrity="sha384-`
	if got := hostLines("/gloss/", all); !strings.Contains(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
	// echo -n abc | openssl dgst -sha384 -binary | base64
	if got := integrity([]byte("abc")); got != "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn" {
		t.Errorf("integrity of abc: %s", got)
	}
}

func TestOnlyTheDemoMayHoldFrames(t *testing.T) {
	files := made(t, small(t, "/"))
	for name, want := range map[string]bool{"index.html": false, "404.html": false, "embed/index.html": false, "demo/index.html": true} {
		if got := strings.Contains(string(files[name].data), "frame-src &#39;self&#39;"); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
