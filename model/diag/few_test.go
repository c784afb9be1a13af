package diag

import "testing"

func TestFew(t *testing.T) {
	items := []string{"A", "B", "C"}
	for want, got := range map[string]string{
		"A, B, C":            Few(items, 3, ", ", "dòng"),
		"A, B và 1 dòng nữa": Few(items, 2, ", ", "dòng"),
		"A; và 2 chỗ nữa":    Few(items, 1, "; ", "chỗ"),
		"":                   Few(nil, 1, ", ", "dòng"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
