package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"testing"
)

func painted(t *testing.T, d drawing, pixels int, p purpose) image.Image {
	t.Helper()
	data, err := d.paint(pixels, p)
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, data)
}

func decoded(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestPaintMixesPixelsThatAreCoveredInPart(t *testing.T) {
	d := drawing{ViewBox: "0 0 2 2", Rects: []rect{{Width: 2, Height: 2, Fill: "#ffffff"}, {X: 0.5, Width: 1, Height: 1, Fill: "#000000"}}}
	img := painted(t, d, 2, whole)
	for _, c := range []struct{ x, y, want int }{{0, 0, 128}, {1, 0, 128}, {0, 1, 255}, {1, 1, 255}} {
		if r, _, _, _ := img.At(c.x, c.y).RGBA(); int(r>>8) != c.want {
			t.Errorf("pixel %d %d: %d, want %d", c.x, c.y, r>>8, c.want)
		}
	}
	d.ViewBox = "0 0 2 3"
	if _, err := d.paint(2, whole); err == nil {
		t.Error("a drawing that is not square was taken")
	}
	d.ViewBox, d.Rects[0].Fill = "0 0 2 2", "white"
	if _, err := d.paint(2, whole); err == nil {
		t.Error("a colour by name was taken")
	}
}

func TestNothingIsDrawnWhereAMaskMayCut(t *testing.T) {
	for _, p := range []purpose{maskable, monochrome} {
		data, err := paintFile(os.DirFS("../../web"), "icons/icon.svg", 512, p)
		if err != nil {
			t.Fatal(err)
		}
		img, drawn := decoded(t, data), 0
		ground := img.At(0, 0)
		for y := range 512 {
			for x := range 512 {
				if img.At(x, y) == ground {
					continue
				}
				drawn++
				if far := math.Hypot(float64(x)+0.5-256, float64(y)+0.5-256); far > 0.4*512 {
					t.Fatalf("%s: pixel %d %d is %.0f from the middle: only 205 are safe", p, x, y, far)
				}
			}
		}
		if drawn < 512*512/20 {
			t.Errorf("%s: only %d pixels are drawn", p, drawn)
		}
	}
}

func TestAMonochromeIconHasOneColourOnNothing(t *testing.T) {
	data, err := paintFile(os.DirFS("../../web"), "icons/icon.svg", 512, monochrome)
	if err != nil {
		t.Fatal(err)
	}
	img, clear, full := decoded(t, data), 0, 0
	for y := range 512 {
		for x := range 512 {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			switch c.A {
			case 0:
				clear++
			case 255:
				full++
			}
			if c.A > 0 && (c.R|c.G|c.B) != 0 {
				t.Fatalf("pixel %d %d has the colour %v", x, y, c)
			}
		}
	}
	if clear < 512*512/2 || full < 512*512/20 {
		t.Errorf("%d pixels are clear, %d are full", clear, full)
	}
	// The word that is marked stands apart from the line under it: the tint between them is left out.
	unit := func(v float64) int { return int(((v-32)*maskedShrink + 32) * 8) }
	for _, c := range []struct {
		y    float64
		want bool
	}{{32, true}, {35.5, false}, {38.5, true}} {
		if _, _, _, a := img.At(unit(25), unit(c.y)).RGBA(); (a == 0xffff) != c.want {
			t.Errorf("at 25 %v: alpha %d", c.y, a)
		}
	}
}
