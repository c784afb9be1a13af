package docxread

import (
	"slices"
	"testing"

	"phuluc2b/render/layout"
)

func TestReadHead(t *testing.T) {
	const head = "<w:tblHeader/>"
	for _, test := range []struct {
		rows []string
		want int
	}{
		{[]string{"", head}, 0},
		{[]string{head, head, ""}, 2},
		{[]string{head, "", head}, 1},
		{[]string{"<w:del/>" + head, head, head}, 2},
		{[]string{`<w:tblHeader w:val="true"/>`, `<w:tblHeader w:val="off"/>`}, 1},
		{[]string{`<w:tblHeader w:val="0"/>`}, 0},
		{[]string{`<w:tblHeader w:val="false"/>`}, 0},
	} {
		var rows []string
		for _, properties := range test.rows {
			rows = append(rows, wTr(properties, wTc("a", "")))
		}
		if got := readBack(t, wordFile(t, documentOf(wTable(rows...)))).Tables[0].Head; got != test.want {
			t.Errorf("%q: %d, want %d", test.rows, got, test.want)
		}
	}
}

func TestReadColumns(t *testing.T) {
	grid := func(widths ...string) string {
		s := "<w:tblGrid>"
		for _, w := range widths {
			s += `<w:gridCol w:w="` + w + `"/>`
		}
		return s + `<w:tblGridChange><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid></w:tblGridChange></w:tblGrid>`
	}
	for _, test := range []struct {
		grid string
		want []layout.Length
	}{
		{"", []layout.Length{0, 0}},
		{grid("100", "200"), []layout.Length{100, 200}},
		{grid("100"), []layout.Length{100, 0}},
		{grid("100", "200", "300"), []layout.Length{100, 200}},
		{grid("-1", "2cm"), []layout.Length{0, 0}},
	} {
		if got := readBack(t, wordFile(t, documentOf(wTable(test.grid, wTr("", wTc("a", ""), wTc("b", "")))))).Tables[0].Columns; !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.grid, got, test.want)
		}
	}
}

func TestReadBookmarks(t *testing.T) {
	start := func(name string) string {
		return `<w:bookmarkStart w:id="1" w:name="` + name + `"/><w:bookmarkEnd w:id="1"/>`
	}
	for content, want := range map[string]string{
		"<w:p/>":                              "",
		"<w:p>" + start("_GoBack") + "</w:p>": "",
		"<w:p>" + start("_GoBack") + start("r_1") + "</w:p>":         "r_1",
		"<w:p>" + start("r_2") + start("r_1") + "</w:p>":             "r_2",
		start("r_1") + "<w:p/>":                                      "r_1",
		"<w:p/><w:p>" + start("r_1") + "</w:p>":                      "r_1",
		"<w:p><w:ins>" + start("r_1") + "</w:ins></w:p>":             "r_1",
		"<w:p><w:del>" + start("r_1") + wRun("7") + "</w:del></w:p>": "r_1",
		inControl("<w:p>" + start("r_1") + "</w:p>"):                 "r_1",
		wRow(wCell("<w:p>" + start("r_1") + "</w:p>")):               "r_1",
	} {
		if got := readBack(t, wordFile(t, documentOf(wRow(wCell(content))))).Tables[0].Rows[0].Cells[0].Bookmark; got != want {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
}
