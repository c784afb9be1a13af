// Package pdf writes a laid-out document as PDF. Place breaks it into lines and pages and
// gives everything its place; fpdf draws that and decides nothing more; finish makes a file
// for the archive and for screen readers of it. Attachments reads back what it was made from.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// program names what made the file, without a version: the same document gives the same
// bytes.
const program = "phuluc2b"

// Write writes a document, set in a family, and returns its number of pages: PDF/A-3a with
// its attachments and, if it has a title and a language, PDF/UA-1. The same document gives
// the same bytes. Nothing is written if it cannot be drawn.
func Write(w io.Writer, doc *layout.Document, family *fonts.Family) (pages int, err error) {
	placed := Place(doc, family)
	if err := drawable(doc.Meta, placed, family); err != nil {
		return 0, err
	}
	pen, drawing, err := draw(doc, placed, family)
	if err != nil {
		return 0, err
	}
	file, err := finish(doc, placed, pen, drawing)
	if err != nil {
		return 0, err
	}
	_, err = w.Write(file)
	return len(placed), err
}

// draw turns placed pages into a file of fpdf's. An office may bring its own fonts, and fpdf
// panics at a damaged one: that is an error here.
func draw(doc *layout.Document, pages []Page, family *fonts.Family) (p *pen, file []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("pdf: cannot draw with these fonts: %v", fault)
		}
	}()
	p = newPen(newDrawing(doc.Page), family, newTree(doc, len(pages)))
	for _, page := range pages {
		p.page(page)
	}
	var buf bytes.Buffer
	err = p.Output(&buf)
	return p, buf.Bytes(), err
}

// newDrawing is an empty file of fpdf's, of the right paper.
func newDrawing(paper layout.Page) *fpdf.Fpdf {
	size := fpdf.SizeType{Wd: paper.Width.Points(), Ht: paper.Height.Points()}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false)     // one writer for all pages is faster: see deflater
	f.SetLineCapStyle("square") // the rules of a corner close it
	f.SetCatalogSort(true)
	return f
}

// date is t in UTC. A report that has no date yet gets a fixed one: the clock must not
// show in a file.
func date(t time.Time) time.Time {
	if t.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return t.UTC()
}
