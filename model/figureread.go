package model

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
)

// figure reads what a data file says of a row: a value, a list of values, or a table of
// both value and note.
func (t *table) figure(row *Row, id string, v any) Figure {
	f := Figure{Row: id, Place: t.at(id)}
	n := t.node.children[id]
	if m, ok := v.(map[string]any); ok {
		inner := &table{reader: t.reader, name: `"` + id + `"`, values: m, node: n}
		if n == nil {
			inner.node = t.node
		}
		f.Note = inner.text("ghi_chu")
		if inner.has("so_lieu") {
			f.Place = inner.at("so_lieu")
			f.Values = inner.valuesOf(row, m["so_lieu"], inner.node.children["so_lieu"], f.Place)
		}
		inner.done()
		return f
	}
	f.Values = t.valuesOf(row, v, n, f.Place)
	return f
}

// valuesOf reads one value or a list of them; text of several lines is several values.
func (t *table) valuesOf(row *Row, v any, n *node, at diag.Place) []Value {
	var values []Value
	if list, ok := v.([]any); ok {
		for i, item := range list {
			itemAt := at
			if n != nil {
				itemAt = n.item(i).value
			}
			values = append(values, t.value(row, item, itemAt)...)
		}
	} else {
		values = t.value(row, v, at)
	}
	switch {
	case len(values) == 0:
	case row.Kind == Heading:
		t.findings.Faultf("so-lieu", at, "xóa số liệu này; ghi chú thì viết { ghi_chu = \"…\" }", "dòng %s là đề mục, không nhận số liệu", row.ID)
	case len(values) > row.Values:
		t.findings.Faultf("so-lieu", at, fmt.Sprintf("viết nhiều nhất %d giá trị", row.Values), "dòng %s nhận %d giá trị, ở đây có %d", row.ID, row.Values, len(values))
	}
	return values
}

// value reads one TOML value in the row's kind.
func (t *table) value(row *Row, v any, at diag.Place) []Value {
	var written string
	switch v := v.(type) {
	case string:
		written = t.clean(at, v)
	case int64, float64:
		var ok bool
		if written, ok = t.bareNumber(at); !ok {
			return []Value{{State: Unreadable, Place: at}}
		}
	default:
		t.wrongType(at, row.ID, `viết một số, hoặc chữ trong ngoặc kép: "…"`)
		return []Value{{State: Unreadable, Place: at}}
	}
	var values []Value
	for line := range strings.SplitSeq(written, "\n") {
		value, ok := parseValue(row.Kind, line)
		if !ok && row.Kind != Heading {
			t.findings.Faultf("so-lieu", at, kindHint(row), "dòng %s: “%s” không phải %s", row.ID, short(line), kindName(row.Kind))
			value.State = Unreadable
		}
		if value.State != Blank || strings.Contains(written, "\n") {
			value.Place = at
			values = append(values, value)
		}
	}
	return values
}

// bareNumber is the spelling of a number without quotes. It comes from the file, not from
// a float: 0.50 is printed 0,50.
func (t *table) bareNumber(at diag.Place) (string, bool) {
	raw := at.Text()
	whole, fraction, dot := strings.Cut(strings.TrimLeft(raw, "+-"), ".")
	switch {
	case !digits(whole) || dot && !digits(fraction):
		hint := "viết bằng chữ số thường, ví dụ 1050"
		if plain := strings.ReplaceAll(raw, "_", ""); digits(plain) {
			hint = "viết " + plain
		}
		t.findings.Faultf("so-lieu", at, hint, "không nhận cách viết số %s", short(raw))
		return "", false
	case dot && len(fraction) == 3 && whole != "0":
		t.findings.Faultf(ambiguous, at, fmt.Sprintf(`viết %s nếu là số nguyên, hoặc "%s"`, whole+fraction, raw),
			"%s có thể là %s hoặc %s,%s", raw, whole+fraction, whole, fraction)
		return "", false
	}
	return strings.Replace(strings.TrimPrefix(raw, "+"), ".", ",", 1), true
}

func kindName(k Kind) string {
	switch k {
	case Count:
		return "số đếm"
	case Percent:
		return "tỷ lệ phần trăm"
	case Code:
		return "mã số"
	default:
		return "số"
	}
}

func kindHint(row *Row) string {
	switch row.Kind {
	case Count:
		return `viết số nguyên, ví dụ 7, "07" hoặc "1.050"; lời giải thích thì viết ở ghi_chu`
	case Percent:
		return `viết ví dụ 100, "95,5" hoặc "5 %"; lời giải thích thì viết ở ghi_chu`
	case Code:
		return "viết một trong các mã: " + strings.Trim(strings.ReplaceAll(fmt.Sprint(row.Codes), " ", ", "), "[]")
	default:
		return `viết ví dụ 10 hoặc "8,5"; lời giải thích thì viết ở ghi_chu`
	}
}
