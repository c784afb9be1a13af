package paginate

import "phuluc2b/render/layout"

// Page is one sheet of paper with everything that is drawn on it, in place. Distances are
// from the top left corner of the sheet.
type Page struct {
	Lines  []Line // in reading order
	Blanks []Blank
	Rules  []Rule
	Marks  []Mark
}

// Line is one line of text, and where in the document it comes from.
type Line struct {
	Text      string
	Gap       string // the spaces after it at which it was broken; "" inside a word and at the end of what goes on
	Style     *layout.Style
	X         layout.Length // of its left end
	Baseline  layout.Length
	Block     int          // of Document.Blocks; -1 in the top margin: page number, mark
	Cell      *layout.Cell // nil outside a grid
	Paragraph int          // of the cell
	Index     int          // of the line, in its paragraph
	Artifact  bool         // comes from breaking into pages: a repeated head, the top margin
}

// Blank is a cell without text that is on a page, whole or in part. Nothing is drawn for it,
// but a tagged format must list it among the cells of the page.
type Blank struct {
	Block int // of Document.Blocks
	Cell  *layout.Cell
}

// Rule is a stroke of that weight; its points are on the middle of the stroke.
type Rule struct {
	X1, Y1, X2, Y2 layout.Length
	Weight         layout.Length
}

// Mark is an entry of the document's outline, and the distance from the top of the page that
// it leads to.
type Mark struct {
	Text string
	Y    layout.Length
}
