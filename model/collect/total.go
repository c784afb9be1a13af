package collect

import (
	"fmt"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// Total is what the superior's data file keeps, for the office above it to reckon on.
func (sum *Sum) Total() *model.Total {
	total := &model.Total{Units: sum.Units, Absent: sum.Absent, Rows: map[string]model.TotalRow{}}
	for i := range sum.Rows {
		switch r := &sum.Rows[i]; {
		case r.Own != nil:
			total.Rows[r.ID] = model.TotalRow{Own: r.Own.Reason}
		case r.Merged():
			total.Rows[r.ID] = model.TotalRow{Missing: without(r.Missing, sum.Absent), Sums: r.Sums, Values: r.Values}
		}
	}
	return total
}

// mostListed is how many rows, or files, one finding lists.
const mostListed = 12

// Check tells what keeps the total from being one: rows that are not of all units, that units
// must agree on, that the form says nothing of.
func (sum *Sum) Check(c *model.Collection, partial bool) diag.List {
	findings := sum.Findings
	var lacking, undeclared []string
	for i := range sum.Rows {
		r := &sum.Rows[i]
		switch {
		case r.Own != nil || r.Kind == model.KindHeading:
		case r.Merge.How == "":
			undeclared = append(undeclared, r.ID)
		case r.Differs():
			findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: "khac-nhau", Place: c.UnitsPlace, Row: r.ID,
				Message: fmt.Sprintf("dòng %s để trống vì các đơn vị ghi khác nhau: %s", r.ID, sum.differing(r, mostRemarked, sum.names)),
				Hint:    fmt.Sprintf(`hỏi lại các đơn vị; hoặc ghi số riêng: [so_lieu] "%s" = { so_lieu = …, ly_do = "…" }`, r.ID)})
		case !r.Complete():
			lacking = append(lacking, fmt.Sprintf("%s (%d/%d)", r.ID, len(r.Given), len(sum.Units)))
		}
	}
	if len(lacking) > 0 {
		f := diag.Finding{Severity: diag.Warning, Rule: "chua-du", Place: c.UnitsPlace, Message: fmt.Sprintf("%d dòng chưa đủ đơn vị nên để trống: %s", len(lacking), diag.Few(lacking, mostListed, ", ", "dòng")),
			Remedy: diag.Remedy{Do: diag.SeeParts, Args: strings.Fields(lacking[0])[:1]}}
		if partial {
			f.Message, f.Remedy = fmt.Sprintf("%d dòng chưa đủ đơn vị, vẫn in: %s", len(lacking), diag.Few(lacking, mostListed, ", ", "dòng")), diag.Remedy{}
			f.Hint = "thiếu ai: lời ghi (#) của dòng ấy trong tệp gộp được"
		}
		findings = append(findings, f)
	}
	if len(undeclared) > 0 {
		place := c.UnitsPlace
		if row := c.Form.Rows[c.Form.RowIndex()[undeclared[0]]]; row.Place.Source != nil {
			place = row.Place
		}
		findings.Warnf("thieu-gop", place, `viết gop = "cong", "dem_ma", "giong_nhau", "lon_nhat" hoặc "khong" ở các dòng ấy của biểu mẫu, xem templates/README.md`,
			"biểu mẫu %s không cho biết gộp thế nào ở %d dòng, nên để trống: %s", c.Form.ID, len(undeclared), diag.Few(undeclared, mostListed, ", ", "dòng"))
	}
	return bounded(findings)
}
