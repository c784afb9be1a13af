package docx

import (
	"fmt"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

const plainTableID = "TableNormal"

// gridID is the style of the document's n-th grid.
func gridID(n int) string { return fmt.Sprintf("Grid%d", n) }

// plainTableStyle is Word's own "Normal Table", on which the others are based.
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

// gridStyle has the borders and cell margins of one grid.
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

// cellMargins keep text away from the sides of its cell.
func cellMargins(sides layout.Length) *wml.CT_TblCellMar {
	return &wml.CT_TblCellMar{
		Top:    tableWidth(0),
		Left:   tableWidth(sides),
		Bottom: tableWidth(0),
		Right:  tableWidth(sides),
	}
}
