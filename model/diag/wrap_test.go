package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	const decomposed = "Ho\u0302\u0300 so\u031b" // five columns, eight letters
	for _, test := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"Số thủ tục", 10, []string{"Số thủ tục"}},
		{"Số thủ tục", 9, []string{"Số thủ", "tục"}},
		{"Số  thủ\ntục", 10, []string{"Số thủ", "tục"}},
		{"a\n\nb", 10, []string{"a", "", "b"}},
		{"a 123456 b", 4, []string{"a", "1234", "56 b"}},
		{decomposed, 5, []string{"Ho\u0302\u0300 so\u031b"}},
		{decomposed, 4, []string{"Ho\u0302\u0300", "so\u031b"}},
		{"漢漢漢", 4, []string{"漢漢", "漢"}},
		{"漢漢", 1, []string{"漢", "漢"}},
	} {
		if got := Wrap(test.text, test.width); !slices.Equal(got, test.want) {
			t.Errorf("%q in %d: %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestWrapFits(t *testing.T) {
	text := "Tỷ lệ hồ sơ TTHC do UBND cấp huyện tiếp nhận được giải quyết đúng hẹn, đúng quy trình"
	for width := 1; width < 100; width++ {
		lines := Wrap(text, width)
		for _, line := range lines {
			if Width(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("in %d: %q", width, lines)
		}
	}
}
