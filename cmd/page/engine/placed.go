package engine

import (
	"errors"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// placed gives faults, which know only where in the file they are, their rows, and says what is
// wrong with the report in the words of the page.
func (d *desk) placed(findings diag.List) diag.List {
	if !d.annex.Partial {
		return findings
	}
	placed := slices.Clone(findings)
	for i := range placed {
		if f := &placed[i]; f.Row == "" {
			var key string
			if f.Row, key = rowAt(d.file.Root, f.Place); f.Row == model.HeaderSubject {
				sayField(f, key)
			}
		}
	}
	return placed
}

// sayField words a fault of a key of the report that lacks a value, or one that can be read.
func sayField(f *diag.Finding, key string) {
	if f.Rule == "thieu-khoa" {
		key = f.Subject
	}
	for _, field := range model.HeaderFields() {
		if field.Key != key {
			continue
		}
		name := strings.ToLower(field.Label)
		switch f.Rule {
		case "thieu-khoa":
			f.Message, f.Cell = "chưa có "+name, "điền ô "+field.Label
			if field.Like != "" {
				f.Cell += ", ví dụ " + field.Like
			}
		case "sai-kieu":
			f.Message = field.Label + " “" + strings.Trim(tree.Short(f.Place.Text()), `"`) + "” không đọc được"
		}
	}
}

// rowAt is the row that a place of the file belongs to, or the header and its key; "" for none.
func rowAt(root *tree.Node, at diag.Place) (row, key string) {
	within := func(n *tree.Node) bool {
		return n.Key.Source == at.Source && n.Key.Start <= at.Start && at.Start <= n.Value.End
	}
	for _, table := range []string{"so_lieu", "chap_nhan"} {
		if n := root.Children[table]; n != nil {
			for id, row := range n.Children {
				if within(row) {
					return model.AcceptedRows(id)[0], ""
				}
			}
		}
	}
	if n := root.Children[model.HeaderSubject]; n != nil {
		for key, value := range n.Children {
			if within(value) {
				return model.HeaderSubject, key
			}
		}
		if at.Start == n.Key.Start {
			return model.HeaderSubject, ""
		}
	}
	return "", ""
}

// strange names a row of the file that the form does not have, and the blank row that it may be.
func (d *desk) strange(v *findingView, f diag.Finding) {
	if f.Rule != "dong-la" || f.Subject == "" {
		return
	}
	v.Unknown = f.Subject
	figures, _ := d.file.Values["so_lieu"].(map[string]any)
	if row := model.MeantRow(figures, f.Subject, d.annex.Form); row != nil && d.annex.Figures[row.ID].Blank() && row.Kind != model.KindHeading {
		v.Meant = row.ID
	}
	v.Hint = "Chuyển số liệu của dòng ấy vào dòng đúng của biểu mẫu, hoặc bỏ dòng ấy khỏi tệp"
}

// move takes a row that the form does not have out of the file, and puts what it says into another.
func (d *desk) move(in request, _ []byte) (any, []byte, error) {
	file, err := d.work.Move(d.file, d.annex.Form, in.Row, in.Key)
	if err != nil {
		return nil, nil, errors.New("dòng này viết theo lối không bỏ tại chỗ được: mở tệp số liệu bằng Notepad, xóa nó rồi mở lại tệp")
	}
	return d.change(file, "")
}
