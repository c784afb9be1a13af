package workflow

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render/layout"
)

// unkept are the changes in the text of a document that no data file can take over: words of
// the heading and of the head of the table, paragraphs and tables beside the annex. The
// document is compared with what would be made of its own data and its corrections.
func (w *Workspace) unkept(d *Document, a *model.Annex, table *match.Table, corrections []model.Correction) diag.List {
	corrected, err := w.corrected(a, corrections)
	switch {
	case err != nil:
		return nil // import says so
	case corrected == nil:
		corrected = a // a figure that cannot be read is a finding already
	}
	expected := layout.New(corrected, w.family, layout.Options{})
	u := unkept{Document: d}
	u.paragraphs(expected, layout.New(a, w.family, layout.Options{}), d.heading(table))
	u.tables(expected, table)
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
		Hint: "tệp số liệu không giữ được chỗ này; muốn giữ thì sửa biểu mẫu, hoặc sửa lại trong " + u.program() + " sau khi làm",
	})
}

// mostParagraphs are told one by one.
const mostParagraphs = 5

// paragraphs compares the heading with that of the corrected annex and of the one before.
func (u *unkept) paragraphs(expected, before *layout.Document, heading []string) {
	want, was := headingLines(expected), headingLines(before)
	var got, more []string
	for _, p := range heading {
		got = append(got, oneLine(p))
	}
	for _, p := range u.Paragraphs {
		line := oneLine(p)
		if !slices.Contains(want, line) && !slices.Contains(was, line) {
			more = append(more, line)
		}
	}
	for _, line := range more[:min(len(more), mostParagraphs)] {
		u.add(line, "“%s” không có trong phụ lục", short(line))
	}
	if n := len(more) - mostParagraphs; n > 0 {
		u.add(more[mostParagraphs], "còn %d đoạn văn nữa không có trong phụ lục", n)
	}
	for i, line := range want {
		if !slices.Contains(got, line) && (i >= len(was) || !slices.Contains(got, was[i])) {
			u.add(line, "“%s” của phụ lục không còn trong văn bản", short(line))
		}
	}
}

func headingLines(doc *layout.Document) []string {
	var lines []string
	for _, block := range doc.Blocks {
		if p, ok := block.(layout.Paragraph); ok {
			lines = append(lines, oneLine(p.Text))
		}
	}
	return lines
}

// tables compares the heads of the annex's table, and tells of tables that are none of its.
func (u *unkept) tables(expected *layout.Document, table *match.Table) {
	grid := expected.Blocks[len(expected.Blocks)-1].(*layout.Grid)
	for i, t := range u.Tables {
		if slices.Contains(table.Parts, i+1) || u.holdsPart(i, table) {
			continue
		}
		u.add(oneLine(t.Rows[0].Cells[0].Text()), "văn bản có thêm một bảng %d dòng", len(t.Rows))
	}
	var want []string
	for i, row := range grid.Rows[:grid.Head] {
		for j, c := range row.Cells {
			if c.Owns(i, j) {
				want = append(want, oneLine(c.Text()))
			}
		}
	}
	for _, head := range table.Heads {
		if head = oneLine(head); head != "" && !slices.Contains(want, head) {
			u.add(head, "đầu cột “%s” không có trong biểu mẫu", short(head))
		}
	}
	for _, head := range want {
		if head != "" && !slices.ContainsFunc(table.Heads, func(h string) bool { return oneLine(h) == head }) {
			u.add(head, "đầu cột “%s” không còn trong văn bản", short(head))
		}
	}
}

// holdsPart reports whether a table lays out a page in which the annex stands.
func (u *unkept) holdsPart(i int, table *match.Table) bool {
	return slices.ContainsFunc(table.Parts, func(part int) bool { return part < i+1 && u.Tables[part-1].Depth > u.Tables[i].Depth })
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// short is a text as a message quotes it.
func short(s string) string { return diag.Shorten(s, 80) }
