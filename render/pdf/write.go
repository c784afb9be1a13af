// Package pdf writes a laid-out document as PDF/A-3a and PDF/UA-1. In three steps: paginate
// places lines and rules, fpdf draws them as page contents, finish writes the file. It imports
// render/layout, render/paginate, fonts and its own object and subset.
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

// Writer writes documents set in one family, and keeps subsets of its faces from one to the
// next. It is safe for concurrent use.
type Writer struct {
	family    *fonts.Family
	subsetter subset.Subsetter
	canvases  sync.Pool // of *canvas
}

// NewWriter is a Writer for documents set in a family.
func NewWriter(family *fonts.Family) *Writer { return &Writer{family: family} }

// Write writes a document and returns its number of pages: PDF/A-3a with its attachments
// and, if it has a title and a language, PDF/UA-1. The same document gives the same bytes,
// whatever was written before. After an error nothing is written.
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

// make draws and finishes a file. At a damaged font fpdf panics: that becomes an error.
func (w *Writer) make(doc *layout.Document, placed []paginate.Page) (file []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("pdf: cannot draw with these fonts: %v", fault)
		}
	}()
	d, _ := w.canvases.Get().(*canvas)
	used := inUse(placed, w.family)
	cuts := make(chan subset.Result, 1)
	go func() { cuts <- w.subsetter.Subset(used) }() // takes as long as drawing and finishing
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

// date is t in UTC; for a report without a date 1 January 1970, for a file must not depend on
// the clock.
func date(t time.Time) time.Time {
	if t.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return t.UTC()
}
