package tree

import (
	"cmp"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// List names choices for a hint.
func List[T ~string](choices []T) string {
	var b strings.Builder
	for i, c := range choices {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(c))
	}
	return b.String()
}

// Choice is text out of a closed set; "" when it is not there or not one of them.
func Choice[T ~string](t *Table, key string, choices ...T) T {
	s, ok := get[string](t, key, wantText)
	if !ok {
		return ""
	}
	faults := t.Faults()
	choice := T(t.Text(key))
	if t.Faults() > faults || slices.Contains(choices, choice) && !strings.Contains(s, "\n") {
		return choice
	}
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	hint := "viết một trong: " + List(choices)
	if near := nearest(string(choice), names); near != "" && (digitsOf(s) == "" || digitsOf(s) == digitsOf(near)) {
		hint = `có phải "` + near + `"? ` + hint
	}
	t.Keyf("sai-gia-tri", t.At(key), key, diag.Advice{File: hint}, `không nhận "%s"`, Short(s))
	return ""
}

// nearest is Nearest that takes capitals, marks and blanks for slips.
func nearest(name string, names []string) string {
	return cmp.Or(Nearest(name, names), Nearest(strings.ToLower(plain(name)), names))
}
