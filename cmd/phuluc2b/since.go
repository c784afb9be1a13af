package main

import (
	"os"
	"slices"

	"phuluc2b/model"
	"phuluc2b/render"
)

// correctionsSuffix is what the name of a list of changes adds to that of its annex.
const correctionsSuffix = "-dinh-chinh"

// comparison is the older version that annexes are compared with.
type comparison struct {
	name string
	mark bool         // changed figures are marked in the annex itself
	old  *model.Annex // nil when there is none
}

// changes is what changed in the annex, but for its spelling.
func (s comparison) changes(annex *model.Annex) []model.Change {
	if s.old == nil {
		return nil
	}
	return model.WithoutSpelling(model.Compare(s.old, annex))
}

// files makes the files of an annex and, if it has changed, those of the list of changes, each
// with its name.
func (job renderJob) files(work *workspace, settings *renderSettings, annex *model.Annex, changes []model.Change) (files []render.File, targets []string, err error) {
	options := settings.options
	if settings.since.mark {
		options.Changed = changes
	}
	files, err = work.renderer.Render(annex, settings.formats, options)
	if err != nil || len(changes) == 0 {
		return files, job.targets, err
	}
	list, err := work.renderer.Corrections(settings.since.old, annex, changes, settings.formats, options)
	return append(files, list...), slices.Concat(job.targets, job.corrections), err
}

// remark ends the summary line of an annex that was compared. A list of changes from an
// earlier run is not ours to delete, but must not be taken for a new one.
func (job renderJob) remark(since comparison, annex *model.Annex, changes []model.Change) string {
	if since.old == nil {
		return ""
	}
	remark := "; " + tallyChanges(changes, 0) + " so với " + since.name
	if len(changes) == 0 {
		for _, name := range job.corrections {
			if _, err := os.Stat(name); err == nil {
				remark += "; " + name + " là của lần trước"
			}
		}
	}
	hasNotes := slices.ContainsFunc(annex.Form.Columns, func(c model.Column) bool { return c.Role == model.Note })
	if since.mark && !hasNotes {
		remark += "; biểu mẫu không có cột ghi chú nên không đánh dấu"
	}
	return remark
}
