package docx

import (
	"bytes"
	"io"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// document is the main part without the rows of its tables: blocks and section.
func document(doc *layout.Document) *wml.Document {
	body := wml.NewCT_Body()
	ordinals := blockOrdinals(doc.Blocks)
	for i, block := range doc.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			addParagraph(body, paragraph(b))
		case layout.Rule:
			addParagraph(body, emptyParagraph(ruleID(ordinals[i])))
		case *layout.Grid:
			addTable(body, table(b, gridID(ordinals[i])))
			addParagraph(body, emptyParagraph(afterGridID))
		}
	}
	body.SectPr = section(doc.Page)
	written := wml.NewDocument()
	written.ConformanceAttr = sharedTypes.ST_ConformanceClassTransitional // New… says "strict"
	written.Body = body
	return written
}

func addParagraph(body *wml.CT_Body, p *wml.CT_P) {
	addContent(body, &wml.EG_ContentBlockContent{P: []*wml.CT_P{p}})
}

func addTable(body *wml.CT_Body, t *wml.CT_Tbl) {
	addContent(body, &wml.EG_ContentBlockContent{Tbl: []*wml.CT_Tbl{t}})
}

func addContent(body *wml.CT_Body, content *wml.EG_ContentBlockContent) {
	body.EG_BlockLevelElts = append(body.EG_BlockLevelElts,
		&wml.EG_BlockLevelElts{EG_ContentBlockContent: []*wml.EG_ContentBlockContent{content}})
}

// blockOrdinals numbers the rules and the grids, each from 1, as their styles are.
func blockOrdinals(blocks []layout.Block) []int {
	ordinals := make([]int, len(blocks))
	rules, grids := 0, 0
	for i, block := range blocks {
		switch block.(type) {
		case layout.Rule:
			rules++
			ordinals[i] = rules
		case *layout.Grid:
			grids++
			ordinals[i] = grids
		}
	}
	return ordinals
}

// tableEnd occurs in the main part once for each grid; in a text it is escaped.
const tableEnd = "</w:tbl>"

// mainPart is word/document.xml. Marshalling its rows by the library took most of the time and
// memory of a document. So the library marshals the document without rows, and a rowWriter
// inserts them, byte for byte as the library would write them.
type mainPart struct{ *layout.Document }

func (m mainPart) write(w io.Writer, d *encoders) error {
	var frame bytes.Buffer
	if err := d.marshal(&frame, document(m.Document)); err != nil {
		return err
	}
	rest := frame.Bytes()
	d.rows.reset(w)
	for _, block := range m.Blocks {
		if g, ok := block.(*layout.Grid); ok {
			before, after, _ := bytes.Cut(rest, []byte(tableEnd))
			d.rows.Write(before)
			d.rows.grid(g)
			d.rows.WriteString(tableEnd)
			rest = after
		}
	}
	d.rows.Write(rest)
	return d.rows.finish()
}

// section is the paper, its margins and the headers.
func section(page layout.Page) *wml.CT_SectPr {
	return &wml.CT_SectPr{
		EG_HdrFtrReferences: []*wml.EG_HdrFtrReferences{
			headerReference(wml.ST_HdrFtrFirst, firstHeaderID),
			headerReference(wml.ST_HdrFtrDefault, headerID),
		},
		PgSz:      paper(page),
		PgMar:     margins(page),
		PgNumType: &wml.CT_PageNumber{StartAttr: new(int64(1))},
		TitlePg:   on(),
	}
}

// paper says that it is turned: printers do not look at its sides.
func paper(page layout.Page) *wml.CT_PageSz {
	size := &wml.CT_PageSz{WAttr: twips(page.Width), HAttr: twips(page.Height)}
	if page.Width > page.Height {
		size.OrientAttr = wml.ST_PageOrientationLandscape
	}
	return size
}

func headerReference(pages wml.ST_HdrFtr, id string) *wml.EG_HdrFtrReferences {
	return &wml.EG_HdrFtrReferences{HeaderReference: &wml.CT_HdrFtrRef{TypeAttr: pages, IdAttr: id}}
}

// margins has a footer distance, which the schema asks for, though there is no footer.
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

// firstHeader is the header of the first page: the mark, no number.
func firstHeader(page layout.Page) *wml.Hdr {
	if page.Mark == "" {
		return headerOf(emptyParagraph(page.Number.ID))
	}
	p := emptyParagraph(markedID(page))
	p.EG_PContent = markRun(page)
	return headerOf(p)
}

// numberHeader is the header of the other pages: the mark and a PAGE field. Its cached value is
// "2", the first page with a number, shown by readers that do not evaluate fields.
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

// paragraph is text in a named style; the text itself carries no formatting.
func paragraph(p layout.Paragraph) *wml.CT_P {
	written := emptyParagraph(p.Style.ID)
	if p.Text != "" {
		written.EG_PContent = textRun(p.Text)
	}
	return written
}

// emptyParagraph names its style even if it is the default: readers may use a default of their
// own instead, such as Word's "Normal".
func emptyParagraph(styleID string) *wml.CT_P {
	return &wml.CT_P{PPr: &wml.CT_PPr{PStyle: text(styleID)}}
}

// textRun is the content of a paragraph or field.
func textRun(s string) []*wml.EG_PContent {
	t := &wml.CT_Text{Content: s}
	if needsPreserving(s) {
		t.SpaceAttr = new("preserve")
	}
	run := &wml.CT_R{EG_RunInnerContent: []*wml.EG_RunInnerContent{{T: t}}}
	return []*wml.EG_PContent{{EG_ContentRunContent: []*wml.EG_ContentRunContent{{R: run}}}}
}

// needsPreserving reports whether readers may drop spaces of the text unless told not to.
func needsPreserving(s string) bool {
	return strings.TrimSpace(s) != s || strings.Contains(s, "  ")
}
