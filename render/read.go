package render

import (
	"bytes"

	"phuluc2b/render/docxread"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdfread"
)

// Document is a file of an annex, read back.
type Document struct {
	Format      Format
	Paragraphs  []string       // of a DOCX: text outside of tables
	Tables      []*layout.Grid // of a DOCX
	Attachments []layout.Attachment
	Untouched   bool // of a DOCX: no other program has saved it
}

// Read reads a DOCX, whoever made it, or the attachments of a PDF. The errors are those of
// the two back ends.
func Read(data []byte) (*Document, error) {
	if bytes.HasPrefix(data, []byte("%PDF")) {
		attachments, err := pdfread.Attachments(data)
		return &Document{Format: PDF, Attachments: attachments}, err
	}
	content, err := docxread.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	return &Document{
		Format: DOCX, Paragraphs: content.Paragraphs, Tables: content.Tables,
		Attachments: content.Attachments, Untouched: content.Untouched,
	}, nil
}

// Merged tells of each position of a table whether its cell reaches over several rows.
func Merged(grid *layout.Grid) [][]bool {
	var merged [][]bool
	for _, row := range grid.Rows {
		var cells []bool
		for _, cell := range row.Cells {
			cells = append(cells, cell.RowSpan > 1)
		}
		merged = append(merged, cells)
	}
	return merged
}

// Texts is a table as text, row by row, and the bookmark of each row, or "". A merged cell
// says its text in every row that it covers, once.
func Texts(grid *layout.Grid) (rows [][]string, bookmarks []string) {
	for i, row := range grid.Rows {
		var texts []string
		bookmark := ""
		for j, cell := range row.Cells {
			text := cell.Text()
			if cell.Column < j {
				text = ""
			}
			texts = append(texts, text)
			if cell.Owns(i, j) && cell.Bookmark != "" && bookmark == "" {
				bookmark = cell.Bookmark
			}
		}
		rows, bookmarks = append(rows, texts), append(bookmarks, bookmark)
	}
	return rows, bookmarks
}
