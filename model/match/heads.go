package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// firstRow is the first row of a table that has a label of the form.
func firstRow(labels map[string]bool, grid Grid, label int) int {
	first := 0
	for first < len(grid.Cells) && !labels[rowLabel(grid.Cells[first], label)] {
		first++
	}
	return first
}

// collapse makes one column of those that no cell of the head parts: programs cut a table
// finer than it looks. A row that has several cells where the head has one is split there.
func collapse(grid Grid, first int) Grid {
	var starts []int
	for column := range grid.width() {
		if slices.ContainsFunc(grid.Cells[max(0, first-maxHeadRows):first], func(row []Cell) bool { return !row[column].Covered }) {
			starts = append(starts, column)
		}
	}
	if len(starts) == 0 || len(starts) == grid.width() {
		return grid
	}
	collapsed := Grid{Ordinal: grid.Ordinal}
	for _, row := range grid.Cells {
		var cells []Cell
		for i, start := range starts {
			end := len(row)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			cell := row[start]
			for _, more := range row[start+1 : end] {
				if !more.Covered && cleanCell(more.Text) != "" {
					cell.Split = cell.Split || cleanCell(cell.Text) != "" || cell.Covered
					cell.Text = strings.TrimPrefix(cell.Text+"\n"+more.Text, "\n")
				}
			}
			cells = append(cells, cell)
		}
		collapsed.Cells = append(collapsed.Cells, cells)
	}
	return collapsed
}

// headSeparator parts the levels of a head.
const headSeparator = "\x1f"

// headTexts are the heads of the columns, from the top down.
func headTexts(rows [][]Cell, width int) []string {
	heads := make([]string, width)
	rows = slices.DeleteFunc(slices.Clone(rows), numbersColumns)
	for column := range heads {
		var levels []string
		for _, row := range rows {
			if column >= len(row) {
				continue
			}
			text := cleanCell(row[column].Spanned)
			if wide := spanOf(row, column); wide == len(row) && wide > 1 {
				continue // a title across the table
			}
			if text != "" && !slices.Contains(levels, text) {
				levels = append(levels, text)
			}
		}
		heads[column] = strings.Join(levels, headSeparator)
	}
	return heads
}

// numbersColumns reports whether a row under the head numbers the columns: "(1)", "A".
func numbersColumns(row []Cell) bool {
	some := false
	for _, c := range row {
		for _, word := range strings.Fields(plainText(c.Spanned)) {
			if utf8.RuneCountInString(word) > 2 || utf8.RuneCountInString(word) > 1 && !startsWithDigit(word) {
				return false
			}
			some = true
		}
	}
	return some
}

// spanOf is how many columns the cell at a position covers in its row.
func spanOf(row []Cell, column int) int {
	n := 1
	for i := column; i > 0 && row[i].Covered; i-- {
		n++
	}
	for i := column + 1; i < len(row) && row[i].Covered; i++ {
		n++
	}
	return n
}

// labelColumn is the column with the most labels of the form; -1 when there is none.
func labelColumn(labels map[string]bool, grid Grid) int {
	counts := make([]int, grid.width())
	for _, row := range grid.Cells {
		for i := range row {
			if i < len(counts) && !row[i].Covered && labels[rowLabel(row, i)] {
				counts[i]++
			}
		}
	}
	best := -1
	for i, n := range counts {
		if n > 0 && (best < 0 || n > counts[best]) {
			best = i
		}
	}
	return best
}

// rowLabel is the label of a row as it is compared, without an STT that was typed before it.
func rowLabel(row []Cell, column int) string {
	if column >= len(row) {
		return ""
	}
	_, label, _ := cutNumber(cleanCell(row[column].Text))
	return plainText(label)
}

// described is the heads as a message shows them.
func (c columns) described() string {
	var all []string
	for _, head := range c.heads {
		text := strings.Join(strings.Fields(strings.ReplaceAll(head, headSeparator, " / ")), " ")
		if text == "" {
			text = "(trống)"
		}
		all = append(all, "“"+text+"”")
	}
	return strings.Join(all, ", ")
}
