// Package docx writes a laid-out document as WordprocessingML, the format of Word. It
// translates and decides nothing: what a paragraph looks like is in named styles, one for
// each of the document's own and one for each rule and grid, so that an office can restyle
// a whole annex in one place. Lines and pages are broken by whoever opens the file.
//
// It reads annexes back too, its own or others', into paragraphs and grids.
package docx

import (
	"io"

	"phuluc2b/render/layout"
)

// Write writes the document as a DOCX file. The same document gives the same bytes. Beside
// the document's styles the file has "TableNormal", "AfterGrid", "Heading1", "Rule1", "Grid1"
// and so on, and for a mark the IDs of its style and of the page number's with "Text" and
// "Marked" behind them; the document uses no such ID.
func Write(w io.Writer, doc *layout.Document) error {
	return writeArchive(w, packageParts(doc))
}
