// Package docx writes a laid-out document as WordprocessingML, the format of Word. All looks
// are in named styles, one for each of the document's own and one for each rule and grid, so
// that an office can restyle an annex in one place. Lines and pages are broken by the program
// that opens the file. It imports render/layout, and is the only package with unioffice.
package docx

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"

	"phuluc2b/render/layout"
)

// Writer writes documents and keeps its encoders from one to the next: a program needs one.
// It is safe for concurrent use.
type Writer struct {
	encoders sync.Pool // of *encoders
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
	d.digested = doc.Digest != ""
	if err := d.writeArchive(file, packageParts(doc)); err != nil {
		return err // the encoders hold unfinished state
	}
	d.clear()
	w.encoders.Put(d)
	return nil
}

// content is the content of a part that is not simply marshalled.
type content interface {
	write(w io.Writer, d *encoders) error
}

// writeArchive writes each part as one file of a zip archive, in that order.
func (d *encoders) writeArchive(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, d.compress)
	clear(d.sums)
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
	// The first date that the format knows: it must not differ from run to run.
	modified := time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)
	file, err := archive.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: modified})
	if err != nil {
		return err
	}
	if !d.digested || path.Dir(p.name) != "word" {
		return d.writeContent(file, p)
	}
	sum := sha256.New()
	err = d.writeContent(io.MultiWriter(file, sum), p)
	d.sums[p.name] = fmt.Sprintf("%x", sum.Sum(nil))
	return err
}

func (d *encoders) writeContent(w io.Writer, p part) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	if own, ok := p.content.(content); ok {
		return own.write(w, d)
	}
	return d.marshal(w, p.content)
}

// compression is the flate level: files a little smaller than by the standard library's
// default, in less than half the time. Lower levels gain little time, higher ones no size.
const compression = 6

// encoders is the state for writing one document at a time: more than a megabyte, whose setup
// takes a quarter of the time of an annex.
type encoders struct {
	encoder    *xml.Encoder // writes to the outlet
	outlet     *outlet
	compressor *flate.Writer
	rows       *rowWriter
	digested   bool              // the document has a digest
	sums       map[string]string // of its parts in "word" so far
}

// outlet is a writer that can be replaced: an xml.Encoder keeps the one it was made with.
type outlet struct{ io.Writer }

func newEncoders() *encoders {
	compressor, err := flate.NewWriter(nil, compression)
	if err != nil {
		panic(err) // the level is a valid constant
	}
	d := &encoders{outlet: &outlet{}, compressor: compressor, sums: map[string]string{}}
	d.encoder = xml.NewEncoder(d.outlet)
	d.rows = newRowWriter(d)
	return d
}

// clear drops all references to the document.
func (d *encoders) clear() {
	d.outlet.Writer = nil
	d.compressor.Reset(nil)
	d.rows.reset(nil)
}

// compress compresses one part. Parts are written one after another, so one compressor serves
// all.
func (d *encoders) compress(w io.Writer) (io.WriteCloser, error) {
	d.compressor.Reset(w)
	return d.compressor, nil
}

// marshal writes a value of the library as XML.
func (d *encoders) marshal(w io.Writer, v any) error {
	d.outlet.Writer = w
	return d.encoder.Encode(v)
}

// marshalAs writes a value of the library as an element of that name.
func (d *encoders) marshalAs(w io.Writer, name string, v any) error {
	d.outlet.Writer = w
	return d.encoder.EncodeElement(v, xml.StartElement{Name: xml.Name{Local: name}})
}
