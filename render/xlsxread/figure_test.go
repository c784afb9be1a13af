package xlsxread

import (
	"bytes"
	"testing"

	"phuluc2b/render/layout"
	"phuluc2b/render/xlsx"
)

// A figure comes back as it was written, whether it travels as a number or as words.
func TestFiguresComeBack(t *testing.T) {
	t.Parallel()
	for _, written := range []string{"59", "07", "0", "-07", "1.050", "-12.345.678", "98,5", "0,50", "1.050,25", "100%", "5 %", "05%", "98,50 %", "0,1%", "87,25", "1,050", "123456789012", "-123456789012", "999999999999999"} {
		t.Run(written, func(t *testing.T) {
			sheet := &xlsx.Sheet{Name: "a", Columns: make([]layout.Length, 3)}
			for range 2 {
				sheet.Rows = append(sheet.Rows, xlsx.Row{Cells: []xlsx.Cell{{Text: xlsx.Words("a")}, {Text: xlsx.Words("b")}, xlsx.Figure(written, xlsx.Style{})}})
			}
			var file bytes.Buffer
			if err := (&xlsx.Book{Sheets: []*xlsx.Sheet{sheet}}).Write(&file); err != nil {
				t.Fatal(err)
			}
			content, err := readBytes(file.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			if got := content.Tables[0].Rows[1].Cells[2].Text(); got != written || content.Extras.Rounded != nil {
				t.Errorf("%q, want %q; rounded: %q", got, written, content.Extras.Rounded)
			}
		})
	}
}
