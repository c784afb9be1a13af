package layout

import "phuluc2b/fonts"

// Heights are those of the leading rows, so many, on an endless page; text is the height of what a
// cell holds. A cell over several rows that is taller than they are makes the last of them taller.
func (g *Grid) Heights(rows int, text func(*Cell) Length) []Length {
	heights, tops := make([]Length, rows), make([]Length, rows+1)
	for r, row := range g.Rows[:rows] {
		heights[r] = row.MinHeight + g.Border
		for column, c := range row.Cells {
			if column == c.Column && r == c.Row+c.RowSpan-1 {
				heights[r] = max(heights[r], text(c)+g.Border-(tops[r]-tops[c.Row]))
			}
		}
		tops[r+1] = tops[r] + heights[r]
	}
	return heights
}

// tooTall reports whether the head of a grid takes more than half of a page: repeated on each,
// it would leave little room to the rows.
func (g *Grid) tooTall(page Page, family *fonts.Family) bool {
	room := page.Height - page.Top - page.Bottom - g.Border
	for _, height := range g.Heights(g.Head, func(c *Cell) Length { return Height(family, c.Paragraphs, g.Width(c)) }) {
		room -= 2 * height
	}
	return room < 0
}
