package pdf

import (
	"bytes"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// desk is what one document after another is drawn at. To fpdf a document is a template, of
// which it gives the contents of the pages: a file of its own, with fonts in it, would take
// many times longer.
type desk struct {
	sheet    *fpdf.Fpdf
	fontLine []byte // fpdf sets its only font at the head of each page
	deflater
}

// deskFont is the only font that fpdf knows: in it fpdf spells text by numbers of letters,
// as in every other.
const deskFont = "desk"

func newDesk(family *fonts.Family) (*desk, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	f.SetLineCapStyle("square") // the rules of a corner close it
	f.AddUTF8FontFromBytes(deskFont, "", family.Regular.Data)
	d := &desk{sheet: f}
	empty := f.CreateTemplate(func(t *fpdf.Tpl) { t.SetFont(deskFont, "", 1) }).Bytes()
	if i := bytes.Index(empty, []byte("BT /F")); i >= 0 {
		d.fontLine = empty[i:]
	}
	return d, f.Error()
}

// draw draws placed pages.
func (d *desk) draw(doc *layout.Document, pages []Page, used []usedFace) (*drawing, error) {
	drawing := &drawing{tree: newTree(doc, len(pages)), used: used}
	var err error
	size := fpdf.SizeType{Wd: doc.Page.Width.Points(), Ht: doc.Page.Height.Points()}
	template := d.sheet.CreateTemplateCustom(fpdf.PointType{}, size, func(t *fpdf.Tpl) {
		t.SetFont(deskFont, "", 1)
		p := &pen{Tpl: t, drawing: drawing}
		for i, page := range pages {
			if i > 0 {
				t.AddPage()
			}
			p.page(page)
		}
		err = t.Error()
	})
	for _, page := range template.FromPages() {
		drawing.contents = append(drawing.contents, bytes.ReplaceAll(page.Bytes(), d.fontLine, nil))
	}
	return drawing, err
}

// drawing is what was drawn of a document.
type drawing struct {
	tree     *tree
	contents [][]byte // of the pages
	used     []usedFace
}

// all is every letter that was drawn, in whatever face.
func (d *drawing) all() *letters {
	var all letters
	for _, u := range d.used {
		all.join(u.letters)
	}
	return &all
}
