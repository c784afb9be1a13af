package model

import (
	"cmp"
	"fmt"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// readFigure reads what a data file says of a row: a value, a list of values, or a table of
// both value and note.
func readFigure(t *tree.Table, row *Row, id string, v any) Figure {
	f := Figure{Row: id, Place: t.At(id)}
	n := t.Node.Children[id]
	if m, ok := v.(map[string]any); ok {
		inner := t.Inner(`"`+id+`"`, m, n)
		f.Note = inner.Text("ghi_chu")
		if inner.Has("so_lieu") {
			f.Place = inner.At("so_lieu")
			f.Values = readValues(inner, row, m["so_lieu"], inner.Node.Children["so_lieu"], f.Place)
		}
		inner.Done()
		return f
	}
	f.Values = readValues(t, row, v, n, f.Place)
	return f
}

// readValues reads one value or a list of them; text of several lines is several values.
func readValues(t *tree.Table, row *Row, v any, n *tree.Node, at diag.Place) []Value {
	var values []Value
	if list, ok := v.([]any); ok {
		for i, item := range list {
			itemAt := at
			if n != nil {
				itemAt = n.Item(i).Value
			}
			values = append(values, readValue(t, row, item, itemAt)...)
		}
	} else {
		values = readValue(t, row, v, at)
	}
	switch {
	case len(values) == 0:
	case row.Kind == KindHeading:
		t.Advisef("so-lieu", at, diag.Advice{File: "xóa số liệu này; ghi chú thì viết { ghi_chu = \"…\" }", Cell: "xóa số liệu này; ghi chú thì viết ở cột Ghi chú"}, "dòng %s là đề mục, không nhận số liệu", row.ID)
	case len(values) > row.Values:
		t.Faultf("so-lieu", at, fmt.Sprintf("viết nhiều nhất %d giá trị", row.Values), "dòng %s nhận %d giá trị, ở đây có %d", row.ID, row.Values, len(values))
	}
	return values
}

// readValue reads one TOML value in the row's kind.
func readValue(t *tree.Table, row *Row, v any, at diag.Place) []Value {
	var written string
	switch v := v.(type) {
	case string:
		var ok bool
		if written, ok = t.Sound(at, v); !ok {
			return []Value{{State: StateUnreadable, Place: at}}
		}
	case int64, float64:
		var ok bool
		if written, ok = readBareNumber(t, at); !ok {
			return []Value{{State: StateUnreadable, Place: at}}
		}
	default:
		t.Misused(at, row.ID, diag.Advice{File: `viết một số, hoặc chữ trong ngoặc kép: "…"`, Cell: "viết một số hoặc chữ"})
		return []Value{{State: StateUnreadable, Place: at}}
	}
	var values []Value
	for line := range strings.SplitSeq(written, "\n") {
		value, ok := ParseValue(row.Kind, line)
		if !ok && row.Kind != KindHeading {
			var hint diag.Advice
			if !t.Enough("so-lieu") {
				hint = cmp.Or(tree.Meant(line, row.Values == 1), KindHint(row))
			}
			t.Advisef("so-lieu", at, hint, "dòng %s: “%s” không phải %s", row.ID, tree.Short(line), KindName(row.Kind))
			value.State = StateUnreadable
		}
		if value.State != StateBlank || strings.Contains(written, "\n") {
			value.Place = at
			values = append(values, value)
		}
	}
	return values
}

// readBareNumber is the spelling of a number without quotes. It comes from the file, not from
// a float: 0.50 is printed 0,50.
func readBareNumber(t *tree.Table, at diag.Place) (string, bool) {
	raw := at.Text()
	whole, fraction, dot := strings.Cut(strings.TrimLeft(raw, "+-"), ".")
	switch {
	case !Digits(whole) || dot && !Digits(fraction):
		hint := "viết bằng chữ số thường, ví dụ 1050"
		if plain := strings.ReplaceAll(raw, "_", ""); Digits(plain) {
			hint = "viết " + plain
		}
		t.Faultf("so-lieu", at, hint, "không nhận cách viết số %s", tree.Short(raw))
		return "", false
	case dot && len(fraction) == 3 && whole != "0":
		t.Advisef(RuleAmbiguous, at, diag.Advice{File: fmt.Sprintf(`viết %s nếu là số nguyên, hoặc "%s"`, whole+fraction, raw), Cell: fmt.Sprintf("viết %s nếu là số nguyên, hoặc %s", whole+fraction, strings.Replace(raw, ".", ",", 1))},
			"%s có thể là %s hoặc %s,%s", tree.Short(raw), tree.Short(whole+fraction), tree.Short(whole), fraction)
		return "", false
	}
	return strings.Replace(strings.TrimPrefix(raw, "+"), ".", ",", 1), true
}

func KindName(k Kind) string {
	switch k {
	case KindCount:
		return "số đếm"
	case KindPercent:
		return "tỷ lệ phần trăm"
	case KindCode:
		return "mã số"
	default:
		return "số"
	}
}

// KindHint says how a row's figure is written.
func KindHint(row *Row) diag.Advice {
	const inFile, inCell = "; lời giải thích thì viết ở ghi_chu", "; lời giải thích thì viết ở cột Ghi chú"
	switch row.Kind {
	case KindCount:
		return diag.Advice{File: `viết số nguyên, ví dụ 7, "07" hoặc "1.050"` + inFile, Cell: "viết số nguyên, ví dụ 7, 07 hoặc 1.050" + inCell}
	case KindPercent:
		return diag.Advice{File: `viết ví dụ 100, "95,5" hoặc "5 %"` + inFile, Cell: "viết ví dụ 100, 95,5 hoặc 5 %" + inCell}
	case KindCode:
		codes := "viết một trong các mã: " + strings.Trim(strings.ReplaceAll(fmt.Sprint(row.Codes), " ", ", "), "[]")
		if row.Values == 1 {
			return diag.Advice{File: codes}
		}
		return diag.Advice{File: codes, Cell: codes + fmt.Sprintf("; %d mã thì mỗi mã một dòng của ô (Alt+Enter)", row.Values)}
	default:
		return diag.Advice{File: `viết ví dụ 10 hoặc "8,5"` + inFile, Cell: "viết ví dụ 10 hoặc 8,5" + inCell}
	}
}
