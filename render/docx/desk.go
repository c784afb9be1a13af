package docx

import (
	"encoding/xml"
	"io"

	"github.com/klauspost/compress/flate"
)

// compression makes files a little smaller than the standard library does by default, in less
// than half the time; the levels below it gain little time, those above it no size.
const compression = 6

// desk is what the writing of a document takes, for one at a time: more than a megabyte,
// which takes a quarter of the time of an annex to set up.
type desk struct {
	encoder    *xml.Encoder // writes to the outlet
	outlet     *outlet
	compressor *flate.Writer
	rows       *rowWriter
}

// outlet leads to where the encoder is to write at the moment.
type outlet struct{ io.Writer }

func newDesk() *desk {
	compressor, err := flate.NewWriter(nil, compression)
	if err != nil {
		panic(err) // there is no such level
	}
	d := &desk{outlet: &outlet{}, compressor: compressor}
	d.encoder = xml.NewEncoder(d.outlet)
	d.rows = newRowWriter(d)
	return d
}

// clear lets go of the document.
func (d *desk) clear() {
	d.outlet.Writer = nil
	d.compressor.Reset(nil)
	d.rows.reset(nil)
}

// compress compresses one part; those of an archive follow one another.
func (d *desk) compress(w io.Writer) (io.WriteCloser, error) {
	d.compressor.Reset(w)
	return d.compressor, nil
}

// marshal writes a value in the library's own way.
func (d *desk) marshal(w io.Writer, v any) error {
	d.outlet.Writer = w
	return d.encoder.Encode(v)
}

// marshalAs writes it as an element of that name.
func (d *desk) marshalAs(w io.Writer, name string, v any) error {
	d.outlet.Writer = w
	return d.encoder.EncodeElement(v, xml.StartElement{Name: xml.Name{Local: name}})
}
