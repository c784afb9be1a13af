package layout

import (
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// New lays out an annex. The family measures its head cells.
func New(a *model.Annex, family *fonts.Family) *Document {
	s := newStyles()
	doc := &Document{Page: a4(s.number, s.mark), Styles: s.all()}
	doc.Meta = Meta{
		Title:    strings.Join(append([]string{a.Form.Label}, a.TitleLines()...), " "),
		Author:   a.Report.Issuer,
		Subject:  strings.Trim(a.Reference(), "()"),
		Language: "vi-VN",
		Date:     a.Report.Day(),
	}
	doc.Blocks = append(titleBlock(a, s), newGrid(a, s, doc.Page.TextWidth(), family))
	return doc
}

// titleBlock is the label, the title, and the line that cites the report with a short rule
// under it (NĐ 30/2020, Phụ lục I, III.1; Phụ lục III, mẫu 2.1).
func titleBlock(a *model.Annex, s styles) []Block {
	blocks := []Block{Paragraph{s.label, a.Form.Label}}
	for _, line := range a.TitleLines() {
		blocks = append(blocks, Paragraph{s.title, line})
	}
	if reference := a.Reference(); reference != "" {
		blocks = append(blocks, Paragraph{s.reference, reference})
	}
	return append(blocks, Rule{Width: Millimetres(45), Weight: 3 * Point / 4, Before: 5 * Point, After: 12 * Point})
}
