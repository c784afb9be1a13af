package engine

import (
	"cmp"
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// findingView is a finding as the page shows it: about cells.
type findingView struct {
	Severity string   `json:"severity"` // "fault", "error", "warning", "accepted"
	Rule     string   `json:"rule"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
	Row      string   `json:"row,omitempty"`    // to go to
	Rows     []string `json:"rows,omitempty"`   // that take part
	Accept   []string `json:"accept,omitempty"` // the rows in which it can be accepted
	Reason   string   `json:"reason,omitempty"`
	Was      string   `json:"was,omitempty"`    // the reason that was given before a figure changed
	Unused   string   `json:"unused,omitempty"` // the rule whose reason accepts nothing
}

// viewFindings are findings about an annex of a form; nil for those of a document, which no
// reason can accept.
func viewFindings(findings diag.List, form *model.Form) []findingView {
	all := []findingView{}
	for _, f := range findings.Worded(remedied) {
		v := findingView{Severity: severity(f), Rule: f.Rule, Message: f.Message, Hint: sentence(cmp.Or(f.Cell, f.Hint)), Row: f.Row, Rows: f.Rows, Reason: f.Accepted}
		if f.Severity != diag.Fault && form != nil && f.Row != "" && f.More == 0 && f.Rule != model.RuleNotes {
			v.Accept = []string{f.Row}
			if speaksOfEach(form, f.Rule) {
				v.Accept = f.Rows
			}
		}
		if f.Rule == model.RuleUnused {
			v.Accept, v.Unused = []string{f.Row}, f.Subject
		}
		all = append(all, v)
	}
	return all
}

func severity(f diag.Finding) string {
	switch {
	case f.Accepted != "":
		return "accepted"
	case f.Severity == diag.Warning:
		return "warning"
	case f.Severity == diag.Error:
		return "error"
	}
	return "fault"
}

// speaksOfEach reports whether a rule is accepted in each of its rows, not in one for all.
func speaksOfEach(form *model.Form, name string) bool {
	return slices.ContainsFunc(form.Rules, func(r model.Rule) bool { return r.Name == name && r.Kind.Name == "khong_trong" })
}

// placed gives faults, which know only where in the file they are, their rows.
func (d *desk) placed(findings diag.List) diag.List {
	if !d.annex.Partial {
		return findings
	}
	placed := slices.Clone(findings)
	for i := range placed {
		if f := &placed[i]; f.Row == "" {
			f.Row = rowAt(d.file.Root, f.Place)
		}
	}
	return placed
}

// rowAt is the row, or the header, that a place of the file belongs to; "" for none.
func rowAt(root *tree.Node, at diag.Place) string {
	within := func(n *tree.Node) bool {
		return n.Key.Source == at.Source && n.Key.Start <= at.Start && at.Start <= n.Value.End
	}
	for _, table := range []string{"so_lieu", "chap_nhan"} {
		if n := root.Children[table]; n != nil {
			for id, row := range n.Children {
				if within(row) {
					return model.AcceptedRows(id)[0]
				}
			}
		}
	}
	if n := root.Children[model.HeaderSubject]; n != nil {
		for _, key := range n.Children {
			if within(key) {
				return model.HeaderSubject
			}
		}
		if at.Start == n.Key.Start {
			return model.HeaderSubject
		}
	}
	return ""
}
