package paginate

import (
	"math"

	"phuluc2b/render/layout"
)

// endless is more room than any page has.
const endless layout.Length = math.MaxInt32

// row places row r, on several pages if it is taller than one. The rows from r+1 up to end are
// kept with it.
func (t *table) row(r, end int) {
	if height, _ := t.portion(r, endless); height > t.left() && (!t.split(r) || t.beginning(r) > t.left()) {
		t.next()
	}
	t.mark(r)
	for {
		height, whole := t.portion(r, t.left())
		if whole && t.parted(r, end, height) {
			height, whole = t.portion(r, height-1)
		}
		t.add(r, height, whole)
		if whole {
			return
		}
		t.next()
	}
}

// mark adds row r, which comes next, to the outline of the document, if it has a bookmark.
func (t *table) mark(r int) {
	if text := t.grid.Rows[r].Bookmark; text != "" {
		page := t.page()
		page.Marks = append(page.Marks, Mark{Text: text, Y: t.top()})
	}
}

// portion is the height of row r with the lines that fit into a room, and whether these are
// all that are left. An empty page takes at least one line of each cell, even if it is too
// tall, or no page ever would.
func (t *table) portion(r int, room layout.Length) (height layout.Length, whole bool) {
	whole = true
	for cell := range t.ending(r) {
		text, above := t.text(cell), t.above(cell)
		n := text.fitting(room + above - t.grid.Border)
		if t.fresh() {
			n = max(n, min(1, text.left()))
		}
		height = max(height, text.first(n)+t.grid.Border-above)
		whole = whole && n == text.left()
	}
	if whole {
		height = max(height, min(room, t.grid.Rows[r].MinHeight+t.grid.Border))
	}
	return height, whole
}

// parted reports whether the last lines of a split row would be on one page and the rows kept
// with it on the next. Then one line more goes to the next page.
func (t *table) parted(r, end int, height layout.Length) bool {
	if !t.fresh() || r+1 == end {
		return false
	}
	follow := t.lead(r+1, end)
	return height+follow > t.left() && t.beginning(r)+follow <= t.room()
}

// add places that height of row r, below a repeated head if the page has none yet.
func (t *table) add(r int, height layout.Length, whole bool) {
	if len(t.parts) == 0 {
		for h := range t.repeat {
			for cell := range t.cells(h) {
				t.text(cell).rewind()
			}
			t.extend(h, t.heights[h], true)
		}
	}
	t.extend(r, height, whole)
}

// extend makes the cells of a row taller by that height on this page. Cells that end in a row
// that is whole get the rest of their lines.
func (t *table) extend(r int, height layout.Length, whole bool) {
	for cell := range t.cells(r) {
		p := t.part(cell)
		p.foot = t.y + height + t.grid.Border/2
	}
	t.y += height
	if !whole {
		return
	}
	for cell := range t.ending(r) {
		text := t.text(cell)
		p := t.part(cell)
		p.lines, p.whole = text.take(text.left()), true
	}
}

// text is the lines of a cell, of which the first may have been placed.
type text struct {
	lines  []wrapped
	placed int
	height layout.Length // of the lines that are not placed
}

// rewind sets all lines to be placed again: a head is repeated on every page.
func (t *text) rewind() {
	t.placed, t.height = 0, 0
	for _, line := range t.lines {
		t.height += line.room()
	}
}

// left is the number of lines that are not placed.
func (t *text) left() int { return len(t.lines) - t.placed }

// first is the height of the next n lines.
func (t *text) first(n int) layout.Length {
	var height layout.Length
	for _, line := range t.lines[t.placed:][:n] {
		height += line.room()
	}
	return height
}

// fitting is the number of next lines that fit into a room.
func (t *text) fitting(room layout.Length) int {
	for i, line := range t.lines[t.placed:] {
		if room -= line.room(); room < 0 {
			return i
		}
	}
	return t.left()
}

// take returns the next n lines as placed.
func (t *text) take(n int) []wrapped {
	t.height -= t.first(n)
	lines := t.lines[t.placed:][:n]
	t.placed += n
	return lines
}
