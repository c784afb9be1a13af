package engine

import (
	"bytes"
	"errors"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// kin is how a file is related to the annex that is open.
type kin struct {
	Of      bool          `json:"of"`      // it was made of the open annex, as that is or was
	Changes []changeView  `json:"changes"` // what was changed in it since, beside what is open
	Unread  []findingView `json:"unread,omitempty"`
}

// kin says what was changed in a file since it was made of the annex that is open.
func (d *desk) kin(in request, data []byte) (any, []byte, error) {
	k := kin{Changes: []changeView{}}
	later := d.later(in.Name, data)
	if later == nil {
		return k, nil, nil
	}
	k.Of, k.Unread = d.wasOnce(later.From), viewUnread(faultsOf(later.Findings))
	if file, err := d.work.Correct(d.file, d.annex.Form, later.Onto(d.annex)); err == nil {
		if annex, _ := d.work.Draft(file, nil); annex != nil {
			k.Changes = changesBetween(d.annex, annex)
		}
	}
	return k, nil, nil
}

// take writes what was changed in a file since it was made of the annex that is open, as one step.
func (d *desk) take(in request, data []byte) (any, []byte, error) {
	later := d.later(in.Name, data)
	if later == nil {
		return nil, nil, errors.New(in.Name + " không phải tệp sửa từ phụ lục đang mở")
	}
	was := d.annex
	out, text, err := d.correct(later.Onto(d.annex), "")
	if err != nil {
		return nil, nil, err
	}
	d.told = append(d.taken(was), d.untold(later.Findings)...)
	if v, ok := out.(*view); ok {
		v.Told, v.Message = d.viewTold(), "Đã lấy chỗ sửa trong "+in.Name+" về; hoàn tác được bằng Ctrl+Z."
	}
	return out, text, nil
}

// ruleTaken tells of what was taken out of a file, which is no fault of anybody.
const ruleTaken = "lay-ve"

// taken tells what a file has changed.
func (d *desk) taken(was *model.Annex) diag.List {
	var told diag.List
	for _, c := range model.Compare(was, d.annex) {
		old, now := c.Shown()
		row, what := subject(c), ""
		switch c.Part {
		case model.PartNote:
			what = "ghi chú "
		case model.PartHeader:
			what = c.Label + " "
		}
		told = append(told, diag.Finding{Severity: diag.Warning, Rule: ruleTaken, Row: row, Rows: []string{row}, Place: d.file.Source.At(0, 0),
			Message: what + old + " → " + now})
	}
	return told
}

// later is what was changed in a document since it was made; nil unless it is of the open annex:
// the same form, office and period.
func (d *desk) later(name string, data []byte) *workflow.Later {
	if !isDocument(data) {
		return nil
	}
	document, err := workflow.ReadDocument(name, data)
	if err != nil {
		return nil
	}
	later := d.work.Later(document)
	if later == nil || !d.same(later.From) {
		return nil
	}
	return later
}

// same reports whether another annex is of the form, the office and the period of the open one.
func (d *desk) same(other *model.Annex) bool {
	one, two := d.annex.Report, other.Report
	return d.annex.Form.ID == other.Form.ID && one.Period == two.Period && one.Year == two.Year && model.SameText(one.Issuer, two.Issuer)
}

// wasOnce reports whether the open annex is, or was, another one.
func (d *desk) wasOnce(other *model.Annex) bool {
	if d.is(other) {
		return true
	}
	text, past := d.text(), d.history.Past
	for i := len(past) - 1; i >= 0; i-- {
		before, ok := past[i].apply(text)
		if !ok {
			return false
		}
		if text = before; bytes.Equal(text, other.Source.Raw) {
			return true
		}
	}
	return false
}

// is reports whether the open annex says what another one says.
func (d *desk) is(other *model.Annex) bool {
	return bytes.Equal(d.text(), other.Source.Raw) || len(model.Compare(other, d.annex)) == 0
}

func faultsOf(findings diag.List) diag.List {
	var faults diag.List
	for _, f := range findings {
		if f.Severity == diag.Fault {
			faults = append(faults, f)
		}
	}
	return faults
}
