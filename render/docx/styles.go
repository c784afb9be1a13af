package docx

import (
	"fmt"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// styles are the document's own styles, then those that only this format needs.
func styles(doc *layout.Document) *wml.Styles {
	s := wml.NewStyles()
	body := doc.Styles[0]
	s.DocDefaults = defaults(body, doc.Meta.Language)
	for _, style := range doc.Styles {
		s.Style = append(s.Style, paragraphStyle(style, body))
	}
	linkMark(s.Style, doc.Page)
	s.Style = append(s.Style, headingStyles(doc.Styles)...)
	s.Style = append(s.Style, plainTableStyle(), afterGridStyle(body))
	s.Style = append(s.Style, markStyles(doc.Page)...)
	ordinals := blockOrdinals(doc.Blocks)
	for i, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Rule:
			s.Style = append(s.Style, ruleStyle(ordinals[i], b, doc.Page.TextWidth(), body))
		case *layout.Grid:
			s.Style = append(s.Style, gridStyle(ordinals[i], b))
		}
	}
	return s
}

// defaults are what holds where no style says otherwise.
func defaults(body *layout.Style, language string) *wml.CT_DocDefaults {
	font := layout.Typeface
	run := &wml.CT_RPr{
		RFonts: &wml.CT_Fonts{AsciiAttr: &font, HAnsiAttr: &font, EastAsiaAttr: &font, CsAttr: &font},
		Sz:     fontSize(body.Size),
		SzCs:   fontSize(body.Size),
		Lang:   &wml.CT_Language{ValAttr: &language, EastAsiaAttr: &language},
	}
	return &wml.CT_DocDefaults{
		RPrDefault: &wml.CT_RPrDefault{RPr: run},
		PPrDefault: &wml.CT_PPrDefault{PPr: &wml.CT_PPrGeneral{Spacing: spacing(0, 0)}},
	}
}

// paragraphStyle is one of the document's styles. It sets every property of a layout.Style, so
// that it inherits from the body's style only what an office adds there, such as a font.
func paragraphStyle(s, body *layout.Style) *wml.CT_Style {
	style := customStyle(wml.ST_StyleTypeParagraph, s.ID, s.Name)
	if s == body {
		style.DefaultAttr, style.CustomStyleAttr = flag(true), nil // Word knows it: "Normal"
	} else {
		style.BasedOn = text(body.ID)
	}
	style.QFormat = on()
	style.PPr = &wml.CT_PPrGeneral{Spacing: spacing(s.Before, s.After), Jc: &wml.CT_Jc{ValAttr: justification(s.Align)}}
	if s.Heading > 0 {
		style.BasedOn = text(headingID(s.Heading))
		style.PPr.OutlineLvl = number(s.Heading - 1)
	}
	style.RPr = runProperties(s)
	return style
}

// runProperties are size, weight and slant of a style.
func runProperties(s *layout.Style) *wml.CT_RPr {
	return &wml.CT_RPr{B: onOff(s.Bold), I: onOff(s.Italic), Sz: fontSize(s.Size), SzCs: fontSize(s.Size)}
}

// customStyle is a style that is not built into Word.
func customStyle(kind wml.ST_StyleType, id, name string) *wml.CT_Style {
	return &wml.CT_Style{TypeAttr: kind, StyleIdAttr: &id, CustomStyleAttr: flag(true), Name: text(name)}
}

func justification(a layout.Align) wml.ST_Jc {
	switch a {
	case layout.Centre:
		return wml.ST_JcCenter
	case layout.Right:
		return wml.ST_JcRight
	}
	return wml.ST_JcLeft
}

// spacing is the space around a paragraph, with single line spacing: 240 is one line.
func spacing(before, after layout.Length) *wml.CT_Spacing {
	return &wml.CT_Spacing{
		BeforeAttr:   twips(before),
		AfterAttr:    twips(after),
		LineAttr:     signedTwips(240),
		LineRuleAttr: wml.ST_LineSpacingRuleAuto,
	}
}

// headingID is Word's built-in style for headings of that level. Styles with an outline level
// are based on it: Word uses the level, other readers the style.
func headingID(level int) string { return fmt.Sprintf("Heading%d", level) }

// headingStyles are Word's built-in styles of the levels in use, with the look of the body:
// styles based on them set everything themselves.
func headingStyles(styles []*layout.Style) []*wml.CT_Style {
	var written []*wml.CT_Style
	made := map[int]bool{}
	for _, s := range styles {
		if s.Heading > 0 && !made[s.Heading] {
			made[s.Heading] = true
			written = append(written, headingStyle(s.Heading, styles[0]))
		}
	}
	return written
}

func headingStyle(level int, body *layout.Style) *wml.CT_Style {
	id := headingID(level)
	return &wml.CT_Style{
		TypeAttr:    wml.ST_StyleTypeParagraph,
		StyleIdAttr: &id,
		Name:        text(fmt.Sprintf("heading %d", level)),
		BasedOn:     text(body.ID),
		Next:        text(body.ID),
		UiPriority:  number(9),
		QFormat:     on(),
		PPr:         &wml.CT_PPrGeneral{OutlineLvl: number(level - 1)},
	}
}

// thinLine is the exact height of a paragraph that holds no text, which LibreOffice respects.
const thinLine = layout.Point

const afterGridID = "AfterGrid"

// ruleID is the style of the document's n-th rule.
func ruleID(n int) string { return fmt.Sprintf("Rule%d", n) }

// afterGridStyle is the style of the paragraph after a table: Word needs one at the end of a
// document, and joins two tables without one between them.
func afterGridStyle(body *layout.Style) *wml.CT_Style {
	return thinStyle(afterGridID, "Phụ lục – Sau bảng", body)
}

// ruleStyle draws a rule as the top border of an empty paragraph, as wide as its indents leave.
func ruleStyle(n int, r layout.Rule, textWidth layout.Length, body *layout.Style) *wml.CT_Style {
	style := thinStyle(ruleID(n), fmt.Sprintf("Phụ lục – Đường kẻ %d", n), body)
	left := (textWidth - r.Width) / 2
	style.PPr.PBdr = &wml.CT_PBdr{Top: border(r.Weight)}
	style.PPr.Ind = &wml.CT_Ind{LeftAttr: signedTwips(left), RightAttr: signedTwips(textWidth - r.Width - left)}
	style.PPr.Spacing.BeforeAttr = twips(r.Before)
	style.PPr.Spacing.AfterAttr = twips(r.After)
	return style
}

// thinStyle is the style of a paragraph of height thinLine.
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
