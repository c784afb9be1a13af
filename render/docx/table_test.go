package docx

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"phuluc2b/render/docxread"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

func annexTable(t testing.TB) *node {
	t.Helper()
	return readPart(t, rendertest.Small(), "word/document.xml").at("body/tbl")
}

func TestTableTexts(t *testing.T) {
	t.Parallel()
	file := write(t, rendertest.Small())
	content, err := docxread.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	got, want := rendertest.GridRows(content.Tables[0].Grid), rendertest.SmallRows()
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestRows(t *testing.T) {
	t.Parallel()
	rows := annexTable(t).all("tr")
	for r, tr := range rows {
		if tr.at("trPr/cantSplit") == nil {
			t.Errorf("row %d may be split", r)
		}
		if repeated := tr.at("trPr/tblHeader") != nil; repeated != (r < rendertest.HeadRows) {
			t.Errorf("row %d repeated: %v", r, repeated)
		}
	}
	for r, want := range []string{"500", "520", ""} {
		if got := rows[r].val("trPr/trHeight", "val"); got != want {
			t.Errorf("row %d is %q high, want %q", r, got, want)
		}
	}
	if rule := rows[0].val("trPr/trHeight", "hRule"); rule != "atLeast" {
		t.Errorf("a height is %s", rule)
	}
}

func TestRowsKeptWithTheNext(t *testing.T) {
	t.Parallel()
	kept := map[int]bool{rendertest.SectionAt: true, rendertest.GroupAt: true, rendertest.BlockAt - 1: true}
	for r, tr := range annexTable(t).all("tr") {
		for i, p := range tr.all("p") {
			if got := p.at("pPr/keepNext") != nil; got != kept[r] {
				t.Errorf("row %d, paragraph %d kept with the next: %v", r, i, got)
			}
		}
	}
}

func TestColumnWidths(t *testing.T) {
	t.Parallel()
	columns := rendertest.GridOf(rendertest.SmallRows(), nil, nil).Columns
	table := annexTable(t)
	total := 0
	for i, column := range table.all("gridCol") {
		if got := column.val("", "w"); got != strconv.Itoa(int(columns[i])) {
			t.Errorf("column %d: %s, want %d", i, got, columns[i])
		}
		total += int(columns[i])
	}
	if got := table.val("tblPr/tblW", "w"); got != strconv.Itoa(total) {
		t.Errorf("the table is %s wide, want %d", got, total)
	}
	if table.val("tblPr/tblLayout", "type") != "fixed" || table.val("tblPr/tblInd", "w") != "0" {
		t.Error("the table's place is left to the reader")
	}
}

// A cell is as wide as the columns that it spans, and its text is centred up and down.
func TestCells(t *testing.T) {
	t.Parallel()
	widths := map[int][]string{
		0:                      {"1050", "3800", "2600", "1905"},
		1:                      {"1050", "3800", "1500", "1100", "1905"},
		rendertest.BlockAt + 1: {"1050", "3800", "1500", "1100", "1905"},
	}
	for r, tr := range annexTable(t).all("tr") {
		for i, tc := range tr.all("tc") {
			if want, ok := widths[r]; ok && tc.val("tcPr/tcW", "w") != want[i] {
				t.Errorf("row %d, cell %d: %s wide, want %s", r, i, tc.val("tcPr/tcW", "w"), want[i])
			}
			if tc.val("tcPr/vAlign", "val") != "center" {
				t.Errorf("row %d, cell %d is not centred", r, i)
			}
		}
	}
}

func TestMergedCells(t *testing.T) {
	t.Parallel()
	var merges []string
	for _, tr := range annexTable(t).all("tr")[rendertest.BlockAt-1:] {
		tc := tr.all("tc")[0]
		merges = append(merges, tc.val("tcPr/vMerge", "val"))
		if text := tc.text(); merges[len(merges)-1] == "continue" && text != "" {
			t.Errorf("%q stands in a covered cell", text)
		}
	}
	if want := []string{"", "restart", "continue", "continue", ""}; !slices.Equal(merges, want) {
		t.Errorf("%q, want %q", merges, want)
	}
}

// Word calls a file corrupt in which a cell holds no paragraph.
func TestCellWithoutParagraphs(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	grid := doc.Blocks[4].(*layout.Grid)
	grid.Rows[rendertest.PlainAt].Cells[1].Paragraphs = nil
	grid.Rows[rendertest.BlockAt].Cells[0].Paragraphs = nil
	grid.Rows[rendertest.BlockAt].KeepNext = true
	for i, tc := range readPart(t, doc, "word/document.xml").all("tc") {
		if tc.at("p") == nil {
			t.Errorf("cell %d holds no paragraph", i)
		}
	}
}

// A head that is too tall is not repeated.
func TestHeadOnce(t *testing.T) {
	t.Parallel()
	for _, once := range []bool{false, true} {
		doc := rendertest.Small()
		doc.Blocks[4].(*layout.Grid).HeadOnce = once
		if repeated := len(readPart(t, doc, "word/document.xml").all("tblHeader")) > 0; repeated == once {
			t.Errorf("once %v, repeated %v", once, repeated)
		}
	}
}

// What a screen reader goes by.
func TestTableIsDescribed(t *testing.T) {
	t.Parallel()
	table := annexTable(t)
	if got := table.val("tblPr/tblCaption", "val"); got != "Thống kê số liệu" {
		t.Errorf("title %q", got)
	}
	if got := table.val("tblPr/tblDescription", "val"); got != "Bảng có 6 dòng, 5 cột" {
		t.Errorf("description %q", got)
	}
	if got := table.val("tblPr/tblLook", "firstRow"); got != "true" {
		t.Errorf("first row is the head: %q", got)
	}
	doc := rendertest.Small()
	doc.Blocks[4].(*layout.Grid).Title = ""
	doc.Blocks[4].(*layout.Grid).Summary = ""
	properties := readPart(t, doc, "word/document.xml").at("body/tbl/tblPr")
	if properties.at("tblCaption") != nil || properties.at("tblDescription") != nil {
		t.Error("an empty title or description is written")
	}
}
