package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// cell is what a cell shows in one of its rows. Word calls a file corrupt in which a cell
// ends without a paragraph.
func cell(g *layout.Grid, c *layout.Cell, r int, marks map[*layout.Cell]bookmark) *wml.CT_Tc {
	content := &wml.EG_ContentBlockContent{P: cellParagraphs(c, r)}
	if mark, ok := marks[c]; ok && r == c.Row {
		content.P[0].EG_PContent = mark.around(content.P[0].EG_PContent)
	}
	if g.Rows[r].KeepNext {
		for _, p := range content.P {
			p.PPr.KeepNext = on() // a row has no such property
		}
	}
	return &wml.CT_Tc{
		TcPr:              cellProperties(g, c, r),
		EG_BlockLevelElts: []*wml.EG_BlockLevelElts{{EG_ContentBlockContent: []*wml.EG_ContentBlockContent{content}}},
	}
}

// cellParagraphs are the cell's own in its first row and an empty one below.
func cellParagraphs(c *layout.Cell, r int) []*wml.CT_P {
	if len(c.Paragraphs) == 0 {
		return []*wml.CT_P{{PPr: wml.NewCT_PPr()}}
	}
	if r > c.Row {
		return []*wml.CT_P{emptyParagraph(c.Paragraphs[0].Style.ID)}
	}
	var written []*wml.CT_P
	for _, p := range c.Paragraphs {
		written = append(written, paragraph(p))
	}
	return written
}

func cellProperties(g *layout.Grid, c *layout.Cell, r int) *wml.CT_TcPr {
	properties := &wml.CT_TcPr{
		TcW:    tableWidth(g.Width(c) + 2*g.Padding),
		VAlign: &wml.CT_VerticalJc{ValAttr: wml.ST_VerticalJcCenter},
	}
	if c.ColumnSpan > 1 {
		properties.GridSpan = number(c.ColumnSpan)
	}
	if c.RowSpan > 1 {
		properties.VMerge = &wml.CT_VMerge{ValAttr: wml.ST_MergeContinue}
		if r == c.Row {
			properties.VMerge.ValAttr = wml.ST_MergeRestart
		}
	}
	return properties
}
