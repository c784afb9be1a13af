package match

import (
	"slices"
	"strings"
	"unicode"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// firstRow is the first row of a table that has a label of the form, or one right above it, below
// the head, that has an STT of the form and a label of its own.
func firstRow(f *model.Form, labels map[string]bool, grid tabular.Grid, label int) int {
	first := 0
	for first < len(grid.Cells) && !labels[rowLabel(grid.Cells[first], label)] {
		first++
	}
	for first > 1 && first < len(grid.Cells) && numbered(f, grid.Cells[first-1], label) {
		first--
	}
	return first
}

// numbered reports whether a row has an STT of the form, and words beside it.
func numbered(f *model.Form, row []tabular.Cell, label int) bool {
	if label >= len(row) || row[label].Covered || !strings.ContainsFunc(row[label].Text, unicode.IsLetter) {
		return false
	}
	return slices.ContainsFunc(row[:label], func(c tabular.Cell) bool {
		number := tabular.Plain(c.Text)
		return number != "" && slices.ContainsFunc(f.Rows, func(r model.Row) bool { return tabular.Plain(r.Number) == number })
	})
}

// labelColumn is the column with the most labels of the form; -1 when there is none.
func labelColumn(labels map[string]bool, grid tabular.Grid) int {
	counts := make([]int, grid.Width())
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
func rowLabel(row []tabular.Cell, column int) string {
	if column >= len(row) {
		return ""
	}
	_, label, _ := tabular.CutNumber(tabular.Clean(row[column].Text))
	return tabular.Plain(label)
}

// shownHead is a head as a message shows it: "Kết quả / Số liệu".
func shownHead(head string) string {
	return tabular.OneLine(strings.ReplaceAll(head, tabular.HeadSeparator, " / "))
}

// described is the heads as a message shows them.
func (c columns) described() string {
	var all []string
	for _, head := range c.heads {
		text := shownHead(head)
		if text == "" {
			text = "(trống)"
		}
		all = append(all, "“"+text+"”")
	}
	return strings.Join(all, ", ")
}
