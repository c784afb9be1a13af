package workflow

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/layout"
)

// unkept are the changes in the text of a document that no data file can take over: words of
// the heading, of the head of the table and under STT, more tables, rows in another order.
// The document is compared with what would be made of its own data and its corrections.
func (w *Workspace) unkept(d *Document, a *model.Annex, corrections []model.Correction) diag.List {
	corrected, err := w.corrected(a, corrections)
	switch {
	case err != nil:
		return nil // import says so
	case corrected == nil:
		corrected = a // a figure that cannot be read is a finding already
	}
	expected := layout.New(corrected, w.family, layout.Options{})
	u := unkept{Document: d}
	u.paragraphs(expected)
	u.tables(expected)
	return u.findings
}

type unkept struct {
	*Document
	findings diag.List
}

func (u *unkept) add(line, format string, args ...any) {
	source := diag.NewSource(u.Name, []byte(line))
	u.findings = append(u.findings, diag.Finding{
		Severity: diag.Warning, Rule: "van-ban", Place: source.At(0, len(line)), Message: fmt.Sprintf(format, args...),
		Hint: "tệp số liệu không giữ được chỗ này; muốn giữ thì sửa biểu mẫu, hoặc sửa lại trong Word sau khi làm",
	})
}

func (u *unkept) paragraphs(expected *layout.Document) {
	var want []string
	for _, block := range expected.Blocks {
		if p, ok := block.(layout.Paragraph); ok {
			want = append(want, oneLine(p.Text))
		}
	}
	var got []string
	for _, p := range u.Paragraphs {
		got = append(got, oneLine(p))
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			u.add(line, "“%s” không có trong phụ lục", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			u.add(line, "“%s” của phụ lục không còn trong văn bản", line)
		}
	}
}

// tables compares the cells that Revise does not: the head, and what is under STT.
func (u *unkept) tables(expected *layout.Document) {
	grid := expected.Blocks[len(expected.Blocks)-1].(*layout.Grid)
	want, _ := render.Texts(grid)
	largest := u.largest()
	for _, t := range u.Tables {
		if t != largest {
			rows, _ := render.Texts(t)
			u.add(oneLine(strings.Join(rows[0], " | ")), "văn bản có thêm một bảng %d dòng", len(rows))
		}
	}
	got, _ := render.Texts(largest)
	if len(got) != len(want) || len(got) > 0 && len(got[0]) != len(want[0]) {
		if len(got) > 0 && len(got[0]) != len(want[0]) {
			u.add(oneLine(strings.Join(got[0], " | ")), "bảng có %d cột, biểu mẫu có %d", len(got[0]), len(want[0]))
		}
		return // rows that are missing or too many are findings already
	}
	for i := range want {
		last := 1 // STT alone, below the head
		if i < grid.Head {
			last = len(want[i])
		}
		for j := range last {
			if oneLine(got[i][j]) != oneLine(want[i][j]) {
				u.add(oneLine(strings.Join(got[i], " | ")), "ô “%s” vốn là “%s”", oneLine(got[i][j]), oneLine(want[i][j]))
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
