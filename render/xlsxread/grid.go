package xlsxread

import (
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// grid is a table of rows, without columns that say nothing in it.
func (b *book) grid(v *view, from, to int, names []name) *ooxml.Table {
	var columns []int
	for j := range v.columns {
		for i := from; i < to; i++ {
			if o := v.owners[i][j]; !o.blank() && o.first.column == j {
				columns = append(columns, j)
				break
			}
		}
	}
	t := &ooxml.Table{Grid: &layout.Grid{}, Notes: map[*layout.Cell]*ooxml.Notes{}, After: len(b.content.Paragraphs), Page: len(b.content.Extras.Pages) - 1}
	made := map[*owned]*layout.Cell{}
	sizes := map[int]int{}
	marks := bookmarks(names)
	for i := from; i < to; i++ {
		row := layout.Row{}
		for at, j := range columns {
			o := v.owners[i][j]
			c := made[o]
			if c == nil {
				c = newCell(i-from, at, o, marks)
				made[o] = c
				if o.cell != nil {
					t.Notes[c] = &o.cell.notes
					sizes[o.size] += len(o.text)
				}
			}
			c.RowSpan, c.ColumnSpan = max(c.RowSpan, i-from-c.Row+1), max(c.ColumnSpan, at-c.Column+1)
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
		t.Wide = append(t.Wide, len(columns))
		t.Heights = append(t.Heights, v.sheet.rows[v.rows[i]].height)
		t.Lines = append(t.Lines, v.rows[i]+1)
	}
	for _, j := range columns {
		t.Columns = append(t.Columns, b.width(v.sheet, v.columns[j]))
		t.Letters = append(t.Letters, letters(v.columns[j]))
	}
	for size, n := range sizes {
		if n > sizes[t.Size] || n == sizes[t.Size] && size < t.Size {
			t.Size = size
		}
	}
	t.Head = v.repeated(from, names)
	return t
}

func newCell(row, column int, o *owned, marks map[place]string) *layout.Cell {
	c := &layout.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1, Bookmark: marks[o.at]}
	if o.cell == nil {
		c.Paragraphs = make([]layout.Paragraph, 1)
		return c
	}
	for line := range strings.SplitSeq(o.text, "\n") {
		c.Paragraphs = append(c.Paragraphs, layout.Paragraph{Text: line})
	}
	return c
}

// bookmarks are the names of single cells.
func bookmarks(names []name) map[place]string {
	marks := map[place]string{}
	for _, n := range names {
		if at, ok := parsePlace(n.to); ok && n.name != printTitles {
			marks[at] = n.name
		}
	}
	return marks
}

// repeated is how many leading rows of a table are printed on every page.
func (v *view) repeated(from int, names []name) int {
	for _, n := range names {
		if n.name != printTitles {
			continue
		}
		rows := n.to[strings.LastIndexByte(n.to, ',')+1:]
		if cut := strings.LastIndexByte(rows, '!'); cut >= 0 {
			rows = rows[cut+1:]
		}
		first, last, _ := strings.Cut(rows, ":")
		a, ok := parsePlace("A" + strings.TrimPrefix(first, "$"))
		z, ok2 := parsePlace("A" + strings.TrimPrefix(last, "$"))
		if !ok || !ok2 || v.rows[from] != a.row {
			continue
		}
		n := 0
		for from+n < len(v.rows) && v.rows[from+n] >= a.row && v.rows[from+n] <= z.row {
			n++
		}
		return n
	}
	return 0
}

// width is that of a column, as far as the file states it.
func (b *book) width(s *sheet, column int) layout.Length {
	const pixel = 15 // twips
	digit := max(float64(b.styles.usual.size)/2*96/72/2, 1)
	for _, c := range s.columns {
		if column >= c.first && column <= c.last {
			return layout.Length(twips(float64(int(c.width*float64(int(digit+0.5))+0.5)) * pixel))
		}
	}
	return 0
}
