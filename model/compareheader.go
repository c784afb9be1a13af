package model

import (
	"strconv"
	"strings"
)

// headerField is one field of the header as a person reads it.
type headerField struct{ key, label, text string }

// headerFields is the form and the report of an annex, in the order of a data file.
func (a *Annex) headerFields() []headerField {
	r, date := a.Report, ""
	if !r.Date.IsZero() {
		date = writeDate(r.Date, false)
	}
	return []headerField{
		{"mau", "Biểu mẫu", a.Form.ID},
		{"loai", "Loại văn bản", r.Type},
		{"so", "Số văn bản", r.Number},
		{"ky_hieu", "Ký hiệu văn bản", r.Symbol},
		{"ngay", "Ngày văn bản", date},
		{"co_quan", "Cơ quan ban hành", r.Issuer},
		{"ky", "Kỳ báo cáo", r.Period.name()},
		{"nam", "Năm báo cáo", strconv.Itoa(r.Year)},
	}
}

func compareHeaders(old, new *Annex) []Change {
	var changes []Change
	after := new.headerFields()
	for i, was := range old.headerFields() {
		if now := after[i]; was.text != now.text {
			changes = append(changes, Change{Part: HeaderPart, Key: was.key, Label: was.label, Old: was.text, New: now.text,
				Spelling: sameText(strings.TrimLeft(was.text, "0"), strings.TrimLeft(now.text, "0"))})
		}
	}
	return changes
}

// name is the period in running text.
func (p Period) name() string {
	return map[Period]string{
		Quarter1: "quý I", HalfYear: "6 tháng đầu năm", Quarter3: "quý III", FullYear: "cả năm",
	}[p]
}
