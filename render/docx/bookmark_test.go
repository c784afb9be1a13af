package docx

import (
	"slices"
	"testing"
)

// A bookmark holds the whole first paragraph of a figure's cell, be it empty.
func TestBookmarks(t *testing.T) {
	var names []string
	ids := map[string]bool{}
	for _, p := range readPart(t, annex(), "word/document.xml").all("p") {
		starts, ends := p.all("bookmarkStart"), p.all("bookmarkEnd")
		if len(starts) == 0 && len(ends) == 0 {
			continue
		}
		id := p.val("bookmarkStart", "id")
		if len(starts) != 1 || len(ends) != 1 || id != p.val("bookmarkEnd", "id") || ids[id] {
			t.Errorf("%q: starts %v, ends %v", p.text(), starts, ends)
		}
		ids[id] = true
		names = append(names, p.val("bookmarkStart", "name")+" "+p.text())
		last := len(p.Children) - 1
		if p.Children[1].XMLName.Local != "bookmarkStart" || p.Children[last].XMLName.Local != "bookmarkEnd" {
			t.Errorf("%q is not within its bookmark", p.text())
		}
	}
	want := []string{"r_1 ", "r_1_2 19", "r_1_2_1 07", "r_4_1_2 ", "r_4_1_2_a ", "r_4_1_2_b 80", "r_4_1_2_c 5 %", "r_7_1_2 1"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}
