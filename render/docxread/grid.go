package docxread

import (
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

const tooWide = "a table of more than 63 columns"

// gridder makes a rectangular grid of rows as a file has them: of any length, with merged
// cells that only say that they go on.
type gridder struct {
	grid    *layout.Grid
	widths  []layout.Length          // of the columns
	stated  []layout.Length          // of the first row whose cells are one column each and all state theirs
	width   int                      // columns of the widest row
	wide    []int                    // of each row, before rows are made as long as the longest
	heights []int                    // that each row states, in twips
	open    [maxColumns]*layout.Cell // by its first column: the cell that one in the next row may go on with
}

// add appends a row.
func (g *gridder) add(s *story, row tableRow) error {
	if len(g.grid.Rows) == maxRows {
		return ooxml.TooLarge("a table of more than 16 000 rows")
	}
	at := len(g.grid.Rows)
	if row.head && g.grid.Head == at {
		g.grid.Head++
	}
	if max(row.before, row.after) > maxColumns {
		return ooxml.TooLarge(tooWide)
	}
	positions := make([]*layout.Cell, 0, row.before+len(row.cells))
	for range row.before {
		positions = append(positions, emptyCell(at, len(positions)))
	}
	g.state(row)
	var open [maxColumns]*layout.Cell
	for _, c := range joinAcross(row.cells) {
		column := len(positions)
		if column+c.span > maxColumns {
			return ooxml.TooLarge(tooWide)
		}
		owner := g.owner(c, at, column)
		for range c.span {
			positions = append(positions, owner)
		}
		if c.downward != mergeNone {
			open[column] = owner
		}
	}
	g.open = open
	g.wide = append(g.wide, len(positions)+row.after)
	g.heights = append(g.heights, row.height)
	g.width = max(g.width, len(positions)+row.after)
	g.grid.Rows = append(g.grid.Rows, layout.Row{Cells: positions})
	if g.width > maxColumns {
		return ooxml.TooLarge(tooWide)
	}
	return s.take(1 + len(positions) + row.before)
}

// state takes the widths that the cells of a row state.
func (g *gridder) state(row tableRow) {
	if row.before+row.after > 0 || len(row.cells) <= len(g.stated) {
		return
	}
	var widths []layout.Length
	for _, c := range row.cells {
		if c.span != 1 || c.across != mergeNone || c.width == 0 {
			return
		}
		widths = append(widths, c.width)
	}
	g.stated = widths
}

// joinAcross gives a cell the columns of those to its right that go on with it.
func joinAcross(cells []tableCell) []tableCell {
	var joined []tableCell
	for _, c := range cells {
		last := len(joined) - 1
		if c.across == mergeFurther && last >= 0 && joined[last].across != mergeNone {
			joined[last].span = min(joined[last].span+c.span, maxColumns+1)
			continue
		}
		joined = append(joined, c)
	}
	return joined
}

// owner is the cell above if this one goes on with it, else the cell itself, in its place.
func (g *gridder) owner(c tableCell, row, column int) *layout.Cell {
	above := g.open[column]
	if c.downward == mergeFurther && above != nil && above.ColumnSpan == c.span {
		above.RowSpan++
		return above
	}
	place(c.cell, row, column)
	c.cell.ColumnSpan = c.span
	return c.cell
}

func place(c *layout.Cell, row, column int) {
	c.Row, c.Column, c.RowSpan, c.ColumnSpan = row, column, 1, 1
	if len(c.Paragraphs) == 0 {
		c.Paragraphs = make([]layout.Paragraph, 1)
	}
}

func emptyCell(row, column int) *layout.Cell {
	c := &layout.Cell{}
	place(c, row, column)
	return c
}

// finish makes all rows as long as the longest.
func (g *gridder) finish(s *story) error {
	for at := range g.grid.Rows {
		row := &g.grid.Rows[at]
		if err := s.take(2 * (g.width - len(row.Cells))); err != nil {
			return err
		}
		for len(row.Cells) < g.width {
			row.Cells = append(row.Cells, emptyCell(at, len(row.Cells)))
		}
	}
	g.grid.Columns = make([]layout.Length, g.width)
	copy(g.grid.Columns, g.widths)
	if len(g.stated) != g.width {
		g.stated = nil
	}
	return nil
}
