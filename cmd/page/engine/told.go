package engine

import (
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// untold is what was not understood of a document, without what the rows of the annex tell
// themselves.
func (d *desk) untold(told diag.List) diag.List {
	now := d.placed(d.findings)
	return slices.DeleteFunc(slices.Clone(told), func(t diag.Finding) bool {
		same := func(f diag.Finding) bool { return f.Rule == t.Rule && f.Message == t.Message }
		return slices.ContainsFunc(d.findings, same) || t.Row != "" && slices.ContainsFunc(now, func(f diag.Finding) bool { return f.Row == t.Row && f.Rule == t.Rule })
	})
}

// viewTold is what was not understood of the document, with what its rows hold instead.
func (d *desk) viewTold() []findingView {
	shown := d.told.Shown()
	views := viewFindings(shown, nil)
	for i := range views {
		v := &views[i]
		if v.Rule == ruleTaken {
			v.Severity = "taken"
			continue
		}
		if _, known := d.rows[v.Row]; !known || v.Severity != "fault" {
			continue
		}
		switch f := d.annex.Figures[v.Row]; {
		case !f.Blank():
			v.Message += "; ô đang hiện " + f.Written()
		case !shown[i].Blanked:
			v.Message += "; ô đang để trống"
		}
	}
	return views
}

// rewritten reports whether a row has another figure or note than it had.
func (d *desk) rewritten(was *model.Annex, row string) bool {
	if row == "" {
		return false
	}
	before, now := was.Figures[row], d.annex.Figures[row]
	return before.Note != now.Note || !slices.Equal(before.Printed(), now.Printed())
}

// dismiss takes what was told of the document off the list.
func (d *desk) dismiss(request, []byte) (any, []byte, error) {
	d.told = nil
	return d.changed(), d.text(), nil
}
