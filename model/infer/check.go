package infer

import (
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
