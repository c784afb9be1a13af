package layout

import (
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// New lays out an annex. The family measures its head cells.
func New(a *model.Annex, family *fonts.Family, options Options) *Document {
	s := newStyles()
	doc := newDocument(a, s, options, a.TitleLines())
	if !options.NoSource {
		doc.Attachments = sources(a)
	}
	doc.Blocks = append(titleBlock(a, s, a.TitleLines(), a.Reference()), newGrid(a, s, doc.Page.TextWidth(), family))
	doc.noteChanges(options.Changed)
	return doc
}

// newDocument is a document of that title which goes with the annex's report, still blank.
func newDocument(a *model.Annex, s styles, options Options, title []string) *Document {
	doc := &Document{Page: a4(s.number, s.mark), Styles: s.all()}
	doc.Meta = Meta{
		Title:    strings.Join(append([]string{a.Form.Label}, title...), " "),
		Author:   a.Report.Issuer,
		Subject:  strings.Trim(a.Reference(), "()"),
		Language: "vi-VN",
		Date:     a.Report.Day(),
	}
	if !options.Date.IsZero() {
		doc.Meta.Date = options.Date.UTC()
	}
	if options.Draft {
		doc.Page.Mark = draftMark
	}
	return doc
}

// titleBlock is the label, the title, and the lines that say where it belongs, the one that
// cites the report first, with a short rule under them (NĐ 30/2020, Phụ lục I, III.1; Phụ lục
// III, mẫu 2.1).
func titleBlock(a *model.Annex, s styles, title []string, references ...string) []Block {
	blocks := []Block{Paragraph{s.label, a.Form.Label}}
	for _, line := range title {
		blocks = append(blocks, Paragraph{s.title, line})
	}
	for _, line := range references {
		if line != "" {
			blocks = append(blocks, Paragraph{s.reference, line})
		}
	}
	return append(blocks, Rule{Width: Millimetres(45), Weight: 3 * Point / 4, Before: 5 * Point, After: 12 * Point})
}
