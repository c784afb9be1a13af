package engine

import (
	"errors"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

// unitsView is what came of the files of many units.
type unitsView struct {
	Title    string        `json:"title"`
	For      string        `json:"for,omitempty"` // whom the form is for, where it says so
	Units    []unitView    `json:"units"`
	Summary  string        `json:"summary"`
	Findings []findingView `json:"findings"`
	Asked    bool          `json:"asked"` // a collection says which units are to file
	Issuer   string        `json:"issuer"`
	Total    string        `json:"total,omitempty"` // of how many rows there is a figure; "" when there is no total
}

// unitView is a unit and what it filed, or a file that is of none.
type unitView struct {
	Name  string `json:"name"`
	File  string `json:"file"`
	State string `json:"state"`
	Grade string `json:"grade"` // "fault", "error", "warning", or "" for a sound one
}

// totalName is what the total is called as a file.
const totalName = "tinh.toml"

// gathering is a handler that needs files that are being gathered.
func gathering(h handler) handler {
	return func(e *Engine, in request, data []byte) (any, []byte, error) {
		if e.gathering == nil {
			return nil, nil, errors.New("chưa có tệp của đơn vị nào")
		}
		return h(e, in, data)
	}
}

// gather begins to take in files of units, by the file of a collection if there is one.
func (e *Engine) gather(in request, data []byte) (any, []byte, error) {
	var named []*diag.Source
	forms := e.forms
	for _, f := range in.Forms {
		named = append(named, diag.NewSource(f.Name, []byte(f.Text)))
		forms = with(forms, named[len(named)-1])
	}
	if findings := workflow.TwoForms(named); findings != nil {
		return nil, nil, &refusal{"các biểu mẫu này", findings}
	}
	work, err := e.workspace(forms)
	if err != nil {
		return nil, nil, err
	}
	var collection *diag.Source
	if len(data) > 0 {
		collection = diag.NewSource(in.Name, data)
	}
	e.forms, e.gathering = forms, work.Gather(collection)
	return struct{}{}, nil, nil
}

// take takes in one file; one that the page could not read comes with the reason.
func (e *Engine) take(in request, data []byte) (any, []byte, error) {
	if in.Text != "" {
		e.gathering.Refuse(in.Name, in.Text)
		return struct{}{}, nil, nil
	}
	if !isDocument(data) {
		e.gathering.TakeData(diag.NewSource(in.Name, data))
		return struct{}{}, nil, nil
	}
	document, err := workflow.ReadDocument(in.Name, data)
	if err != nil {
		e.gathering.Refuse(in.Name, reason(err))
	} else {
		e.gathering.TakeDocument(document)
	}
	return struct{}{}, nil, nil
}

// file files one of those taken in, and says how many are left.
func (e *Engine) file(in request, _ []byte) (any, []byte, error) {
	if findings := e.gathering.FileNext(); len(findings) > 0 {
		return nil, nil, &refusal{"các tệp này", findings}
	}
	return map[string]int{"left": e.gathering.Unfiled}, nil, nil
}

// roll says who has filed and what; its bytes are the data file of the total.
func (e *Engine) roll(in request, _ []byte) (any, []byte, error) {
	gathered := e.gathering.Roll(in.Text)
	roll := gathered.Roll
	v := unitsView{Title: strings.Join(gathered.Title(), " "), Summary: roll.Summary(), Asked: gathered.Asked, Issuer: gathered.Report.Issuer}
	if gathered.Form != nil {
		v.For = gathered.Form.For
	}
	for i := range roll.Entries {
		v.Units = append(v.Units, viewEntry(&roll.Entries[i]))
	}
	for _, f := range roll.Strays {
		v.Units = append(v.Units, unitView{f.Issuer, f.File, f.State(), "fault"})
	}
	findings := roll.Findings
	var text []byte
	if v.Issuer != "" {
		total := gathered.Total(roll, totalName, in.Partial)
		findings = append(slices.Clone(findings), total.Findings...)
		if text = total.Text; text != nil {
			v.Total = total.Sum.Summary(in.Partial)
			if form := gathered.Form; !form.Embedded {
				e.forms = with(e.forms, form.Source)
			}
		}
	}
	v.Findings = viewFindings(findings.Shown(), nil)
	return v, text, nil
}

func viewEntry(e *collect.Entry) unitView {
	v := unitView{Name: e.Unit.Name, State: e.State()}
	for i, f := range e.Files {
		if i > 0 {
			v.File += ", "
		}
		v.File += f.File
	}
	switch f := e.Filing; {
	case f == nil:
		v.Grade = "fault"
	case !f.Sound():
		v.Grade = "error"
	case f.Warnings > 0 || len(f.Jumps) > 0:
		v.Grade = "warning"
	}
	return v
}

// table makes the workbook of all units side by side.
func (e *Engine) table(in request, _ []byte) (any, []byte, error) {
	gathered := e.gathering.Roll(in.Text)
	data, err := gathered.Table(gathered.Roll)
	return made{Name: "so-sanh.xlsx"}, data, err
}
