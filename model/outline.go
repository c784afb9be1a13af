package model

import (
	"bytes"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Outline is what a TOML file shows of itself before it is read.
type Outline struct {
	Sound bool       // it is TOML
	Form  string     // the ID of the form that it is, or is filled in by; "" when it names none
	Place diag.Place // of that

	rows, columns, report, figures, units bool

	file   *tree.File // all of it, decoded; nil when it is no TOML
	faults diag.List
}

// ReadOutline looks at the outermost keys of a file.
func ReadOutline(src *diag.Source) Outline {
	var o Outline
	if o.file = tree.Decode(src, &o.faults); o.file == nil {
		return o
	}
	o.Sound, o.Place = true, src.At(0, 0)
	o.Form, _ = o.file.Values["mau"].(string)
	if at := o.file.Root.Children["mau"]; at != nil && at.Value.Source != nil {
		o.Place = at.Value
	}
	_, o.rows = o.file.Values["dong"]
	_, o.columns = o.file.Values["cot"]
	_, o.report = o.file.Values["bao_cao"]
	_, o.figures = o.file.Values["so_lieu"]
	_, o.units = o.file.Values["don_vi"]
	if header, ok := o.file.Values[HeaderSubject].(map[string]any); ok && header["don_vi"] != nil {
		o.units = true // in a wrong place
	}
	return o
}

// File is the whole file, decoded. It is nil, with findings, when that is no TOML.
func (o Outline) File() (*tree.File, diag.List) { return o.file, o.faults }

// IsForm reports whether it is that of a form rather than a data file: it has rows and no
// report.
func (o Outline) IsForm() bool { return o.rows && !o.report }

// IsData reports whether it is a data file: only those, and collections, have a report.
func (o Outline) IsData() bool { return o.report && !o.units }

// IsCollection reports whether it is the file of a collection: that has the units which are to
// file.
func (o Outline) IsCollection() bool { return o.report && o.units }

// IsPart reports whether it is that of a form without its name or its rows.
func (o Outline) IsPart() bool {
	return (o.rows || o.columns) && !o.report && !o.figures && (!o.rows || o.Form == "")
}

// IsForm reports whether a file is a form rather than a data file. One of many that does not
// even hold the word is not decoded for it.
func IsForm(src *diag.Source) bool {
	return bytes.Contains(src.Text, []byte("dong")) && ReadOutline(src).IsForm()
}

// SeemsData reports whether a file has none of the words that make one a form or a collection:
// of many, only the others are decoded to know what they are.
func SeemsData(src *diag.Source) bool {
	return !bytes.Contains(src.Text, []byte("dong")) && !bytes.Contains(src.Text, []byte("don_vi"))
}
