// Package pdf writes a laid-out document as PDF. Place breaks it into lines and pages and
// gives everything its place; the drawing decides nothing more.
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

// Write writes a document, set in a family, and returns its number of pages. The same
// document gives the same bytes. Nothing is written if it cannot be drawn.
func Write(w io.Writer, doc *layout.Document, family *fonts.Family) (pages int, err error) {
	placed := Place(doc, family)
	if err := drawable(doc.Meta, placed); err != nil {
		return 0, err
	}
	file, err := draw(doc, placed, family)
	if err != nil {
		return 0, err
	}
	_, err = w.Write(declare(file))
	return len(placed), err
}

// draw turns placed pages into a file. An office may bring its own fonts, and fpdf panics
// at a damaged one: that is an error here.
func draw(doc *layout.Document, pages []Page, family *fonts.Family) (file []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("pdf: cannot draw with these fonts: %v", fault)
		}
	}()
	p := newPen(newFile(doc), family, doc.Page.Number)
	for _, page := range pages {
		p.page(page)
	}
	var buf bytes.Buffer
	err = p.Output(&buf)
	return buf.Bytes(), err
}

// newFile is an empty file of the right paper that says what doc says of itself.
func newFile(doc *layout.Document) *fpdf.Fpdf {
	size := fpdf.SizeType{Wd: doc.Page.Width.Points(), Ht: doc.Page.Height.Points()}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	f.SetAutoPageBreak(false, 0)
	f.SetLineCapStyle("square") // the rules of a corner close it
	f.SetCatalogSort(true)
	f.SetCreationDate(date(doc.Meta.Date))
	f.SetModificationDate(date(doc.Meta.Date))
	f.SetTitle(doc.Meta.Title, true)
	f.SetAuthor(doc.Meta.Author, true)
	f.SetSubject(doc.Meta.Subject, true)
	f.SetLang(doc.Meta.Language)
	f.SetProducer(program, true)
	f.SetCreator(program, true)
	return f
}

// date is t in UTC. A report that has no date yet gets a fixed one, for fpdf would read
// the clock.
func date(t time.Time) time.Time {
	if t.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return t.UTC()
}

// declare raises the version that the file claims: fpdf says 1.3, but /Lang came with 1.4,
// which is the least that offices take (NĐ 30/2020). No offset in the file changes.
func declare(file []byte) []byte {
	if header := []byte("%PDF-1.3"); bytes.HasPrefix(file, header) {
		file[len(header)-1] = '4'
	}
	return file
}
