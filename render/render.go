// Package render makes the files of an annex: it lays the annex out once and hands the
// document to a back end for each format.
package render

import (
	"bytes"
	"fmt"

	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/render/docx"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf"
)

// Format is a kind of file, named by its extension.
type Format string

const (
	DOCX Format = "docx"
	PDF  Format = "pdf"
)

// Options are what a person may choose of a document.
type Options = layout.Options

// Formats lists all formats, in the order in which they are written.
func Formats() []Format { return []Format{DOCX, PDF} }

// File is an annex in one format.
type File struct {
	Format Format
	Data   []byte
	Pages  int // of a PDF; a DOCX is broken into pages by the program that opens it
}

// Render makes the files of an annex. The same annex gives the same bytes.
func Render(a *model.Annex, family *fonts.Family, formats []Format, options Options) ([]File, error) {
	return write(layout.New(a, family, options), family, formats)
}

// Corrections makes the files of the list of what changed since an older version.
func Corrections(old, new *model.Annex, changes []model.Change, family *fonts.Family, formats []Format, options Options) ([]File, error) {
	return write(layout.NewCorrections(old, new, changes, family, options), family, formats)
}

// write hands a document to the back end of each format.
func write(doc *layout.Document, family *fonts.Family, formats []Format) ([]File, error) {
	files := make([]File, len(formats))
	for i, format := range formats {
		var b bytes.Buffer
		var err error
		files[i].Format = format
		switch format {
		case DOCX:
			err = docx.Write(&b, doc)
		case PDF:
			files[i].Pages, err = pdf.Write(&b, doc, family)
		default:
			err = fmt.Errorf("unknown format %q", format)
		}
		if err != nil {
			return nil, err
		}
		files[i].Data = b.Bytes()
	}
	return files, nil
}
