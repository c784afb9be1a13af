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
	Arrow int   // the column that an arrow leads to; 0 for none
}

// Table shows a table as wide as the stream: what is too long goes on below, in the widest column
// first. What cells bring along is made visible, but for their lines.
func (s Stream) Table(t Table) error {
	var b strings.Builder
	widths := t.widths(s.Width)
	for _, row := range t.Rows {
		t.line(&b, row, widths)
	}
	_, err := io.WriteString(s.Writer, b.String())
	return err
}

// Between columns.
const (
	gap   = "  "
	arrow = " → "
	below = "   " // an arrow
)

// leastColumn is the width of one that is made no narrower.
const leastColumn = 12

func (t Table) widths(room int) []int {
	widths := make([]int, len(t.Rows[0]))
	for _, row := range t.Rows {
		for i, cell := range row {
			for line := range strings.SplitSeq(VisibleText(cell), "\n") {
				widths[i] = max(widths[i], diag.Width(line))
			}
		}
	}
	for i, w := range widths {
		room -= w + diag.Width(t.before(i, true))
	}
	for ; room < 0 && slices.Max(widths) > leastColumn; room++ {
		widths[slices.Index(widths, slices.Max(widths))]--
	}
	return widths
}

// before is what stands in front of a column, in the first line of a row or below.
func (t Table) before(column int, first bool) string {
	switch {
	case column == 0:
		return ""
	case column != t.Arrow:
		return gap
	case first:
		return arrow
	}
	return below
}

func (t Table) line(b *strings.Builder, row []string, widths []int) {
	cells := make([][]string, len(row))
	height := 0
	for i, cell := range row {
		cells[i] = diag.Wrap(VisibleText(cell), widths[i])
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
			line.WriteString(t.before(i, n == 0) + text)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}
