package pdf

import (
	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// drawing is the page contents of a document, with what finish needs to know of them.
type drawing struct {
	tree  *tree
	text  [][]byte // operators of each page
	rules [][]byte // those after them
}

// draw draws placed pages as an fpdf template, of which only the contents of the pages are
// taken: a whole file by fpdf takes many times longer, and says less.
func draw(doc *layout.Document, pages []paginate.Page, used faces) (*drawing, error) {
	drawing := &drawing{tree: newTree(doc, len(pages))}
	var err error
	size := fpdf.SizeType{Wd: doc.Page.Width.Points(), Ht: doc.Page.Height.Points()}
	template := fpdf.CreateTpl(fpdf.PointType{}, size, "P", "pt", "", func(t *fpdf.Tpl) {
		t.SetLineCapStyle("square") // the rules of a corner close it
		p := &pen{Tpl: t, doc: doc, tree: drawing.tree, faces: used, height: doc.Page.Height}
		for i, page := range pages {
			if i > 0 {
				t.AddPage()
			}
			drawing.text = append(drawing.text, p.page(page))
		}
		err = t.Error()
	})
	for _, page := range template.FromPages() {
		drawing.rules = append(drawing.rules, page.Bytes())
	}
	return drawing, err
}
