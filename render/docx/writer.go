// Package docx writes a laid-out document as WordprocessingML, the format of Word. All looks
// are in named styles, one for each of the document's own and one for each rule and grid, so
// that an office can restyle an annex in one place. Lines and pages are broken by the program
// that opens the file. It imports render/layout, and is the only package with unioffice.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"

	"github.com/klauspost/compress/flate"

	"phuluc2b/render/layout"
)

// Writer writes documents and keeps its encoders from one to the next: a program needs one.
// It is safe for concurrent use.
type Writer struct {
	idle chan *encoders // a sync.Pool would hide them from other processors
}

// mostIdle is the most encoders that are kept.
const mostIdle = 16

// NewWriter makes a Writer.
func NewWriter() *Writer { return &Writer{make(chan *encoders, mostIdle)} }

// Write writes the document as a DOCX file. The same document gives the same bytes. Beside
// the document's styles the file has "TableNormal", "AfterGrid", "Heading1", "Rule1", "Grid1"
// and so on, and for a mark the IDs of its style and of the page number's with "Text" and
// "Marked" behind them; the document uses no such ID.
func (w *Writer) Write(file io.Writer, doc *layout.Document) error {
	var d *encoders
	select {
	case d = <-w.idle:
	default:
		d = newEncoders()
	}
	if err := d.writeDocument(file, doc); err != nil {
		return err // the encoders hold unfinished state
	}
	d.clear()
	select {
	case w.idle <- d:
	default: // there are enough
	}
	return nil
}

func (d *encoders) writeDocument(w io.Writer, doc *layout.Document) error {
	d.digested = doc.Digest != ""
	d.shared = d.partsOf(look(doc))
	return d.writeArchive(w, packageParts(doc))
}

// content is the content of a part that is not simply marshalled.
type content interface {
	write(w io.Writer, d *encoders) error
}

// writeArchive writes each part as one file of a zip archive, in that order.
func (d *encoders) writeArchive(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
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

// writePart packs a part before it begins it in the archive, for it may be packed already.
func (d *encoders) writePart(archive *zip.Writer, p part) error {
	var done packed
	var err error
	if content, ok := p.content.(shared); ok {
		done, err = d.packShared(p.name, content)
	} else {
		done, err = d.pack(func(w io.Writer) error { return d.writeContent(w, p.content) })
	}
	if err != nil {
		return err
	}
	if d.digested && path.Dir(p.name) == "word" {
		d.sums[p.name] = done.sum
	}
	done.header.Name = p.name
	file, err := archive.CreateRaw(&done.header)
	if err == nil {
		_, err = file.Write(done.deflated)
	}
	return err
}

func (d *encoders) writeContent(w io.Writer, what any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	if own, ok := what.(content); ok {
		return own.write(w, d)
	}
	return d.marshal(w, what)
}

// compression is the flate level: files larger by a tenth than by the two higher ones, in less
// time by a twentieth, for its tables are smaller and pages of memory are slow to get.
const compression = 4

// encoders is the state for writing one document at a time: more than a megabyte, whose setup
// takes a quarter of the time of an annex.
type encoders struct {
	encoder    *xml.Encoder // writes to the outlet
	outlet     *outlet
	compressor *flate.Writer
	rows       *rowWriter
	deflated   bytes.Buffer                 // the part that is packed
	text       bytes.Buffer                 // of the shared part that is packed
	kept       map[string]map[string]packed // shared parts by look and name
	shared     map[string]packed            // those of the document's look
	digested   bool                         // the document has a digest
	sums       map[string]string            // of its parts in "word" so far
}

// outlet is a writer that can be replaced: an xml.Encoder keeps the one it was made with.
type outlet struct{ io.Writer }

func newEncoders() *encoders {
	compressor, err := flate.NewWriter(nil, compression)
	if err != nil {
		panic(err) // the level is a valid constant
	}
	d := &encoders{outlet: &outlet{}, compressor: compressor, kept: map[string]map[string]packed{}, sums: map[string]string{}}
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
