package workflow

import (
	"fmt"
	"slices"

	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/ooxml"
)

// sheetBeyond lists what a workbook holds beside its cells that ours has not.
func (d *Document) sheetBeyond(ours *ooxml.Content) []string {
	mine, e := ours.Extras, d.Extras
	var all []string
	if len(e.Formulas) > 0 {
		all = append(all, fmt.Sprintf("công thức ở ô %s (kết quả thì giữ)", fewCells(e.Formulas)))
	}
	if names := notAmong(e.Names, mine.Names); names != nil {
		all = append(all, fmt.Sprintf("tên đặt cho ô hoặc vùng: %s", diag.Few(names, mostParagraphs, ", ", "tên")))
	}
	if choices := notAmong(e.Choices, mine.Choices); choices != nil {
		all = append(all, fmt.Sprintf("%d điều kiện nhập (Data Validation)", len(choices)))
	}
	if notAmong(e.Tabs, mine.Tabs) != nil {
		all = append(all, "màu thẻ của trang tính")
	}
	if e.Custom > 0 {
		all = append(all, "dữ liệu XML riêng mà chương trình khác gắn vào")
	}
	return all
}

// notAmong are the values that are none of others.
func notAmong(values, others []string) []string {
	var rest []string
	for _, v := range values {
		if !slices.Contains(others, v) {
			rest = append(rest, v)
		}
	}
	return rest
}

// unseen adds to why no annex was found that there are sheets which were not read.
func (d *Document) unseen(findings diag.List) diag.List {
	if n := d.Extras.HiddenSheets; n > 0 && len(findings) > 0 {
		findings[0].Message += fmt.Sprintf("; tệp có %d trang tính ẩn, không đọc: phụ lục ở đó thì bỏ ẩn (Unhide) rồi đọc lại", n)
	}
	return findings
}

// retitled says that a workbook has another title, beside its cells, than any that is made of its
// data.
func (d *Document) retitled(made [][]byte) []string {
	if d.Format != render.XLSX || d.Extras.Title == "" {
		return nil
	}
	for _, file := range made {
		if ours, err := render.Read(file); err == nil && ours.Extras.Title == d.Extras.Title {
			return nil
		}
	}
	return []string{fmt.Sprintf("tên tài liệu (Title) là “%s”", short(d.Extras.Title))}
}

// setOtherwise reports whether both cells hold something, in another size, place or frame.
func setOtherwise(now, was *ooxml.Notes) bool {
	return now != nil && was != nil && (now.Size != was.Size || now.Align != was.Align || now.Border != was.Border)
}
