package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
)

// A version of fpdf that sets its font in other words, or on some pages only, is refused.
func TestFontLineOfAnotherVersion(t *testing.T) {
	t.Parallel()
	p := onPages(t, rendertest.Filled(60))
	for what, change := range map[string]func(*canvas){
		"empty":         func(d *canvas) { d.fontLine = nil },
		"other size":    func(d *canvas) { d.fontLine = bytes.Replace(d.fontLine, []byte("1.00"), []byte("1"), 1) },
		"other name":    func(d *canvas) { d.fontLine = []byte("BT /F2 1.00 Tf ET\n") },
		"no line break": func(d *canvas) { d.fontLine = append([]byte("\r"), d.fontLine...) },
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			d, err := newCanvas(p.family)
			if err != nil {
				t.Fatal(err)
			}
			change(d)
			if got, err := d.draw(p.Document, p.pages, inUse(p.pages, p.family)); !errors.Is(err, errDrawing) || got != nil {
				t.Errorf("error %v", err)
			}
		})
	}
}

// Every font that a page selects is one that the file has.
func TestSelectedFonts(t *testing.T) {
	t.Parallel()
	p := onPages(t, rendertest.Filled(60))
	for what, test := range map[string]struct {
		change func(*drawing)
		fonts  int
	}{
		"a font that is not written": {func(*drawing) {}, 2},
		"fpdf's own font": {func(d *drawing) {
			d.contents[1] = append([]byte("BT /F4b1629f8 1.00 Tf ET\n"), d.contents[1]...)
		}, 3},
		"in another operation": {func(d *drawing) { d.contents[2] = append(d.contents[2], "/F9 12 Tf(a)Tj"...) }, 3},
		"none":                 {func(d *drawing) { d.contents[0] = []byte("BT 12 Tf ET") }, 3},
		"a page too few":       {func(d *drawing) { d.contents = d.contents[1:] }, 3},
		"a page too many":      {func(d *drawing) { d.contents = append(d.contents, nil) }, 3},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			drawing := p.draw(t)
			if err := drawing.verify(len(p.pages), 3); err != nil {
				t.Fatal(err)
			}
			test.change(drawing)
			if err := drawing.verify(len(p.pages), test.fonts); !errors.Is(err, errDrawing) {
				t.Errorf("error %v", err)
			}
		})
	}
}

// What only looks like the operator is text, or part of a name.
func TestSelected(t *testing.T) {
	t.Parallel()
	for contents, want := range map[string]string{
		"BT /F0 14.00 Tf ET\n/P <</MCID 1>> BDC\nBT/F12 9 Tf(a)Tj": "F0 F12",
		`(/F1 1 Tf \) /F2 1 Tf (/F3 1 Tf) \\) Tj`:                  "",
		"(/F1 1 Tf":           "",
		"/Tf /F1Tf 1 TfX xTf": "",
		"Tf":                  "",
		"/F1 1 Tf":            "F1",
		"":                    "",
	} {
		t.Run(contents, func(t *testing.T) {
			t.Parallel()
			if got := string(bytes.Join(selected([]byte(contents)), []byte(" "))); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

// The pages of a document select each of its fonts.
func TestSelectedInADocument(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("", "/F9 1 Tf ()", strings.Repeat("(", 9), "\u2f46 \\")
	a.Grid.Rows[2].Cells[3].Paragraphs[0].Text = `\(`
	var names []string
	for _, contents := range onPages(t, a).draw(t).contents {
		for _, name := range selected(contents) {
			names = append(names, string(name))
		}
	}
	slices.Sort(names)
	if got := slices.Compact(names); !slices.Equal(got, []string{"F0", "F1", "F2"}) {
		t.Errorf("%q", got)
	}
}
