package xlsxread

import (
	"maps"
	"slices"

	"phuluc2b/render/ooxml"
)

// view is the part of a sheet that is seen and holds something, its rows and columns counted
// from 0; of empty rows that follow each other there is one.
type view struct {
	*sheet
	rows, columns []int // of the sheet
	owners        [][]*owned
}

// owned is a cell, or several shown as one, with its place in the view.
type owned struct {
	*cell
	at    place // in the sheet
	first place // in the view
}

func (o *owned) blank() bool { return o.cell == nil }

// see lays out what is seen of a sheet. What is hidden is counted.
func (b *book) see(s *sheet) (*view, error) {
	rows, columns, hiddenRows, hiddenColumns := set{}, set{}, set{}, set{}
	hidden := map[int]bool{}
	for at, c := range s.cells {
		if _, known := hidden[at.column]; !known {
			hidden[at.column] = s.hides(at.column)
		}
		switch {
		case s.rows[at.row].hidden:
			hiddenRows[at.row] = true
		case hidden[at.column]:
			hiddenColumns[at.column] = true
		case c.unseen():
		default:
			rows[at.row], columns[at.column] = true, true
		}
	}
	b.content.Extras.HiddenRows += len(hiddenRows)
	b.content.Extras.HiddenColumns += len(hiddenColumns)
	if len(rows) > maxRows {
		return nil, ooxml.TooLarge("a sheet of more than 16 000 rows")
	}
	v := &view{sheet: s, columns: columns.sorted()}
	v.rows = withGaps(rows.sorted(), func(row int) bool { return s.rows[row].hidden })
	if len(v.columns) > maxColumns {
		return nil, ooxml.TooLarge("a sheet of more than 256 columns")
	}
	if err := b.take(len(v.rows)*len(v.columns), 0); err != nil {
		return nil, err
	}
	return v, b.place(v)
}

func (s *sheet) hides(column int) bool {
	return slices.ContainsFunc(s.columns, func(c columnLook) bool { return c.hidden && column >= c.first && column <= c.last })
}

type set map[int]bool

func (s set) sorted() []int { return slices.Sorted(maps.Keys(s)) }

// withGaps adds one row where rows are left out that are seen.
func withGaps(rows []int, hidden func(int) bool) []int {
	var all []int
	for i, row := range rows {
		for between := row; i > 0 && between > rows[i-1]+1; between-- {
			if !hidden(between - 1) {
				all = append(all, between-1)
				break
			}
		}
		all = append(all, row)
	}
	return all
}

// place gives every position of the view its owner. What stands in a cell that another is shown
// in place of is hidden.
func (b *book) place(v *view) error {
	v.owners = make([][]*owned, len(v.rows))
	for i, row := range v.rows {
		v.owners[i] = make([]*owned, len(v.columns))
		for j, column := range v.columns {
			v.owners[i][j] = &owned{v.cells[place{row, column}], place{row, column}, place{i, j}}
		}
	}
	covered := 0
	for _, a := range v.merged {
		var o *owned
		top, _ := slices.BinarySearch(v.rows, a.from.row)
		left, _ := slices.BinarySearch(v.columns, a.from.column)
		for i := top; i < len(v.rows) && v.rows[i] <= a.to.row; i++ {
			for j := left; j < len(v.columns) && v.columns[j] <= a.to.column; j++ {
				if o == nil {
					o = &owned{v.cells[a.from], a.from, place{i, j}}
				}
				if was := v.owners[i][j]; was.at != a.from && !was.blank() {
					b.content.Extras.Hidden++
				}
				v.owners[i][j] = o
				if covered++; covered > maxPieces {
					return ooxml.Damaged("merged cells lie on one another")
				}
			}
		}
	}
	return nil
}

// filled are the cells with something in them that show in a row, from the left.
func (v *view) filled(row int) []*owned {
	var all []*owned
	for _, o := range v.owners[row] {
		if !o.blank() && (len(all) == 0 || all[len(all)-1] != o) {
			all = append(all, o)
		}
	}
	return all
}
