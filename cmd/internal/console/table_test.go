package console

import (
	"bytes"
	"strings"
	"testing"

	"phuluc2b/model/diag"
)

// A table is as wide as the terminal at most, no word of it is lost, and numbers end below each
// other.
func TestTableFits(t *testing.T) {
	long := strings.Repeat("số nhiệm vụ hoàn thành ", 9)
	table := Table{Rows: [][]string{{"Đơn vị", "Số", "Tình trạng"}, {"UBND xã Hương Khê", "7", long}, {"UBND xã Hà Linh\x1b[31m", "1050", ""}}, Right: []int{1}}
	for width := 60; width <= 140; width++ {
		var out bytes.Buffer
		if err := (Stream{Writer: &out, Width: width}).Table(table); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(out.String(), "\n")
		for _, line := range lines {
			if diag.Width(line) > width {
				t.Fatalf("%d columns: %q", width, line)
			}
		}
		if got := strings.Count(out.String(), "nhiệm"); got != 9 || strings.Contains(out.String(), "\x1b") {
			t.Fatalf("%d columns:\n%s", width, &out)
		}
		if at := func(s string) int { before, _, _ := strings.Cut(lines[1], s); return diag.Width(before) }("7  số"); at != diag.Width(strings.SplitAfter(lines[len(lines)-2], "105")[0]) {
			t.Fatalf("%d columns: numbers do not end below each other:\n%s", width, &out)
		}
	}
}
