package engine

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"phuluc2b/model"
)

// edit writes what was typed into one cell.
func (d *desk) edit(in request, _ []byte) (any, []byte, error) {
	c, err := d.typed(d.figureOf(in.Row), in.Row, model.Role(in.Role), in.Text)
	if err != nil {
		return nil, nil, err
	}
	out, text, err := d.correct([]model.Correction{c}, in.Step)
	if v, ok := out.(*view); ok {
		v.Figures[in.Row] = d.shown[in.Row] // it may be in other letters than were typed
		if in.Role == string(model.RoleFigure) && hidesWithin(d.annex.Form.Rows[d.rows[in.Row]], in.Text) {
			v.Message = "Đã bỏ ký tự không nhìn thấy trong số liệu của dòng " + in.Row + "; xem lại số ấy."
		}
	}
	return out, text, err
}

// figureOf is what the annex says of a row, as a correction that changes nothing.
func (d *desk) figureOf(row string) model.Correction {
	f := d.annex.Figures[row]
	return model.Correction{Row: row, Values: f.Printed(), Note: f.Note}
}

// typed is a row with another text in one of its cells. A number that was written without
// quotes and cannot be read has no spelling that may be kept beside a new note.
func (d *desk) typed(c model.Correction, row string, role model.Role, text string) (model.Correction, error) {
	i, known := d.rows[row]
	switch {
	case !known:
		return c, errors.New("biểu mẫu không có dòng " + row)
	case role == model.RoleFigure && d.annex.Form.Rows[i].Kind == model.KindHeading && text != "":
		return c, fmt.Errorf("dòng %s là đề mục, không nhận số liệu", row)
	case role == model.RoleFigure:
		c.Values = values(d.annex.Form.Rows[i], text)
		return c, nil
	case role != model.RoleNote:
		return c, errors.New("ô này không sửa được")
	}
	for _, v := range d.annex.Figures[row].Values {
		if v.State == model.StateUnreadable && v.Written == "" {
			return c, fmt.Errorf("sửa số liệu của dòng %s trước, rồi mới viết ghi chú", row)
		}
	}
	c.Note = note(text)
	return c, nil
}

// note is the text of a note, without blank ends of lines.
func note(text string) string {
	var lines []string
	for line := range strings.SplitSeq(plain(text), "\n") {
		lines = append(lines, strings.TrimRight(line, " \t"))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n ")
}

func plain(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(strings.ToValidUTF8(text, "\ufffd"))
}

// correct writes corrections as one step.
func (d *desk) correct(corrections []model.Correction, step string) (any, []byte, error) {
	file, err := d.work.Correct(d.file, d.annex.Form, corrections)
	if err != nil {
		return nil, nil, errors.New("tệp số liệu này viết theo lối không sửa tại chỗ được")
	}
	if file, err = d.doubt(file, corrections); err != nil {
		return nil, nil, err
	}
	return d.change(file, step)
}

// header writes one key of the report.
func (d *desk) header(in request, _ []byte) (any, []byte, error) {
	value := strings.TrimSpace(strings.Join(strings.Fields(plain(in.Text)), " "))
	if in.Key == "ngay" {
		if date, err := time.Parse("2/1/2006", value); err == nil {
			value = date.Format(time.DateOnly)
		}
	}
	return d.correct([]model.Correction{{Key: in.Key, Value: value}}, in.Step)
}

// accept writes why a rule is accepted in rows; an empty text takes the reason back.
func (d *desk) accept(in request, _ []byte) (any, []byte, error) {
	file, err := d.work.Accept(d.file, d.annex.Form, in.Rows, in.Rule, strings.Join(strings.Fields(plain(in.Text)), " "))
	if err != nil {
		return nil, nil, errors.New("tệp số liệu này viết theo lối không ghi lý do vào được")
	}
	for _, row := range in.Rows {
		delete(d.doubted, model.Acceptance{Row: row, Rule: in.Rule})
	}
	return d.change(file, "")
}

// revert takes back what was typed into a cell in a step.
func (d *desk) revert(in request, _ []byte) (any, []byte, error) {
	if in.Step == "" || in.Step != d.step {
		return d.changed(), d.text(), nil
	}
	return d.undo(in, nil)
}
