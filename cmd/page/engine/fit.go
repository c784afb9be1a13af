package engine

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// rowsFor are the rows that the lines of a block go to. A block that begins with blank lines for
// headings begins above the cell; one that has no lines for headings passes over them; one whose
// blank lines fit neither is refused: what is shifted looks like any other figure.
func (d *desk) rowsFor(first string, block [][]string, role model.Role) ([]model.Row, error) {
	start, known := d.rows[first]
	if !known || len(block) == 0 {
		return nil, errors.New("không có gì để dán vào đây")
	}
	all := d.annex.Form.Rows
	if role == model.RoleFigure {
		lead := leadingBlanks(block)
		if lead > 0 && lead < len(block) && lead <= headingsAbove(all[:start]) && fits(block, all[start-lead:], role) {
			start -= lead
		}
	}
	below := all[start:]
	if fits(block, below, role) {
		return below[:len(block)], nil
	}
	var figures []model.Row
	for _, r := range below {
		if r.Kind != model.KindHeading {
			figures = append(figures, r)
		}
	}
	switch {
	case len(block) > len(figures):
		return nil, fmt.Errorf("khối dán có %d dòng, từ ô này xuống chỉ còn %d dòng có số liệu; chưa dán gì", len(block), len(figures))
	case slices.ContainsFunc(block, blank):
		return nil, errors.New("những dòng trống của khối dán không rơi đúng các dòng đề mục, nên không biết số nào vào dòng nào; chưa dán gì. " +
			"Hãy bấm vào đúng ô của dòng đầu khối rồi dán lại, hoặc dán từng đoạn không có dòng trống")
	}
	return figures[:len(block)], nil
}

// fits reports whether a block goes line by line into rows: no figure falls on a heading.
func fits(block [][]string, rows []model.Row, role model.Role) bool {
	if len(block) > len(rows) {
		return false
	}
	for i, line := range block {
		if role == model.RoleFigure && rows[i].Kind == model.KindHeading && strings.TrimSpace(line[0]) != "" {
			return false
		}
	}
	return true
}

func blank(line []string) bool {
	return !slices.ContainsFunc(line, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

func leadingBlanks(block [][]string) int {
	n := slices.IndexFunc(block, func(line []string) bool { return !blank(line) })
	return max(n, 0)
}

// headingsAbove is how many headings stand at the end of rows.
func headingsAbove(rows []model.Row) int {
	n := 0
	for n < len(rows) && rows[len(rows)-1-n].Kind == model.KindHeading {
		n++
	}
	return n
}

// blankRows names the rows that a block left blank though they take a figure.
func blankRows(rows []model.Row, block [][]string, role model.Role) string {
	var ids []string
	for i, r := range rows {
		if role == model.RoleFigure && r.Kind != model.KindHeading && strings.TrimSpace(block[i][0]) == "" {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return "; khối dán để trống " + named(ids)
}

// mostNamed is how many rows a message names.
const mostNamed = 6

func named(ids []string) string {
	return diag.Few(ids, mostNamed, ", ", "dòng")
}
