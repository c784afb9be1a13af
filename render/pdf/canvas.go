package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
	"phuluc2b/render/pdf/object"
	"phuluc2b/render/pdf/subset"
)

// canvas draws one document after another. Each is an fpdf template, of which only the
// contents of the pages are taken: a whole file by fpdf, with fonts in it, takes many times
// longer.
type canvas struct {
	sheet    *fpdf.Fpdf
	fontLine []byte // by which fpdf sets its only font at the head of each page
	deflater
}

// canvasFont is the only font that fpdf is given. Whatever the font, fpdf writes text as the
// code points of its letters, two bytes each.
const canvasFont = "canvas"

func newCanvas(family *fonts.Family) (*canvas, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	f.SetLineCapStyle("square") // the rules of a corner close it
	f.AddUTF8FontFromBytes(canvasFont, "", family.Regular.Data)
	empty := f.CreateTemplate(func(t *fpdf.Tpl) { t.SetFont(canvasFont, "", 1) }).Bytes()
	if f.Error() != nil {
		return nil, f.Error()
	}
	start := bytes.Index(empty, []byte("BT /F"))
	if start < 0 {
		return nil, fmt.Errorf("%w: an empty page sets no font", errDrawing)
	}
	return &canvas{sheet: f, fontLine: empty[start:]}, nil
}

// draw draws placed pages. It fails if fpdf does, or if its output is not understood.
func (d *canvas) draw(doc *layout.Document, pages []paginate.Page, used []subset.Use) (*drawing, error) {
	drawing := &drawing{tree: newTree(doc, len(pages)), used: used}
	var err error
	size := fpdf.SizeType{Wd: doc.Page.Width.Points(), Ht: doc.Page.Height.Points()}
	template := d.sheet.CreateTemplateCustom(fpdf.PointType{}, size, func(t *fpdf.Tpl) {
		t.SetFont(canvasFont, "", 1)
		p := &pen{Tpl: t, doc: doc, drawing: drawing}
		for i, page := range pages {
			if i > 0 {
				t.AddPage()
			}
			p.page(page)
		}
		err = t.Error()
	})
	if err != nil {
		return nil, err
	}
	for _, page := range template.FromPages() {
		contents, err := d.take(page.Bytes())
		if err != nil {
			return nil, err
		}
		drawing.contents = append(drawing.contents, contents)
	}
	return drawing, nil
}

// drawing is the page contents of a document, with what finish needs to know of them.
type drawing struct {
	tree     *tree
	contents [][]byte // of the pages
	used     []subset.Use
}

// all is the letters drawn in any face.
func (d *drawing) all() *subset.Letters {
	var all subset.Letters
	for _, u := range d.used {
		all.Join(u.Letters)
	}
	return &all
}

// inUse lists the faces that placed pages are set in, by first use, with their letters.
func inUse(pages []paginate.Page, family *fonts.Family) []subset.Use {
	var used []subset.Use
	for _, page := range pages {
		for _, line := range page.Lines {
			i := indexOf(used, line.Style)
			if i < 0 {
				i = len(used)
				s := line.Style
				used = append(used, subset.Use{Bold: s.Bold, Italic: s.Italic, Face: family.Face(s.Bold, s.Italic), Letters: &subset.Letters{}})
			}
			used[i].Letters.Add(line.Text + line.Gap)
		}
	}
	return used
}

// indexOf is the index of the face of a style; -1 for none.
func indexOf(used []subset.Use, style *layout.Style) int {
	return slices.IndexFunc(used, func(u subset.Use) bool { return u.Bold == style.Bold && u.Italic == style.Italic })
}

// faceName is the resource name of a face in page contents: "F0".
func faceName(i int) object.Name { return object.Name("F" + strconv.Itoa(i)) }
