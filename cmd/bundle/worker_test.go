package main

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// siteOf is what a service worker is told of the site, and its script.
func siteOf(t *testing.T, worker []byte) (site struct {
	Version, Base string
	Files, Met    map[string]string
}, script string) {
	t.Helper()
	first, rest, _ := strings.Cut(string(worker), ";\n")
	list, ok := strings.CutPrefix(first, "const SITE = ")
	if !ok {
		t.Fatalf("the worker begins with %.80q", worker)
	}
	if err := json.Unmarshal([]byte(list), &site); err != nil {
		t.Fatal(err)
	}
	return site, rest
}

func TestWorkerKnowsEachFileThatItKeeps(t *testing.T) {
	src := small(t, "/gloss/")
	files := made(t, src)
	site, _ := siteOf(t, files["sw.js"].data)
	if site.Version != configOf(t, files["index.html"].data).Version || site.Base != "/gloss/" {
		t.Errorf("version %q, base %q", site.Version, site.Base)
	}
	left := map[string]bool{"sw.js": true, "site.json": true, "404.html": true, "notice.txt": true, hashed("embed.js", files["embed.js"].data): true}
	for name, f := range files {
		want, kept := hash(f.data), !left[name] && !strings.HasPrefix(name, "screenshots/") && path.Ext(name) != ".gz" && path.Ext(name) != ".png"
		if path.Ext(name) == ".html" {
			want = ""
			if kept && !bytes.Contains(f.data, []byte(site.Version)) {
				t.Errorf("%s does not say of which version it is", name)
			}
		}
		list := site.Files
		if strings.HasPrefix(name, "models/en.") {
			list = site.Met
			if _, always := site.Files[name]; always {
				t.Errorf("%s is kept before its language was met", name)
			}
		}
		if got, is := list[name]; is != kept || kept && got != want {
			t.Errorf("%s: kept %t with hash %q, want %t with %q", name, is, got, kept, want)
		}
	}
	pictures, _ := kept([]file{{path: "screenshots/wide.0123456789ab.png"}, {path: "manifest/x.png"}, {path: "icons/x.png"}, {path: "icons/x.svg"}})
	if _, is := pictures["icons/x.svg"]; !is || len(pictures) != 1 {
		t.Errorf("of pictures %v are kept", pictures)
	}
}

func TestAnotherWorkerIsAnotherVersion(t *testing.T) {
	src := small(t, "/")
	before, _ := siteOf(t, made(t, src)["sw.js"].data)
	src.web.(fstest.MapFS)["sw.js"] = &fstest.MapFile{Data: []byte("addEventListener('install', () => {});")}
	if after, _ := siteOf(t, made(t, src)["sw.js"].data); after.Version == before.Version {
		t.Error("two workers share a version, and so a cache")
	}
}

func TestKillSwitchTakesThePlaceOfTheWorkerAlone(t *testing.T) {
	src := small(t, "/gloss/")
	before := made(t, src)
	src.kill = true
	after := made(t, src)
	site, script := siteOf(t, after["sw.js"].data)
	if len(site.Files) != 0 || site.Base != "/gloss/" {
		t.Errorf("the kill switch is told %+v", site)
	}
	if !strings.Contains(script, "registration.unregister()") || strings.Contains(script, `"fetch"`) || strings.Contains(script, "claim") {
		t.Errorf("not the kill switch: %s", script)
	}
	for name, f := range before {
		if _, there := after[name]; !there {
			t.Errorf("%s is missing from the site with the kill switch", name)
		} else if immutableName.MatchString(name) && !bytes.Equal(after[name].data, f.data) {
			t.Errorf("%s differs", name)
		}
	}
	delete(src.web.(fstest.MapFS), "kill.js")
	if _, err := assemble(src); err == nil {
		t.Error("a site without web/kill.js was built")
	}
}
