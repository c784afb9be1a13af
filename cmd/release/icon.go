package main

import (
	"image"
	"image/color"
	"image/draw"
)

// icon draws the sign of the program: a sheet with a table of five columns, of which the one with
// the figures is marked.
func icon(size int) image.Image {
	sign := image.NewNRGBA(image.Rect(0, 0, size, size))
	at := func(part float64) int { return int(part*float64(size) + 0.5) }
	fill := func(left, top, right, bottom float64, c color.Color) {
		draw.Draw(sign, image.Rect(at(left), at(top), max(at(right), at(left)+1), max(at(bottom), at(top)+1)), image.NewUniform(c), image.Point{}, draw.Src)
	}
	ink := color.NRGBA{0x1f, 0x3a, 0x5f, 0xff}
	rule := color.NRGBA{0x8f, 0xa3, 0xba, 0xff}
	fill(0.12, 0.03, 0.88, 0.97, ink)
	fill(0.16, 0.07, 0.84, 0.93, color.White)
	fill(0.28, 0.13, 0.72, 0.17, ink) // the title
	const top, bottom, rows = 0.25, 0.87, 5
	fill(0.22, top, 0.78, top+0.10, ink)
	fill(0.54, top+0.10, 0.66, bottom, color.NRGBA{0xc8, 0x10, 0x2e, 0xff})
	for _, x := range []float64{0.22, 0.30, 0.54, 0.66, 0.765} {
		fill(x, top, x+0.015, bottom, rule)
	}
	for row := range rows {
		y := top + 0.10 + float64(row)*(bottom-top-0.10)/(rows-1)
		fill(0.22, y, 0.78, y+0.015, rule)
	}
	return sign
}
