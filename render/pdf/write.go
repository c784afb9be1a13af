// Package pdf writes a laid-out document as PDF: paginate places it, fpdf draws that and
// decides nothing more, finish makes a file for the archive and for screen readers of it
// (PDF/A-3a, PDF/UA-1).
package pdf

import (
	"fmt"
	"io"
	"sync"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
	"phuluc2b/render/pdf/subset"
)

// Writer writes documents set in one family. It keeps what many of them share: goroutines
// may share it.
type Writer struct {
	family    *fonts.Family
	subsetter subset.Subsetter
	canvases  sync.Pool // of *canvas
}

// NewWriter is a Writer for documents set in a family.
func NewWriter(family *fonts.Family) *Writer { return &Writer{family: family} }

// Write writes a document and returns its number of pages: PDF/A-3a with its attachments
// and, if it has a title and a language, PDF/UA-1. The same document gives the same bytes,
// whatever was written before. Nothing is written if it cannot be drawn.
func (w *Writer) Write(out io.Writer, doc *layout.Document) (pages int, err error) {
	placed := paginate.Place(doc, w.family)
	if err := drawable(doc.Meta, placed, w.family); err != nil {
		return 0, err
	}
	file, err := w.make(doc, placed)
	if err != nil {
		return 0, err
	}
	_, err = out.Write(file)
	return len(placed), err
}

// make draws and finishes a file. An office may bring its own fonts, and fpdf panics at a
// damaged one: that is an error here.
func (w *Writer) make(doc *layout.Document, placed []paginate.Page) (file []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("pdf: cannot draw with these fonts: %v", fault)
		}
	}()
	d, _ := w.canvases.Get().(*canvas)
	used := inUse(placed, w.family)
	cuts := make(chan subset.Result, 1)
	go func() { cuts <- w.subsetter.Subset(used) }() // takes as long as all else
	if d == nil {
		if d, err = newCanvas(w.family); err != nil {
			return nil, err
		}
	}
	drawing, err := d.draw(doc, placed, used)
	if err != nil {
		return nil, err
	}
	cut := <-cuts
	if cut.Err != nil {
		return nil, cut.Err
	}
	if err := drawing.verify(len(placed), len(cut.Fonts)); err != nil {
		return nil, err
	}
	file, err = finish(doc, placed, drawing, cut.Fonts, &d.deflater)
	w.canvases.Put(d)
	return file, err
}

// date is t in UTC. A report that has no date yet gets a fixed one: the clock must not
// show in a file.
func date(t time.Time) time.Time {
	if t.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return t.UTC()
}
