package main

import (
	"encoding/json"
	"fmt"
	"image"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
)

// manifest is what a browser reads of it.
type manifest struct {
	ID, Scope string
	StartURL  string `json:"start_url"`
	Icons     []icon
	Shortcuts []struct {
		Name, URL string
		Icons     []icon
	}
	Screenshots []struct {
		icon
		FormFactor string `json:"form_factor"`
		Label      string
	}
}

func manifestOf(t *testing.T, files map[string]file) (m manifest) {
	t.Helper()
	if err := json.Unmarshal(files["manifest.webmanifest"].data, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestEveryAddressOfTheManifestIsThere(t *testing.T) {
	for _, base := range []string{"/", "/gloss/"} {
		files := made(t, small(t, base))
		m := manifestOf(t, files)
		at, err := url.Parse("https://host" + base + "manifest.webmanifest")
		if err != nil {
			t.Fatal(err)
		}
		path := func(ref string) string {
			to, err := at.Parse(ref)
			if err != nil {
				t.Fatal(err)
			}
			return to.Path
		}
		pages := []string{m.StartURL, m.Scope}
		for _, s := range m.Shortcuts {
			pages = append(pages, s.URL)
		}
		for _, ref := range pages {
			if path(ref) != base {
				t.Errorf("%s: %q leads to %s", base, ref, path(ref))
			}
		}
		if id, err := at.Parse(m.ID); err != nil || id.Path != base || !strings.HasPrefix(m.ID, "/") {
			t.Errorf("id %q: browsers resolve it from the host's root, so it must be %s", m.ID, base)
		}
		for _, i := range picturesOf(m) {
			f, ok := files[strings.TrimPrefix(path(i.Src), base)]
			if !ok {
				t.Errorf("%s: %q is not a file of the site", base, i.Src)
				continue
			}
			if i.Type == "image/png" {
				if size := decoded(t, f.data).Bounds(); i.Sizes != fmt.Sprintf("%dx%d", size.Dx(), size.Dy()) {
					t.Errorf("%s has %v, not %s", i.Src, size, i.Sizes)
				}
			}
		}
	}
}

// picturesOf gives all pictures that a manifest names.
func picturesOf(m manifest) []icon {
	all := m.Icons
	for _, s := range m.Shortcuts {
		all = append(all, s.Icons...)
	}
	for _, s := range m.Screenshots {
		all = append(all, s.icon)
	}
	return all
}

func TestTheManifestHasWhatPhonesAsk(t *testing.T) {
	files := made(t, small(t, "/"))
	m := manifestOf(t, files)
	var icons, shots []string
	for _, i := range m.Icons {
		icons = append(icons, i.Purpose+" "+i.Sizes)
	}
	if got, want := strings.Join(icons, ", "), "any any, any 192x192, any 512x512, maskable 512x512, monochrome 512x512"; got != want {
		t.Errorf("icons: %s, want %s", got, want)
	}
	for _, i := range m.Icons {
		if i.Type == "image/png" && i.Purpose != string(monochrome) && !opaque(decoded(t, files[i.Src].data)) {
			t.Errorf("%s lets the ground show through", i.Src)
		}
	}
	for _, s := range m.Screenshots {
		shots = append(shots, s.FormFactor+" "+s.Sizes)
		if f := files[s.Src]; s.Label == "" || len(f.data) >= 200_000 {
			t.Errorf("screenshot %s: label %q, %d bytes", s.Src, s.Label, len(f.data))
		}
	}
	if got, want := strings.Join(shots, ", "), "wide 1280x800, wide 1280x800, narrow 390x844, narrow 390x844"; got != want {
		t.Errorf("screenshots: %s, want %s", got, want)
	}
	if len(m.Shortcuts) != 2 || m.Shortcuts[0].URL != "./?paste" || m.Shortcuts[1].URL != "./?sample" {
		t.Errorf("shortcuts: %+v", m.Shortcuts)
	}
	for _, s := range m.Shortcuts {
		if len(s.Icons) != 1 || s.Icons[0].Sizes != "96x96" {
			t.Errorf("shortcut %s: %+v", s.Name, s.Icons)
		}
	}
	if strings.Contains(string(files["sw.js"].data), "screenshots/") {
		t.Error("the service worker keeps screenshots, which no page shows")
	}
}

func opaque(img image.Image) bool {
	o, ok := img.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

func TestAManifestThatNamesWhatIsNotThere(t *testing.T) {
	for about, text := range map[string]string{
		"icons/cut.svg":        `{"shortcuts": [{"name": "Cut", "icon": "cut"}]}`,
		"screenshots/none.png": `{"screenshots": [{"file": "none.png"}]}`,
		"webmanifest":          `{"name": `,
	} {
		src := small(t, "/")
		src.web.(fstest.MapFS)["manifest/manifest.webmanifest"] = &fstest.MapFile{Data: []byte(text)}
		if _, err := assemble(src); err == nil || !strings.Contains(err.Error(), about) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestAManifestWithoutItsTextIsRefused(t *testing.T) {
	if _, err := named("manifest.", []byte(`{"name": "=nothing.of.the.kind"}`)); err == nil {
		t.Error("a key that words.txt doesn't have was let through")
	}
	if got, err := named("manifest.", []byte(`{"name": "=paste.short", "lang": "en"}`)); err != nil || string(got) != `{"name": "Paste", "lang": "en"}` {
		t.Errorf("%s, %v", got, err)
	}
}
