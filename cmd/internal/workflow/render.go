package workflow

import (
	"phuluc2b/model"
	"phuluc2b/render"
)

// Comparison is the older version that annexes are compared with.
type Comparison struct {
	Old  *model.Annex // nil when there is none
	Mark bool         // changed figures are marked in the annex itself
}

// Rendered is the files of an annex and, if it has changed, of the list of changes.
type Rendered struct {
	Files, Corrections []render.File  // one for each format
	Changes            []model.Change // but for those of spelling
}

// Render makes the files of an annex.
func (w *Workspace) Render(annex *model.Annex, formats []render.Format, options render.Options, since Comparison) (Rendered, error) {
	var r Rendered
	if since.Old != nil {
		r.Changes = model.WithoutSpelling(model.Compare(since.Old, annex))
	}
	if since.Mark {
		options.Changed = r.Changes
	}
	var err error
	if r.Files, err = w.renderer.Render(annex, formats, options); err != nil || len(r.Changes) == 0 {
		return r, err
	}
	r.Corrections, err = w.renderer.Corrections(since.Old, annex, r.Changes, formats, options)
	return r, err
}
