package layout

import (
	"fmt"
	"strings"
)

// mostParts is how many parts of a table its summary names: who listens cannot leaf through it.
const mostParts = 12

// summarise describes the table to those who do not see it: how large it is, what its columns
// are, what a row is, and the parts that its outline has.
func (g *Grid) summarise(row string) {
	rows := g.Rows[g.Head:]
	said := fmt.Sprintf("Bảng có %d dòng, %d cột: %s. Mỗi dòng là %s.", len(rows), len(g.Columns), strings.Join(g.heads(), "; "), row)
	var parts []string
	for _, r := range rows {
		if r.Bookmark != "" {
			parts = append(parts, r.Bookmark)
		}
	}
	switch n := len(parts); {
	case n > mostParts:
		said += fmt.Sprintf(" Bảng có %d phần.", n)
	case n > 0:
		said += fmt.Sprintf(" Bảng có %d phần: %s.", n, strings.TrimRight(strings.Join(parts, "; "), "."))
	}
	g.Summary = said
}

// heads are the heads of the columns, each on one line.
func (g *Grid) heads() []string {
	var heads []string
	for column, c := range g.Rows[g.Head-1].Cells {
		if column == c.Column {
			heads = append(heads, words(c.Text()))
		}
	}
	return heads
}

// words is a text on one line, with one blank between two words.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }
