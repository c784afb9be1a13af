package render

import (
	"bytes"

	"phuluc2b/render/docxread"
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
	"phuluc2b/render/pdfread"
	"phuluc2b/render/xlsxread"
)

// Document is a file of an annex, read back.
type Document struct {
	Format Format
	*ooxml.Content
}

// Read reads a DOCX or an XLSX, whoever made it, or the attachments of a PDF. The errors are
// those of the readers.
func Read(data []byte) (*Document, error) {
	if bytes.HasPrefix(data, []byte("%PDF")) {
		attachments, err := pdfread.Attachments(data)
		return &Document{Format: PDF, Content: &ooxml.Content{Attachments: attachments}}, err
	}
	file, size := bytes.NewReader(data), int64(len(data))
	if root, _ := ooxml.Root(file, size); root == "workbook" {
		content, err := xlsxread.Read(file, size)
		return &Document{Format: XLSX, Content: content}, err
	}
	content, err := docxread.Read(file, size)
	return &Document{Format: DOCX, Content: content}, err
}

// Inside are the attachments of a file of a format: what it was made from. Of a DOCX that takes a
// fraction of the time that its pages take.
func Inside(format Format, data []byte) ([]layout.Attachment, error) {
	if format == DOCX {
		return docxread.ReadInside(bytes.NewReader(data), int64(len(data)))
	}
	d, err := Read(data)
	if err != nil {
		return nil, err
	}
	return d.Attachments, nil
}

// Shape is a hash of all in a file but its words and its properties, as far as its format lets
// the two be told apart; "" when it cannot be read.
func Shape(data []byte) string {
	shape, _ := docxread.Shape(bytes.NewReader(data), int64(len(data)))
	return shape
}
