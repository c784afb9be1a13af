package match

import (
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// Words that multiply or divide the figures that they speak of, in plain text, and words of
// which they are a part.
var (
	scaleWords = tabular.Pattern(`(?:^|[^\p{L}])(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm)(?:$|[^\p{L}])|[%‰]`)
	ratioWords = tabular.Pattern(`(?:tỷ|tỉ) (?:lệ|số|trọng|suất)`)
	unitLine   = tabular.Pattern(`^[^\p{L}]*(?:đơn vị(?: tính)?|đvt)(?:[^\p{L}]|$)`)
)

// scaled reports whether a text says that figures are in thousands, in per cent and so on.
func scaled(text string) bool {
	return scaleWords().MatchString(ratioWords().ReplaceAllString(strings.ToLower(tabular.OneLine(text)), ""))
}

// Scaled reports what says that the figures are multiples of the form's units: the head of
// their column, or a line above the table.
func (t *Table) Scaled(f *model.Form, heading []string) diag.List {
	var findings diag.List
	tell := func(text string) {
		findings.Faultf("don-vi", t.place, "đổi số liệu về đơn vị tính của biểu mẫu trong văn bản rồi đọc lại, hoặc sửa tệp số liệu", "số liệu có thể theo đơn vị khác với biểu mẫu: “%s”", tree.Short(text))
	}
	for _, column := range f.Columns {
		if column.Role == model.RoleFigure && scaled(t.figures) && !scaled(strings.Join(column.Head, " ")) {
			tell(shownHead(t.figures))
		}
	}
	for _, line := range heading {
		if line = tabular.OneLine(line); unitLine().MatchString(strings.ToLower(line)) && scaled(line) {
			tell(line)
		}
	}
	return findings
}
