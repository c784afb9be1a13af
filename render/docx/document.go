package docx

import (
	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// document is the main part without the rows of its tables: the blocks and the section that
// they stand in.
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

// blockOrdinals counts the rules and the grids, each from 1: their styles are numbered.
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
