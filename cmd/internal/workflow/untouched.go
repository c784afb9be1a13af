package workflow

import (
	"bytes"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
	"phuluc2b/render"
	"phuluc2b/render/ooxml"
)

// origin is what a document was made from by what it carries, and what that gives.
type origin struct {
	annex   *model.Annex // nil when it carries none, or with faults
	faults  diag.List
	options render.Options

	made      [][]byte // as it is now, and as a draft or not, unless it is untouched
	untouched bool     // it is byte for byte one of them
}

// originOf makes a document anew of what it carries, which takes a fraction of the time that
// reading the pages of a DOCX does.
func (w *Workspace) originOf(name string, old []byte, format render.Format, options render.Options) (o origin) {
	inside, err := render.Inside(format, old)
	d := newDocument(name, &render.Document{Format: format, Content: &ooxml.Content{Attachments: inside}})
	if err != nil || d.Source == nil {
		return o
	}
	if o.annex, o.faults = w.MadeFrom(d); o.annex == nil {
		return o
	}
	o.options = render.Options{Draft: options.Draft, Date: options.Date, Previous: w.Previous(d)}
	for _, draft := range []bool{options.Draft, !options.Draft} {
		as := o.options
		as.Draft = draft
		again := w.remade(o.annex, format, as)
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
	case d.Untouched && d.Intact && render.Shape(old) == render.Shape(file.Data):
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

// sameShape reports whether a document that no program has saved since looks as it would if the
// program, or an earlier version of it, had made it with the corrections that were made in it. Of
// a workbook only its cells are compared: its parts name the texts and looks that are in use.
func (w *Workspace) sameShape(format render.Format, old []byte, made *model.Annex, corrections []model.Correction, options render.Options) bool {
	if format == render.XLSX {
		return true
	}
	corrected, err := w.corrected(made, corrections)
	if err != nil || corrected == nil {
		return false
	}
	shape := render.Shape(old)
	if shape == "" {
		return false
	}
	for _, draft := range []bool{options.Draft, !options.Draft} {
		for _, earlier := range []bool{false, true} {
			options.Draft, options.Earlier = draft, earlier
			if render.Shape(w.remade(corrected, format, options)) == shape {
				return true
			}
		}
	}
	return false
}

// remade is the file that an annex gives in a format; nil when it cannot be made.
func (w *Workspace) remade(a *model.Annex, format render.Format, options render.Options) []byte {
	files, err := w.renderer.Render(a, []render.Format{format}, options)
	if err != nil {
		return nil
	}
	return files[0].Data
}
