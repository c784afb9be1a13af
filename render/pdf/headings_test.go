package pdf

import (
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// Levels of headings begin at 1 and leave none out.
func TestHeadings(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.Blocks = nil
	for _, level := range []int{3, 0, 2, 4, 9, 1, 2} {
		a.Blocks = append(a.Blocks, layout.Paragraph{Style: &layout.Style{Size: 12 * rendertest.Pt, Heading: level}, Text: "Chương"})
	}
	kinds := ""
	for _, kid := range open(t, write(t, a)).structure().kids {
		kinds += string(kid.kind) + " "
	}
	if kinds != "H1 P H2 H3 H4 H1 H2 " {
		t.Error(kinds)
	}
}

// What goes on with a heading is part of it, word by word, and the heading of a part stands in
// the cell that names its rows.
func TestHeadingsOfSeveralLines(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(3)
	a.Title.Joins = true
	section := *a.Text
	section.Heading = 2
	a.Grid.Rows[2].Cells[1].Paragraphs[0] = layout.Paragraph{Style: &section, Text: "Công tác chỉ đạo"}
	document := open(t, write(t, a)).structure()
	if h := document.find("H1"); len(h) != 1 || h[0].text != "Phụ lục 2B THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2021" {
		t.Errorf("%q", document.lines()[:3])
	}
	if cell := document.find("TBody")[0].kids[0].kids[1]; cell.kind != "TH" || cell.whole() != "Công tác chỉ đạo" || len(cell.find("H2")) != 1 {
		t.Errorf("%q", cell.lines())
	}
}

// Each abbreviation is a Span that says what it stands for; nothing else of the page changes.
func TestAbbreviations(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("1.", "Số TTHC (TTHC) cấp xã; TTHCC, ATTHC không phải TTHC "+strings.Repeat("giải quyết ", 20)+"TTHC", "TTHC", "07")
	plain := open(t, write(t, a)).structure()
	a.Abbreviations = []layout.Abbreviation{{Short: "TT", Long: "thị trấn"}, {Short: "TTHC", Long: "thủ tục hành chính"}}
	document := open(t, write(t, a)).structure()
	spans := document.find("Span")
	for _, span := range spans {
		if span.text != "TTHC" || span.expansion != "thủ tục hành chính" {
			t.Errorf("%q stands for %q", span.text, span.expansion)
		}
	}
	if len(spans) != 5 {
		t.Errorf("%d abbreviations", len(spans))
	}
	if got, want := strings.Join(document.words(), ""), strings.Join(plain.words(), ""); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
