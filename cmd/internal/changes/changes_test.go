package changes

import (
	"bytes"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// A table is as wide as the terminal at most, if that has 64 columns; its arrows stand below
// each other, and no word of it is lost.
func TestChangesFitTheTerminal(t *testing.T) {
	note := strings.Repeat("Ghi chu\u0301 da\u0300i ", 12) // with combining marks
	changes := []model.Change{
		{Part: model.PartHeader, Key: "co_quan", Label: "Cơ quan ban hành", Old: "UBND huyện Hương Khê", New: "UBND xã Hương Khê"},
		{Part: model.PartFigure, Key: "7.1.6.1.b", Label: "Tỷ lệ UBND cấp huyện đã kết nối, liên thông với UBND tỉnh", Old: "100%", New: "87,5%"},
		{Part: model.PartNote, Key: "1.2", Label: "Kiểm tra CCHC", New: note},
	}
	for width := 64; width <= 200; width++ {
		var out bytes.Buffer
		if err := WriteText(console.Stream{Writer: &out, Width: width}, changes, "a → b"); err != nil {
			t.Fatal(err)
		}
		table, _, _ := strings.Cut(out.String(), "\n\n")
		arrow := -1
		for _, line := range strings.Split(table, "\n") {
			if diag.Width(line) > width {
				t.Fatalf("%d columns: %q", width, line)
			}
			before, _, found := strings.Cut(line, "→")
			if at := diag.Width(before); found && arrow >= 0 && at != arrow {
				t.Fatalf("%d columns: the arrow stands at %d and %d\n%s", width, arrow, at, table)
			} else if found {
				arrow = at
			}
		}
		for _, word := range strings.Fields(note) {
			if !strings.Contains(table, word) {
				t.Fatalf("%d columns: %s is lost\n%s", width, word, table)
			}
		}
	}
}
