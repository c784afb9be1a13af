package xlsxread

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
	"phuluc2b/render/xlsx"
)

func readBytes(file []byte) (*ooxml.Content, error) {
	return Read(bytes.NewReader(file), int64(len(file)))
}

func written(t testing.TB, doc *layout.Document) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := xlsx.NewWriter(rendertest.Serif(t)).Write(&file, doc); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// parts are those of a workbook of one sheet, to which a test adds its own.
func parts(sheet string) map[string]string {
	const space = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	return map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook ` + space + `><sheets><sheet name="Một" sheetId="1" r:id="rId1"/><sheet name="Hai" sheetId="2" r:id="rId4"/></sheets><definedNames><definedName name="r_1_2">Một!$B$2</definedName></definedNames></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="x/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet ` + space + `>` + sheet + `</worksheet>`,
		"xl/sharedStrings.xml":       `<sst ` + space + `><si><t>chung</t></si><si><r><t>đầu </t></r><r><rPr><strike/></rPr><t>bỏ</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><rPh><t>đọc</t></rPh></si></sst>`,
		"xl/styles.xml": `<styleSheet ` + space + `><numFmts><numFmt numFmtId="164" formatCode="00"/><numFmt numFmtId="165" formatCode=";;;"/></numFmts>` +
			`<fonts><font><sz val="12"/></font><font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><name val=".VnTime"/></font><font><b/><color rgb="FFFF0000"/></font></fonts>` +
			`<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>` +
			`<cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="4" fillId="2"><alignment horizontal="center"/></xf><xf numFmtId="2"/></cellXfs></styleSheet>`,
	}
}

func fileOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readSheet(t testing.TB, sheet string) *ooxml.Content {
	t.Helper()
	content, err := readBytes(fileOf(t, parts(sheet)))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// cellCases are what a cell may hold, and what is read of it.
var cellCases = []struct{ name, cell, want string }{
	{"a shared text", `<c r="B2" t="s"><v>0</v></c>`, "chung"},
	{"runs, struck and raised, without how they are read aloud", `<c r="B2" t="s"><v>1</v></c>`, "đầu ¹"},
	{"a text of its own", `<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>`, " a "},
	{"a letter by its number", `<c r="B2" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>`, "a\nb_x0041_"},
	{"a text that looks like a number", `<c r="B2" t="inlineStr"><is><t>07</t></is></c>`, "07"},
	{"a whole number", `<c r="B2"><v>1050</v></c>`, "1050"},
	{"the noise of binary fractions", `<c r="B2"><v>0.30000000000000004</v></c>`, "0,3"},
	{"an exponent", `<c r="B2"><v>1.5E3</v></c>`, "1500"},
	{"a share", `<c r="B2" s="1"><v>0.95</v></c>`, "95%"},
	{"a share that binary fractions spoil", `<c r="B2" s="1"><v>0.56999999999999995</v></c>`, "57%"},
	{"zeros in front", `<c r="B2" s="3"><v>7</v></c>`, "07"},
	{"a formula with its value", `<c r="B2"><f>1+1</f><v>2</v></c>`, "2"},
	{"a formula with a text", `<c r="B2" t="str"><f>A1</f><v>chữ</v></c>`, "chữ"},
	{"a formula without a value", `<c r="B2"><f>1+1</f></c>`, "!formula"},
	{"a formula with an empty value", `<c r="B2"><f>1+1</f><v></v></c>`, "!formula"},
	{"an error", `<c r="B2" t="e"><f>A9</f><v>#REF!</v></c>`, "#REF!!error"},
	{"a truth", `<c r="B2" t="b"><v>1</v></c>`, "TRUE"},
	{"a date", `<c r="B2" s="2"><v>44532</v></c>`, "02/12/2021!date"},
	{"a date as text of dates", `<c r="B2" t="d"><v>2021-12-02</v></c>`, "2021-12-02!date"},
	{"a number that is shown as nothing", `<c r="B2" s="4"><v>7</v></c>`, "!white"},
	{"a text that is shown as nothing", `<c r="B2" s="4" t="inlineStr"><is><t>57</t></is></c>`, "57!white"},
	{"struck", `<c r="B2" s="5"><v>7</v></c>`, "!struck"},
	{"white on white", `<c r="B2" s="6"><v>7</v></c>`, "7!white"},
	{"an old code page", `<c r="B2" s="7" t="inlineStr"><is><t>§¬n vÞ</t></is></c>`, "Đơn vị"},
	{"no number", `<c r="B2"><v>7a</v></c>`, "7a!error"},
	{"beyond all figures", `<c r="B2"><v>1E300</v></c>`, "1E+300"},
	{"a cell that does not say where it is", `<c/><c><v>5</v></c>`, "5"},
}

func TestCells(t *testing.T) {
	t.Parallel()
	for _, test := range cellCases {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			table := readSheet(t, beside(test.cell)).Tables[0]
			c := table.Rows[1].Cells[1]
			if got := said(table, c); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
			if c.Bookmark != "r_1_2" {
				t.Error("the cell has lost its name")
			}
		})
	}
}

// said is the text of a cell with its doubts.
func said(table *ooxml.Table, c *layout.Cell) string {
	text := c.Text()
	if notes := table.Notes[c]; notes != nil {
		for _, d := range notes.Doubts {
			text += "!" + string(d)
		}
	}
	return text
}

// beside puts a cell into a table of three columns, whatever is read of it.
func beside(cell string) string {
	head := `<row r="1">` + words("A1", "STT") + words("B1", "Số liệu") + words("C1", "Ghi chú") + `</row>`
	return `<sheetData>` + head + `<row r="2">` + cell + words("C2", "x") + `</row><row r="3">` + words("A3", "1") + words("B3", "2") + words("C3", "y") + `</row></sheetData>`
}

func words(at, text string) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, text)
}

// The strict form of the format has other namespaces.
func TestStrict(t *testing.T) {
	t.Parallel()
	strict := map[string]string{}
	for name, part := range parts(beside(`<c r="B2"><v>7</v></c>`)) {
		strict[name] = strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", strictSheetSpace,
			"http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/").Replace(part)
	}
	content, err := readBytes(fileOf(t, strict))
	if err != nil || content.Tables[0].Rows[1].Cells[1].Text() != "7" {
		t.Error(content, err)
	}
}

// A sheet that shows no 0 leaves those cells blank: their 0 is no figure, and is told. Rows of
// nothing else are not there.
func TestNoughtsNotShown(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, cell, want string }{
		{"a nought", `<c r="B2"><v>0</v></c>`, "!nought"},
		{"a nought with a format", `<c r="B2" s="1"><v>0</v></c>`, "!nought"},
		{"the result of a formula", `<c r="B2"><f>A9</f><v>0</v></c>`, "!nought"},
		{"as text", `<c r="B2" t="inlineStr"><is><t>0</t></is></c>`, "0"},
		{"another number", `<c r="B2" s="3"><v>7</v></c>`, "07"},
		{"nearly nought", `<c r="B2" s="1"><v>0.001</v></c>`, "0%"},
	} {
		t.Run(test.name, func(t *testing.T) {
			below := `<row r="4"><c r="A4"><v>0</v></c><c r="B4"><v>0</v></c><c r="C4"><v>0</v></c></row></sheetData>`
			sheet := strings.Replace(beside(test.cell), "</sheetData>", below, 1)
			for shown, want := range map[string]int{`<sheetViews><sheetView showZeros="0"/></sheetViews>`: 3, `<sheetViews><sheetView showZeros="1"/></sheetViews>`: 4, "": 4} {
				table := readSheet(t, shown+sheet).Tables[0]
				if len(table.Rows) != want {
					t.Errorf("%d rows with %q", len(table.Rows), shown)
				}
				if got := said(table, table.Rows[1].Cells[1]); want == 3 && got != test.want || want == 4 && strings.Contains(got, "!") {
					t.Errorf("%q with %q, want %q", got, shown, test.want)
				}
			}
		})
	}
}

// formatCases are numbers as formats show them.
var formatCases = []struct{ stored, code, want string }{
	{"1050", "General", "1050"}, {"1050", "", "1050"}, {"1050", "@", "1050"}, {"1050", "#,##0", "1.050"}, {"1234567", "#,##0", "1.234.567"},
	{"98.5", "0.00", "98,50"}, {"98.5", "0.##", "98,5"}, {"98", "0.##", "98"}, {"0.9925", "0.00%", "99,25%"}, {"0.05", `0" %"`, "0 %~"}, {"0.05", "0 %", "5 %"},
	{"98.456", "0", "98~"}, {"98.5", "0", "99~"}, {"-98.5", "0", "-99~"}, {"-5", "#,##0;(#,##0)", "(5)"}, {"-5", "#,##0;-#,##0", "-5"}, {"0", `0;-0;"–"`, "0"}, {"0", `_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)`, "0"},
	{"1500000", "#,##0,", "1.500 scaled"}, {"1234567", "0.0,,", "1,2~ scaled"},
	{"900", `[>100]"nhiều"`, "nhiều words"}, {"50", `[>100]"nhiều";0.0`, "50,0"}, {"1050", `[>=1000]#,##0;[=0]"không";0`, "1.050"}, {"0", `[>=1000]#,##0;[=0]"không";0`, "không words"}, {"5", `0" hồ sơ"`, "5 hồ sơ"}, {"5", `[Red]0`, "5"}, {"5", `[$₫-42A] #,##0`, "₫ 5"}, {"5", `_-* #,##0_-`, "5"},
	{"5", `[>100]0;General`, "5"}, {"0.5", "# ?/?", "0,5"}, {"12345", "0.00E+00", "12345"}, {"7", "000", "007"}, {"7", `"Số "0`, "Số 7"},
	{"44532", "d/m/yyyy", "02/12/2021!"}, {"44532.5", "dd/mm/yyyy hh:mm", "02/12/2021 12:00!"}, {"0.25", "h:mm", "06:00!"}, {"1.5", "[h]:mm", "01/01/1900 12:00!"},
	{"1e-7", "General", "0,0000001"}, {"123456789012345680", "General", "123456789012346000"}, {"0.1", "0.0000000000", "0,1000000000"},
	{"-0.4", "0", "0~"}, {"1", ";;;", ""}, {"5", `0"`, "5"}, {"5", `0\`, "5"}, {"5", "[", "5"}, {"5", "", "5"}, {"5", ";", ""},
	{"0", `0;-0;""`, ""}, {"0", `[=0]"";0`, ""}, {"0", "#,###", ""}, {"0.3", "#", ""}, {"0", "#%", "% words"}, {"5", "#,###", "5"}, {"5", `General" triệu"`, "5 triệu"}, {"5", `"Số "General`, "Số 5"}, {"-5", "General;-General", "-5"}, {"-5", "General;(General)", "(5)"}, {"5", "[Red]General_)", "5"}, {"0.5", "#.#", "0,5"},
}

func TestFormats(t *testing.T) {
	t.Parallel()
	for _, test := range formatCases {
		t.Run(test.stored+" as "+test.code, func(t *testing.T) {
			s, ok := number(test.stored, test.code, false)
			got := s.text
			if s.rounded {
				got += "~"
			}
			if s.date {
				got += "!"
			}
			if s.scaled {
				got += " scaled"
			}
			if s.words && got != "" {
				got += " words"
			}
			if !ok || got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// A title of columns and rows has its rows printed on every page, whatever the sheet is called.
func TestRepeatedBesideColumns(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Một", "a,b!c", "d'e"} {
		quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'"
		parts := parts(beside(`<c r="B2"><v>7</v></c>`))
		parts["xl/workbook.xml"] = strings.NewReplacer(`sheet name="Một"`, `sheet name="`+name+`"`,
			"</definedNames>", `<definedName name="_xlnm.Print_Titles" localSheetId="0">`+quoted+"!$A:$A,"+quoted+"!$1:$1</definedName></definedNames>").Replace(parts["xl/workbook.xml"])
		content, err := readBytes(fileOf(t, parts))
		if err != nil || content.Tables[0].Head != 1 {
			t.Error(name, content, err)
		}
	}
}

// What a hidden sheet has is not told of cells in sight.
func TestHiddenSheet(t *testing.T) {
	t.Parallel()
	parts := parts(beside(`<c r="B2"><v>7</v></c>`))
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], `name="Hai"`, `name="Hai" state="hidden"`, 1)
	parts["xl/worksheets/sheet2.xml"] = strings.Replace(parts["xl/worksheets/sheet1.xml"], `<c r="B2"><v>7</v></c>`, `<c r="B2" s="1"><f>A9</f><v>0.123</v></c>`, 1)
	content, err := readBytes(fileOf(t, parts))
	if err != nil || content.Extras.HiddenSheets != 1 || content.Extras.Rounded != nil || content.Extras.Formulas != nil {
		t.Error(content, err)
	}
}

// What is written is read: texts, merged cells, names, what travels inside.
func TestReadWritten(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	content, err := readBytes(written(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	grid := doc.Blocks[len(doc.Blocks)-1].(*layout.Grid)
	if got, want := rendertest.GridRows(content.Tables[0].Grid), rendertest.GridRows(grid); !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if content.Tables[0].Head != grid.Head || !content.Untouched {
		t.Error(content.Tables[0].Head, content.Untouched)
	}
	for i, a := range content.Attachments {
		want := doc.Attachments[i]
		if a.Name != want.Name || a.Type != want.Type || a.Description != want.Description || !bytes.Equal(a.Data, want.Data) {
			t.Error(a.Name, a.Type, a.Description)
		}
	}
	if len(content.Attachments) != len(doc.Attachments) {
		t.Error(len(content.Attachments), "attachments")
	}
}
