package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// section is the paper, its margins and the headers.
func section(page layout.Page) *wml.CT_SectPr {
	return &wml.CT_SectPr{
		EG_HdrFtrReferences: []*wml.EG_HdrFtrReferences{
			headerReference(wml.ST_HdrFtrFirst, firstHeaderID),
			headerReference(wml.ST_HdrFtrDefault, headerID),
		},
		PgSz:      &wml.CT_PageSz{WAttr: twips(page.Width), HAttr: twips(page.Height)},
		PgMar:     margins(page),
		PgNumType: &wml.CT_PageNumber{StartAttr: new(int64(1))},
		TitlePg:   on(),
	}
}

func headerReference(pages wml.ST_HdrFtr, id string) *wml.EG_HdrFtrReferences {
	return &wml.EG_HdrFtrReferences{HeaderReference: &wml.CT_HdrFtrRef{TypeAttr: pages, IdAttr: id}}
}

// margins must name a distance for the footer too, though there is none.
func margins(page layout.Page) *wml.CT_PageMar {
	return &wml.CT_PageMar{
		TopAttr:    *signedTwips(page.Top),
		RightAttr:  *twips(page.Right),
		BottomAttr: *signedTwips(page.Bottom),
		LeftAttr:   *twips(page.Left),
		HeaderAttr: *twips(page.Header),
		FooterAttr: *twips(page.Header),
		GutterAttr: *twips(0),
	}
}
