package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/fonts"
)

func serif(t testing.TB) *fonts.Family {
	t.Helper()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

func TestLines(t *testing.T) {
	t.Parallel()
	// At 12 points a digit is 6 points wide and a space 3.
	style, family := &Style{Size: 12 * Point}, serif(t)
	for _, test := range []struct {
		text  string
		width Length
		want  []string
	}{
		{"", 60 * Point, []string{""}},
		{"00 00", 27 * Point, []string{"00 00"}},
		{"00 00", 26 * Point, []string{"00", "00"}},
		{"00 00   00", 27 * Point, []string{"00 00", "00"}},
		{"00  00", 30 * Point, []string{"00  00"}},
		{"0 0", 6 * Point, []string{"0", "0"}},
		{"0000", 12 * Point, []string{"00", "00"}},
		{"0 0000", 12 * Point, []string{"0", "00", "00"}},
		{"00000", 1, []string{"0", "0", "0", "0", "0"}},
		{"00 ", 12 * Point, []string{"00"}},
		{"00\u00a000 00", 30 * Point, []string{"00\u00a000", "00"}},
		{"Theo QĐ 2394/QĐ-UBND của UBND tỉnh", 86 * Point, []string{"Theo QĐ", "2394/QĐ-UBND", "của UBND tỉnh"}},
	} {
		t.Run(fmt.Sprintf("%s in %v points", test.text, test.width.Points()), func(t *testing.T) {
			t.Parallel()
			got := Paragraph{Style: style, Text: test.text}.Lines(family, test.width)
			if !slices.Equal(got, test.want) {
				t.Errorf("%q in %v points: %q, want %q", test.text, test.width.Points(), got, test.want)
			}
		})
	}
}

func TestLinesKeepEveryLetter(t *testing.T) {
	t.Parallel()
	text, family := strings.Repeat("Tỷ lệ  hồ sơ ", 40)+strings.Repeat("Ộ", 300), serif(t)
	for width := Length(1); width < 4000; width += 97 {
		got := Paragraph{Style: &Style{Size: 12 * Point}, Text: text}.Lines(family, width)
		if a, b := strings.ReplaceAll(strings.Join(got, ""), " ", ""), strings.ReplaceAll(text, " ", ""); a != b {
			t.Fatalf("%d twips: %q", width, a)
		}
	}
}

func TestLineHeightIsWhatTheFontSays(t *testing.T) {
	t.Parallel()
	// (1825 + 443 + 87) / 2048 of 12 points are 13.8 points.
	if got := (&Style{Size: 12 * Point}).LineHeight(serif(t)); got != 276 {
		t.Errorf("%d twips", got)
	}
}
