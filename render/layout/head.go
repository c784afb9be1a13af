package layout

import "phuluc2b/fonts"

// tooTall reports whether the head of a grid takes more than half of a page: repeated on each,
// it would leave little room to the rows.
func (g *Grid) tooTall(page Page, family *fonts.Family) bool {
	room := page.Height - page.Top - page.Bottom - g.Border
	tops := make([]Length, g.Head+1)
	for r := range g.Head {
		height := g.Rows[r].MinHeight + g.Border
		for column, c := range g.Rows[r].Cells {
			if column == c.Column && r == c.Row+c.RowSpan-1 {
				height = max(height, Height(family, c.Paragraphs, g.Width(c))+g.Border-(tops[r]-tops[c.Row]))
			}
		}
		tops[r+1] = tops[r] + height
	}
	return tops[g.Head] > room/2
}
