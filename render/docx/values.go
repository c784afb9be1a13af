package docx

import (
	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// Makers of the many types that the library has for a number or a flag. A layout.Length is in
// twips, the unit of the format.

func text(s string) *wml.CT_String { return &wml.CT_String{ValAttr: s} }

func number(n int) *wml.CT_DecimalNumber { return &wml.CT_DecimalNumber{ValAttr: int64(n)} }

func flag(b bool) *sharedTypes.ST_OnOff { return &sharedTypes.ST_OnOff{Bool: &b} }

// on is a property that is on; one that is off is left out.
func on() *wml.CT_OnOff { return &wml.CT_OnOff{} }

// onOff is a property that is on or off explicitly, to override what a style inherits.
func onOff(b bool) *wml.CT_OnOff { return &wml.CT_OnOff{ValAttr: flag(b)} }

func twips(l layout.Length) *sharedTypes.ST_TwipsMeasure {
	return &sharedTypes.ST_TwipsMeasure{ST_UnsignedDecimalNumber: new(uint64(l))}
}

func signedTwips(l layout.Length) *wml.ST_SignedTwipsMeasure {
	return &wml.ST_SignedTwipsMeasure{Int64: new(int64(l))}
}

// tableWidth is a width or distance of a table or cell.
func tableWidth(l layout.Length) *wml.CT_TblWidth {
	plain := &wml.ST_DecimalNumberOrPercent{ST_UnqualifiedPercentage: new(int64(l))}
	return &wml.CT_TblWidth{
		TypeAttr: wml.ST_TblWidthDxa,
		WAttr:    &wml.ST_MeasurementOrPercent{ST_DecimalNumberOrPercent: plain},
	}
}

// fontSize is in half points.
func fontSize(l layout.Length) *wml.CT_HpsMeasure {
	halves := uint64(l * 2 / layout.Point)
	return &wml.CT_HpsMeasure{ValAttr: wml.ST_HpsMeasure{ST_UnsignedDecimalNumber: &halves}}
}

// border is a single line in automatic colour; the format wants its width in eighths of a point.
func border(weight layout.Length) *wml.CT_Border {
	return &wml.CT_Border{
		ValAttr:   wml.ST_BorderSingle,
		SzAttr:    new(uint64(weight * 8 / layout.Point)),
		SpaceAttr: new(uint64(0)),
		ColorAttr: &wml.ST_HexColor{ST_HexColorAuto: wml.ST_HexColorAutoAuto},
	}
}
