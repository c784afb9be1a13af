package match

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// values are the figures of a row. They are not ok when the cell was not understood, which is
// reported: then the figures stay as they were.
func (r *reviser) values(row *model.Row, found TableRow) (values []string, ok bool) {
	cell := found.Cells[model.RoleFigure]
	text := tabular.Clean(cell.Text)
	switch {
	case cell.Tall, cell.Covered:
		if row.Kind != model.KindHeading && (cell.Tall || !r.annex.Figures[row.ID].Blank() || r.typed()) {
			r.add(diag.Fault, "o-gop", found.Figure, "tách ô trong "+r.table.program()+", mỗi dòng một số liệu", "ô số liệu của dòng %s gộp với ô khác", row.ID)
		}
		return nil, false
	case cell.Ragged && row.Kind != model.KindHeading:
		r.add(diag.Fault, "o-gop", found.Place, "sửa dòng này trong văn bản cho có đủ các ô như dòng khác", "dòng %s có số ô khác các dòng khác của bảng nên không biết ô nào là số liệu", row.ID)
		return nil, false
	case cell.Split:
		r.add(diag.Fault, "o-gop", found.Figure, "gộp lại thành một ô, mỗi dòng một số liệu", "chỗ số liệu của dòng %s bị chia thành nhiều ô: %s", row.ID, tree.Short(strings.ReplaceAll(text, "\n", " | ")))
		return nil, false
	case cell.Number != "":
		r.add(diag.Fault, "khong-phai-chu", found.Figure, "gõ số liệu bằng chữ số, bỏ đánh số tự động của Word", "ô số liệu của dòng %s có số thứ tự tự động của Word là %s", row.ID, cell.Number)
		return nil, false
	case cell.Doubts != nil:
		r.add(diag.Fault, "khong-phai-chu", found.Figure, "gõ số liệu bằng chữ số thường", "ô số liệu của dòng %s có %s, không đọc được chắc chắn", row.ID, strings.Join(cell.Doubts, ", "))
		return nil, false
	}
	if was := r.annex.Figures[row.ID].Printed(); !r.typed() && text == tabular.Clean(strings.Join(was, "\n")) {
		return was, true // as it was, whatever it is
	}
	if bare, raised := withoutRaised(text); raised != "" {
		r.add(diag.Fault, "chi-so-tren", found.Figure, "viết lời chú vào ghi chú", "dòng %s: bỏ chỉ số “%s” khi đọc “%s”", row.ID, raised, tree.FirstLine(text))
		text = tabular.Clean(bare)
	}
	if row.Kind != model.KindText {
		if strings.ContainsFunc(text, isWide) {
			text = norm.NFKC.String(text)
		}
		text = r.withoutUnit(row, found, text)
	}
	if text == "" {
		return nil, true
	}
	values = strings.Split(text, "\n")
	return values, r.understood(row, found, values)
}

// isWide reports whether a sign has the width of an East Asian letter: "１" is the digit 1.
func isWide(r rune) bool { return r >= 0xff01 && r <= 0xff5e }

// understood reports what a row's figures are that its kind cannot be read in.
func (r *reviser) understood(row *model.Row, found TableRow, values []string) bool {
	place := found.Figure
	switch {
	case row.Kind == model.KindHeading:
		r.add(diag.Fault, "so-lieu", place, "xóa số liệu này trong văn bản, hoặc chuyển sang cột ghi chú", "dòng %s là đề mục, không nhận số liệu “%s”", row.ID, tree.FirstLine(strings.Join(values, "; ")))
		return false
	case len(values) > row.Values:
		r.add(diag.Fault, "so-lieu", place, fmt.Sprintf("viết nhiều nhất %d giá trị", row.Values), "dòng %s nhận %d giá trị, ở đây có %d: %s", row.ID, row.Values, len(values), tree.Short(strings.Join(values, "; ")))
		r.findings[len(r.findings)-1].Unread = map[string][]string{row.ID: values}
		return false
	case row.Kind == model.KindText && tabular.Plain(values[0]) == tabular.Plain(strings.Join(row.Unit, " ")) && len(row.Unit) > 0:
		r.add(diag.Fault, "so-lieu", place, "viết số liệu vào cột số liệu", "dòng %s: cột số liệu chỉ có đơn vị tính “%s”", row.ID, values[0])
		return false
	}
	understood := true
	for _, v := range values {
		value, ok := model.ParseValue(row.Kind, v)
		switch {
		case !ok:
			hint := model.KindHint(row)
			r.add(diag.Fault, "so-lieu", place, hint.File, "dòng %s: “%s” không phải %s", row.ID, tree.Short(v), model.KindName(row.Kind))
			last := &r.findings[len(r.findings)-1]
			last.Cell, last.Unread = hint.Cell, map[string][]string{row.ID: values}
			understood = false
		case value.State == model.StateAmbiguous:
			r.add(diag.Fault, model.RuleAmbiguous, place, "sửa trong văn bản: dấu phẩy là dấu thập phân, dấu chấm ngăn hàng nghìn", "dòng %s: “%s” đọc được hai cách", row.ID, v)
		case row.Kind == model.KindCount && value.Number != nil && (!value.Number.IsInt() || value.Percent):
			r.add(diag.Fault, "so-lieu", place, "xem lại số này trong văn bản; tệp số liệu giữ đúng như viết", "dòng %s: “%s” không phải số nguyên", row.ID, v)
		}
	}
	return understood
}

// withoutUnit is a figure without the row's own unit, which people type behind it or, with
// the figure, in its column.
func (r *reviser) withoutUnit(row *model.Row, found TableRow, text string) string {
	unit := found.text(model.RoleUnit)
	if !r.table.Shows(model.RoleUnit) {
		unit = ""
	}
	own := tabular.Plain(strings.Join(row.Unit, " "))
	if own == "" || own == "%" || row.Values > 1 {
		return text
	}
	if bare, ok := cutUnit(text, own); ok && (bare != "" || tabular.StartsWithDigit(text)) {
		return bare
	}
	if text == "" || tabular.Plain(text) == own { // the figure stands with the unit, or in its place
		if bare, ok := cutUnit(unit, own); ok && bare != "" {
			return bare
		}
		if _, ok := model.ParseValue(row.Kind, unit); ok && tabular.StartsWithDigit(unit) {
			return unit
		}
	}
	return text
}

// cutUnit parts a unit from the figure before it.
func cutUnit(text, unit string) (figure string, ok bool) {
	for i, c := range text {
		if c != ' ' && (c < '0' || c > '9') && c != '.' && c != ',' && c != '(' && c != '\n' {
			if tabular.Plain(text[i:]) == unit {
				return strings.TrimRight(text[:i], " (\n"), true
			}
			return "", false
		}
	}
	return "", false
}

// withoutRaised parts superscripts and subscripts from the text that they stand in.
func withoutRaised(s string) (text, raised string) {
	if !strings.ContainsFunc(s, tabular.IsRaised) {
		return s, ""
	}
	var bare, up strings.Builder
	for _, c := range s {
		if tabular.IsRaised(c) {
			up.WriteRune(c)
		} else {
			bare.WriteRune(c)
		}
	}
	return bare.String(), up.String()
}
