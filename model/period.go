package model

import (
	"fmt"
	"strings"
	"time"
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
