package docx

import (
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// table is a grid without its rows. Its columns are as wide as the layout says, whatever is
// in them.
func table(g *layout.Grid, styleID string) *wml.CT_Tbl {
	t := &wml.CT_Tbl{TblPr: tableProperties(g, styleID), TblGrid: &wml.CT_TblGrid{}}
	for _, width := range g.Columns {
		t.TblGrid.GridCol = append(t.TblGrid.GridCol, &wml.CT_TblGridCol{WAttr: twips(width)})
	}
	return t
}

// tableProperties start the table at the left margin: from Word 2013 on the indent is that
// of the border, no longer of the text in the first cell.
func tableProperties(g *layout.Grid, styleID string) *wml.CT_TblPr {
	var width layout.Length
	for _, w := range g.Columns {
		width += w
	}
	properties := &wml.CT_TblPr{
		TblStyle:  text(styleID),
		TblW:      tableWidth(width),
		TblInd:    tableWidth(0),
		TblLayout: &wml.CT_TblLayoutType{TypeAttr: wml.ST_TblLayoutTypeFixed},
		TblLook:   tableLook(),
	}
	if g.Title != "" {
		properties.TblCaption = text(g.Title)
	}
	if heads := columnHeads(g); heads != "" {
		properties.TblDescription = text(heads)
	}
	return properties
}

// columnHeads describes the table by what stands over each of its columns.
func columnHeads(g *layout.Grid) string {
	var heads []string
	if g.Head == 0 {
		return ""
	}
	for column, c := range g.Rows[g.Head-1].Cells {
		if column > c.Column {
			continue
		}
		heads = append(heads, strings.ReplaceAll(c.Text(), "\n", " "))
	}
	return strings.Join(heads, "; ")
}

// tableLook says that the first rows are the head, which a screen reader goes by, and
// that rows and columns are not banded. The value says the same in the older way.
func tableLook() *wml.CT_TblLook {
	return &wml.CT_TblLook{
		ValAttr:         new("0620"),
		FirstRowAttr:    flag(true),
		LastRowAttr:     flag(false),
		FirstColumnAttr: flag(false),
		LastColumnAttr:  flag(false),
		NoHBandAttr:     flag(true),
		NoVBandAttr:     flag(true),
	}
}
