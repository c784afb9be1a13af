package svg_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
	"phuluc2b/render/svg"
)

// texts reads the texts of an image, each where it stands.
func texts(t *testing.T, image string) []string {
	t.Helper()
	var all []string
	at := ""
	for d := xml.NewDecoder(strings.NewReader(image)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if at = ""; e.Name.Local == "text" {
				at = e.Attr[0].Value + "," + e.Attr[1].Value
			} else if e.Name.Local != "svg" && e.Name.Local != "path" {
				t.Errorf("an element %s", e.Name.Local)
			}
		case xml.CharData:
			if at != "" {
				all = append(all, at+" "+string(e))
			}
		case xml.EndElement:
			at = ""
		}
	}
}

func TestDraw(t *testing.T) {
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	doc := rendertest.Small()
	grid := doc.Blocks[len(doc.Blocks)-1].(*layout.Grid)
	grid.Rows[rendertest.PlainAt].Cells[1].Paragraphs[0].Text = `<script>alert(1)</script> & "x"`
	for i, id := range []string{"1", "1.2", "1.2.1"} {
		grid.Rows[rendertest.SectionAt+i].Cells[1].Source = id + "/chi_tieu"
	}
	pages := paginate.Place(doc, family)
	drawn := svg.Draw(doc.Page, pages, family)

	t.Run("every line is where it was placed, as text", func(t *testing.T) {
		for i, page := range pages {
			var want []string
			for _, line := range page.Lines {
				want = append(want, fmt.Sprintf("%s,%s %s", number(line.X), number(line.Baseline), line.Text))
			}
			if got := texts(t, drawn[i].Image); strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("page %d:\n%s\nwant\n%s", i+1, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	})
	t.Run("rows are where they begin", func(t *testing.T) {
		var ids []string
		for _, r := range drawn[0].Rows {
			ids = append(ids, r.ID)
		}
		if got := strings.Join(ids, " "); got != "1 1.2 1.2.1" {
			t.Error(got)
		}
	})
}

func number(l layout.Length) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", l.Points()), "0"), ".")
}
