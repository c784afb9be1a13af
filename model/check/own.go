package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// own runs the rules that are in no form, for they hold for all.
func (c *checker) own() {
	c.ambiguous()
	c.openPlaces()
	c.missingValues()
	c.hiddenNotes()
	if c.previous != nil && !c.annex.Partial {
		c.unchanged()
	}
	if c.previous != nil {
		c.otherIssuer()
	}
}

// ambiguous reports the numbers that can be read two ways (E20).
func (c *checker) ambiguous() {
	for i := range c.annex.Form.Rows {
		row := c.row(i)
		for _, v := range c.figure(i).Values {
			if v.State == model.StateAmbiguous {
				hint := readings(row.Kind, v.Written)
				c.add([]string{row.ID}, diag.Finding{Severity: diag.Error, Rule: model.RuleAmbiguous, Place: v.Place,
					Message: fmt.Sprintf("dòng %s: “%s” đọc được hai cách", row.ID, v.Written), Hint: hint.File, Cell: hint.Cell})
			}
		}
	}
}

// readings says how to write the ways in which a number can be read.
func readings(kind model.Kind, written string) diag.Advice {
	plain := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, written)
	const write = "dấu phẩy là dấu thập phân, dấu chấm ngăn hàng nghìn: viết "
	whole, fraction, dot := strings.Cut(strings.TrimRight(written, " %"), ".")
	decimal := strings.ReplaceAll(whole, ",", "") + "," + fraction
	switch {
	case !dot:
		return diag.Advice{File: write + plain}
	case len(fraction) != 3 && (kind == model.KindCount || kind == model.KindCode):
		return diag.Advice{File: "viết số nguyên: sau dấu chấm ngăn hàng nghìn phải đủ ba chữ số, ví dụ 1.050"}
	case len(fraction) != 3:
		return diag.Advice{File: write + `"` + decimal + `"`, Cell: write + decimal}
	}
	return diag.Advice{File: write + plain + ` hoặc "` + decimal + `"`, Cell: write + plain + " hoặc " + decimal}
}

// openPlaces warns of an ellipsis that stands where new files have one to be written over
// (chua-dien), unless another finding speaks of the same words.
func (c *checker) openPlaces() {
	places := map[string]diag.Place{"loai": c.annex.Report.Places.Type, "so": c.annex.Report.Places.Number, "ky_hieu": c.annex.Report.Places.Symbol, "co_quan": c.annex.Report.Places.Issuer}
	for _, field := range model.HeaderFields() {
		place, named := places[field.Key]
		written := field.Stored(c.annex.Report)
		told := slices.ContainsFunc(c.findings, func(f diag.Finding) bool { return f.Place == place })
		if !named || told || !strings.Contains(written, "…") && !strings.Contains(written, "...") {
			continue
		}
		here := "viết đủ chữ thay cho dấu ba chấm, hoặc để trống nếu chưa có"
		if field.Like != "" {
			here = "viết đủ chữ thay cho dấu ba chấm, ví dụ " + field.Like
		}
		c.add([]string{model.HeaderSubject}, diag.Finding{Severity: diag.Warning, Rule: model.RuleOpen, Place: place, Cell: here,
			Message: fmt.Sprintf("%s chưa điền xong: “%s”", strings.ToLower(field.Label), written),
			Hint:    "viết đủ chữ thay cho dấu ba chấm, " + cmp.Or(field.Need, "hoặc bỏ dòng này nếu chưa có")})
	}
}

// missingValues warns of a figure with some of its row's values and not all (thieu-gia-tri).
// Words may stand on fewer lines than they might.
func (c *checker) missingValues() {
	for i := range c.annex.Form.Rows {
		row, given := c.row(i), len(c.figure(i).Printed())
		if row.Kind == model.KindText || given == 0 || given >= row.Values {
			continue
		}
		hint := orAccept(fmt.Sprintf(`viết đủ %d giá trị: "%s" = [%s, …]`, row.Values, row.ID, strings.Join(c.figure(i).Printed(), ", ")), "; nếu đúng thì ", row.ID, model.RuleValues)
		c.add([]string{row.ID}, diag.Finding{Severity: diag.Warning, Rule: model.RuleValues, Place: c.figure(i).Place,
			Message: fmt.Sprintf("%s chỉ có %d giá trị, dòng này có %d", c.written(i), given, row.Values),
			Hint:    hint.File, Cell: fmt.Sprintf("viết đủ %d giá trị, mỗi giá trị trên một dòng của ô (Alt+Enter)", row.Values)})
	}
}

// hiddenNotes warns of notes that are not printed, for the form has no column of notes
// (ghi-chu).
func (c *checker) hiddenNotes() {
	if c.annex.Form.Shows(model.RoleNote) {
		return
	}
	var noted []int
	for i := range c.annex.Form.Rows {
		if c.figure(i).Note != "" {
			noted = append(noted, i)
		}
	}
	if len(noted) == 0 {
		return
	}
	c.add(nil, diag.Finding{Severity: diag.Warning, Rule: model.RuleNotes, Rows: c.ids(noted...), Place: c.figure(noted[0]).Place,
		Message: fmt.Sprintf("biểu mẫu không có cột ghi chú, nên ghi chú của %d dòng không được in: %s", len(noted), strings.Join(c.ids(noted...), ", ")),
		Hint:    `bỏ ghi chú, hoặc thêm vào cot của biểu mẫu: { khoa = "ghi_chu", tieu_de = "Ghi chú", rong = 20 }`,
		Cell:    "bỏ ghi chú, hoặc thêm cột Ghi chú vào biểu mẫu"})
}
