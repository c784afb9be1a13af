package xlsxread

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/ooxml"
)

// sheetOf is a sheet of texts; "" is a cell that is not there.
func sheetOf(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, text := range row {
			if text != "" {
				b.WriteString(words(place{i, j}.String(), text))
			}
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData>"
}

// shape is paragraphs and tables as text: "<" and "^" are covered positions.
func shape(c *ooxml.Content) string {
	var b strings.Builder
	next := 0
	for _, t := range c.Tables {
		for ; next < t.After; next++ {
			b.WriteString(c.Paragraphs[next] + "\n")
		}
		for i, row := range t.Rows {
			b.WriteByte('|')
			for j, cell := range row.Cells {
				switch {
				case cell.Row < i:
					b.WriteByte('^')
				case cell.Column < j:
					b.WriteByte('<')
				default:
					b.WriteString(cell.Text())
				}
				b.WriteByte('|')
			}
			b.WriteByte('\n')
		}
	}
	return b.String() + strings.Join(c.Paragraphs[next:], "\n")
}

var (
	headRow = []string{"STT", "Chỉ tiêu", "Số liệu"}
	dataRow = []string{"1", "Số nhiệm vụ", "59"}
)

const merge = `<mergeCells>%s</mergeCells>`

func merged(areas ...string) string {
	var all []string
	for _, a := range areas {
		all = append(all, fmt.Sprintf(`<mergeCell ref="%s"/>`, a))
	}
	return fmt.Sprintf(merge, strings.Join(all, ""))
}

// regionCases are sheets, and what is taken for their tables.
var regionCases = []struct{ name, sheet, want string }{
	{"a table alone", sheetOf(headRow, dataRow), "|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\n"},
	{"a table away from the corner", sheetOf(nil, nil, []string{"", "", "STT", "Chỉ tiêu", "Số liệu"}, []string{"", "", "1", "a", "2"}), "|STT|Chỉ tiêu|Số liệu|\n|1|a|2|\n"},
	{"titles above it, also in halves", sheetOf([]string{"UBND XÃ", "", "CỘNG HÒA"}, []string{"Phụ lục"}, nil, headRow, dataRow) + merged("A2:C2"),
		"UBND XÃ\nCỘNG HÒA\nPhụ lục\n|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\n"},
	{"names below it", sheetOf(headRow, dataRow, nil, []string{"Người lập", "", "Chủ tịch"}), "|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\nNgười lập\nChủ tịch"},
	{"a row of two cells right below it is of it", sheetOf(headRow, dataRow, []string{"2", "Chưa có"}), "|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\n|2|Chưa có||\n"},
	{"an empty row within it", sheetOf(headRow, dataRow, nil, nil, []string{"2", "Chưa có", "3"}), "|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\n||||\n|2|Chưa có|3|\n"},
	{"two tables under titles", sheetOf([]string{"Phụ lục 1"}, headRow, dataRow, nil, []string{"Phụ lục 2"}, headRow, dataRow),
		"Phụ lục 1\n|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\nPhụ lục 2\n|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\n"},
	{"two columns", sheetOf([]string{"Phụ lục"}, []string{"Chỉ tiêu", "Số liệu"}, []string{"a", "1"}), "Phụ lục\n|Chỉ tiêu|Số liệu|\n|a|1|\n"},
	{"words alone", sheetOf([]string{"một"}, []string{"hai"}), "một\nhai"},
	{"merged cells", sheetOf([]string{"STT", "Chỉ tiêu", "Kết quả"}, []string{"", "", "Đơn vị", "Số liệu"}, []string{"a", "b", "c", "d"}) + merged("A1:A2", "B1:B2", "C1:D1"),
		"|STT|Chỉ tiêu|Kết quả|<|\n|^|^|Đơn vị|Số liệu|\n|a|b|c|d|\n"},
	{"a head that begins above its fullest row", sheetOf([]string{"Chỉ tiêu", "Kết quả"}, []string{"", "Đơn vị", "Số liệu"}, []string{"a", "b", "c"}) + merged("A1:A2", "B1:C1"),
		"|Chỉ tiêu|Kết quả|<|\n|^|Đơn vị|Số liệu|\n|a|b|c|\n"},
	{"a hidden row", strings.Replace(sheetOf(headRow, dataRow, dataRow), `<row r="2">`, `<row r="2" hidden="1">`, 1), "|STT|Chỉ tiêu|Số liệu|\n|1|Số nhiệm vụ|59|\n"},
	{"a hidden column", `<cols><col min="3" max="3" width="9" hidden="1"/></cols>` + sheetOf([]string{"STT", "Chỉ tiêu", "Cũ", "Số liệu"}, []string{"1", "a", "8", "9"}), "|STT|Chỉ tiêu|Số liệu|\n|1|a|9|\n"},
	{"nothing", `<sheetData/>`, ""},
}

func TestRegions(t *testing.T) {
	t.Parallel()
	for _, test := range regionCases {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := shape(readSheet(t, test.sheet)); got != test.want {
				t.Errorf("\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// What is not read is counted.
func TestExtras(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		sheet string
		count func(ooxml.Extras) int
	}{
		{"hidden rows", strings.Replace(sheetOf(headRow, dataRow), `<row r="2">`, `<row r="2" hidden="1">`, 1), func(e ooxml.Extras) int { return e.HiddenRows }},
		{"hidden columns", `<cols><col min="2" max="2" width="9" hidden="1"/></cols>` + sheetOf(headRow, dataRow), func(e ooxml.Extras) int { return e.HiddenColumns }},
		{"a cell behind a merged one", sheetOf(headRow, dataRow) + merged("A2:B2"), func(e ooxml.Extras) int { return e.Hidden }},
		{"a rounded number", sheetOf(headRow, dataRow) + `<sheetData><row r="3"><c r="A3" s="9"><v>0.333333</v></c></row></sheetData>`, func(e ooxml.Extras) int { return len(e.Rounded) }},
		{"links", sheetOf(headRow) + `<hyperlinks><hyperlink ref="A1"/></hyperlinks>`, func(e ooxml.Extras) int { return e.Links }},
		{"a header", sheetOf(headRow) + `<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Mật&amp;C&amp;P/&amp;N</oddHeader></headerFooter>`,
			func(e ooxml.Extras) int { return slices.Index(e.Headers, "Mật /") + 1 }},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := test.count(readSheet(t, test.sheet).Extras); got != 1 {
				t.Error(got)
			}
		})
	}
}

// Several sheets are several tables; one that is hidden is counted.
func TestSheets(t *testing.T) {
	t.Parallel()
	two := parts(sheetOf(headRow, dataRow))
	two["xl/worksheets/sheet2.xml"] = strings.Replace(two["xl/worksheets/sheet1.xml"], ">59<", ">60<", 1)
	content, err := readBytes(fileOf(t, two))
	if err != nil || len(content.Tables) != 2 || content.Tables[1].Rows[1].Cells[2].Text() != "60" || content.Tables[1].Page != 1 {
		t.Fatal(content, err)
	}
	two["xl/workbook.xml"] = strings.Replace(two["xl/workbook.xml"], `<sheet name="Hai"`, `<sheet state="hidden" name="Hai"`, 1)
	content, err = readBytes(fileOf(t, two))
	if err != nil || len(content.Tables) != 1 || content.Extras.HiddenSheets != 1 {
		t.Error(content, err)
	}
}
