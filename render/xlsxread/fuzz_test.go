package xlsxread

import (
	"testing"
	"unicode/utf8"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/ooxml"
)

// FuzzRead reads any bytes as a file, as a sheet in one and as the format of a number.
func FuzzRead(f *testing.F) {
	f.Add(written(f, rendertest.SmallDraft()))
	for _, test := range cellCases {
		f.Add([]byte(beside(test.cell)))
	}
	for _, test := range regionCases {
		f.Add([]byte(test.sheet))
	}
	for _, test := range formatCases {
		f.Add([]byte(test.code))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, stored := range []string{"0", "-7", "44532.25", "0.95"} {
			if s, ok := number(stored, string(data), false); !ok || utf8.Valid(data) && !utf8.ValidString(s.text) {
				t.Errorf("%q as %q is %q", stored, data, s.text)
			}
		}
		for _, file := range [][]byte{data, fileOf(t, parts(string(data)))} {
			content, err := readBytes(file)
			if (content == nil) == (err == nil) {
				t.Fatalf("%v, %v", content, err)
			}
			if content != nil {
				checkContent(t, content)
			}
		}
	})
}

func checkContent(t *testing.T, content *ooxml.Content) {
	for _, p := range content.Paragraphs {
		if p == "" || !utf8.ValidString(p) {
			t.Errorf("paragraph %q", p)
		}
	}
	if len(content.Looks) != len(content.Paragraphs) {
		t.Error("looks are not those of the paragraphs")
	}
	for _, g := range content.Tables {
		for i, row := range g.Rows {
			if len(row.Cells) != len(g.Columns) || g.After > len(content.Paragraphs) {
				t.Fatal("the grid is not rectangular")
			}
			for j, c := range row.Cells {
				if c.Row > i || c.Column > j || c.Row+c.RowSpan <= i || c.Column+c.ColumnSpan <= j || len(c.Paragraphs) == 0 || !utf8.ValidString(c.Text()) {
					t.Fatalf("cell %d, %d: %+v", i, j, c)
				}
			}
		}
	}
}
