package console

import (
	"io"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// Table is rows of cells beside each other; the first is the head.
type Table struct {
	Rows  [][]string
	Right []int // columns of which the cells end at the right
}

// Table shows a table as wide as the stream: what is too long goes on below, in the last column
// first. What cells bring along is made visible.
func (s Stream) Table(t Table) error {
	if len(t.Rows) == 0 {
		return nil
	}
	widths := t.widths(s.Width)
	var b strings.Builder
	for _, row := range t.Rows {
		t.line(&b, row, widths)
	}
	_, err := io.WriteString(s.Writer, b.String())
	return err
}

const (
	gap         = 2
	leastColumn = 16 // of one that is made narrower
)

func (t Table) widths(room int) []int {
	widths := make([]int, len(t.Rows[0]))
	for _, row := range t.Rows {
		for i, cell := range row {
			widths[i] = max(widths[i], diag.Width(diag.Visible(cell)))
		}
	}
	room -= gap * (len(widths) - 1)
	for _, w := range widths {
		room -= w
	}
	for i := len(widths) - 1; i >= 0 && room < 0; i-- {
		narrower := min(-room, max(0, widths[i]-leastColumn))
		widths[i] -= narrower
		room += narrower
	}
	return widths
}

func (t Table) line(b *strings.Builder, row []string, widths []int) {
	cells := make([][]string, len(row))
	height := 0
	for i, cell := range row {
		cells[i] = diag.Wrap(diag.Visible(cell), widths[i])
		height = max(height, len(cells[i]))
	}
	for n := range height {
		var line strings.Builder
		for i := range cells {
			text := ""
			if n < len(cells[i]) {
				text = cells[i][n]
			}
			blank := strings.Repeat(" ", max(0, widths[i]-diag.Width(text)))
			if slices.Contains(t.Right, i) {
				text = blank + text
			} else {
				text += blank
			}
			if i > 0 {
				line.WriteString(strings.Repeat(" ", gap))
			}
			line.WriteString(text)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}
