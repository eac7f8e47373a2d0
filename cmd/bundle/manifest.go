package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"io/fs"
	"regexp"

	"gloss/app/page"
)

// renderManifest completes web/manifest/manifest.webmanifest by what follows from the build: the pictures under their hashed names and with the sizes that
// they have. All its addresses are relative to itself but the id, which browsers resolve from the host's root.
func renderManifest(src source, ic icons, add func(kind, name string, data []byte) string) ([]byte, error) {
	const name = "manifest/manifest.webmanifest"
	data, err := fs.ReadFile(src.web, name)
	if err != nil {
		return nil, err
	}
	if data, err = named("manifest.", data); err != nil {
		return nil, err
	}
	var rest map[string]json.RawMessage
	var parts struct {
		Shortcuts   []map[string]any `json:"shortcuts"`
		Screenshots []map[string]any `json:"screenshots"`
	}
	if err := json.Unmarshal(data, &rest); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := json.Unmarshal(data, &parts); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, s := range parts.Shortcuts {
		drawn, ok := ic.shortcuts[fmt.Sprint(s["icon"])]
		if !ok {
			return nil, fmt.Errorf("%s: shortcut %v: no drawing icons/%v.svg", name, s["name"], s["icon"])
		}
		delete(s, "icon")
		s["icons"] = []icon{drawn}
	}
	for _, s := range parts.Screenshots {
		shot, err := addScreenshot(src.web, fmt.Sprint(s["file"]), add)
		if err != nil {
			return nil, err
		}
		delete(s, "file")
		s["src"], s["sizes"], s["type"] = shot.Src, shot.Sizes, shot.Type
	}
	manifest := map[string]any{}
	for key, value := range rest {
		manifest[key] = value
	}
	manifest["id"], manifest["icons"], manifest["shortcuts"], manifest["screenshots"] = src.base, ic.app, parts.Shortcuts, parts.Screenshots
	return json.Marshal(manifest) // keys come out sorted
}

// named puts texts of app/page/words.txt, whose keys have the prefix, in the place of the values "=key".
func named(prefix string, data []byte) (_ []byte, err error) {
	texts := page.Texts(prefix)
	out := key.ReplaceAllFunc(data, func(value []byte) []byte {
		text, ok := texts[string(key.FindSubmatch(value)[1])]
		if !ok {
			err = fmt.Errorf("app/page/words.txt has no text for %s of %s", value, prefix)
		}
		quoted, _ := json.Marshal(text) // a string always can be
		return quoted
	})
	return out, err
}

var key = regexp.MustCompile(`"=([a-z][^"]*)"`)

// addScreenshot adds a picture of web/screenshots, which wasm/journeys/screenshots.mjs takes.
func addScreenshot(web fs.FS, name string, add func(kind, name string, data []byte) string) (icon, error) {
	name = "screenshots/" + name
	data, err := fs.ReadFile(web, name)
	if err != nil {
		return icon{}, err
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return icon{}, fmt.Errorf("%s: %w", name, err)
	}
	shot := icon{Src: hashed(name, data), Sizes: fmt.Sprintf("%dx%d", size.Width, size.Height), Type: "image/png"}
	add("", shot.Src, data)
	return shot, nil
}
