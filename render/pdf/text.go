package pdf

import "phuluc2b/render/layout"

// text is the lines of a cell, of which the first ones may already stand on a page.
type text struct {
	lines  []wrapped
	placed int
	height layout.Length // of the lines that are not placed
}

func newText(lines []wrapped) *text {
	t := &text{lines: lines}
	t.rewind()
	return t
}

// rewind makes the text ready to be placed once more: a head is repeated on every page.
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

// fitting is the number of lines that come next and fit in a room.
func (t *text) fitting(room layout.Length) int {
	for i, line := range t.lines[t.placed:] {
		if room -= line.room(); room < 0 {
			return i
		}
	}
	return t.left()
}

// take hands out the next n lines.
func (t *text) take(n int) []wrapped {
	t.height -= t.first(n)
	lines := t.lines[t.placed:][:n]
	t.placed += n
	return lines
}
