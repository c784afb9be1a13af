package workflow

import (
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
)

// Later is what was changed in a document since it was made.
type Later struct {
	From        *model.Annex // that it was made from
	Corrections []model.Correction
	Findings    diag.List // what else was changed, and could not be understood
}

// Later is what a document says that the annex which it carries does not; nil for one that
// carries none, or in which that one cannot be found.
func (w *Workspace) Later(d *Document) *Later {
	if d.Source == nil {
		return nil
	}
	from, _ := w.MadeFrom(d)
	if from == nil {
		return nil
	}
	corrections, findings, ok := w.Edits(d, from, match.Choice{})
	if !ok {
		return nil
	}
	return &Later{from, corrections, append(findings, w.leftOut(d, from, corrections)...)}
}

// Onto are the corrections as another version of the annex takes them: what they let be of a row
// stays as that one has it, and what it says already is left out.
func (l *Later) Onto(annex *model.Annex) []model.Correction {
	var all []model.Correction
	for _, c := range l.Corrections {
		if c.Row != "" {
			was, is := l.From.Figures[c.Row], annex.Figures[c.Row]
			if slices.Equal(c.Values, was.Printed()) {
				c.Values = is.Printed()
			}
			if c.Note == was.Note {
				c.Note = is.Note
			}
		}
		if !holds(annex, c) {
			all = append(all, c)
		}
	}
	return all
}
