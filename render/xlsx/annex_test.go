package xlsx

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

var update = flag.Bool("update", false, "write the goldens anew")

func written(t testing.TB, doc *layout.Document) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := NewWriter(rendertest.Serif(t)).Write(&file, doc); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// small is a small draft to fill in, with a rule between its figures and a list of codes.
func small() *layout.Document {
	doc := rendertest.SmallDraft()
	grid := doc.Blocks[len(doc.Blocks)-1].(*layout.Grid)
	figure := func(row int) *layout.Cell { return grid.Rows[row].Cells[rendertest.FigureColumn] }
	for r := rendertest.GroupAt; r < len(grid.Rows); r++ {
		figure(r).Entry = &layout.Entry{}
		grid.Rows[r].Cells[rendertest.FigureColumn+1].Entry = &layout.Entry{Words: true}
	}
	figure(len(grid.Rows) - 2).Entry.Codes = []int{0, 1, 2}
	grid.Relations = []layout.Relation{
		{Left: []*layout.Cell{figure(rendertest.GroupAt)}, Right: []*layout.Cell{figure(rendertest.PlainAt), figure(rendertest.BlockAt)}, Equal: true},
		{Left: []*layout.Cell{figure(rendertest.PlainAt)}, Limit: "100"},
	}
	return doc
}

// The parts of a small file, an element a line.
func TestParts(t *testing.T) {
	t.Parallel()
	files, contents := rendertest.Unzip(t, written(t, small()))
	var b strings.Builder
	for _, f := range files {
		if want := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); !f.Modified.Equal(want) || f.ModifiedDate != 1<<5|1 {
			t.Errorf("%s is stamped %v", f.Name, f.Modified)
		}
		b.WriteString("== " + f.Name + "\n" + strings.NewReplacer("><", ">\n<", "</row>", "</row>\n").Replace(contents[f.Name]) + "\n")
	}
	const golden = "testdata/small.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || b.String() != string(want) {
		t.Error("parts differ from", golden, err, "; look at what -update changes")
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	if !bytes.Equal(written(t, small()), written(t, small())) {
		t.Error("the same document gives other bytes")
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ written, number, format string }{
		{"59", "59", ""}, {"0", "0", ""}, {"07", "7", "00"}, {"00", "0", "00"}, {"-5", "-5", ""}, {"12345678901", "12345678901", ""}, {"123456789012", "123456789012", "0"}, {"123456789012345", "123456789012345", "0"}, {"-123456789012", "-123456789012", "0"},
		{"80%", "0.8", "0%"}, {"5 %", "0.05", "0 %"}, {"100%", "1", "0%"}, {"1000%", "10", "0%"}, {"0%", "0", "0%"}, {"142%", "1.42", "0%"}, {"-5%", "-0.05", "0%"},
		{"1.050", "1050", "#,##0"}, {"-12.345.678", "-12345678", "#,##0"}, {"98,5", "98.5", "0.0"}, {"0,50", "0.5", "0.00"}, {"0,0", "0", "0.0"}, {"1.050,25", "1050.25", "#,##0.00"},
		{"5,5%", "0.055", "0.0%"}, {"98,50 %", "0.985", "0.00 %"}, {"05%", "0.05", "00%"}, {"-07", "-7", "00"}, {"1050,125", "1050.125", "0.000"},
	} {
		t.Run(test.written, func(t *testing.T) {
			if number, format, ok := asNumber(test.written); !ok || number != test.number || format != test.format {
				t.Errorf("%q %q %v", number, format, ok)
			}
		})
	}
	for _, words := range []string{"", "1,050", "12,345", "1.05", "0.500", "1.0500", "1,5,5", "-0,0", "1\n1", "−5", "5  %", "5\u00a0%", "%", "-", "-0", "1234567890123456", "chưa", "٣"} {
		t.Run("words "+words, func(t *testing.T) {
			if number, _, ok := asNumber(words); ok {
				t.Error(number)
			}
		})
	}
}

// What is reckoned with is a number however it is grouped; what reads two ways is none.
func TestFigure(t *testing.T) {
	t.Parallel()
	for written, number := range map[string]string{"2\u00a0843": "2843", "2.843": "2843", "−5": "-5", "5\u202f%": "0.05", "2,843": "", "chưa": ""} {
		if got := Figure(written, Style{}).Number; got != number {
			t.Errorf("%q is %q, want %q", written, got, number)
		}
	}
}

func TestSheetName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Phụ lục 2B": "Phụ lục 2B", "a/b:c": "a b c", "'a'": "a", "": "", "[]": "", strings.Repeat("Ộ", 40): strings.Repeat("Ộ", 31),
	} {
		if got := SheetName(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Excel refuses a file with a list of more letters than it takes: such codes have no list.
func TestLongChoices(t *testing.T) {
	t.Parallel()
	for wide, want := range map[int]bool{1_000: true, 100_000: false} {
		doc := small()
		grid := doc.Blocks[len(doc.Blocks)-1].(*layout.Grid)
		codes := &grid.Rows[len(grid.Rows)-2].Cells[rendertest.FigureColumn].Entry.Codes
		*codes = nil
		for n := range 50 {
			*codes = append(*codes, wide+n)
		}
		_, contents := rendertest.Unzip(t, written(t, doc))
		if got := strings.Contains(contents["xl/worksheets/sheet1.xml"], "<dataValidation "); got != want {
			t.Error(wide, got)
		}
	}
}

// A row is at least as high as Excel sets its lines, but for what no row of Excel may be.
func TestTall(t *testing.T) {
	t.Parallel()
	doc := rendertest.NewAnnex()
	doc.AddRow("1.", strings.Repeat("một ô cao hơn cả trang giấy ", 300), "Dòng", "1")
	_, contents := rendertest.Unzip(t, written(t, doc.Document))
	if !strings.Contains(contents["xl/worksheets/sheet1.xml"], `ht="409.5"`) {
		t.Error("the row is not as high as it may be")
	}
}
