// Package docx writes a laid-out document as WordprocessingML, the format of Word. It
// translates and decides nothing: what a paragraph looks like is in named styles, one for
// each of the document's own and one for each rule and grid, so that an office can restyle
// a whole annex in one place. Lines and pages are broken by whoever opens the file. It imports
// render/layout, and is the only package with unioffice.
package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"

	"phuluc2b/render/layout"
)

// Writer writes documents, several at once if need be. What writing one takes is kept for
// those after it, so that a program makes one Writer for all of them.
type Writer struct {
	encoders sync.Pool // of *desk
}

// NewWriter makes a Writer.
func NewWriter() *Writer {
	return &Writer{sync.Pool{New: func() any { return newEncoders() }}}
}

// Write writes the document as a DOCX file. The same document gives the same bytes. Beside
// the document's styles the file has "TableNormal", "AfterGrid", "Heading1", "Rule1", "Grid1"
// and so on, and for a mark the IDs of its style and of the page number's with "Text" and
// "Marked" behind them; the document uses no such ID.
func (w *Writer) Write(file io.Writer, doc *layout.Document) error {
	d := w.encoders.Get().(*encoders)
	if err := d.writeArchive(file, packageParts(doc)); err != nil {
		return err // the desk is left in disorder
	}
	d.clear()
	w.encoders.Put(d)
	return nil
}

// content is that of a part which takes more than marshalling.
type content interface {
	write(w io.Writer, d *encoders) error
}

// writeArchive writes each part as one file of a zip archive, in that order. The files
// carry no modification time: it would differ from run to run.
func (d *encoders) writeArchive(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, d.compress)
	for _, p := range parts {
		if err := d.writePart(archive, p); err != nil {
			return fmt.Errorf("docx: %s: %w", p.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

func (d *encoders) writePart(archive *zip.Writer, p part) error {
	file, err := archive.Create(p.name)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(file, xml.Header); err != nil {
		return err
	}
	if own, ok := p.content.(content); ok {
		return own.write(file, d)
	}
	return d.marshal(file, p.content)
}

// compression makes files a little smaller than the standard library does by default, in less
// than half the time; the levels below it gain little time, those above it no size.
const compression = 6

// encoders is what the writing of a document takes, for one at a time: more than a megabyte,
// which takes a quarter of the time of an annex to set up.
type encoders struct {
	encoder    *xml.Encoder // writes to the outlet
	outlet     *outlet
	compressor *flate.Writer
	rows       *rowWriter
}

// outlet leads to where the encoder is to write at the moment.
type outlet struct{ io.Writer }

func newEncoders() *encoders {
	compressor, err := flate.NewWriter(nil, compression)
	if err != nil {
		panic(err) // there is no such level
	}
	d := &encoders{outlet: &outlet{}, compressor: compressor}
	d.encoder = xml.NewEncoder(d.outlet)
	d.rows = newRowWriter(d)
	return d
}

// clear lets go of the document.
func (d *encoders) clear() {
	d.outlet.Writer = nil
	d.compressor.Reset(nil)
	d.rows.reset(nil)
}

// compress compresses one part; those of an archive follow one another.
func (d *encoders) compress(w io.Writer) (io.WriteCloser, error) {
	d.compressor.Reset(w)
	return d.compressor, nil
}

// marshal writes a value in the library's own way.
func (d *encoders) marshal(w io.Writer, v any) error {
	d.outlet.Writer = w
	return d.encoder.Encode(v)
}

// marshalAs writes it as an element of that name.
func (d *encoders) marshalAs(w io.Writer, name string, v any) error {
	d.outlet.Writer = w
	return d.encoder.EncodeElement(v, xml.StartElement{Name: xml.Name{Local: name}})
}
