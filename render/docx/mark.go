package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// The mark of a page is in the paragraph of the page number: a paragraph of its own would move
// the text down, a frame would move the number. That paragraph is left-aligned, and a tab
// centres the number where it is on a page without a mark.

// markedID is the style of a page number that has the mark beside it.
func markedID(page layout.Page) string { return page.Number.ID + "Marked" }

// markTextID is the style of the mark within that paragraph.
func markTextID(page layout.Page) string { return page.MarkStyle.ID + "Text" }

// markStyles are those that only a marked page needs.
func markStyles(page layout.Page) []*wml.CT_Style {
	if page.Mark == "" {
		return nil
	}
	return []*wml.CT_Style{markedStyle(page), markTextStyle(page)}
}

func markedStyle(page layout.Page) *wml.CT_Style {
	style := customStyle(wml.ST_StyleTypeParagraph, markedID(page), page.Number.Name+" và dấu")
	style.BasedOn = text(page.Number.ID)
	centre := &wml.CT_TabStop{ValAttr: wml.ST_TabJcCenter, PosAttr: *signedTwips((page.TextWidth() + 1) / 2)}
	style.PPr = &wml.CT_PPrGeneral{
		Tabs: &wml.CT_Tabs{Tab: []*wml.CT_TabStop{centre}},
		Jc:   &wml.CT_Jc{ValAttr: wml.ST_JcLeft},
	}
	return style
}

// markTextStyle is the mark's style as a character style.
func markTextStyle(page layout.Page) *wml.CT_Style {
	style := customStyle(wml.ST_StyleTypeCharacter, markTextID(page), page.MarkStyle.Name+" (chữ)")
	style.Link = text(page.MarkStyle.ID)
	style.RPr = runProperties(page.MarkStyle)
	return style
}

// linkMark links the mark's paragraph style and character style: Word changes both together.
func linkMark(styles []*wml.CT_Style, page layout.Page) {
	for _, style := range styles {
		if page.Mark != "" && *style.StyleIdAttr == page.MarkStyle.ID {
			style.Link = text(markTextID(page))
		}
	}
}

func markRun(page layout.Page) []*wml.EG_PContent {
	run := textRun(page.Mark)
	run[0].EG_ContentRunContent[0].R.RPr = &wml.CT_RPr{RStyle: text(markTextID(page))}
	return run
}

func tabRun() *wml.EG_PContent {
	run := &wml.CT_R{EG_RunInnerContent: []*wml.EG_RunInnerContent{{Tab: wml.NewCT_Empty()}}}
	return &wml.EG_PContent{EG_ContentRunContent: []*wml.EG_ContentRunContent{{R: run}}}
}
