package paginate

import (
	"iter"

	"phuluc2b/render/layout"
)

// table places a grid on pages. The height of a row includes one rule, the one above it; the
// rule below the last row of a page is added to that.
type table struct {
	*flow
	block   int
	grid    *layout.Grid
	edges   []layout.Length // x of each vertical rule, left to right
	texts   []text          // of the cells, see text
	heights []layout.Length // of the rows, were there one endless page
	repeat  int             // number of leading rows that are repeated on every page
	head    layout.Length   // height of these
	repeats bool            // they have been placed once

	parts   []*part // of the cells on this page, in reading order
	current []*part // by column: the last one that begins there
}

func newTable(f *flow, block int, grid *layout.Grid) *table {
	t := &table{flow: f, block: block, grid: grid, texts: make([]text, len(grid.Rows)*len(grid.Columns))}
	t.current = make([]*part, len(grid.Columns))
	t.edges = []layout.Length{f.paper.Left}
	for i, width := range grid.Columns {
		t.edges = append(t.edges, t.edges[i]+width)
	}
	for r := range grid.Rows {
		for cell := range t.cells(r) {
			if cell.Row == r {
				text := t.text(cell)
				text.lines = wrap(f.family, cell.Paragraphs, grid.Width(cell), nil)
				text.rewind()
			}
		}
	}
	t.heights = grid.Heights(len(grid.Rows), func(c *layout.Cell) layout.Length { return t.text(c).height })
	t.setHead()
	return t
}

// text is that of a cell.
func (t *table) text(c *layout.Cell) *text { return &t.texts[c.Row*len(t.grid.Columns)+c.Column] }

// setHead sets the rows that are repeated: none if no row follows them, or if they are too tall.
func (t *table) setHead() {
	var head layout.Length
	for _, height := range t.heights[:t.grid.Head] {
		head += height
	}
	if t.grid.Head < len(t.grid.Rows) && !t.grid.HeadOnce {
		t.repeat, t.head = t.grid.Head, head
	}
}

// cells are the cells of a row from the left, with those that begin above it.
func (t *table) cells(r int) iter.Seq[*layout.Cell] {
	return func(yield func(*layout.Cell) bool) {
		for c, cell := range t.grid.Rows[r].Cells {
			if cell.Column == c && !yield(cell) {
				return
			}
		}
	}
}

// ending are the cells whose last row this is.
func (t *table) ending(r int) iter.Seq[*layout.Cell] {
	return func(yield func(*layout.Cell) bool) {
		for cell := range t.cells(r) {
			if cell.Row+cell.RowSpan-1 == r && !yield(cell) {
				return
			}
		}
	}
}

// top is where the next row begins: below the head if that is not placed on this page yet.
func (t *table) top() layout.Length {
	if len(t.parts) == 0 {
		return t.y + t.head
	}
	return t.y
}

// left is the room for rows on this page.
func (t *table) left() layout.Length { return t.bottom() - t.grid.Border - t.top() }

// room is the room for rows on an empty page, below the head.
func (t *table) room() layout.Length {
	return t.bottom() - t.grid.Border - t.paper.Top - t.head
}

// place places the rows of the grid, unit by unit: rows that are kept together.
func (t *table) place() {
	for first := t.repeat; first < len(t.grid.Rows); {
		end := t.unit(first)
		if t.lead(first, end) > t.left() {
			t.next()
		}
		for r := first; r < end; r++ {
			t.row(r, end)
		}
		first = end
	}
	if len(t.parts) > 0 {
		t.y += t.grid.Border
		t.close()
	}
}

// next begins a new page, unless this one is empty. The head is placed with the first row of
// a page, so it is never alone at the foot of one.
func (t *table) next() {
	if t.fresh() {
		return
	}
	t.close()
	t.turn()
}

// unit is the end of the rows from first on that are kept together: each but the last has
// KeepNext.
func (t *table) unit(first int) int {
	end := first + 1
	for end < len(t.grid.Rows) && t.grid.Rows[end-1].KeepNext {
		end++
	}
	return end
}

// lead is the room that these rows need to begin on a page: that of all of them, or up to the
// first lines of one that is taller than a page. Rows that are together too tall for any page
// are kept in pairs.
func (t *table) lead(first, end int) layout.Length {
	var room layout.Length
	for r := first; r < end; r++ {
		room += t.beginning(r)
		if t.split(r) {
			break
		}
	}
	if room > t.room() && first+1 < end {
		return t.beginning(first) + t.beginning(first+1)
	}
	return room
}

// split reports whether the row is taller than a page.
func (t *table) split(r int) bool { return t.heights[r] > t.room() }

// beginning is the height of a row, or of its first lines if it will be split.
func (t *table) beginning(r int) layout.Length {
	if !t.split(r) {
		return t.heights[r]
	}
	var height layout.Length
	for cell := range t.ending(r) {
		text := t.text(cell)
		height = max(height, text.first(min(1, text.left())))
	}
	return height + t.grid.Border
}
