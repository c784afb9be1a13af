package docxread

import (
	"reflect"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// wRow is a table of one row.
func wRow(cells ...string) string { return wTable(wTr("", cells...)) }

func wTable(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

// wTr is a row with those properties.
func wTr(properties string, cells ...string) string {
	return "<w:tr><w:trPr>" + properties + "</w:trPr>" + strings.Join(cells, "") + "</w:tr>"
}

// wCell is one with that content.
func wCell(content string) string { return "<w:tc>" + content + "</w:tc>" }

// wTc is a cell with a text and properties.
func wTc(text, properties string) string {
	return wCell("<w:tcPr>" + properties + "</w:tcPr><w:p>" + wRun(text) + "</w:p>")
}

func inControl(content string) string {
	return "<w:sdt><w:sdtContent>" + content + "</w:sdtContent></w:sdt>"
}

const (
	two         = `<w:gridSpan w:val="2"/>`
	down        = `<w:vMerge w:val="restart"/>`
	downFurther = `<w:vMerge/>`
)

// tableCases are bodies and the rows of all their tables.
var tableCases = []struct {
	name, body string
	want       [][]string
}{
	{"no cell", wTable() + wTable(wTr(""), wTr("")), nil},
	{"spans", wTable(wTr("", wTc("a", two), wTc("b", "")), wTr("", wTc("c", ""), wTc("d", ""), wTc("e", ""))),
		[][]string{{"a", rendertest.LeftOf, "b"}, {"c", "d", "e"}}},
	{"senseless spans", wTable(wTr("", wTc("a", `<w:gridSpan w:val="0"/>`), wTc("b", `<w:gridSpan w:val="-5"/>`), wTc("c", `<w:gridSpan w:val="x"/>`))),
		[][]string{{"a", "b", "c"}}},
	{"downward", wTable(wTr("", wTc("a", down), wTc("b", "")), wTr("", wTc("hidden", downFurther), wTc("c", "")), wTr("", wTc("", `<w:vMerge w:val="continue"/>`), wTc("d", ""))),
		[][]string{{"a", "b"}, {rendertest.Above, "c"}, {rendertest.Above, "d"}}},
	{"downward anew", wTable(wTr("", wTc("a", down)), wTr("", wTc("b", down)), wTr("", wTc("", downFurther))),
		[][]string{{"a"}, {"b"}, {rendertest.Above}}},
	{"downward and across", wTable(wTr("", wTc("a", two+down), wTc("b", "")), wTr("", wTc("", two+downFurther), wTc("c", ""))),
		[][]string{{"a", rendertest.LeftOf, "b"}, {rendertest.Above, rendertest.Above, "c"}}},
	{"downward from nothing", wTable(wTr("", wTc("a", "")), wTr("", wTc("b", downFurther)), wTr("", wTc("c", downFurther))),
		[][]string{{"a"}, {"b"}, {rendertest.Above}}},
	{"downward past a gap", wTable(wTr("", wTc("a", down)), wTr("", wTc("b", "")), wTr("", wTc("c", downFurther))),
		[][]string{{"a"}, {"b"}, {"c"}}},
	{"downward, of another width", wTable(wTr("", wTc("a", down), wTc("b", "")), wTr("", wTc("c", two+downFurther))),
		[][]string{{"a", "b"}, {"c", rendertest.LeftOf}}},
	{"older spans", wTable(wTr("", wTc("a", `<w:hMerge w:val="restart"/>`), wTc("", `<w:hMerge/>`), wTc("", `<w:hMerge w:val="continue"/>`), wTc("b", "")),
		wTr("", wTc("c", `<w:hMerge/>`), wTc("d", ""), wTc("e", ""), wTc("f", ""))),
		[][]string{{"a", rendertest.LeftOf, rendertest.LeftOf, "b"}, {"c", "d", "e", "f"}}},
	{"before and after", wTable(wTr(`<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>`, wTc("a", "")), wTr("", wTc("b", ""))),
		[][]string{{"", "a", "", ""}, {"b", "", "", ""}}},
	{"short rows", wTable(wTr("", wTc("a", "")), wTr(""), wTr("", wTc("b", ""), wTc("c", ""))),
		[][]string{{"a", ""}, {"", ""}, {"b", "c"}}},
	{"several tables", wRow(wTc("a", "")) + "<w:p/>" + wRow(wTc("b", ""), wTc("c", "")),
		[][]string{{"a"}, {"b", "c"}}},
	{"deleted and inserted rows", wTable(wTr("<w:del/>", wTc("a", "")), wTr("<w:ins/>", wTc("b", "")), wTr("<w:trPrChange><w:trPr><w:del/></w:trPr></w:trPrChange>", wTc("c", ""))),
		[][]string{{"b"}, {"c"}}},
	{"content controls", inControl(wTable(inControl(wTr("", inControl(wTc("a", "")), wCell(inControl("<w:p>"+inControl(wRun("b"))+"</w:p>")))))),
		[][]string{{"a", "b"}}},
	{"custom elements", wTable("<w:customXml>" + wTr("", "<w:customXml>"+wTc("a", "")+"</w:customXml>") + "</w:customXml>"),
		[][]string{{"a"}}},
	{"former properties", wRow(wTc("a", "<w:tcPrChange><w:tcPr>"+two+downFurther+"</w:tcPr></w:tcPrChange>")),
		[][]string{{"a"}}},
	{"lines", wRow(wCell("<w:p/><w:p>" + wRun("a") + "<w:r><w:br/></w:r>" + wRun("b") + "</w:p><w:p/>")),
		[][]string{{"\na\nb\n"}}},
	{"a cell with no paragraph", wRow(wCell("")), [][]string{{""}}},
	{"a table in a cell", wRow(wCell("<w:p>"+wRun("a")+"</w:p>"+wTable(wTr("", wTc("b", two), wTc("c", "")), wTr("", wTc("d", "")))+"<w:p/>"), wTc("e", "")),
		[][]string{{"b", rendertest.LeftOf, "c"}, {"d", "", ""}, {"a\nb\nc\nd\n", "e"}}},
	{"a deleted end", wRow(wCell("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + wRun("0") + "</w:p><w:p>" + wRun("7") + "</w:p>")),
		[][]string{{"07"}}},
	{"alternates", wRow(`<mc:AlternateContent><mc:Choice>`+wTc("a", "")+`</mc:Choice><mc:Fallback>`+wTc("b", "")+`</mc:Fallback></mc:AlternateContent>`, wTc("c", "")),
		[][]string{{"b", "c"}}},
}

func TestReadTables(t *testing.T) {
	for _, test := range tableCases {
		content := readBack(t, wordFile(t, documentOf(test.body)))
		var got [][]string
		for _, g := range content.Tables {
			got = append(got, rendertest.GridRows(g.Grid)...)
			checkGrid(t, g.Grid)
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// checkGrid looks at what holds for every grid.
func checkGrid(t testing.TB, g *layout.Grid) {
	t.Helper()
	if len(g.Columns) == 0 || len(g.Rows) == 0 || g.Head > len(g.Rows) {
		t.Errorf("%d columns, %d rows, %d head rows", len(g.Columns), len(g.Rows), g.Head)
	}
	for r, row := range g.Rows {
		if len(row.Cells) != len(g.Columns) {
			t.Errorf("row %d has %d of %d positions", r, len(row.Cells), len(g.Columns))
		}
		for column, c := range row.Cells {
			if r < c.Row || r >= c.Row+c.RowSpan || column < c.Column || column >= c.Column+c.ColumnSpan {
				t.Errorf("row %d, column %d is covered from afar: %+v", r, column, c)
			}
			if c.Row+c.RowSpan > len(g.Rows) || c.Column+c.ColumnSpan > len(g.Columns) || g.Rows[c.Row].Cells[c.Column] != c {
				t.Errorf("row %d, column %d has no owner: %+v", r, column, c)
			}
			if len(c.Paragraphs) == 0 {
				t.Errorf("row %d, column %d has no paragraph", r, column)
			}
		}
	}
}
