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

// Renderer makes files set in one family. It keeps what many annexes share: goroutines may
// share it.
type Renderer struct {
	family *fonts.Family
	docx   *docx.Writer
	pdf    *pdf.Writer
}

// NewRenderer is a Renderer for annexes set in a family.
func NewRenderer(family *fonts.Family) *Renderer {
	return &Renderer{family: family, docx: docx.NewWriter(), pdf: pdf.NewWriter(family)}
}

// Render makes the files of an annex. The same annex gives the same bytes, whatever was
// rendered before.
func (r *Renderer) Render(a *model.Annex, formats []Format, options Options) ([]File, error) {
	return r.write(layout.New(a, r.family, options), formats)
}

// Corrections makes the files of the list of what changed since an older version.
func (r *Renderer) Corrections(old, new *model.Annex, changes []model.Change, formats []Format, options Options) ([]File, error) {
	return r.write(layout.NewCorrections(old, new, changes, r.family, options), formats)
}

// write hands a document to the back end of each format.
func (r *Renderer) write(doc *layout.Document, formats []Format) ([]File, error) {
	files := make([]File, len(formats))
	for i, format := range formats {
		var b bytes.Buffer
		var err error
		files[i].Format = format
		switch format {
		case DOCX:
			err = r.docx.Write(&b, doc)
		case PDF:
			files[i].Pages, err = r.pdf.Write(&b, doc)
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
