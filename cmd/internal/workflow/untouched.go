package workflow

import (
	"bytes"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
	"phuluc2b/render"
	"phuluc2b/render/docxread"
)

// origin is what a DOCX was made from by what it carries, and what that gives.
type origin struct {
	annex   *model.Annex // nil when it carries none, or with faults
	faults  diag.List
	options render.Options

	made      [][]byte // as it is now, and as a draft or not, unless it is untouched
	untouched bool     // it is byte for byte one of them
}

// originOf makes a DOCX anew of what it carries, which takes a fraction of the time that reading
// its pages does.
func (w *Workspace) originOf(name string, old []byte, options render.Options) (o origin) {
	inside, err := docxread.ReadInside(bytes.NewReader(old), int64(len(old)))
	d := newDocument(name, &render.Document{Format: render.DOCX, Content: &docxread.Content{Attachments: inside}})
	if err != nil || d.Source == nil {
		return o
	}
	if o.annex, o.faults = w.MadeFrom(d); o.annex == nil {
		return o
	}
	o.options = render.Options{Draft: options.Draft, Date: options.Date, Previous: w.before(d)}
	for _, draft := range []bool{options.Draft, !options.Draft} {
		as := o.options
		as.Draft = draft
		again := w.remade(o.annex, as)
		o.made = append(o.made, again)
		if o.untouched = bytes.Equal(again, old); o.untouched {
			break
		}
	}
	return o
}

// guardBare is for documents without data, which have a digest inside. One that Word has saved
// may be replaced if its words are as they were made, or its figures are all in the annex, and
// it looks like the new one.
func (w *Workspace) guardBare(d *Document, old []byte, annex *model.Annex, file render.File) *Loss {
	switch {
	case !d.Digested && !d.Untouched:
		return &Loss{Kind: LossForeign}
	case d.Untouched && d.Intact && shapeOf(old) == shapeOf(file.Data):
		return nil
	case !d.Digested, d.Untouched:
		return &Loss{Kind: LossBare}
	}
	if !d.Intact {
		if annex.Source == nil {
			return &Loss{Kind: LossBare}
		}
		if corrections, findings, ok := w.Edits(d, annex, match.Choice{}); !ok || len(corrections)+len(findings) > 0 {
			return &Loss{Kind: LossBare}
		}
	}
	if edits := d.beyond([][]byte{file.Data}); len(edits) > 0 {
		return &Loss{Kind: LossEdits, Edits: edits}
	}
	return nil
}

// filledIn lists what the table of a document says that a blank annex does not.
func (d *Document) filledIn(blank *model.Annex) []string {
	table, _ := match.FindTable(blank.Form, d.Name, d.grids(), match.Choice{})
	if table == nil {
		return nil
	}
	var edits []string
	corrections, _ := match.Revise(blank, table)
	for _, c := range corrections {
		edits = append(edits, edit.Describe(c))
	}
	return edits
}

// sameShape reports whether a DOCX that no program has saved since looks as it would if the
// program, or an earlier version of it, had made it with the corrections that were made in it.
func (w *Workspace) sameShape(old []byte, made *model.Annex, corrections []model.Correction, options render.Options) bool {
	corrected, err := w.corrected(made, corrections)
	if err != nil || corrected == nil {
		return false
	}
	shape := shapeOf(old)
	if shape == "" {
		return false
	}
	for _, draft := range []bool{options.Draft, !options.Draft} {
		for _, earlier := range []bool{false, true} {
			options.Draft, options.Earlier = draft, earlier
			if shapeOf(w.remade(corrected, options)) == shape {
				return true
			}
		}
	}
	return false
}

// shapeOf is the shape of a DOCX; "" when it cannot be read.
func shapeOf(file []byte) string {
	shape, _ := docxread.Shape(bytes.NewReader(file), int64(len(file)))
	return shape
}

// remade is the DOCX that an annex gives; nil when it cannot be made.
func (w *Workspace) remade(a *model.Annex, options render.Options) []byte {
	files, err := w.renderer.Render(a, []render.Format{render.DOCX}, options)
	if err != nil {
		return nil
	}
	return files[0].Data
}
