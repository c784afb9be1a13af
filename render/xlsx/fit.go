package xlsx

import (
	"cmp"
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
)

// Fit makes each row that states no height as high as its text, set in a family.
func (s *Sheet) Fit(family *fonts.Family) {
	a := annexSheet{Sheet: s, family: family}
	merged := map[Place]layout.Length{}
	for _, r := range s.Merged {
		for column := r.From.Column; column <= r.To.Column; column++ {
			merged[r.From] += s.Columns[column]
		}
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Height > 0 {
			continue
		}
		for column := range row.Cells {
			row.Kept = row.Kept || merged[Place{i, column}] > 0
		}
		for column, c := range row.Cells {
			width := s.Columns[column]
			if wide := merged[Place{i, column}]; wide > 0 {
				width = wide
			}
			row.Height = max(row.Height, a.height(c.paragraphs(), width-2*cellEdges))
		}
	}
}

// paragraphs are the lines of a cell, of which only the font counts.
func (c Cell) paragraphs() []layout.Paragraph {
	style := &layout.Style{Size: cmp.Or(c.Style.Size, usualSize), Bold: c.Style.Bold, Italic: c.Style.Italic}
	text := c.Number
	for _, run := range c.Text {
		text += run.Text
	}
	var all []layout.Paragraph
	for line := range strings.SplitSeq(text, "\n") {
		all = append(all, layout.Paragraph{Style: style, Text: line})
	}
	return all
}
