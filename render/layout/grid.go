package layout

import "slices"

// Grid is a table as wide as its columns, with a rule of weight Border around every cell.
// It is rectangular: each position of each row is an owner cell or covered by one. The
// text of a cell is centred between its top and bottom edge, and kept Padding away from
// its sides.
type Grid struct {
	Title    string // for screen readers
	Summary  string // for them too: what the table holds
	Columns  []Length
	Head     int  // leading rows that are repeated on every page
	HeadOnce bool // they are not, for they are too tall
	Rows     []Row
	Border   Length
	Padding  Length

	Relations []Relation // that its figures must keep; for formats that reckon
}

// Relation is a rule of the form between figures that are whole numbers. It must hold, not only
// in most annexes.
type Relation struct {
	Left, Right []*Cell // summed up
	Limit       string  // a whole number instead of Right
	Equal       bool    // both sides are equal; else the left is at most the right
}

// Row is a line of cells. It is not split over two pages, unless it alone is taller than one.
type Row struct {
	Cells     []*Cell // one for each column; a covered position holds its owner
	MinHeight Length  // 0: as tall as its text; the borders are not part of it
	KeepNext  bool    // stays on the page of the row below it
	Bookmark  string  // what the outline of the document calls the row; empty: not in it
}

// Cell is the owner of one position or of a rectangle of them.
type Cell struct {
	Row, Column         int         // of its top left position
	RowSpan, ColumnSpan int         // at least 1
	Paragraphs          []Paragraph // at least one
	Header              bool        // it names its rows to those who listen, as their STT and label do
	Source              string      // the datum that it shows, "1.2.1/so_lieu"; empty in the head
	Bookmark            string      // names the figure that it shows, unique in the document: "r_1_2_1"; "" for none
	Entry               *Entry      // what a person may type into it; nil for a cell that is not filled in
}

// Entry is what a cell takes.
type Entry struct {
	Codes []int // it is one of them, if there are any
	Words bool  // also what looks like a number is meant as it is written
}

// Owns reports whether the cell's text stands at that position.
func (c *Cell) Owns(row, column int) bool { return c.Row == row && c.Column == column }

// Text is the cell's paragraphs, one a line.
func (c *Cell) Text() string {
	text := ""
	for i, p := range c.Paragraphs {
		if i > 0 {
			text += "\n"
		}
		text += p.Text
	}
	return text
}

// Empty reports whether nothing is drawn in the cell.
func (c *Cell) Empty() bool {
	return !slices.ContainsFunc(c.Paragraphs, func(p Paragraph) bool { return !p.Blank() })
}

// Width is the room for the text of the cell.
func (g *Grid) Width(c *Cell) Length {
	width := -2 * g.Padding
	for _, w := range g.Columns[c.Column : c.Column+c.ColumnSpan] {
		width += w
	}
	return width
}
