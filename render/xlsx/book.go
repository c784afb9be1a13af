// Package xlsx writes SpreadsheetML, the format of Excel: a laid-out document as a sheet to fill
// in, and books of other sheets. It writes the markup itself, as a sheet needs little of the
// format. It imports render/layout and fonts.
package xlsx

import "phuluc2b/render/layout"

// Book is a file of sheets.
type Book struct {
	Meta   layout.Meta
	Status string // "DỰ THẢO"; "" for none
	Sheets []*Sheet

	Attachments []layout.Attachment
	Digest      string // of the words, if the attachments alone do not give them
}

// Sheet is a grid of cells. Its rows and columns count from 0.
type Sheet struct {
	Name     string
	Columns  []layout.Length
	Rows     []Row
	Merged   []Range
	Frozen   Place // rows above it and columns left of it stay in sight
	Repeat   Lines // printed on every page
	Beside   int   // leading columns that are printed on every page
	Paper    *layout.Page
	Wide     bool // printed on as many pages side by side as it takes, rather than as wide as one
	Locked   bool // but for cells whose style is Open
	Choices  []Choice
	Alarms   []Alarm
	Names    []Name
	Comments []Comment
}

// Row is a line of cells. It is as high as its text where it states no height, and grows with what
// is typed unless its height is Kept: no program measures cells that are merged.
type Row struct {
	Height layout.Length
	Kept   bool
	Cells  []Cell
}

// Cell is text, a number or nothing.
type Cell struct {
	Text   []Run
	Number string // in place of a text: a decimal with a point
	Style  Style
}

// Run is text set like the cell, or otherwise.
type Run struct {
	Text  string
	Style *Style // only its font counts; nil for the cell's own
}

// Style is how a cell looks.
type Style struct {
	Size         layout.Length
	Bold, Italic bool
	Align        layout.Align
	Bordered     bool
	Fill         string // its colour as RRGGBB; "" for none
	Format       string // of numbers; "" for the usual one, "@" for words
	Open         bool   // is typed into where the sheet is locked
}

// Place is one cell.
type Place struct{ Row, Column int }

// Range is a rectangle of cells, with its corners.
type Range struct{ From, To Place }

// Lines are rows, without the last.
type Lines struct{ From, To int }

// Choice is what a cell takes.
type Choice struct {
	At   Place
	List []int
}

// Alarm turns cells red as long as a formula is true.
type Alarm struct {
	Cells   []Place
	Formula string
}

// Name is a name for a cell, unique in the book.
type Name struct {
	Name string
	At   Place
}

// Words is a text in one look.
func Words(text string) []Run {
	if text == "" {
		return nil
	}
	return []Run{{Text: text}}
}
