package tabular

import (
	"slices"
	"strings"
	"unicode/utf8"

	"phuluc2b/model"
)

// MaxHeadRows is how many rows of a table may stand above its first row of figures: titles are
// typed into tables.
const MaxHeadRows = 12

// MaxLayoutColumns is how wide a table is at most that lays out the head of a page.
const MaxLayoutColumns = 3

// Names are what the columns of annexes are called where they are not called as in the form.
func Names(role model.Role) []string {
	return map[model.Role][]string{
		model.RoleNumber: {"stt", "tt", "số tt", "số thứ tự", "thứ tự", "mục"},
		model.RoleUnit:   {"đơn vị tính", "đvt", "đơn vị"},
		model.RoleFigure: {"số liệu", "kết quả", "số lượng", "kết quả thực hiện"},
		model.RoleNote:   {"ghi chú", "chú thích", "diễn giải"},

		model.RolePrevious: {"kỳ trước", "số liệu kỳ trước", "cùng kỳ", "cùng kỳ năm trước", "năm trước"},
	}[role]
}

// Earlier reports whether a head is that of figures which are not those of the period.
func Earlier(head string) bool {
	return Says(head, "trước", "cùng kỳ", "kế hoạch", "lũy kế", "so sánh", "năm ngoái")
}

// HeadSeparator parts the levels of a head.
const HeadSeparator = "\x1f"

// HeadTexts are the heads of the columns, from the top down.
func HeadTexts(rows [][]Cell, width int) []string {
	heads := make([]string, width)
	rows = slices.DeleteFunc(slices.Clone(rows), NumbersColumns)
	for column := range heads {
		var levels []string
		for _, row := range rows {
			if column >= len(row) {
				continue
			}
			text := Clean(row[column].Spanned)
			if wide := spanOf(row, column); wide == len(row) && wide > 1 {
				continue // a title across the table
			}
			if text != "" && !slices.Contains(levels, text) {
				levels = append(levels, text)
			}
		}
		heads[column] = strings.Join(levels, HeadSeparator)
	}
	return heads
}

// NumbersColumns reports whether a row under the head numbers the columns: "(1)", "A".
func NumbersColumns(row []Cell) bool {
	some := false
	for _, c := range row {
		for _, word := range strings.Fields(Plain(c.Spanned)) {
			if utf8.RuneCountInString(word) > 2 || utf8.RuneCountInString(word) > 1 && !StartsWithDigit(word) {
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
