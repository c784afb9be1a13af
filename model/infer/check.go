package infer

import (
	"fmt"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// Doubts are what a person has still to look at in a form: what was marked when it was read out
// of a document, rows that a document cannot tell apart, a title without a period.
func Doubts(f *model.Form) diag.List {
	var findings diag.List
	add := func(rule string, place diag.Place, row, hint, message string) {
		findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: rule, Place: place, Row: row, Message: message, Hint: hint})
	}
	for n := 1; n <= f.Source.Lines(); n++ {
		line := string(f.Source.Line(n))
		code, doubt, found := strings.Cut(line, "# "+lookMark)
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		start := f.Source.Start(n) + len(code)
		add(RuleLook, f.Source.At(start, start+len(line)-len(code)), "", "sửa nếu cần, rồi xóa lời “# "+lookMark+" …”", "xem lại: "+strings.TrimSpace(doubt))
	}
	if !strings.Contains(strings.Join(f.Title, "\n"), "{ky}") {
		add("khong-ky", f.Source.At(0, 0), "", "viết {ky} vào chỗ của kỳ báo cáo trong tieu_de, ví dụ “… {ky}”", "tên phụ lục không có chỗ cho kỳ báo cáo")
	}
	if rows := unmerged(f); len(rows) > 0 && f.Merges() {
		add("thieu-gop", rows[0].Place, rows[0].ID, `viết gop = "cong", "dem_ma", "giong_nhau", "lon_nhat" hoặc "khong", xem templates/README.md`,
			fmt.Sprintf("%d dòng chưa có gop, phuluc2b total để trống: %s", len(rows), idsOf(rows)))
	}
	seen := map[string]model.Row{}
	for _, r := range f.Rows {
		key := r.Parent() + "\x00" + tabular.Plain(r.Number+r.Block) + "\x00" + tabular.Plain(strings.Join(r.Label, " "))
		if first, twice := seen[key]; twice {
			add("dong-trung", r.Place, r.ID, "thêm chữ vào ten của một trong hai dòng, nếu văn bản cũng phân biệt",
				"dòng "+r.ID+" và dòng "+first.ID+" cùng STT, cùng tên: đọc văn bản có thể không phân biệt được")
			findings[len(findings)-1].Related = []diag.Related{{Place: first.Place, Message: "dòng " + first.ID}}
			continue
		}
		seen[key] = r
	}
	return findings
}

// unmerged are the rows that take a figure and do not say how those of several units become one.
func unmerged(f *model.Form) []model.Row {
	var rows []model.Row
	for _, r := range f.Rows {
		if r.Kind != model.KindHeading && r.Merge.How == "" {
			rows = append(rows, r)
		}
	}
	return rows
}

func idsOf(rows []model.Row) string {
	var ids []string
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, ", ")
}
