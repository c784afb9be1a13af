package model

import (
	"math/big"
	"strings"

	"phuluc2b/model/tree"
)

// Total is what the annex of a superior keeps of the units that it was reckoned from, so that it
// can be reckoned into another one as if that had them before it.
type Total struct {
	Units  []string // by name, sorted
	Absent Set      // those that gave nothing at all
	Rows   map[string]TotalRow
}

// TotalRow is what a row comes to, whatever its figure says.
type TotalRow struct {
	Missing Set            // units that gave no figure for it, beside those that gave nothing
	Sums    []*big.Rat     // of MergeRatio part and whole; of MergeMean the weighted figures and the weights
	Values  map[string]Set // units by what they gave, of MergeCodes and MergeSame
	Own     string         // why the superior's own figure stands there; "" when it does not
}

// ValueEnd stands between a value and the units that gave it.
const ValueEnd = ": "

const remakeTotal = "làm lại tệp này bằng phuluc2b total"

// readTotal reads [gop].
func readTotal(t *tree.Table, form *Form) *Total {
	total := &Total{Units: t.Texts("don_vi"), Rows: map[string]TotalRow{}}
	t.Need("don_vi", remakeTotal)
	total.Absent = readSet(t, "chua_nop", len(total.Units))
	t.Has("dau") // edit knows what it says
	index := form.RowIndex()
	for _, id := range t.Keys() {
		if id == "don_vi" || id == "chua_nop" || id == "dau" {
			continue
		}
		t.Has(id)
		if _, known := index[id]; !known {
			reportUnknownRow(t, id, form)
			continue
		}
		values, ok := t.Values[id].(map[string]any)
		if !ok {
			t.WrongType(t.At(id), id, remakeTotal)
			continue
		}
		total.Rows[id] = readTotalRow(t.Inner(`gop của "`+id+`"`, values, t.Node.Children[id]), len(total.Units))
	}
	return total
}

func readTotalRow(t *tree.Table, units int) TotalRow {
	row := TotalRow{Missing: readSet(t, "thieu", units), Own: t.Line("rieng")}
	if t.Has("tong") {
		for _, text := range t.Texts("tong") {
			v, ok := ParseValue(KindScore, text)
			if !ok || v.Number == nil {
				t.Faultf("gop", t.At("tong"), remakeTotal, "“%s” không phải một số", tree.Short(text))
				continue
			}
			row.Sums = append(row.Sums, v.Number)
		}
	}
	if t.Has("gia_tri") {
		row.Values = readUnitsByValue(t, units)
	}
	t.Done()
	return row
}

// readUnitsByValue reads who gave what: "290: 1-3".
func readUnitsByValue(t *tree.Table, units int) map[string]Set {
	values := map[string]Set{}
	for _, text := range t.Texts("gia_tri") {
		i := strings.LastIndex(text, ValueEnd)
		set, ok := parseSet(text[min(max(i, 0)+len(ValueEnd), len(text)):], units)
		if i < 1 || !ok {
			t.Faultf("gop", t.At("gia_tri"), remakeTotal, "“%s” không phải một giá trị với số thứ tự của các đơn vị", tree.Short(text))
			continue
		}
		values[text[:i]] = set
	}
	return values
}

// readSet reads some of so many units.
func readSet(t *tree.Table, key string, units int) Set {
	if !t.Has(key) {
		return nil
	}
	faults := t.Faults()
	set, ok := parseSet(t.Line(key), units)
	if !ok && t.Faults() == faults {
		t.Faultf("gop", t.At(key), `viết số thứ tự trong don_vi, ví dụ "1-3, 7"; hoặc `+remakeTotal, "“%s” không phải số thứ tự của các đơn vị", tree.Short(t.At(key).Text()))
	}
	return set
}
