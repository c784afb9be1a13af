package docx

import (
	"io"
	"sync"

	"phuluc2b/render/layout"
)

// Writer writes documents, several at once if need be. What writing one takes is kept for
// those after it, so that a program makes one Writer for all of them.
type Writer struct {
	desks sync.Pool // of *desk
}

// NewWriter makes a Writer.
func NewWriter() *Writer {
	return &Writer{sync.Pool{New: func() any { return newDesk() }}}
}

// Write writes the document as a DOCX file. The same document gives the same bytes. Beside
// the document's styles the file has "TableNormal", "AfterGrid", "Heading1", "Rule1", "Grid1"
// and so on, and for a mark the IDs of its style and of the page number's with "Text" and
// "Marked" behind them; the document uses no such ID.
func (w *Writer) Write(file io.Writer, doc *layout.Document) error {
	d := w.desks.Get().(*desk)
	if err := d.writeArchive(file, packageParts(doc)); err != nil {
		return err // the desk is left in disorder
	}
	d.clear()
	w.desks.Put(d)
	return nil
}
