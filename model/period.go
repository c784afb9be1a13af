package model

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Period is the part of a year that a report covers.
type Period string

const (
	PeriodQuarter1 Period = "quy-1"
	PeriodHalfYear Period = "6-thang"
	PeriodQuarter3 Period = "quy-3"
	PeriodFullYear Period = "nam"
)

// periodFacts is what is to know of a period.
type periodFacts struct {
	period      Period
	name        string // in running text
	first, last int    // of its months, by the calendar
}

// periods lists all, those that end later behind, of those that end together the shortest first.
func periods() []periodFacts {
	return []periodFacts{
		{"thang-1", "tháng 1", 1, 1},
		{"thang-2", "tháng 2", 2, 2},
		{"thang-3", "tháng 3", 3, 3},
		{PeriodQuarter1, "quý I", 1, 3},
		{"thang-4", "tháng 4", 4, 4},
		{"thang-5", "tháng 5", 5, 5},
		{"thang-6", "tháng 6", 6, 6},
		{"quy-2", "quý II", 4, 6},
		{PeriodHalfYear, "6 tháng đầu năm", 1, 6},
		{"thang-7", "tháng 7", 7, 7},
		{"thang-8", "tháng 8", 8, 8},
		{"thang-9", "tháng 9", 9, 9},
		{PeriodQuarter3, "quý III", 7, 9},
		{"9-thang", "9 tháng đầu năm", 1, 9},
		{"thang-10", "tháng 10", 10, 10},
		{"thang-11", "tháng 11", 11, 11},
		{"thang-12", "tháng 12", 12, 12},
		{"quy-4", "quý IV", 10, 12},
		{PeriodFullYear, "cả năm", 1, 12},
	}
}

// defaultPeriods are those of a form that names none: the reports of administrative reform.
func defaultPeriods() []Period {
	return []Period{PeriodQuarter1, PeriodHalfYear, PeriodQuarter3, PeriodFullYear}
}

// Periods lists all periods that a form may have, by their end.
func Periods() []Period {
	var all []Period
	for _, p := range periods() {
		all = append(all, p.period)
	}
	return all
}

func (p Period) facts() periodFacts {
	for _, known := range periods() {
		if known.period == p {
			return known
		}
	}
	return periodFacts{}
}

// Name is the period in running text: "quý I", "6 tháng đầu năm".
func (p Period) Name() string { return p.facts().name }

// In is the period of a year in running text: "quý I năm 2022", "6 tháng đầu năm 2022", "năm 2022";
// "" for no period.
func (p Period) In(year int) string {
	if p.Name() == "" || year == 0 {
		return ""
	}
	return strings.TrimPrefix(fmt.Sprintf("%s năm %d", strings.TrimSuffix(p.Name(), " năm"), year), "cả ")
}

// Title is the period of a year in a title line.
func (p Period) Title(year int) string { return strings.ToUpper(p.In(year)) }

// Days are the first and the last day of the period, by the calendar; not ok while it is not known.
func (p Period) Days(year int) (first, last time.Time, ok bool) {
	f := p.facts()
	month := func(m int) time.Time { return time.Date(year, time.Month(m), 1, 0, 0, 0, 0, time.UTC) }
	return month(f.first), month(f.last+1).AddDate(0, 0, -1), f.first > 0 && year > 0
}

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
