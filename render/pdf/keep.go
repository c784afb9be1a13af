package pdf

import "phuluc2b/render/layout"

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

// split tells whether the row is taller than a page.
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
