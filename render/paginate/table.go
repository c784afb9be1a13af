package paginate

import (
	"iter"

	"phuluc2b/render/layout"
)

// table is a grid on its way down the pages. The height of a row has one rule in it, the
// one above; the rule below the last row of a page comes on top of that.
type table struct {
	*flow
	block   int
	grid    *layout.Grid
	edges   []layout.Length // x of each vertical rule, left to right
	texts   map[*layout.Cell]*text
	heights []layout.Length // of the rows where no page ends
	repeat  int             // leading rows that stand on every page,
	head    layout.Length   // and their height
	repeats bool            // they have stood on a page

	parts   []*part // of the cells on this page, in reading order
	current []*part // the last one of each column, where it begins
}

func newTable(f *flow, block int, grid *layout.Grid) *table {
	t := &table{flow: f, block: block, grid: grid, texts: map[*layout.Cell]*text{}}
	t.current = make([]*part, len(grid.Columns))
	t.edges = []layout.Length{f.paper.Left}
	for i, width := range grid.Columns {
		t.edges = append(t.edges, t.edges[i]+width)
	}
	for r := range grid.Rows {
		for cell := range t.cells(r) {
			if cell.Row == r {
				t.texts[cell] = newText(wrap(f.family, cell.Paragraphs, grid.Width(cell), nil))
			}
		}
	}
	t.heights = t.measure()
	t.setHead()
	return t
}

// measure is the height of each row on a page without end. A cell over several rows that
// is taller than they are makes the last of them taller.
func (t *table) measure() []layout.Length {
	heights := make([]layout.Length, len(t.grid.Rows))
	tops := make([]layout.Length, len(t.grid.Rows)+1)
	for r, row := range t.grid.Rows {
		heights[r] = row.MinHeight + t.grid.Border
		for cell := range t.ending(r) {
			above := tops[r] - tops[cell.Row]
			heights[r] = max(heights[r], t.texts[cell].height+t.grid.Border-above)
		}
		tops[r+1] = tops[r] + heights[r]
	}
	return heights
}

// setHead decides on the rows that are repeated: none, if no row would follow them or if
// they would leave less than half of a page to the rows that do.
func (t *table) setHead() {
	var head layout.Length
	for _, height := range t.heights[:t.grid.Head] {
		head += height
	}
	if t.grid.Head < len(t.grid.Rows) && head <= t.room()/2 {
		t.repeat, t.head = t.grid.Head, head
	}
}

// cells are the cells of a row, from the left, also those that begin above it.
func (t *table) cells(r int) iter.Seq[*layout.Cell] {
	return func(yield func(*layout.Cell) bool) {
		for c, cell := range t.grid.Rows[r].Cells {
			if cell.Column == c && !yield(cell) {
				return
			}
		}
	}
}

// ending are the cells of a row that do not go on below it.
func (t *table) ending(r int) iter.Seq[*layout.Cell] {
	return func(yield func(*layout.Cell) bool) {
		for cell := range t.cells(r) {
			if cell.Row+cell.RowSpan-1 == r && !yield(cell) {
				return
			}
		}
	}
}

// top is where the next row begins, below the head if that is still to come.
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

// place fills pages with the rows of the grid, unit by unit.
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

// next goes on at the top of a page. The head comes back with the first row there, so a
// grid never begins with its head alone at the foot of a page.
func (t *table) next() {
	if t.fresh() {
		return
	}
	t.close()
	t.turn()
}

// unit is the end of the rows from first on that belong on one page: each but the last is
// kept with the row below it.
func (t *table) unit(first int) int {
	end := first + 1
	for end < len(t.grid.Rows) && t.grid.Rows[end-1].KeepNext {
		end++
	}
	return end
}

// lead is the room that must be left on a page for these rows to begin there: room for
// all of them, or up to the beginning of one that is taller than a page. Rows that are too
// tall together for any page are kept two by two.
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
		text := t.texts[cell]
		height = max(height, text.first(min(1, text.left())))
	}
	return height + t.grid.Border
}
