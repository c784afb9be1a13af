package render

import (
	"bytes"

	"phuluc2b/render/docxread"
	"phuluc2b/render/ooxml"
	"phuluc2b/render/pdfread"
)

// Document is a file of an annex, read back.
type Document struct {
	Format Format
	*ooxml.Content
}

// Read reads a DOCX, whoever made it, or the attachments of a PDF. The errors are those of
// the two readers.
func Read(data []byte) (*Document, error) {
	if bytes.HasPrefix(data, []byte("%PDF")) {
		attachments, err := pdfread.Attachments(data)
		return &Document{Format: PDF, Content: &ooxml.Content{Attachments: attachments}}, err
	}
	content, err := docxread.Read(bytes.NewReader(data), int64(len(data)))
	return &Document{Format: DOCX, Content: content}, err
}
