package layout

import (
	"strings"

	"phuluc2b/model"
)

// noteChanges says in the notes of an annex what its changed figures were before, each on a
// line of its own below the note that the annex has. An annex without a column of notes stays
// as it is.
func (d *Document) noteChanges(changes []model.Change) {
	before := map[string]string{}
	for _, c := range changes {
		if c.Part == model.FigurePart && !c.Removed {
			before[c.Key+"/"+string(model.Note)] = c.Mark()
		}
	}
	for _, block := range d.Blocks {
		if grid, ok := block.(*Grid); ok {
			grid.addLines(before)
		}
	}
}

// addLines adds a paragraph to the cells that show a datum, by its Source.
func (g *Grid) addLines(lines map[string]string) {
	for i, row := range g.Rows {
		for j, c := range row.Cells {
			line, ok := lines[c.Source]
			if !ok || !c.Owns(i, j) {
				continue
			}
			style := c.Paragraphs[0].Style
			if strings.TrimSpace(c.Text()) == "" {
				c.Paragraphs = nil
			}
			c.Paragraphs = append(c.Paragraphs, Paragraph{style, line})
		}
	}
}
