package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// tagged asserts that the structure of a file is its document, text by text, and returns it.
func tagged(t testing.TB, a *rendertest.Annex) *node {
	t.Helper()
	document := open(t, write(t, a)).structure()
	got, want := document.lines(), wanted(a)
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("element %d: %.200s, want %.200s", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d elements, want %d", len(got), len(want))
	}
	for _, cell := range append(document.find("TH"), document.find("TD")...) {
		if n := len(cell.pages); n == 0 && cell.kids == nil || n > 1 && cell.text == "" {
			t.Errorf("cell %q has a place on %d pages", cell.whole(), n)
		}
	}
	return document
}

// wanted spells the structure of a document, an element a line.
func wanted(a *rendertest.Annex) []string {
	all := []string{"Document"}
	if a.Page.Mark != "" {
		all = append(all, fmt.Sprintf(" P %q", a.Page.Mark))
	}
	for _, block := range a.Blocks {
		switch b := block.(type) {
		case layout.Paragraph:
			kind := "P"
			if b.Style.Heading > 0 {
				kind = "H1"
			}
			all = append(all, fmt.Sprintf(" %s %q", kind, b.Text))
		case *layout.Grid:
			all = append(all, wantedTable(b)...)
		}
	}
	return all
}

func wantedTable(g *layout.Grid) []string {
	all := []string{fmt.Sprintf(" Table Summary=%q", g.Summary)}
	for r := range g.Rows {
		switch {
		case r == g.Head, r == 0 && g.Head == len(g.Rows):
			all = append(all, "  TBody")
		case r == 0:
			all = append(all, "  THead")
		}
		all = append(all, "   TR")
		for cell := range rendertest.Owners(g) {
			if cell.Row == r {
				all = append(all, wantedCell(cell, r < g.Head)...)
			}
		}
	}
	return all
}

func wantedCell(c *layout.Cell, head bool) []string {
	line := "    TD"
	if head {
		line = "    TH Scope=/Column"
	} else if c.Header {
		line = "    TH Scope=/Row"
	}
	if c.RowSpan > 1 {
		line += fmt.Sprintf(" RowSpan=%d", c.RowSpan)
	}
	if c.ColumnSpan > 1 {
		line += fmt.Sprintf(" ColSpan=%d", c.ColumnSpan)
	}
	var paragraphs []string
	for _, p := range c.Paragraphs {
		if text := layout.Searchable(strings.TrimRight(p.Text, " ")); text != "" {
			paragraphs = append(paragraphs, fmt.Sprintf("%q", text))
		}
	}
	switch {
	case len(c.Paragraphs) > 1:
		for i := range paragraphs {
			paragraphs[i] = "     P " + paragraphs[i]
		}
		return append([]string{line}, paragraphs...)
	case len(paragraphs) == 1:
		line += " " + paragraphs[0]
	}
	return []string{line}
}

func TestTags(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(140)
	document := tagged(t, a)
	tables := document.find("Table")
	if len(tables) != 1 || len(tables[0].find("TR")) != len(a.Grid.Rows) {
		t.Fatalf("%d tables", len(tables))
	}
	heads, body := document.find("THead")[0].find("TH"), document.find("TBody")[0]
	if cells := append(body.find("TH"), body.find("TD")...); len(heads) != 6 || len(cells) != len(slices.Collect(rendertest.Owners(a.Grid)))-6 {
		t.Errorf("%d cells in the head, %d below", len(heads), len(cells))
	}
	for scope, cells := range map[object.Name][]*node{"Column": heads, "Row": body.find("TH")} {
		for _, cell := range cells {
			if cell.attributes["O"] != object.Name("Table") || cell.attributes["Scope"] != scope || cell.whole() == "" {
				t.Errorf("%q: %v", cell.whole(), cell.attributes)
			}
		}
	}
	checkCover(t, tables[0], len(a.Grid.Columns))
}

// checkCover asserts that the cells of a table, put where there is room for them from the
// left, cover each position of it once.
func checkCover(t *testing.T, table *node, columns int) {
	t.Helper()
	taken := map[[2]int]bool{}
	span := func(n *node, key object.Name) int {
		if v, ok := n.attributes[key].(int); ok {
			return v
		}
		return 1
	}
	rows := table.find("TR")
	for r, row := range rows {
		column := 0
		for _, cell := range row.kids {
			for taken[[2]int{r, column}] {
				column++
			}
			for i := range span(cell, "RowSpan") {
				for j := range span(cell, "ColSpan") {
					if at := [2]int{r + i, column + j}; taken[at] || at[0] >= len(rows) || at[1] >= columns {
						t.Errorf("%q lies on another cell or outside at %v", cell.whole(), at)
					}
					taken[[2]int{r + i, column + j}] = true
				}
			}
		}
	}
	if len(taken) != len(rows)*columns {
		t.Errorf("%d positions of %d × %d are covered", len(taken), len(rows), columns)
	}
}

// Documents of any shape, from a fixed seed.
func TestTagsOfGenerated(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2021, 476))
	for i := range 30 {
		a := rendertest.Generated(random)
		t.Run(fmt.Sprint("document ", i), func(t *testing.T) {
			t.Parallel()
			checkCover(t, tagged(t, a).find("Table")[0], len(a.Grid.Columns))
		})
	}
}

// A head without rows below it is no THead, which has a TBody beside it.
func TestTagsOfAHeadAlone(t *testing.T) {
	t.Parallel()
	if document := tagged(t, rendertest.NewAnnex()); len(document.find("THead")) > 0 || len(document.find("TBody")) != 1 {
		t.Errorf("%q", document.lines())
	}
}

// A cell that goes on over pages is one element, and so is a paragraph.
func TestTagsOfACellTallerThanAPage(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(5)
	text := strings.TrimSpace(strings.Repeat("Số nhiệm vụ đã hoàn thành ", 400))
	a.AddRow("9.", text, "một  hai\n\nba "+strings.Repeat("Ộ", 300), "07")
	for _, cell := range tagged(t, a).find("TD") {
		if cell.text == text && len(cell.pages) < 3 {
			t.Errorf("on pages %v", cell.pages)
		}
	}
}

// What comes from breaking into pages or decorates them is no part of the tree.
func TestArtifacts(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(60)
	a.Page.Mark, a.Page.MarkStyle = "DỰ THẢO", &layout.Style{Size: 14 * rendertest.Pt, Bold: true}
	tagged(t, a) // the mark on the first page is part of the tree
	o := open(t, write(t, a))
	for i, page := range o.pages() {
		texts, strokes := "", 0
		for _, c := range o.contents(page) {
			switch c.artifact {
			case "/Pagination/Header":
				texts += c.text
			case "/Layout<nil>":
				strokes += c.strokes
			case "":
			default:
				t.Errorf("page %d: %v", i+1, c)
			}
			if c.strokes > 0 && c.artifact != "/Layout<nil>" {
				t.Errorf("page %d: rules in %v", i+1, c)
			}
		}
		want := ""
		if i > 0 {
			want = "DỰ THẢO" + fmt.Sprint(i+1) + "STTChỉ tiêu thống kê(Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)Kết quả thống kêGhi chúĐơn vị tínhSố liệu"
		}
		if texts != want || strokes == 0 {
			t.Errorf("page %d: %d rules and %q, want %q", i+1, strokes, texts, want)
		}
	}
}

// A document without text or rows has a tree of one element, without children.
func TestTagsOfNothing(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.Blocks = []layout.Block{layout.Paragraph{Style: a.Title, Text: "  "}, &layout.Grid{}}
	if document := open(t, write(t, a)).structure(); len(document.kids) > 0 {
		t.Errorf("%q", document.lines())
	}
}
