package workflow_test

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/communes"
	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// Every cell of a collection's table is what the commune wrote or what the total says; who has
// filed nothing is named.
func TestTableOfCollection(t *testing.T) {
	t.Parallel()
	const id = "phu-luc-2b-2021"
	form := formNamed(t, id)
	all := communes.Make(form, 5, 7, 9)
	given := all[1:]
	collection := communes.Collection(id, "UBND tỉnh", communes.Names(all), "")
	c := collecting(t, collection)
	var filings []*collect.Filing
	for _, f := range filesOf(given) {
		filings = append(filings, c.File(diag.NewSource(f.name, []byte(f.text)), func(string) *model.Annex { return nil }))
	}
	data, err := c.Table(collect.Call(c.Collection, filings))
	if err != nil {
		t.Fatal(err)
	}
	read, err := render.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	rows := read.Tables[0].Rows
	if got := rows[0].Cells[4].Text(); got != all[0].Name+"\n(chưa nộp)" || !slices.ContainsFunc(read.Paragraphs, func(p string) bool {
		return strings.HasPrefix(p, "4/5 đơn vị có số liệu; chưa có: "+all[0].Name)
	}) {
		t.Errorf("the unit that is missing is %q, %q", got, read.Paragraphs)
	}
	_, made := total(t, collection, true, filesOf(given)...)
	sum := annexOf(t, form, made.Text)
	for i, row := range form.Rows {
		cells := rows[i+1].Cells
		got, _, _ := strings.Cut(cells[3].Text(), "\n(")                                                          // of how many units it is
		if want := strings.Join(sum.Figures[row.ID].Printed(), "\n"); got != want && row.Kind != model.KindCode { // codes are counted
			t.Errorf("the total of %s is %q, want %q", row.ID, got, want)
		}
		for n, commune := range given {
			if got, want := cells[5+n].Text(), strings.Join(commune.Figures[row.ID], "\n"); got != want {
				t.Errorf("%s of %s is %q, want %q", row.ID, commune.Name, got, want)
			}
		}
	}
}
