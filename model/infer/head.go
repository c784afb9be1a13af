package infer

import (
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// newPart parts a table at its head. It is not headed when there is none.
func newPart(grid tabular.Grid, head func(tabular.Grid) int) (p part, headed bool) {
	top := head(grid)
	if top < 0 {
		return part{grid: grid, numbered: -1}, false
	}
	first := headEnd(grid, top)
	p = part{grid: tabular.Collapse(grid, first), top: top, first: first, numbered: -1}
	for p.first < len(p.grid.Cells) && numbersColumns(p.grid.Cells[p.first]) {
		p.numbered = p.first
		p.first++
	}
	return p, p.grid.Width() >= 2
}

// headRow is the first row of a table's head: one in which two columns at least have a usual
// name, or the first of those that are repeated on every page; -1 for none.
func headRow(grid tabular.Grid) int {
	for i, row := range grid.Cells[:min(len(grid.Cells), tabular.MaxHeadRows)] {
		if known := knownHeads(row); known >= 2 || known == 1 && numbersAndNames(row) {
			return i
		}
	}
	if grid.Head > 0 && grid.Head < len(grid.Cells) && grid.Head <= tabular.MaxHeadRows && grid.Width() >= 2 {
		return 0
	}
	return -1
}

// knownHeads is how many cells of a row are the head of a column by a usual name.
func knownHeads(row []tabular.Cell) int {
	known := map[model.Role]bool{}
	n := 0
	for _, c := range row {
		if c.Covered || c.Above {
			continue
		}
		role := usualRole(c.Spanned)
		if role != "" && !known[role] {
			known[role] = true
			n++
		}
	}
	return n
}

// unusualHeadRow is the first row of a table if each of its cells says something else and hardly a
// row below says as much: a head whose words nobody foresaw; -1 for none.
func unusualHeadRow(grid tabular.Grid) int {
	if len(grid.Cells) < 3 || grid.Width() < 2 {
		return -1
	}
	full := func(row []tabular.Cell) bool {
		said := map[string]bool{}
		for _, c := range row {
			said[tabular.Plain(c.Text)] = true
		}
		return len(said) == len(row) && !said[""]
	}
	also := 0
	for _, row := range grid.Cells[1:] {
		if full(row) {
			also++
		}
	}
	if !full(grid.Cells[0]) || also*2 > len(grid.Cells)-1 {
		return -1
	}
	return 0
}

// numbersAndNames reports whether a row begins with the head of the STT and names all columns.
func numbersAndNames(row []tabular.Cell) bool {
	return len(row) >= 3 && usualRole(row[0].Spanned) == model.RoleNumber &&
		!slices.ContainsFunc(row, func(c tabular.Cell) bool { return tabular.Clean(c.Spanned) == "" })
}

// headEnd is the row below a head: a head goes on as far down as its cells reach, under cells
// that span several columns, and as far as rows are repeated on every page.
func headEnd(grid tabular.Grid, top int) int {
	end := top + 1
	for end < min(len(grid.Cells)-1, top+tabular.MaxHeadRows) {
		row, above := grid.Cells[end], grid.Cells[end-1]
		reaches := slices.ContainsFunc(row, func(c tabular.Cell) bool { return c.Above })
		if !reaches && end >= grid.Head && !belowSpanner(row, above) && !headsAgain(row) {
			break
		}
		end++
	}
	return end
}

// belowSpanner reports whether a row says more only under those cells of the one above that
// span several columns.
func belowSpanner(row, above []tabular.Cell) bool {
	some := false
	for i, c := range row {
		spanned := above[i].Covered || i+1 < len(above) && above[i+1].Covered
		if tabular.Clean(c.Spanned) == "" {
			continue
		}
		if !spanned {
			return false
		}
		some = true
	}
	return some
}

// headsAgain reports whether a row under a head is one more of it: cells that were not merged.
func headsAgain(row []tabular.Cell) bool {
	_, counted := parseNumber(cellNumber(row[0]))
	return knownHeads(row) >= 3 && !counted
}

// numbersColumns reports whether a row under the head numbers the columns: "(1)", "A".
func numbersColumns(row []tabular.Cell) bool {
	filled := 0
	for _, c := range row {
		if tabular.Clean(c.Text) != "" {
			filled++
		}
	}
	return len(row) >= 3 && filled >= len(row)-1 && tabular.NumbersColumns(row)
}

// headCell is one cell of the head above a column.
type headCell struct {
	lines []string
	wide  bool // over several columns
}

// headCells are the cells of the head above a column, from the top down, without blank ones.
func (p part) headCells(column int) []headCell {
	var cells []headCell
	for i := p.top; i < p.first; i++ {
		c := p.grid.Cells[i][column]
		if i == p.numbered || c.Above && i > p.top || tabular.Clean(c.Spanned) == "" {
			continue
		}
		if n := len(cells); n > 0 && tabular.Plain(strings.Join(cells[n-1].lines, " ")) == tabular.Plain(c.Spanned) {
			continue // cells that were not merged
		}
		row := p.grid.Cells[i]
		wide := c.Covered || column+1 < len(row) && row[column+1].Covered
		cells = append(cells, headCell{strings.Split(tabular.Clean(c.Spanned), "\n"), wide})
	}
	return cells
}
