package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// HeaderSubject is the table of a data file that holds the report, and what an acceptance
// names for a finding about it.
const HeaderSubject = "bao_cao"

// HeaderField is one key of [bao_cao].
type HeaderField struct {
	Key    string
	Label  string              // what a person calls it
	Need   string              // what to type in a file when it is missing; "" for one that may be
	Like   string              // an example, as it is typed into a cell
	Stored func(Report) string // as the file holds it, without quotes; "" while it is not known
	Shown  func(Report) string // as a person reads it
	Bare   bool                // stands without quotes

	schema object
	text   bool // any words, but not none
}

// HeaderFields lists the keys of [bao_cao], in the order of a data file.
func HeaderFields() []HeaderField { return headerFields(Periods()) }

// headerFields lists them for a form that has these periods.
func headerFields(periods []Period) []HeaderField {
	text := func(description string) object {
		return object{"type": "string", "minLength": 1, "description": description}
	}
	fields := []HeaderField{
		{Key: "loai", Label: "Loại văn bản", Need: `ví dụ loai = "báo cáo"`, Like: "báo cáo", text: true,
			Stored: func(r Report) string { return r.Type },
			schema: text(`Loại văn bản, ví dụ "báo cáo"`)},
		{Key: "so", Label: "Số văn bản",
			Stored: func(r Report) string { return r.Number },
			schema: object{"type": []string{"integer", "string"}, "minimum": 1, "minLength": 1, "description": "Số của báo cáo; chưa có thì bỏ dòng này"}},
		{Key: "ky_hieu", Label: "Ký hiệu văn bản", Need: `ví dụ ky_hieu = "BC-UBND"`, Like: "BC-UBND", text: true,
			Stored: func(r Report) string { return r.Symbol },
			schema: text("Ký hiệu, ví dụ BC-UBND")},
		{Key: "ngay", Label: "Ngày văn bản", Bare: true,
			Stored: func(r Report) string { return dateText(r.Date, time.DateOnly) },
			Shown:  func(r Report) string { return dateText(r.Date, "02/01/2006") },
			schema: object{"type": "string", "anyOf": []object{{"format": "date"}, {"pattern": `^\d{1,2}/\d{1,2}/\d{4}$`}},
				"description": "Ngày của báo cáo, viết năm-tháng-ngày; chưa có thì bỏ dòng này"}},
		{Key: "co_quan", Label: "Cơ quan ban hành", Need: `ví dụ co_quan = "UBND xã Hương Khê"`, Like: "UBND xã Hương Khê", text: true,
			Stored: func(r Report) string { return r.Issuer },
			schema: text("Cơ quan ban hành")},
		{Key: "ky", Label: "Kỳ báo cáo", Need: fmt.Sprintf("viết một trong: %s", quoted(periods)),
			Stored: func(r Report) string { return string(r.Period) },
			Shown:  func(r Report) string { return r.Period.Name() },
			schema: object{"enum": periods, "description": "Kỳ báo cáo"}},
		{Key: "nam", Label: "Năm báo cáo", Need: "ví dụ nam = 2021", Bare: true,
			Stored: func(r Report) string { return strconv.Itoa(r.Year) },
			schema: object{"type": "integer", "minimum": 1945, "maximum": 9999, "description": "Năm báo cáo"}},
	}
	for i := range fields {
		if fields[i].Shown == nil {
			fields[i].Shown = fields[i].Stored
		}
	}
	return fields
}

func dateText(date time.Time, format string) string {
	if date.IsZero() {
		return ""
	}
	return date.Format(format)
}

func quoted(periods []Period) string {
	var names []string
	for _, p := range periods {
		names = append(names, fmt.Sprintf("%q", string(p)))
	}
	return strings.Join(names, ", ")
}
