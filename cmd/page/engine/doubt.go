package engine

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// doubt takes the reasons back that were given for other figures than corrections bring: an office
// has accepted what it saw. Each is kept, to be given again. A reason that cannot be taken out of the
// file stops the corrections: they would be accepted unseen.
func (d *desk) doubt(file *tree.File, corrections []model.Correction) (*tree.File, error) {
	doubted := map[model.Acceptance]string{}
	for _, v := range viewFindings(d.findings, d.annex.Form) {
		if v.Severity != "accepted" || !slices.ContainsFunc(corrections, func(c model.Correction) bool { return d.concerns(c, v) }) {
			continue
		}
		rows := v.Accept
		if len(rows) > 1 { // a reason for each of them
			rows = slices.DeleteFunc(slices.Clone(rows), func(row string) bool {
				return !slices.ContainsFunc(corrections, func(c model.Correction) bool { return c.Row == row })
			})
		}
		without, err := d.work.Accept(file, d.annex.Form, rows, v.Rule, "")
		if err != nil {
			return nil, fmt.Errorf("không bỏ được lý do cũ, viết cho số liệu cũ (%s): mở tệp số liệu bằng Notepad, xóa lý do ấy rồi mở lại tệp", v.Message)
		}
		file = without
		for _, row := range rows {
			doubted[model.Acceptance{Row: row, Rule: v.Rule}] = v.Reason
		}
	}
	maps.Copy(d.doubted, doubted)
	return file, nil
}

// concerns reports whether a correction changes a figure, or what of the header is checked, that
// a finding is about.
func (d *desk) concerns(c model.Correction, v findingView) bool {
	if c.Row == "" {
		return v.Row == model.HeaderSubject && c.Key != "loai" && (c.Key == "co_quan") == (v.Rule == model.RuleIssuer)
	}
	return slices.Contains(v.Rows, c.Row) && !slices.Equal(d.annex.Figures[c.Row].Printed(), c.Values)
}

// because begins the reason to let rows be as they are.
func (d *desk) because(rule string, rows []string) string {
	switch {
	case rule == model.RuleOpen:
		return "Chưa điền, vì…"
	case rule == model.RuleUnchanged:
		return "Số liệu đúng, vì…"
	case slices.Contains(rows, model.HeaderSubject):
		return "Thông tin đúng, vì…"
	case !slices.ContainsFunc(rows, func(row string) bool { return !d.annex.Figures[row].Blank() }):
		return "Chưa có số liệu, vì…"
	}
	return "Số liệu đúng, vì…"
}

// viewChecked are the findings of the annex, with the reasons that were given before figures changed.
func (d *desk) viewChecked() []findingView {
	shown := d.placed(d.findings).Shown()
	views := viewFindings(shown, d.annex.Form)
	for i := range views {
		v := &views[i]
		d.strange(v, shown[i])
		if v.Accept != nil {
			v.Because = d.because(v.Rule, v.Accept)
		}
		for _, row := range v.Accept {
			if reason := d.doubted[model.Acceptance{Row: row, Rule: v.Rule}]; v.Severity != "accepted" && reason != "" {
				v.Was = strings.TrimSpace(reason)
			}
		}
	}
	return views
}
