package docx

import (
	"slices"
	"strings"
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

func TestBookmarkName(t *testing.T) {
	for source, want := range map[string]string{
		"":                                      "",
		"1.2":                                   "",
		"1.2/ghi_chu":                           "",
		"/so_lieu":                              "",
		"1.2.1/so_lieu":                         "r_1_2_1",
		"3.1.3.a/so_lieu":                       "r_3_1_3_a",
		"3.đ-1/so_lieu":                         "r_3___1",
		strings.Repeat("1", 38) + "/so_lieu":    "r_" + strings.Repeat("1", 38),
		strings.Repeat("1", 39) + "/so_lieu":    "",
		strings.Repeat("đ", 38) + "/so_lieu":    "r_" + strings.Repeat("_", 38),
		strings.Repeat("1.", 9) + "a.B/so_lieu": "r_" + strings.Repeat("1_", 9) + "a_B",
	} {
		if got := bookmarkName(source); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

// Word takes small and capital letters for the same.
func TestBookmarksAreUnique(t *testing.T) {
	given := bookmarks{}
	for _, test := range []struct {
		source string
		want   bookmark
	}{
		{"1.a/so_lieu", bookmark{"r_1_a", 0}},
		{"1.A/so_lieu", bookmark{}},
		{"1.b/so_lieu", bookmark{"r_1_b", 1}},
		{"1.b/so_lieu", bookmark{}},
		{"1.c/ghi_chu", bookmark{}},
	} {
		if got, ok := given.of(test.source); got != test.want || ok != (test.want.name != "") {
			t.Errorf("%s: %v", test.source, got)
		}
	}
}
