package model

import (
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Outline is what a TOML file shows of itself before it is read.
type Outline struct {
	Sound bool       // it is TOML
	Form  string     // the ID of the form that it is, or is filled in by; "" when it names none
	Place diag.Place // of that

	rows, columns, report, figures bool
}

// ReadOutline looks at the outermost keys of a file.
func ReadOutline(src *diag.Source) Outline {
	var faults diag.List
	file := tree.Decode(src, &faults)
	if file == nil {
		return Outline{}
	}
	o := Outline{Sound: true, Place: src.At(0, 0)}
	o.Form, _ = file.Values["mau"].(string)
	if at := file.Root.Children["mau"]; at != nil && at.Value.Source != nil {
		o.Place = at.Value
	}
	_, o.rows = file.Values["dong"]
	_, o.columns = file.Values["cot"]
	_, o.report = file.Values["bao_cao"]
	_, o.figures = file.Values["so_lieu"]
	return o
}

// IsForm reports whether it is that of a form rather than a data file: it has rows and no
// report.
func (o Outline) IsForm() bool { return o.rows && !o.report }

// IsData reports whether it is a data file: only those have a report.
func (o Outline) IsData() bool { return o.report }

// IsPart reports whether it is that of a form without its name or its rows.
func (o Outline) IsPart() bool {
	return (o.rows || o.columns) && !o.report && !o.figures && (!o.rows || o.Form == "")
}

// IsForm reports whether a file is a form rather than a data file.
func IsForm(src *diag.Source) bool { return ReadOutline(src).IsForm() }
