package docx

import (
	"bytes"
	"io"

	"phuluc2b/render/layout"
)

// tableEnd is in the main part once for each grid: in a text it would be escaped.
const tableEnd = "</w:tbl>"

// mainPart is word/document.xml. Nearly all of it is rows, and to marshal them took most of
// the time and memory of a document. So the library marshals the document without them, and
// the rowWriter writes the same bytes where its tables end.
type mainPart struct{ *layout.Document }

func (m mainPart) write(w io.Writer, d *desk) error {
	var frame bytes.Buffer
	if err := d.marshal(&frame, document(m.Document)); err != nil {
		return err
	}
	rest := frame.Bytes()
	d.rows.reset(w)
	for _, block := range m.Blocks {
		if g, ok := block.(*layout.Grid); ok {
			before, after, _ := bytes.Cut(rest, []byte(tableEnd))
			d.rows.Write(before)
			d.rows.grid(g)
			d.rows.WriteString(tableEnd)
			rest = after
		}
	}
	d.rows.Write(rest)
	return d.rows.finish()
}
