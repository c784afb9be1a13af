package docx

import "phuluc2b/render/layout"

// cellParagraphs are the cell's own in its first row and an empty one below.
func cellParagraphs(c *layout.Cell, r int) []layout.Paragraph {
	if len(c.Paragraphs) == 0 {
		return []layout.Paragraph{{}}
	}
	if r > c.Row {
		return []layout.Paragraph{{Style: c.Paragraphs[0].Style}}
	}
	return c.Paragraphs
}
