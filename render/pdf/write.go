// Package pdf writes a laid-out document as PDF/A-3a and PDF/UA-1. In three steps: paginate
// places lines and rules, fpdf draws them as page contents, finish writes the file. It imports
// render/layout, render/paginate, fonts and its own object and subset.
package pdf

import (
	"io"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// Writer writes documents set in one family, and keeps subsets of its faces from one to the
// next. It is safe for concurrent use.
type Writer struct {
	faces faceStore
	idle  chan *file // a sync.Pool would hide them from other processors
}

// mostIdle is the most files whose memory is kept.
const mostIdle = 16

// NewWriter is a Writer for documents set in a family.
func NewWriter(family *fonts.Family) *Writer {
	return &Writer{faceStore{family: family}, make(chan *file, mostIdle)}
}

// Write writes a document and returns its number of pages: PDF/A-3a with its attachments
// and, if it has a title and a language, PDF/UA-1. The same document gives the same bytes,
// whatever was written before. After an error nothing is written.
func (w *Writer) Write(out io.Writer, doc *layout.Document) (pages int, err error) {
	placed := paginate.Place(doc, w.faces.family)
	drawn, err := drawable(doc.Meta, placed, w.faces.family)
	if err != nil {
		return 0, err
	}
	used := w.faces.withLetters(drawn)
	drawing, err := draw(doc, placed, used)
	if err != nil {
		return 0, err
	}
	var f *file
	select {
	case f = <-w.idle:
	default:
		f = newFile()
	}
	data, err := f.finish(doc, placed, drawing, used)
	if err != nil {
		return 0, err
	}
	_, err = out.Write(data)
	select {
	case w.idle <- f:
	default: // there are enough
	}
	return len(placed), err
}

// date is t in UTC; for a report without a date 1 January 1970, for a file must not depend on
// the clock.
func date(t time.Time) time.Time {
	if t.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return t.UTC()
}
