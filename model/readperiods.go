package model

import (
	"slices"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// readPeriods reads which periods a form is filled in for (ky), and which of them add up
// (cong_don): of a form that does not say so, those that begin with the year.
func readPeriods(t *tree.Table) (all, adding []Period) {
	all = readPeriodList(t, "ky", Periods(), defaultPeriods())
	for _, p := range all {
		if p.facts().first == 1 {
			adding = append(adding, p)
		}
	}
	return all, readPeriodList(t, "cong_don", all, adding)
}

// readPeriodList is a list of known periods in the order of their ends.
func readPeriodList(t *tree.Table, key string, known, otherwise []Period) []Period {
	if !t.Has(key) {
		return otherwise
	}
	var list []Period
	items, nodes := t.List(key)
	for i, item := range items {
		name, _ := item.(string)
		p := Period(name)
		at := t.PlaceOf(nodes[i], func(n *tree.Node) diag.Place { return n.Value })
		switch {
		case !slices.Contains(known, p):
			t.Faultf("sai-gia-tri", at, "viết trong ngoặc kép, mỗi kỳ là một trong: "+tree.List(known), "%s không nhận %s", key, tree.Short(at.Text()))
		case slices.Contains(list, p):
			t.Faultf("trung-ma", at, "mỗi kỳ chỉ viết một lần", "%s đã có kỳ %s", key, p)
		case len(list) > 0 && p.facts().last < list[len(list)-1].facts().last:
			t.Faultf("sai-gia-tri", at, "viết các kỳ theo thứ tự trong năm", "%s: kỳ %s kết thúc trước kỳ %s", key, p, list[len(list)-1])
		default:
			list = append(list, p)
		}
	}
	if key == "ky" && items != nil && len(items) == 0 {
		t.Faultf("thieu-khoa", t.At(key), `viết ví dụ ky = ["quy-1", "6-thang", "quy-3", "nam"], hoặc bỏ khóa này`, "biểu mẫu không có kỳ nào")
	}
	return list
}

// PeriodAfter is the period of the report that follows one, and its year. That one may be of
// another form: what ends next follows it.
func (f *Form) PeriodAfter(p Period, year int) (Period, int) {
	i := slices.Index(f.Periods, p) + 1
	if i == 0 {
		i = slices.IndexFunc(f.Periods, func(known Period) bool { return known.facts().last > p.facts().last })
	}
	if i < 0 || i == len(f.Periods) {
		return f.Periods[0], year + 1
	}
	return f.Periods[i], year
}
