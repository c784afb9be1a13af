// Package render makes the files of an annex and reads them back: it lays the annex out once
// and hands the document to a back end for each format. It is what front ends import of the
// packages below it.
package render

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"sync"

	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/render/docx"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf"
	"phuluc2b/render/xlsx"
)

// Format is a kind of file, named by its extension.
type Format string

const (
	DOCX Format = "docx"
	PDF  Format = "pdf"
	XLSX Format = "xlsx"
)

// Options are what a person may choose of a document.
type Options = layout.Options

// backEnd writes one format.
type backEnd struct {
	format Format
	write  func(*Renderer, io.Writer, *layout.Document) (pages int, err error)
}

// backEnds lists all, in the order in which their files are written.
func backEnds() []backEnd {
	return []backEnd{
		{DOCX, func(r *Renderer, w io.Writer, d *layout.Document) (int, error) { return 0, r.docx.Write(w, d) }},
		{PDF, func(r *Renderer, w io.Writer, d *layout.Document) (int, error) { return r.pdf.Write(w, d) }},
		{XLSX, func(r *Renderer, w io.Writer, d *layout.Document) (int, error) { return 0, r.xlsx.Write(w, d) }},
	}
}

// Formats lists all formats, in the order in which they are written.
func Formats() []Format {
	var all []Format
	for _, b := range backEnds() {
		all = append(all, b.format)
	}
	return all
}

// Usual lists the formats that are made where none is asked for.
func Usual() []Format { return []Format{DOCX, PDF} }

// File is an annex in one format.
type File struct {
	Format Format
	Data   []byte
	Pages  int // of a PDF; others are broken into pages by the program that opens them
}

// Renderer makes files set in one family. It keeps what many annexes share: goroutines may
// share it.
type Renderer struct {
	family *fonts.Family
	docx   *docx.Writer
	pdf    *pdf.Writer
	xlsx   *xlsx.Writer
}

// NewRenderer is a Renderer for annexes set in a family.
func NewRenderer(family *fonts.Family) *Renderer {
	return &Renderer{family: family, docx: docx.NewWriter(), pdf: pdf.NewWriter(family), xlsx: xlsx.NewWriter(family)}
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

// write hands a document to the back ends of the formats, all at once.
func (r *Renderer) write(doc *layout.Document, formats []Format) ([]File, error) {
	wanted := slices.DeleteFunc(backEnds(), func(b backEnd) bool { return !slices.Contains(formats, b.format) })
	files, errs := make([]File, len(wanted)), make([]error, len(wanted))
	var group sync.WaitGroup
	for i, b := range wanted {
		group.Go(func() { files[i], errs[i] = b.file(r, doc) })
	}
	group.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	return files, nil
}

// file writes a document in one format. A panic is an error: nobody could recover from it, for
// this runs beside who asked for it.
func (b backEnd) file(r *Renderer, doc *layout.Document) (f File, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("lỗi bên trong chương trình khi làm tệp %s, xin báo cho người làm chương trình kèm tệp này: %v", b.format, fault)
		}
	}()
	var data bytes.Buffer
	pages, err := b.write(r, &data, doc)
	return File{Format: b.format, Data: data.Bytes(), Pages: pages}, err
}
