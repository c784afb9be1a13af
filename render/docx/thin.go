package docx

import (
	"fmt"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// thinLine is the height of a paragraph that is there for another reason than text.
// LibreOffice keeps to it.
const thinLine = layout.Point

const afterGridID = "AfterGrid"

// ruleID is the style of the document's n-th rule.
func ruleID(n int) string { return fmt.Sprintf("Rule%d", n) }

// afterGridStyle is for the paragraph that has to stand after a table: Word needs one at
// the end of the document and runs two tables together that touch.
func afterGridStyle(body *layout.Style) *wml.CT_Style {
	return thinStyle(afterGridID, "Phụ lục – Sau bảng", body)
}

// ruleStyle draws a rule as the upper border of an empty paragraph, which runs from indent
// to indent.
func ruleStyle(n int, r layout.Rule, textWidth layout.Length, body *layout.Style) *wml.CT_Style {
	style := thinStyle(ruleID(n), fmt.Sprintf("Phụ lục – Đường kẻ %d", n), body)
	left := (textWidth - r.Width) / 2
	style.PPr.PBdr = &wml.CT_PBdr{Top: border(r.Weight)}
	style.PPr.Ind = &wml.CT_Ind{LeftAttr: signedTwips(left), RightAttr: signedTwips(textWidth - r.Width - left)}
	style.PPr.Spacing.BeforeAttr = twips(r.Before)
	style.PPr.Spacing.AfterAttr = twips(r.After)
	return style
}

// thinStyle is a paragraph as low as possible.
func thinStyle(id, name string, body *layout.Style) *wml.CT_Style {
	style := customStyle(wml.ST_StyleTypeParagraph, id, name)
	style.BasedOn = text(body.ID)
	style.PPr = &wml.CT_PPrGeneral{Spacing: &wml.CT_Spacing{
		BeforeAttr:   twips(0),
		AfterAttr:    twips(0),
		LineAttr:     signedTwips(thinLine),
		LineRuleAttr: wml.ST_LineSpacingRuleExact,
	}}
	style.RPr = &wml.CT_RPr{Sz: fontSize(thinLine), SzCs: fontSize(thinLine)}
	return style
}
