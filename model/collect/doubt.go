package collect

import (
	"fmt"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// doubts are what of a total among the filings cannot be reckoned on as it stands: figures of the
// office's own, and those that are no longer what its units come to.
func (s *summing) doubts(e *Entry) diag.List {
	f := e.Filing
	if f.Total == nil {
		return nil
	}
	var findings diag.List
	for i := range s.form.Rows {
		row := Row{Row: &s.form.Rows[i]}
		share := s.totalShare(f, i)
		row.join(share, func(units model.Set) model.Set { return units })
		written, kept := oneLine(f.Parts[i].Written), f.Total.Rows[row.ID]
		switch {
		case !row.Merged():
		case kept.Own != "" && len(share.given) > 0:
			findings.Warnf("so-rieng", f.Place, "xem lại lý do ấy", "%s: số %s ở dòng %s là số riêng, không gộp từ các đơn vị (%s)", e.Unit.Name, written, row.ID, kept.Own)
		case kept.Own != "":
			findings.Warnf("so-rieng", f.Place, "dòng này coi như chưa có số liệu của các đơn vị ấy", "%s: dòng %s là số riêng (%s), không gộp tiếp được", e.Unit.Name, row.ID, kept.Own)
		case row.Merge.How != model.MergeCodes && (written != "" || len(share.given) == len(f.Total.Units)): // what some give may be left blank
			if values, _ := row.Reckoned(); s.key(f, i) != keyOf(parse(row.Row, values)) {
				says := "ghi " + written
				if written == "" {
					says = "để trống"
				}
				findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: "so-lech", Place: f.Place, Remedy: diag.Remedy{Do: diag.RemakeTotal},
					Message: fmt.Sprintf("%s: dòng %s %s, các đơn vị của nó cho %s; tính theo các đơn vị", e.Unit.Name, row.ID, says, orNothing(values))})
			}
		}
	}
	return findings
}

// broken warns of the filings that contradict themselves: what they say is added up all the same.
func broken(r *Roll) diag.List {
	var names []string
	var first diag.Place
	for _, e := range r.Entries {
		if e.Filing == nil || e.Filing.Broken == 0 {
			continue
		}
		if names == nil {
			first = e.Filing.Place
		}
		names = append(names, fmt.Sprintf("%s (%s)", e.Filing.File, tree.Short(e.Filing.First)))
	}
	if names == nil {
		return nil
	}
	return diag.List{{Severity: diag.Warning, Rule: "trai-quy-tac", Place: first, Hint: "xem từng tệp: phuluc2b collect", Cell: "mở riêng từng tệp ở trang này để xem mọi chỗ trái quy tắc",
		Message: fmt.Sprintf("%d tệp trái quy tắc, vẫn được gộp: %s", len(names), diag.Few(names, mostListed, ", ", "tệp"))}}
}

func parse(row *model.Row, written []string) []model.Value {
	var values []model.Value
	for _, w := range written {
		v, _ := model.ParseValue(row.Kind, w) // it was written so
		values = append(values, v)
	}
	return values
}

func orNothing(values []string) string {
	if values == nil {
		return "không số nào"
	}
	return strings.Join(values, between)
}

func oneLine(written string) string { return strings.ReplaceAll(written, "\n", between) }
