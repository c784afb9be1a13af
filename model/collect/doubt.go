package collect

import (
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
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
		row := &s.form.Rows[i]
		kept := f.Total.Rows[row.ID]
		merged := Row{Row: row, Sums: kept.Sums, Given: all(1)}
		switch how := row.Merge.How; {
		case kept.Own != "" && (how == model.MergeSum || how == model.MergeMost || how == model.MergeSame):
			findings.Warnf("so-rieng", f.Place, "xem lại lý do ấy", "%s: số %s ở dòng %s là số riêng, không cộng từ các đơn vị (%s)", e.Unit.Name, oneLine(f.Parts[i].Written), row.ID, kept.Own)
		case kept.Own != "" && merged.Merged():
			findings.Warnf("so-rieng", f.Place, "dòng này coi như chưa có số liệu của các đơn vị ấy", "%s: dòng %s là số riêng (%s), không gộp tiếp được", e.Unit.Name, row.ID, kept.Own)
		case (how == model.MergeRatio || how == model.MergeMean) && len(kept.Sums) == 2 && f.Parts[i].Written != "":
			values, _ := merged.Reckoned()
			if !slices.Equal(values, strings.Split(f.Parts[i].Written, "\n")) {
				findings.Warnf("so-lech", f.Place, "làm lại tệp ấy bằng phuluc2b total, hoặc ghi số riêng với lý do", "%s: dòng %s ghi %s, các đơn vị của nó cho %s; tính theo các đơn vị", e.Unit.Name, row.ID, oneLine(f.Parts[i].Written), strings.Join(values, between))
			}
		}
	}
	return findings
}

func oneLine(written string) string { return strings.ReplaceAll(written, "\n", between) }
