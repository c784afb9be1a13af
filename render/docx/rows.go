package docx

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"

	"phuluc2b/render/layout"
)

// rowWriter writes the rows of grids, byte for byte as the library would marshal them. It
// marshals the properties once for each shape, of which annexes have few, and writes the
// elements around the text itself.
type rowWriter struct {
	*bufio.Writer
	encoders   *encoders
	rows       map[rowShape][]byte
	cells      map[cellShape][]byte
	paragraphs map[paragraphShape][]byte
	bookmarks  int    // written so far: their numbers
	bytes      []byte // of the text that is written
	err        error  // the first of marshalling; errors of writing are kept until Flush
}

func newRowWriter(d *encoders) *rowWriter {
	return &rowWriter{
		Writer:     bufio.NewWriterSize(nil, 16<<10),
		encoders:   d,
		rows:       map[rowShape][]byte{},
		cells:      map[cellShape][]byte{},
		paragraphs: map[paragraphShape][]byte{},
	}
}

// reset begins a document.
func (w *rowWriter) reset(to io.Writer) {
	w.Reset(to)
	w.bookmarks = 0
}

func (w *rowWriter) finish() error {
	if w.err != nil {
		return w.err
	}
	return w.Flush()
}

func (w *rowWriter) grid(g *layout.Grid) {
	for r := range g.Rows {
		w.row(g, r)
	}
}

// row writes the cells of a row. Positions that a cell covers to its right belong to it; in
// each row below there is a cell of its own that continues it.
func (w *rowWriter) row(g *layout.Grid, r int) {
	begin(w, w.rows, shapeOfRow(g, r))
	for column := 0; column < len(g.Columns); {
		c := g.Rows[r].Cells[column]
		w.cell(g, c, r)
		column += c.ColumnSpan
	}
	w.WriteString("</w:tr>")
}

// cell writes a cell in one of its rows, with at least one paragraph: Word calls a file corrupt
// in which a cell has none.
func (w *rowWriter) cell(g *layout.Grid, c *layout.Cell, r int) {
	begin(w, w.cells, shapeOfCell(g, c, r))
	for i, p := range cellParagraphs(c, r) {
		begin(w, w.paragraphs, shapeOfParagraph(p, g.Rows[r].KeepNext))
		if r == c.Row && i == 0 {
			w.marked(p.Text, c.Bookmark)
		} else {
			w.run(p.Text)
		}
		w.WriteString("</w:p>")
	}
	w.WriteString("</w:tc>")
}

// marked writes a text within a bookmark, if it has one.
func (w *rowWriter) marked(text, bookmark string) {
	if bookmark == "" {
		w.run(text)
		return
	}
	id := w.bookmarks
	w.bookmarks++
	w.WriteString(`<w:bookmarkStart w:name="`)
	w.WriteString(bookmark)
	w.WriteString(`" w:id="`)
	w.number(id)
	w.WriteString(`"></w:bookmarkStart>`)
	w.run(text)
	w.WriteString(`<w:bookmarkEnd w:id="`)
	w.number(id)
	w.WriteString(`"></w:bookmarkEnd>`)
}

func (w *rowWriter) number(n int) {
	w.Write(strconv.AppendInt(w.AvailableBuffer(), int64(n), 10))
}

// run writes the text, if there is any.
func (w *rowWriter) run(text string) {
	if text == "" {
		return
	}
	w.WriteString("<w:r><w:t")
	if needsPreserving(text) {
		w.WriteString(` xml:space="preserve"`)
	}
	w.WriteString(">")
	w.bytes = append(w.bytes[:0], text...)
	xml.EscapeText(w, w.bytes)
	w.WriteString("</w:t></w:r>")
}

// cellParagraphs are the cell's own in its first row and an empty one below.
func cellParagraphs(c *layout.Cell, r int) []layout.Paragraph {
	if len(c.Paragraphs) == 0 {
		return []layout.Paragraph{{}}
	}
	if r > c.Row {
		return []layout.Paragraph{{Style: c.Paragraphs[0].Style}}
	}
	return c.Paragraphs
}
