package engine

import (
	"fmt"
	"strings"

	"phuluc2b/model"
)

// paste writes a column or a block that was copied from a spreadsheet, from a cell on down. It
// goes row by row as the table stands; where a figure would fall on a heading, the block has
// no lines for headings, and these are passed over. What does not fit is not pasted at all.
func (d *desk) paste(in request, _ []byte) (any, []byte, error) {
	block := cells(in.Text)
	roles := d.rolesFrom(model.Role(in.Role))
	for _, line := range block {
		if len(line) > len(roles) {
			return nil, nil, fmt.Errorf("khối dán có %d cột, từ ô này chỉ có %d cột để dán; chép lại riêng cột số liệu", len(line), len(roles))
		}
	}
	rows, err := d.rowsFor(in.Row, block, roles[0])
	if err != nil {
		return nil, nil, err
	}
	var corrections []model.Correction
	var cleaned []string
	cleared := 0
	for i, line := range block {
		c := d.figureOf(rows[i].ID)
		for j, text := range line {
			if rows[i].Kind == model.KindHeading && roles[j] == model.RoleFigure && strings.TrimSpace(text) == "" {
				continue
			}
			before := c
			if c, err = d.typed(c, rows[i].ID, roles[j], text); err != nil {
				return nil, nil, err
			}
			if roles[j] == model.RoleFigure && hidesWithin(rows[i], text) {
				cleaned = append(cleaned, rows[i].ID)
			}
			if len(before.Values) > 0 && len(c.Values) == 0 || before.Note != "" && c.Note == "" {
				cleared++
			}
		}
		corrections = append(corrections, c)
	}
	out, text, err := d.correct(corrections, "")
	if v, ok := out.(*view); ok {
		v.Message = fmt.Sprintf("Đã dán %d dòng, từ %s đến %s", len(rows), rows[0].ID, rows[len(rows)-1].ID) + blankRows(rows, block, roles[0])
		if cleared > 0 {
			v.Message += fmt.Sprintf("; %d ô thành trống", cleared)
		}
		if len(cleaned) > 0 {
			v.Message += "; đã bỏ ký tự không nhìn thấy trong số liệu của dòng " + named(cleaned) + ", hãy xem lại số ở đó"
		}
		for _, r := range rows {
			v.Pasted = append(v.Pasted, r.ID)
		}
	}
	return out, text, err
}

// rolesFrom are the columns that can be typed into, from one of them to the right.
func (d *desk) rolesFrom(first model.Role) []model.Role {
	var roles []model.Role
	for _, c := range d.annex.Form.Columns {
		if (c.Role == model.RoleFigure || c.Role == model.RoleNote) && (len(roles) > 0 || c.Role == first) {
			roles = append(roles, c.Role)
		}
	}
	return append(roles, first)[:max(1, len(roles))]
}

// cells takes apart what spreadsheets copy: cells with tabs between them, one line a row; a
// cell of several lines stands in quotes.
func cells(text string) [][]string {
	text = strings.TrimSuffix(plain(text), "\n")
	var rows [][]string
	row, cell := []string{}, strings.Builder{}
	quoted, begins := false, true
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '"' && i+1 < len(text) && text[i+1] == '"':
			cell.WriteByte('"')
			i++
		case quoted && c == '"':
			quoted = false
		case quoted:
			cell.WriteByte(c)
		case c == '"' && begins && closes(text[i+1:]):
			quoted, begins = true, false
		case c == '\t' || c == '\n':
			row = append(row, cell.String())
			cell.Reset()
			if begins = true; c == '\n' {
				rows, row = append(rows, row), nil
			}
		default:
			cell.WriteByte(c)
			begins = false
		}
	}
	return append(rows, append(row, cell.String()))
}

// closes reports whether a quote that was opened is closed at the end of a cell: else it is a
// letter as any other.
func closes(rest string) bool {
	for i := 0; i < len(rest); i++ {
		if rest[i] != '"' {
			continue
		}
		if i+1 == len(rest) || rest[i+1] == '\t' || rest[i+1] == '\n' {
			return true
		}
		if rest[i+1] != '"' {
			return false
		}
		i++
	}
	return false
}
