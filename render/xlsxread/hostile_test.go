package xlsxread

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

func repeated(s string, bytes int) string { return strings.Repeat(s, bytes/len(s)+1) }

// tooLarge go over one limit each, which the error names.
var tooLarge = []struct {
	limit string
	parts func() map[string]string
}{
	{"a tag or text without an end", func() map[string]string { return parts(beside(words("B2", repeated("1", ooxml.MaxTag)))) }},
	{"1 MiB of text", func() map[string]string {
		return parts(beside(`<c r="B2" t="inlineStr"><is>` + repeated("<r><t>"+strings.Repeat("1", 1000)+"</t></r>", maxText+1<<20) + `</is></c>`))
	}},
	{"the part is longer", func() map[string]string { return parts(repeated("<!-- a comment that is nobody's -->", ooxml.MaxMain)) }},
	{"256 deep", func() map[string]string { return parts(strings.Repeat("<sheetData>", ooxml.MaxDepth)) }},
	{"16 000 rows", func() map[string]string {
		return parts("<sheetData>" + strings.Repeat("<row><c><v>1</v></c></row>", maxRows+1) + "</sheetData>")
	}},
	{"256 columns", func() map[string]string {
		return parts("<sheetData><row>" + strings.Repeat("<c><v>1</v></c>", maxColumns+1) + "</row></sheetData>")
	}},
	{"400 000 cells", func() map[string]string { // few cells, spread over rows and columns
		return parts("<sheetData><row>" + strings.Repeat("<c><v>1</v></c>", 200) + "</row>" + strings.Repeat("<row><c><v>1</v></c></row>", 3000) + "</sheetData>")
	}},
	{"32 MiB of text", func() map[string]string { // one text, in many cells
		long := parts("<sheetData><row>" + strings.Repeat(`<c t="s"><v>0</v></c>`, 64) + "</row></sheetData>")
		long["xl/sharedStrings.xml"] = strings.Replace(long["xl/sharedStrings.xml"], "chung", strings.Repeat("1", maxText-10), 1)
		return long
	}},
	{"256 sheets", func() map[string]string {
		many := parts("")
		many["xl/workbook.xml"] = strings.Replace(many["xl/workbook.xml"], "<sheets>", "<sheets>"+strings.Repeat("<sheet/>", maxSheets), 1)
		return many
	}},
	{"66 000 styles", func() map[string]string {
		many := parts("")
		many["xl/styles.xml"] = strings.Replace(many["xl/styles.xml"], "<cellXfs>", "<cellXfs>"+strings.Repeat("<xf/>", maxStyles+1), 1)
		return many
	}},
}

func TestTooLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("it inflates hundreds of MiB")
	}
	for _, test := range tooLarge {
		if _, err := readBytes(fileOf(t, test.parts())); !errors.Is(err, ooxml.ErrTooLarge) || !strings.Contains(err.Error(), test.limit) {
			t.Errorf("%s: %v", test.limit, err)
		}
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	with := func(name, part string) map[string]string {
		p := parts(sheetOf(headRow, dataRow))
		p[name] = part
		return p
	}
	overlapping := merged(strings.Split(strings.TrimSuffix(strings.Repeat("A1:IV16000,", 2000), ","), ",")...)
	for _, test := range []struct {
		name  string
		parts map[string]string
		want  error
	}{
		{"a document", with("xl/workbook.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`), ErrNotXLSX},
		{"nothing", map[string]string{"a": ""}, ErrNotXLSX},
		{"a sheet of OpenDocument", map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, ooxml.ErrOpenDocument},
		{"a text that there is not", parts(beside(`<c r="B2" t="s"><v>9</v></c>`)), ooxml.ErrDamaged},
		{"a text without its number", parts(beside(`<c r="B2" t="s"><v></v></c>`)), ooxml.ErrDamaged},
		{"no text", parts(beside(`<c r="B2" t="s"><v>-1</v></c>`)), ooxml.ErrDamaged},
		{"half a sheet", with("xl/worksheets/sheet1.xml", "<worksheet>"), ooxml.ErrDamaged},
		{"a document type", with("xl/sharedStrings.xml", `<!DOCTYPE x><sst/>`), ooxml.ErrDamaged},
		{"a row below the last", parts(`<sheetData><row r="1048577"/></sheetData>`), ooxml.ErrDamaged},
		{"a row that is there twice", parts(`<sheetData><row r="2"/><row r="2"/></sheetData>`), ooxml.ErrDamaged},
		{"a cell that is there twice", parts(`<sheetData><row r="2"><c r="A2"><v>1</v></c><c r="A2"/></row></sheetData>`), ooxml.ErrDamaged},
		{"a cell of another row", parts(`<sheetData><row r="2"><c r="A3"><v>1</v></c></row></sheetData>`), ooxml.ErrDamaged},
		{"merged cells on one another", parts("<sheetData>" + strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 20)+"</row>", 1000) + "</sheetData>" + overlapping), ooxml.ErrDamaged},
		{"what travels inside, broken", parts(sheetOf([]string{layout.SourceSpace}, []string{"source", "a.toml", "x", "y", "!"})), ooxml.ErrDamaged},
		{"too many things inside", parts(sheetOf(append([][]string{{layout.SourceSpace}}, slicesOf([]string{"source", "a", "b", "c"}, ooxml.MaxAttachments+1)...)...)), ooxml.ErrTooLarge},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			content, err := readBytes(fileOf(t, test.parts))
			if !errors.Is(err, test.want) || content != nil {
				t.Errorf("%v, %v, want %v", content, err, test.want)
			}
		})
	}
}

func slicesOf[T any](v T, n int) []T {
	var all []T
	for range n {
		all = append(all, v)
	}
	return all
}

// Numbers that lie are taken for what they are.
func TestOddNumbers(t *testing.T) {
	t.Parallel()
	for _, sheet := range []string{
		`<cols><col min="-5" max="99999999999" width="NaN" hidden="1"/></cols>` + sheetOf(headRow),
		`<sheetData><row r="-1" ht="-7"><c r="ZZZZZ1"/><c r="A0"><v>1</v></c></row><row r="x" ht="1e308"/></sheetData>`,
		`<sheetData/>` + merged("A1:XFD1048576", "A1", ":", "B2:A1", "$:$"),
		`<pageMargins left="1e300" right="-1"/><pageSetup paperSize="77" orientation="landscape"/>`,
	} {
		readSheet(t, sheet)
	}
}

// Whatever is cut off or changed, reading ends with an error that says which of all it is.
func TestDamage(t *testing.T) {
	t.Parallel()
	whole := written(t, rendertest.Small())
	for n := 0; n < len(whole); n += 97 {
		changed := bytes.Clone(whole)
		changed[n] ^= 0x55
		for _, file := range [][]byte{whole[:n], changed} {
			_, err := readBytes(file)
			if err != nil && !errors.Is(err, ooxml.ErrDamaged) && !errors.Is(err, ErrNotXLSX) && !errors.Is(err, ooxml.ErrTooLarge) {
				t.Error(fmt.Sprint(n), err)
			}
		}
	}
}
