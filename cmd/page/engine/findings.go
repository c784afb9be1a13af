package engine

import (
	"cmp"
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// findingView is a finding as the page shows it: about cells.
type findingView struct {
	Severity string   `json:"severity"` // "fault", "error", "warning", "accepted"; "taken" of what came out of a file
	Rule     string   `json:"rule"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
	Row      string   `json:"row,omitempty"`     // to go to
	Rows     []string `json:"rows,omitempty"`    // that take part
	Accept   []string `json:"accept,omitempty"`  // the rows in which it can be accepted
	Because  string   `json:"because,omitempty"` // begins the reason to accept it
	Reason   string   `json:"reason,omitempty"`
	Was      string   `json:"was,omitempty"`     // the reason that was given before a figure changed
	Unknown  string   `json:"unknown,omitempty"` // a row of the file that the form does not have
	Meant    string   `json:"meant,omitempty"`   // the row that it may be
	Unused   string   `json:"unused,omitempty"`  // the rule whose reason accepts nothing
}

// viewFindings are findings about an annex of a form; nil for those of a document, which no
// reason can accept.
func viewFindings(findings diag.List, form *model.Form) []findingView {
	all := []findingView{}
	for _, f := range findings.Worded(remedied) {
		v := findingView{Severity: severity(f), Rule: f.Rule, Message: cmp.Or(f.Spoken, f.Message), Hint: sentence(cmp.Or(f.Cell, f.Hint)), Row: f.Row, Rows: f.Rows, Reason: f.Accepted}
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
