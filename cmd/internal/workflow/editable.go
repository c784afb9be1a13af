package workflow

import (
	"bytes"
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
)

// MostEditable is, of an annex in several formats, the document in which figures are likeliest to
// be corrected. It is nil unless all carry the same data and say nothing else.
func (w *Workspace) MostEditable(all []*Document, form *model.Form, choice match.Choice) *Document {
	var formats []render.Format
	for _, d := range all {
		if d.Source == nil || !bytes.Equal(d.Source.Data, all[0].Source.Data) || slices.Contains(formats, d.Format) {
			return nil
		}
		formats = append(formats, d.Format)
		if text, findings := w.Import(d, form, choice); !bytes.Equal(text, d.Source.Data) || findings.Count(diag.Fault, diag.Error) > 0 {
			return nil
		}
	}
	order := []render.Format{render.DOCX, render.XLSX, render.PDF}
	return slices.MinFunc(all, func(a, b *Document) int { return slices.Index(order, a.Format) - slices.Index(order, b.Format) })
}
