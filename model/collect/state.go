package collect

import (
	"fmt"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// State says of a unit what came of its filing.
func (e *Entry) State() string {
	switch {
	case len(e.Files) == 0:
		return "chưa nộp"
	case e.Filing == nil && len(e.Files) > 1:
		return fmt.Sprintf("có %d tệp, chưa lấy tệp nào", len(e.Files))
	case e.Filing == nil && e.Files[0].Refused.Rule != "":
		return e.Files[0].notTaken()
	case e.Filing == nil:
		return "chưa lấy được, xem lỗi"
	}
	f := e.Filing
	text := "đạt"
	if f.Broken > 0 {
		text = fmt.Sprintf("trái quy tắc %d chỗ: %s", f.Broken, f.First)
	}
	if f.Doubts > 0 {
		text += fmt.Sprintf("; khi đọc văn bản có %d chỗ không hiểu được: %s", f.Doubts, f.Doubt)
	}
	if f.Warnings > 0 {
		text += fmt.Sprintf("; %d cảnh báo", f.Warnings)
	}
	if t := f.Total; t != nil {
		text += fmt.Sprintf("; gộp %d/%d đơn vị", len(t.Units)-len(t.Absent), len(t.Units))
	}
	return text + f.jumped()
}

// State says of a filing why it is no unit's.
func (f *Filing) State() string {
	if f.Issuer == "" && f.Refused.Rule != "" {
		return f.notTaken()
	}
	return "không có trong don_vi"
}

func (f *Filing) notTaken() string {
	return "chưa lấy được: " + f.Why
}

// mostJumps is how many jumps of a unit are told one by one.
const mostJumps = 3

func (f *Filing) jumped() string {
	if len(f.Jumps) == 0 {
		return ""
	}
	var texts []string
	for _, j := range f.Jumps {
		texts = append(texts, j.String())
	}
	return "; nhảy vọt: " + diag.Few(texts, mostJumps, ", ", "số")
}

// mostAbsent is how many units that have filed nothing a summary names.
const mostAbsent = 5

// Filed is how many units have filed what can be reckoned with.
func (r *Roll) Filed() int {
	n := 0
	for _, e := range r.Entries {
		if e.Filing != nil {
			n++
		}
	}
	return n
}

// Summary sums up who has filed.
func (r *Roll) Summary() string {
	broken, jumped := 0, 0
	var missing []string
	for _, e := range r.Entries {
		switch {
		case e.Filing == nil:
			missing = append(missing, e.Unit.Name)
			continue
		case !e.Filing.Sound():
			broken++
		}
		if len(e.Filing.Jumps) > 0 {
			jumped++
		}
	}
	text := fmt.Sprintf("%d/%d đơn vị có số liệu lấy được", r.Filed(), len(r.Entries))
	if broken > 0 {
		text += fmt.Sprintf(", %d trái quy tắc", broken)
	}
	if jumped > 0 {
		text += fmt.Sprintf(", %d có số nhảy vọt", jumped)
	}
	if n := len(r.Strays); n > 0 {
		text += fmt.Sprintf(", %d tệp không của đơn vị nào", n)
	}
	if n := len(r.Ours); n > 0 {
		text += fmt.Sprintf(", không tính %d tệp của chính %s", n, r.Collection.Report.Issuer)
	}
	if len(missing) > 0 {
		text += "; chưa có: " + diag.Few(missing, mostAbsent, ", ", "đơn vị")
	}
	return text
}

// Summary sums up of how many rows there is a figure.
func (sum *Sum) Summary(partial bool) string {
	rows, printed, noted := 0, 0, 0
	for i := range sum.Rows {
		r := &sum.Rows[i]
		if r.Kind == model.KindHeading {
			continue
		}
		if rows++; len(r.Printed(partial)) > 0 {
			printed++
		} else if r.Merge.How == model.MergeCodes && len(r.Given) > 0 {
			noted++
		}
	}
	return fmt.Sprintf("%d/%d đơn vị, %d/%d dòng có số, %d dòng đếm mã ở Ghi chú", len(sum.Units)-len(sum.Absent), len(sum.Units), printed, rows, noted)
}
