package docx

import (
	"fmt"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// table is a grid without its rows, with fixed column widths.
func table(g *layout.Grid, styleID string) *wml.CT_Tbl {
	t := &wml.CT_Tbl{TblPr: tableProperties(g, styleID), TblGrid: &wml.CT_TblGrid{}}
	for _, width := range g.Columns {
		t.TblGrid.GridCol = append(t.TblGrid.GridCol, &wml.CT_TblGridCol{WAttr: twips(width)})
	}
	return t
}

// tableProperties has indent 0, which puts the border at the left margin: since Word 2013 the
// indent is that of the border, before of the text in the first cell.
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
	if g.Summary != "" {
		properties.TblDescription = text(g.Summary)
	}
	return properties
}

// tableLook says, for screen readers, that the first rows are the head, and that rows and
// columns are not banded. ValAttr says the same for Word 2007.
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

const plainTableID = "TableNormal"

// gridID is the style of the document's n-th grid.
func gridID(n int) string { return fmt.Sprintf("Grid%d", n) }

// plainTableStyle is Word's built-in "Normal Table", on which the others are based.
func plainTableStyle() *wml.CT_Style {
	return &wml.CT_Style{
		TypeAttr:       wml.ST_StyleTypeTable,
		StyleIdAttr:    new(plainTableID),
		DefaultAttr:    flag(true),
		Name:           text("Normal Table"),
		UiPriority:     number(99),
		SemiHidden:     on(),
		UnhideWhenUsed: on(),
		TblPr:          &wml.CT_TblPrBase{TblInd: tableWidth(0), TblCellMar: cellMargins(108)},
	}
}

// gridStyle is the style of one grid: its borders and cell margins.
func gridStyle(n int, g *layout.Grid) *wml.CT_Style {
	style := customStyle(wml.ST_StyleTypeTable, gridID(n), fmt.Sprintf("Phụ lục – Bảng %d", n))
	style.BasedOn = text(plainTableID)
	line := border(g.Border)
	style.TblPr = &wml.CT_TblPrBase{
		TblBorders: &wml.CT_TblBorders{Top: line, Left: line, Bottom: line, Right: line, InsideH: line, InsideV: line},
		TblCellMar: cellMargins(g.Padding),
	}
	return style
}

// cellMargins are the distances of text from the sides of its cell; none above and below.
func cellMargins(sides layout.Length) *wml.CT_TblCellMar {
	return &wml.CT_TblCellMar{
		Top:    tableWidth(0),
		Left:   tableWidth(sides),
		Bottom: tableWidth(0),
		Right:  tableWidth(sides),
	}
}
