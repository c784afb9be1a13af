package main

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/layout"
)

// strays are the changes in the text of a document that no data file can take over: words of
// the heading, of the head of the table and under STT, more tables, rows in another order.
// The document is compared with what would be made of its own data and its corrections.
func (w *workspace) strays(d *document, a *model.Annex, corrections []model.Correction) diag.List {
	text, err := a.Correct(corrections)
	if err != nil {
		return nil // import says so
	}
	corrected, _ := model.ReadAnnex(diag.NewSource(a.Source.Name, text), model.Forms{a.Form.ID: a.Form}, w.family.Has)
	if corrected == nil {
		corrected = a // a figure that cannot be read is a finding already
	}
	expected := layout.New(corrected, w.family, layout.Options{})
	s := strayed{document: d}
	s.paragraphs(expected)
	s.tables(expected)
	return s.findings
}

type strayed struct {
	*document
	findings diag.List
}

func (s *strayed) add(line, format string, args ...any) {
	source := diag.NewSource(s.name, []byte(line))
	s.findings = append(s.findings, diag.Finding{
		Severity: diag.Warning, Rule: "van-ban", Place: source.At(0, len(line)), Message: fmt.Sprintf(format, args...),
		Hint: "tệp số liệu không giữ được chỗ này; muốn giữ thì sửa biểu mẫu, hoặc sửa lại trong Word sau khi làm",
	})
}

func (s *strayed) paragraphs(expected *layout.Document) {
	var want []string
	for _, block := range expected.Blocks {
		if p, ok := block.(layout.Paragraph); ok {
			want = append(want, oneLine(p.Text))
		}
	}
	var got []string
	for _, p := range s.Paragraphs {
		got = append(got, oneLine(p))
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			s.add(line, "“%s” không có trong phụ lục", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			s.add(line, "“%s” của phụ lục không còn trong văn bản", line)
		}
	}
}

// tables compares the cells that Revise does not: the head, and what is under STT.
func (s *strayed) tables(expected *layout.Document) {
	grid := expected.Blocks[len(expected.Blocks)-1].(*layout.Grid)
	want, _ := render.Texts(grid)
	largest := s.largest()
	for _, t := range s.Tables {
		if t != largest {
			rows, _ := render.Texts(t)
			s.add(oneLine(strings.Join(rows[0], " | ")), "văn bản có thêm một bảng %d dòng", len(rows))
		}
	}
	got, _ := render.Texts(largest)
	if len(got) != len(want) || len(got) > 0 && len(got[0]) != len(want[0]) {
		if len(got) > 0 && len(got[0]) != len(want[0]) {
			s.add(oneLine(strings.Join(got[0], " | ")), "bảng có %d cột, biểu mẫu có %d", len(got[0]), len(want[0]))
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
				s.add(oneLine(strings.Join(got[i], " | ")), "ô “%s” vốn là “%s”", oneLine(got[i][j]), oneLine(want[i][j]))
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
