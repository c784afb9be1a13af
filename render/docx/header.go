package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// firstHeader has the mark but no number.
func firstHeader(page layout.Page) *wml.Hdr {
	if page.Mark == "" {
		return headerOf(emptyParagraph(page.Number.ID))
	}
	p := emptyParagraph(markedID(page))
	p.EG_PContent = markRun(page)
	return headerOf(p)
}

// numberHeader shows the number of its page. "2" is what a reader sees that does not count
// pages itself: the first page that has a number.
func numberHeader(page layout.Page) *wml.Hdr {
	field := &wml.EG_PContent{
		FldSimple: []*wml.CT_SimpleField{{InstrAttr: "PAGE", EG_PContent: textRun("2")}},
	}
	if page.Mark == "" {
		p := emptyParagraph(page.Number.ID)
		p.EG_PContent = []*wml.EG_PContent{field}
		return headerOf(p)
	}
	p := emptyParagraph(markedID(page))
	p.EG_PContent = append(markRun(page), tabRun(), field)
	return headerOf(p)
}

func headerOf(p *wml.CT_P) *wml.Hdr {
	h := wml.NewHdr()
	h.EG_ContentBlockContent = []*wml.EG_ContentBlockContent{{P: []*wml.CT_P{p}}}
	return h
}
