package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math"
	"strconv"
	"strings"
)

// icons are the paths of the site's icons, below its prefix.
type icons struct {
	svg, touch, small, large, maskable string
}

// drawing is the part of SVG that web/icons/icon.svg keeps to: rectangles of one colour on a square.
type drawing struct {
	ViewBox string `xml:"viewBox,attr"`
	Rects   []struct {
		X      float64 `xml:"x,attr"`
		Y      float64 `xml:"y,attr"`
		Width  float64 `xml:"width,attr"`
		Height float64 `xml:"height,attr"`
		Fill   string  `xml:"fill,attr"`
	} `xml:"rect"`
}

// addIcons adds web/icons/icon.svg and the PNG pictures of it that manifests and phones ask for.
func addIcons(web fs.FS, add func(kind, name string, data []byte) string) (icons, error) {
	svg, err := fs.ReadFile(web, "icons/icon.svg")
	if err != nil {
		return icons{}, err
	}
	var d drawing
	if err := xml.Unmarshal(svg, &d); err != nil {
		return icons{}, fmt.Errorf("icons/icon.svg: %w", err)
	}
	out := icons{svg: hashed("icons/icon.svg", svg)}
	add("manifest, icon", out.svg, svg)
	for _, size := range []struct {
		path   *string
		name   string
		pixels int
		shrink float64 // a maskable icon keeps its drawing inside the circle of 80% that a phone may cut out
	}{
		{&out.touch, "icons/touch.png", 180, 1},
		{&out.small, "icons/icon-192.png", 192, 1},
		{&out.large, "icons/icon-512.png", 512, 1},
		{&out.maskable, "icons/maskable-512.png", 512, 0.8},
	} {
		data, err := d.paint(size.pixels, size.shrink)
		if err != nil {
			return icons{}, fmt.Errorf("icons/icon.svg: %w", err)
		}
		*size.path = hashed(size.name, data)
		add("", *size.path, data)
	}
	return out, nil
}

// paint gives the drawing as a square PNG of so many pixels. The first rectangle is the ground and always fills the square; the others are
// shrunk towards the centre.
func (d drawing) paint(pixels int, shrink float64) ([]byte, error) {
	var x, y, side, height float64
	if _, err := fmt.Sscan(d.ViewBox, &x, &y, &side, &height); err != nil || side != height || x != 0 || y != 0 {
		return nil, fmt.Errorf("viewBox %q: want a square at 0 0", d.ViewBox)
	}
	img := image.NewRGBA(image.Rect(0, 0, pixels, pixels))
	for i, r := range d.Rects {
		c, err := parseColor(r.Fill)
		if err != nil {
			return nil, err
		}
		k := shrink
		if i == 0 {
			k = 1
		}
		place := func(v float64) float64 { return ((v-side/2)*k + side/2) * float64(pixels) / side }
		paintRect(img, place(r.X), place(r.Y), place(r.X+r.Width), place(r.Y+r.Height), c)
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
	return b.Bytes(), err
}

// paintRect paints a rectangle; a pixel that it covers in part is mixed by the share covered.
func paintRect(img *image.RGBA, x0, y0, x1, y1 float64, c color.RGBA) {
	cover := func(lo, hi float64, pixel int) float64 {
		return max(0, min(hi, float64(pixel+1))-max(lo, float64(pixel)))
	}
	for y := int(y0); y < int(math.Ceil(y1)); y++ {
		for x := int(x0); x < int(math.Ceil(x1)); x++ {
			a := cover(x0, x1, x) * cover(y0, y1, y)
			under := img.RGBAAt(x, y)
			mix := func(new, old uint8) uint8 { return uint8(math.Round(a*float64(new) + (1-a)*float64(old))) }
			img.SetRGBA(x, y, color.RGBA{mix(c.R, under.R), mix(c.G, under.G), mix(c.B, under.B), 255})
		}
	}
}

func parseColor(s string) (color.RGBA, error) {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 {
		return color.RGBA{}, fmt.Errorf("fill %q: want #rrggbb", s)
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, nil
}

// renderManifest puts the icons under their hashed names into web/manifest/manifest.webmanifest; its addresses are relative to itself.
func renderManifest(web fs.FS, ic icons) ([]byte, error) {
	data, err := fs.ReadFile(web, "manifest/manifest.webmanifest")
	if err != nil {
		return nil, err
	}
	manifest := map[string]any{}
	if err := json.Unmarshal(data, &manifest); err != nil {
		return nil, fmt.Errorf("manifest/manifest.webmanifest: %w", err)
	}
	icon := func(src, sizes, typ, purpose string) map[string]string {
		return map[string]string{"src": src, "sizes": sizes, "type": typ, "purpose": purpose}
	}
	manifest["icons"] = []map[string]string{
		icon(ic.svg, "any", "image/svg+xml", "any"),
		icon(ic.small, "192x192", "image/png", "any"),
		icon(ic.large, "512x512", "image/png", "any"),
		icon(ic.maskable, "512x512", "image/png", "maskable"),
	}
	return json.Marshal(manifest) // keys come out sorted
}
