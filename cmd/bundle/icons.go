package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"
)

// icons are the site's icons, with their paths below its prefix.
type icons struct {
	svg, touch string          // for the page's head
	app        []icon          // for the manifest
	shortcuts  map[string]icon // by the name of the drawing
}

// icon is a picture as the manifest names it.
type icon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

// drawing is the part of SVG that web/icons/*.svg keep to: rectangles of one colour on a square. The first one is the ground.
type drawing struct {
	ViewBox string `xml:"viewBox,attr"`
	Rects   []rect `xml:"rect"`
}

type rect struct {
	X      float64 `xml:"x,attr"`
	Y      float64 `xml:"y,attr"`
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Fill   string  `xml:"fill,attr"`
	Class  string  `xml:"class,attr"` // "tint": lies under others, and is left out where there is one colour only
}

// purpose is what a picture of an icon is for, in the words of the manifest.
type purpose string

const (
	whole      purpose = "any"
	maskable   purpose = "maskable"   // the ground fills the square; a phone cuts a circle or another form out of it
	monochrome purpose = "monochrome" // one colour on nothing, to be coloured and cut by the phone
)

// maskedShrink keeps the drawing inside the circle of 80% that no mask cuts (Web Application Manifest, "icon masks and safe zone").
const maskedShrink = 0.9

// addIcons adds web/icons/icon.svg, the PNG pictures of it that manifests and phones ask for, and those of the other drawings, for shortcuts.
func addIcons(web fs.FS, add func(kind, name string, data []byte) string) (icons, error) {
	const name = "icons/icon.svg"
	svg, err := fs.ReadFile(web, name)
	if err != nil {
		return icons{}, err
	}
	out := icons{svg: hashed(name, svg), shortcuts: map[string]icon{}}
	add("manifest, icon", out.svg, svg)
	out.app = []icon{{out.svg, "any", "image/svg+xml", string(whole)}}
	picture := func(from, to string, pixels int, p purpose) (icon, error) {
		data, err := paintFile(web, from, pixels, p)
		if err != nil {
			return icon{}, fmt.Errorf("%s: %w", from, err)
		}
		i := icon{hashed(to, data), fmt.Sprintf("%dx%d", pixels, pixels), "image/png", string(p)}
		add("", i.Src, data)
		return i, nil
	}
	touch, err := picture(name, "icons/touch.png", 180, whole)
	if err != nil {
		return icons{}, err
	}
	out.touch = touch.Src
	for _, p := range []struct {
		pixels  int
		purpose purpose
	}{{192, whole}, {512, whole}, {512, maskable}, {512, monochrome}} {
		i, err := picture(name, fmt.Sprintf("icons/%s-%d.png", p.purpose, p.pixels), p.pixels, p.purpose)
		if err != nil {
			return icons{}, err
		}
		out.app = append(out.app, i)
	}
	others, err := fs.Glob(web, "icons/*.svg")
	if err != nil {
		return icons{}, err
	}
	for _, from := range others {
		if from == name {
			continue
		}
		short := strings.TrimSuffix(path.Base(from), ".svg")
		i, err := picture(from, "icons/"+short+".png", 96, whole)
		if err != nil {
			return icons{}, err
		}
		out.shortcuts[short] = i
	}
	return out, nil
}

func paintFile(web fs.FS, name string, pixels int, p purpose) ([]byte, error) {
	svg, err := fs.ReadFile(web, name)
	if err != nil {
		return nil, err
	}
	var d drawing
	if err := xml.Unmarshal(svg, &d); err != nil {
		return nil, err
	}
	return d.paint(pixels, p)
}

// paint gives the drawing as a square PNG of so many pixels. The ground always fills the square; where a mask may cut, the rest is shrunk
// towards the centre.
func (d drawing) paint(pixels int, p purpose) ([]byte, error) {
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
		if p == monochrome {
			if i == 0 || r.Class == "tint" {
				continue
			}
			c = color.RGBA{A: 255}
		}
		shrink := maskedShrink
		if i == 0 || p == whole {
			shrink = 1
		}
		place := func(v float64) float64 { return ((v-side/2)*shrink + side/2) * float64(pixels) / side }
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
			if a == 1 {
				img.SetRGBA(x, y, c)
				continue
			}
			under := img.RGBAAt(x, y)
			mix := func(new, old uint8) uint8 { return uint8(math.Round(a*float64(new) + (1-a)*float64(old))) }
			img.SetRGBA(x, y, color.RGBA{mix(c.R, under.R), mix(c.G, under.G), mix(c.B, under.B), mix(c.A, under.A)})
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
