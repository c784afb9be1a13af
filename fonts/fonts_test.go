package fonts

import "testing"

// vietnamese is every letter of the alphabet with its tone marks, and what the annex
// writes between them.
const vietnamese = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ" +
	"AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆGHIÍÌỈĨỊKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVXYÝỲỶỸỴ" +
	"0123456789 .,;:!?%()[]/\\-–—…“”‘’*+=<>≤≥₫²³\u00a0"

func TestEveryVietnameseLetterInEveryStyle(t *testing.T) {
	t.Parallel()
	family, err := Serif()
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range family.faces() {
		t.Run(face.Name, func(t *testing.T) {
			for _, r := range vietnamese {
				if !face.Has(r) {
					t.Errorf("%s has no %q", face.Name, r)
				}
			}
		})
	}
	for _, r := range "\u0301\u200b漢\U0001f600" {
		t.Logf("%U: %v", r, family.Has(r))
	}
}

// Times New Roman's own figures, in its 2048 units: the two typefaces must agree.
func TestMetricsOfTimesNewRoman(t *testing.T) {
	t.Parallel()
	family, err := Serif()
	if err != nil {
		t.Fatal(err)
	}
	f := family.Regular
	if f.Em != 2048 || f.Ascent != 1825 || f.Descent != 443 || f.LineGap != 87 {
		t.Errorf("em %d, ascent %d, descent %d, gap %d", f.Em, f.Ascent, f.Descent, f.LineGap)
	}
	for text, want := range map[string]int{"0": 1024, "Ế": 1251, "ộ": 1024, " ": 512, "07": 2048, "": 0} {
		t.Run(text, func(t *testing.T) {
			if got := f.Width(text); got != want {
				t.Errorf("width of %q: %d, want %d", text, got, want)
			}
		})
	}
}
