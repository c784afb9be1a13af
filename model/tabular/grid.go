// Package tabular is a document's tables as text, whoever made the document: cells in, heads and
// words as people mean them out. What reads figures by a form and what reads a form itself
// stand on it. It imports model and model/diag, and knows no file format.
package tabular

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// Cell is one position of a document's table.
type Cell struct {
	Text     string   // of the cell that begins here; "" where one further left or above reaches to
	Spanned  string   // of the cell that covers the position
	Number   string   // that Word puts before the text by itself
	Bullet   string   // likewise, of a list without numbers
	Doubts   []string // what stands in the cell and is no text, as a person calls it
	Bookmark string
	Covered  bool // by a cell further left
	Above    bool // by a cell further up
	Tall     bool // the cell reaches over several rows
	Boxed    bool // some of the text stands in a text box
	Ragged   bool // its row has more or fewer cells than most of the table
	Split    bool // several cells stand where the head has one
	Bold     bool // all of the text is
	Align    Align
	At       string // what a workbook calls it: "D10"; "" in a document
}

// Grid is a table of a document, row by row, all as wide as the widest.
type Grid struct {
	Ordinal   int // in the document, from 1
	Cells     [][]Cell
	Head      int       // leading rows that are repeated on every page
	Widths    []float64 // of the columns, as they are to each other; 0 where nothing is said
	TextSize  float64   // in points, of most of its text; 0 where nothing is said
	Landscape bool      // its page is wider than high
	After     int       // how many paragraphs of the document stand above it
	Depth     int       // how many tables it stands in
	Sheet     string    // of a workbook, in which it stands; "" in a document
}

// Align is where the text of a cell stands; "" where nothing is said.
type Align string

const (
	Left   Align = "left"
	Centre Align = "centre"
	Right  Align = "right"
)

// Width is how many columns it has.
func (g Grid) Width() int {
	if len(g.Cells) == 0 {
		return 0
	}
	return len(g.Cells[0])
}

// StartsWithDigit reports whether a text begins with a digit.
func StartsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// Collapse makes one column of those that no cell of the head parts: programs cut a table
// finer than it looks. A row that has several cells where the head has one is split there.
func Collapse(grid Grid, first int) Grid {
	var starts []int
	for column := range grid.Width() {
		if slices.ContainsFunc(grid.Cells[max(0, first-MaxHeadRows):first], func(row []Cell) bool { return !row[column].Covered }) {
			starts = append(starts, column)
		}
	}
	if len(starts) == 0 || len(starts) == grid.Width() {
		return grid
	}
	collapsed := grid
	collapsed.Cells, collapsed.Widths = nil, nil
	for i, start := range starts {
		end := append(starts, grid.Width())[i+1]
		width := 0.0
		for _, w := range grid.Widths[min(start, len(grid.Widths)):min(end, len(grid.Widths))] {
			width += w
		}
		collapsed.Widths = append(collapsed.Widths, width)
	}
	for _, row := range grid.Cells {
		var cells []Cell
		for i, start := range starts {
			end := len(row)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			cell := row[start]
			for _, more := range row[start+1 : end] {
				if !more.Covered && Clean(more.Text) != "" {
					cell.Split = cell.Split || Clean(cell.Text) != "" || cell.Covered
					cell.Text = strings.TrimPrefix(cell.Text+"\n"+more.Text, "\n")
				}
			}
			cells = append(cells, cell)
		}
		collapsed.Cells = append(collapsed.Cells, cells)
	}
	return collapsed
}

// Source is a table as text, a row a line, for findings to point into, and the place of
// each of its cells.
func Source(name string, grid Grid) (*diag.Source, [][]diag.Place) {
	var text strings.Builder
	places := make([][]diag.Place, len(grid.Cells))
	called := map[int]string{}
	for i, cells := range grid.Cells {
		for column, cell := range cells {
			if column > 0 {
				text.WriteString(" | ")
			}
			start := text.Len()
			if cell.At != "" {
				called[start] = cell.At
			}
			text.WriteString(strings.ReplaceAll(Clean(cell.Text), "\n", " / "))
			places[i] = append(places[i], diag.Place{Start: start, End: text.Len()})
		}
		text.WriteByte('\n')
	}
	src := diag.NewSource(name, []byte(text.String()))
	if src.Part, src.Cells = fmt.Sprintf("bảng %d", grid.Ordinal), called; grid.Sheet != "" {
		src.Part = fmt.Sprintf("trang tính “%s”", grid.Sheet)
	}
	return src, places
}
